import { type OperatorDeployment } from './operator-model';
import { isHighlyAvailable } from '../../configuration/high-availability';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type Role } from '../../model/role';
import { MAIN_CONTAINER } from '../shared/pod-template-override-decorator';

const POD_ADDRESS = '$(_POD_IP_ADDRESS)';
/** Environment variables of TaskManagers that Flink itself creates. */
const NATIVE_ENV: readonly string[] = ['_POD_NODE_ID', 'FLINK_TM_JVM_MEM_OPTS'];
const USER_LIBRARIES = { name: 'user-lib-dir', mountPath: '/opt/flink/usrlib' };

interface Pod extends ManifestJson {
  readonly metadata: ManifestJson;
  readonly spec: ManifestJson & { readonly containers: readonly ManifestJson[] };
}

/** Converts a pod of native mode into one that the operator creates in standalone mode. */
export function standalonePod(native: ManifestJson, deployment: OperatorDeployment, role: Role): ManifestJson {
  const { metadata } = native as Pod;
  const labels = { ...(metadata.labels as ManifestJson), type: 'flink-standalone-kubernetes' };
  const pod = { ...(native as Pod), metadata: { ...metadata, labels } };
  return role === 'jobManager' ? jobManagerPod(pod, deployment) : taskManagerPod(pod);
}

function jobManagerPod(pod: Pod, deployment: OperatorDeployment): Pod {
  const started = withMain(pod, (container) => ({ ...container, args: jobManagerArguments(deployment) }));
  return (deployment.spec.job as ManifestJson | undefined)?.jarURI === undefined ? started : withUserLibraries(started);
}

function taskManagerPod(pod: Pod): Pod {
  const { name: _name, ...metadata } = pod.metadata;
  const { dnsPolicy: _dns, restartPolicy: _restart, hostNetwork: _network, ...spec } = pod.spec;
  return withMain({ ...pod, metadata, spec: spec as Pod['spec'] }, ({ env = [], ...container }) => {
    const own = (env as ManifestJson[]).filter(({ name }) => !NATIVE_ENV.includes(name as string));
    return { ...container, args: ['taskmanager'], ...(own.length === 0 ? {} : { env: own }) };
  });
}

/** Adds a directory for the jars of a program, unless the template mounts something there. */
function withUserLibraries(pod: Pod): Pod {
  const { volumes = [] } = pod.spec as { volumes?: readonly ManifestJson[] };
  const mountsOf = ({ volumeMounts = [] }: ManifestJson): ManifestJson[] => volumeMounts as ManifestJson[];
  const main = pod.spec.containers.find(({ name }) => name === MAIN_CONTAINER)!;
  if (mountsOf(main).some(({ mountPath }) => mountPath === USER_LIBRARIES.mountPath)) {
    return pod;
  }
  const mounted = withMain(pod, (container) => ({
    ...container,
    volumeMounts: [...mountsOf(container), USER_LIBRARIES],
  }));
  return {
    ...mounted,
    spec: { ...mounted.spec, volumes: [...volumes, { name: USER_LIBRARIES.name, emptyDir: {} }] },
  };
}

function withMain(pod: Pod, change: (container: ManifestJson) => ManifestJson): Pod {
  const containers = pod.spec.containers.map((one) => (one.name === MAIN_CONTAINER ? change(one) : one));
  return { ...pod, spec: { ...pod.spec, containers } };
}

/** With high availability, operators set the address for every Flink release. */
function jobManagerArguments({ spec, cluster: { options } }: OperatorDeployment): string[] {
  const isAvailable = isHighlyAvailable(options);
  const { job } = spec as { job?: ManifestJson };
  if (job === undefined) {
    return ['jobmanager', ...(isAvailable ? [POD_ADDRESS] : [])];
  }
  const { entryClass, args = [], initialSavepointPath, allowNonRestoredState } = job;
  return [
    'standalone-job',
    ...(isAvailable ? ['--host', POD_ADDRESS] : []),
    ...(entryClass === undefined ? [] : ['--job-classname', entryClass as string]),
    ...(allowNonRestoredState === true ? ['--allowNonRestoredState'] : []),
    ...(initialSavepointPath === undefined ? [] : ['--fromSavepoint', initialSavepointPath as string]),
    ...(args as string[]),
  ];
}
