import { type FlinkClient } from './client-request';
import { configure, readOperator } from './configure';
import { flinkDeployment, resourceOf } from './flink-deployment';
import { judgeResource } from './judge-resource';
import { type OperatorModel } from './operator-model';
import { previewBy } from './preview';
import { sessionJob } from './session-job';
import { OPERATOR_TRAITS } from './traits';
import { webUiUrl } from './web-ui';
import { type Mode } from '../../model/step-decorator';
import { type BlueGreenOptions } from '../../props/blue-green-options';
import { HadoopConfMountDecorator } from '../shared/hadoop-conf-mount-decorator';
import { KerberosMountDecorator } from '../shared/kerberos-mount-decorator';
import { FLINK_NAMES } from '../shared/names';
import { PodTemplateOverrideDecorator } from '../shared/pod-template-override-decorator';
import { EnvSecretsDecorator, MountSecretsDecorator } from '../shared/secret-decorators';
import { InitTemplateDecorator, StatedProbeDecorator, TemplateHardeningDecorator } from '../shared/template-decorators';

/**
 * A resource for the Flink Kubernetes Operator, which creates everything else. The steps create pod templates, because
 * Flink or the operator creates the pods. Fields of the resource are not repeated in them.
 *
 * @param client Flink's own client, which the operator runs
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/overview/
 */
export function operatorMode(options: unknown, client: FlinkClient, blueGreen?: BlueGreenOptions): Mode {
  const steps = [
    new InitTemplateDecorator(),
    new EnvSecretsDecorator(),
    new MountSecretsDecorator(),
    new HadoopConfMountDecorator(),
    new KerberosMountDecorator(),
    new StatedProbeDecorator(),
    new TemplateHardeningDecorator(),
    new PodTemplateOverrideDecorator(),
  ];
  return {
    name: 'operator',
    traits: OPERATOR_TRAITS,
    names: FLINK_NAMES,
    jobManager: steps,
    taskManager: steps,
    configure: (cluster, problems) => configure(options, blueGreen, cluster, problems),
    check: (cluster, pod, problems) =>
      judgeResource(resourceOf(cluster as OperatorModel, pod), cluster as OperatorModel, problems),
    preview: previewBy(client),
    sessionJob: (job, cluster, problems) => sessionJob(job, cluster, readOperator(options, problems), problems),
    webUiUrl: (cluster) => webUiUrl(cluster as OperatorModel),
    workloads: (cluster, pod) => flinkDeployment(cluster as OperatorModel, pod),
  };
}
