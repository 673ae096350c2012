import { checkPreview } from './checks';
import { clientOptions } from './client';
import { configure } from './configure';
import { CmdJobManagerDecorator } from './decorators/cmd-job-manager-decorator';
import { CmdTaskManagerDecorator } from './decorators/cmd-task-manager-decorator';
import { ConfigHashDecorator } from './decorators/config-hash-decorator';
import { EnvSecretsDecorator } from './decorators/env-secrets-decorator';
import { ExternalServiceDecorator } from './decorators/external-service-decorator';
import { FlinkConfMountDecorator } from './decorators/flink-conf-mount-decorator';
import { InitJobManagerDecorator } from './decorators/init-job-manager-decorator';
import { InitTaskManagerDecorator } from './decorators/init-task-manager-decorator';
import { InternalServiceDecorator } from './decorators/internal-service-decorator';
import { MountPersistentVolumeClaimsDecorator } from './decorators/mount-persistent-volume-claims-decorator';
import { MountSecretsDecorator } from './decorators/mount-secrets-decorator';
import { PodTemplateMountDecorator } from './decorators/pod-template-mount-decorator';
import { type NativeCluster, type NativeStep } from './native-model';
import { accompanyingMetadata, kerberosMetadata, krb5Name } from './objects';
import { parametersOf } from './parameters/parameters';
import { readClient } from './read-options';
import { nativeTraits } from './traits';
import { preview, workloads } from './workloads';
import { type Mode, type StepContext } from '../../model/step-decorator';
import { HadoopConfMountDecorator } from '../shared/hadoop-conf-mount-decorator';
import { KerberosMountDecorator } from '../shared/kerberos-mount-decorator';
import { FLINK_NAMES } from '../shared/names';
import { ServiceAccountDecorator } from '../shared/service-account-decorator';

const HADOOP = new HadoopConfMountDecorator((parameters: StepContext<NativeCluster>) =>
  accompanyingMetadata(parameters.cluster, parametersOf(parameters)),
);
const KERBEROS = new KerberosMountDecorator(kerberosMetadata, krb5Name);

/** The objects for Kerberos files that pod templates mount instead of Flink's own step. */
const MOUNTED_KERBEROS: NativeStep = {
  name: 'KerberosMountDecorator',
  accompanying: ({ cluster, role }) =>
    KERBEROS.accompanying({ cluster: { ...cluster, kerberos: cluster.native.mountedKerberos }, role }),
};

/** ServiceAccounts and their permissions, which Flink does not create. */
const SERVICE_ACCOUNT = new ServiceAccountDecorator();

/** Steps of the JobManager, in Flink's order. */
const JOB_MANAGER: readonly NativeStep[] = [
  new InitJobManagerDecorator(),
  new EnvSecretsDecorator(),
  new MountSecretsDecorator(),
  new MountPersistentVolumeClaimsDecorator(),
  new CmdJobManagerDecorator(),
  new InternalServiceDecorator(),
  new ExternalServiceDecorator(),
  HADOOP,
  KERBEROS,
  new FlinkConfMountDecorator(),
  new PodTemplateMountDecorator(),
];

/** Steps that Flink itself performs at run time, for every TaskManager. */
const TASK_MANAGER: readonly NativeStep[] = [
  new InitTaskManagerDecorator(),
  new EnvSecretsDecorator(),
  new MountSecretsDecorator(),
  new MountPersistentVolumeClaimsDecorator(),
  new CmdTaskManagerDecorator(),
  HADOOP,
  KERBEROS,
  new FlinkConfMountDecorator(),
];

/**
 * Native Kubernetes: Flink runs in a Deployment and creates its TaskManagers itself.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/native_kubernetes/
 */
export function nativeMode(options: unknown): Mode {
  const { client, problems: misread } = readClient(options);
  const { isBare } = client;
  return {
    name: 'native',
    traits: nativeTraits(isBare),
    names: FLINK_NAMES,
    jobManager: isBare ? JOB_MANAGER : [SERVICE_ACCOUNT, ...JOB_MANAGER, MOUNTED_KERBEROS, new ConfigHashDecorator()],
    taskManager: isBare ? TASK_MANAGER : [SERVICE_ACCOUNT, ...TASK_MANAGER],
    base: (version, report) => clientOptions(client, version, report),
    configure: (cluster, problems) => {
      problems.push(...misread);
      return configure(cluster, client, problems);
    },
    checkPreview,
    preview,
    workloads,
  };
}
