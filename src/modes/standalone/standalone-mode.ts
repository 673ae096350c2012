import { CmdJobManagerDecorator, CmdTaskManagerDecorator } from './cmd-decorators';
import { configure } from './configure';
import { ExternalServiceDecorator } from './external-service-decorator';
import { HeadlessServiceDecorator } from './headless-service-decorator';
import { InitJobManagerDecorator } from './init-job-manager-decorator';
import { InitTaskManagerDecorator } from './init-task-manager-decorator';
import { InternalServiceDecorator } from './internal-service-decorator';
import { QueryableStateServiceDecorator } from './queryable-state-service-decorator';
import { STANDALONE_TRAITS } from './traits';
import { workloads } from './workloads';
import { toPodTemplate } from '../../model/flink-pod';
import { type Mode } from '../../model/step-decorator';
import { ConfigHashDecorator } from '../shared/config-hash-decorator';
import { FlinkConfMountDecorator } from '../shared/flink-conf-mount-decorator';
import { HadoopConfMountDecorator } from '../shared/hadoop-conf-mount-decorator';
import { HardeningDecorator } from '../shared/hardening-decorator';
import { KerberosMountDecorator } from '../shared/kerberos-mount-decorator';
import { STANDALONE_NAMES } from '../shared/names';
import { PodTemplateOverrideDecorator } from '../shared/pod-template-override-decorator';
import { ProbeDecorator } from '../shared/probe-decorator';
import { EnvSecretsDecorator, MountSecretsDecorator } from '../shared/secret-decorators';
import { ServiceAccountDecorator } from '../shared/service-account-decorator';

/**
 * Standalone Flink on Kubernetes: ordinary Deployments. Flink does not know that it runs on Kubernetes.
 *
 * The steps have the names and the order of Flink's native mode. The checksum of all files comes last.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/
 */
export const STANDALONE: Mode = {
  name: 'standalone',
  traits: STANDALONE_TRAITS,
  names: STANDALONE_NAMES,
  configure,
  jobManager: [
    new InitJobManagerDecorator(),
    new ServiceAccountDecorator(),
    new EnvSecretsDecorator(),
    new MountSecretsDecorator(),
    new CmdJobManagerDecorator(),
    new InternalServiceDecorator(),
    new ExternalServiceDecorator(),
    new HadoopConfMountDecorator(),
    new KerberosMountDecorator(),
    new FlinkConfMountDecorator(),
    new ProbeDecorator(),
    new HardeningDecorator(),
    new PodTemplateOverrideDecorator(),
    new ConfigHashDecorator(),
  ],
  taskManager: [
    new InitTaskManagerDecorator(),
    new ServiceAccountDecorator(),
    new EnvSecretsDecorator(),
    new MountSecretsDecorator(),
    new CmdTaskManagerDecorator(),
    new HeadlessServiceDecorator(),
    new QueryableStateServiceDecorator(),
    new HadoopConfMountDecorator(),
    new KerberosMountDecorator(),
    new FlinkConfMountDecorator(),
    new ProbeDecorator(),
    new HardeningDecorator(),
    new PodTemplateOverrideDecorator(),
    new ConfigHashDecorator(),
  ],
  preview: (_cluster, role, pod) => ({ apiVersion: 'v1', kind: 'Pod', ...toPodTemplate(pod(role)) }),
  workloads,
};
