import { clientOptions } from './client';
import { configure } from './configure';
import { ConfigHashDecorator } from './decorators/config-hash-decorator';
import { NATIVE_TRAITS } from './traits';
import { HadoopConfMountDecorator } from '../shared/hadoop-conf-mount-decorator';
import { FLINK_NAMES } from '../shared/names';
import { ServiceAccountDecorator } from '../shared/service-account-decorator';
import { CmdJobManagerDecorator } from './decorators/cmd-job-manager-decorator';
import { CmdTaskManagerDecorator } from './decorators/cmd-task-manager-decorator';
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
import { checkPreview } from './refusals';
import { preview, workloads } from './workloads';
import { type Mode, type StepContext } from '../../model/step-decorator';
import { KerberosMountDecorator } from '../shared/kerberos-mount-decorator';

const HADOOP = new HadoopConfMountDecorator((parameters: StepContext<NativeCluster>) =>
  accompanyingMetadata(parameters.cluster, parametersOf(parameters)),
);
const KERBEROS = new KerberosMountDecorator(kerberosMetadata, krb5Name);

/** Files of a Kerberos whose other half exists under a name that is not Flink's: pod templates mount both, and somebody has to bring them. */
const MOUNTED_KERBEROS: NativeStep = {
  name: 'KerberosMountDecorator',
  accompanying: ({ cluster, role }) =>
    KERBEROS.accompanying({ cluster: { ...cluster, kerberos: cluster.native.mountedKerberos }, role }),
};

/** What Flink does not make itself: accounts and their rights. */
const ACCOUNT = new ServiceAccountDecorator();

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

/** Steps that Flink itself takes at run time, for every TaskManager. */
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
 * Native Kubernetes: Flink runs in a Deployment and makes its TaskManagers itself.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/native_kubernetes/
 */
export function nativeMode(options: unknown): Mode {
  const { client, problems: misread } = readClient(options);
  return {
    name: 'native',
    traits: NATIVE_TRAITS,
    isBare: client.isBare,
    sizesContainers: true,
    imageOptions: ['kubernetes.container.image.ref', 'kubernetes.container.image'],
    leavesLogging: client.isBare,
    jobManager: client.isBare ? JOB_MANAGER : [ACCOUNT, ...JOB_MANAGER, MOUNTED_KERBEROS, new ConfigHashDecorator()],
    taskManager: client.isBare ? TASK_MANAGER : [ACCOUNT, ...TASK_MANAGER],
    names: FLINK_NAMES,
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
