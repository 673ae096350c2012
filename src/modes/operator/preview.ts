import { clientRequest, type FlinkClient } from './client-request';
import { deployedSpec } from './flink-deployment';
import { type OperatorDeployment, type OperatorModel } from './operator-model';
import { optionText } from './option-text';
import { standalonePod } from './standalone-pod';
import { type RoleModel } from '../../model/cluster-model';
import { type FlinkPod } from '../../model/flink-pod';
import { type Mode } from '../../model/step-decorator';
import { OperatorDeploymentMode } from '../../props/operator-options';

/**
 * The pods that result from the operator's resource. In native mode, the operator passes the resource to Flink's own
 * client. In standalone mode, it creates the pods with the same steps, except for the commands.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/overview/
 */
export function previewBy(client: FlinkClient): Mode['preview'] {
  return (cluster, { role }, pod, problems) => {
    const deployment = deploymentOf(cluster as OperatorModel, pod);
    const native = client(clientRequest(deployment, role), role, problems);
    return deployment.spec.mode === OperatorDeploymentMode.STANDALONE
      ? standalonePod(native, deployment, role)
      : native;
  };
}

/** The FlinkDeployment of a cluster; for a blue/green deployment, that of the first colour. */
function deploymentOf(cluster: OperatorModel, pod: (role: RoleModel) => FlinkPod): OperatorDeployment {
  const spec = deployedSpec(cluster, pod);
  const { blueGreen, clusterName } = cluster;
  return {
    cluster: blueGreen === undefined ? cluster : { ...cluster, clusterName: `${clusterName}-blue` },
    spec: { ...spec, flinkConfiguration: optionText(spec.flinkConfiguration) },
  };
}
