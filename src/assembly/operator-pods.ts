import { App, Chart } from 'cdk8s';
import { FlinkVersion } from '../configuration/flink-version';
import { isHighlyAvailable } from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { FlinkApplicationCluster } from '../constructs/application-cluster';
import { type FlinkClusterProps } from '../constructs/flink-cluster';
import { FlinkSessionCluster } from '../constructs/session-cluster';
import { JobArtifact } from '../jobs/job-artifact';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { isMap } from '../kubernetes/pod-shapes';
import { type ClusterModel, type RoleModel } from '../model/cluster-model';
import { DeploymentMode } from '../modes/deployment-mode';
import { optionText } from '../modes/operator/option-text';
import { DEFAULT_OPERATOR_VERSION, OperatorRelease } from '../operator-rules/operator-release';
import { FlinkFile } from '../props/flink-file';

/** A FlinkDeployment, and what it was made from. */
interface OperatorResource {
  readonly spec: ManifestJson;
  readonly cluster: ClusterModel & { readonly release?: OperatorRelease };
}

const MAIN_CONTAINER = 'flink-main-container';
const POD_ADDRESS = '$(_POD_IP_ADDRESS)';
/** What Flink tells TaskManagers that it makes itself. */
const NATIVE_ENV: readonly string[] = ['_POD_NODE_ID', 'FLINK_TM_JVM_MEM_OPTS'];
const USER_LIBRARIES = '/opt/flink/usrlib';
const GENERATION = 'flinkdeployment.flink.apache.org/generation:1';
const PROBE_SWITCH = 'kubernetes.operator.jm-deployment.startup.probe.enabled';
const PROCESS_SIZE = {
  jobManager: Keys.JOB_MANAGER_PROCESS_SIZE,
  taskManager: Keys.TASK_MANAGER_PROCESS_SIZE,
} as const;
/** Which program it is makes no difference to the pods. */
const ANY_JOB = { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/job.jar') };

/** A role's pod as it results from the operator's resource; of two colours, that of the first. */
export function operatorPod(
  spec: ManifestJson,
  cluster: ClusterModel,
  part: 'jobManager' | 'taskManager',
): ManifestJson {
  const { spec: template } = (spec.template ?? {}) as { spec?: ManifestJson };
  const deployed = template ?? spec;
  const given: OperatorResource = {
    spec: { ...deployed, flinkConfiguration: optionText(deployed.flinkConfiguration) },
    cluster: template === undefined ? cluster : { ...cluster, clusterName: `${cluster.clusterName}-blue` },
  };
  return given.spec.mode === 'standalone' ? standalonePod(given, part) : nativePod(given, part);
}

/**
 * The pod that Flink makes for the operator in native mode: the operator hands what the resource says to Flink's own client, and that is native
 * mode at parity. The JobManager is made by the Flink inside the operator, TaskManagers by the one in the image.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/overview/
 */
function nativePod({ spec, cluster }: OperatorResource, part: 'jobManager' | 'taskManager'): ManifestJson {
  const release = cluster.release ?? OperatorRelease.parse(DEFAULT_OPERATOR_VERSION)!;
  const version =
    part === 'jobManager' || spec.mode === 'standalone' ? FlinkVersion.of(release.ownFlink) : cluster.version;
  const isLegacy = !cluster.version._isAtLeast('2.0');
  const {
    podTemplate = {},
    jobManager = {},
    taskManager = {},
    logConfiguration = {},
  } = spec as { [field: string]: ManifestJson };
  const templates = {
    jobmanager: withStartupProbe(mergeByPosition(podTemplate, jobManager.podTemplate ?? {}) as ManifestJson, spec),
    taskmanager: mergeByPosition(podTemplate, taskManager.podTemplate ?? {}) as ManifestJson,
  };
  const files = Object.entries(templates)
    .filter(
      ([role, template]) =>
        Object.keys(template).length > 0 && (spec.mode !== 'standalone' || role === part.toLowerCase()),
    )
    .map(
      ([role, template]) =>
        [
          `/template/${role}.yaml`,
          FlinkFile.fromText(`${role}.yaml`, JSON.stringify({ apiVersion: 'v1', kind: 'Pod', ...template })),
        ] as const,
    );
  const logs = Object.entries(logConfiguration as { [name: string]: string }).map(([name, text]) =>
    FlinkFile.fromText(name, text),
  );
  const props: FlinkClusterProps = {
    version,
    clusterName: cluster.clusterName,
    namespace: cluster.namespace ?? 'default',
    mode: DeploymentMode.native({
      parity: true,
      commandLine: false,
      confDir: [...(isLegacy ? [FlinkFile.fromText('flink-conf.yaml', '')] : []), ...logs],
      clientFiles: Object.fromEntries(files),
    }),
    configuration: {
      ...(spec.flinkConfiguration as ManifestJson),
      ...fieldOptions(spec, cluster, version),
      // The operator's own TaskManagers stay off the node's network.
      ...(spec.mode === 'standalone' && part === 'taskManager' ? { 'kubernetes.hostnetwork.enabled': 'false' } : {}),
      ...Object.fromEntries(
        files.map(([path]) => [
          `kubernetes.pod-template-file.${path.slice('/template/'.length, -'.yaml'.length)}`,
          path,
        ]),
      ),
    },
  };
  const chart = new Chart(new App(), 'preview');
  const made =
    cluster.job === undefined
      ? new FlinkSessionCluster(chart, 'Flink', props)
      : new FlinkApplicationCluster(chart, 'Flink', { ...props, job: ANY_JOB });
  return made[part].previewPod();
}

/** The operator makes standalone pods with the same steps, apart from the commands. */
function standalonePod(given: OperatorResource, part: 'jobManager' | 'taskManager'): ManifestJson {
  const { metadata, spec, ...pod } = nativePod(given, part) as { metadata: ManifestJson; spec: ManifestJson };
  const labels = { ...(metadata.labels as ManifestJson), type: 'flink-standalone-kubernetes' };
  const main = (change: (container: ManifestJson) => ManifestJson): ManifestJson[] =>
    (spec.containers as ManifestJson[]).map((one) => (one.name === MAIN_CONTAINER ? change(one) : one));
  if (part === 'jobManager') {
    const containers = main((container) => ({ ...container, args: standaloneArguments(given) }));
    const made = { ...pod, metadata: { ...metadata, labels }, spec: { ...spec, containers } };
    return (given.spec.job as ManifestJson | undefined)?.jarURI === undefined ? made : withUserLibraries(made);
  }
  const { name: _name, ...named } = metadata;
  const { dnsPolicy: _dns, restartPolicy: _restart, hostNetwork: _network, ...rest } = spec;
  const containers = main(({ env = [], ...container }) => {
    const own = (env as ManifestJson[]).filter(({ name }) => !NATIVE_ENV.includes(name as string));
    return { ...container, args: ['taskmanager'], ...(own.length === 0 ? {} : { env: own }) };
  });
  return { ...pod, metadata: { ...named, labels }, spec: { ...rest, containers } };
}

/** A folder for the jars of a program, where the template has put nothing there. */
function withUserLibraries({ spec, ...pod }: { spec: ManifestJson; [field: string]: unknown }): ManifestJson {
  const { containers, volumes = [] } = spec as { containers: ManifestJson[]; volumes?: ManifestJson[] };
  const mountsOf = ({ volumeMounts = [] }: ManifestJson): ManifestJson[] => volumeMounts as ManifestJson[];
  const main = containers.find(({ name }) => name === MAIN_CONTAINER)!;
  if (mountsOf(main).some(({ mountPath }) => mountPath === USER_LIBRARIES)) {
    return { ...pod, spec };
  }
  const mounted = { ...main, volumeMounts: [...mountsOf(main), { name: 'user-lib-dir', mountPath: USER_LIBRARIES }] };
  return {
    ...pod,
    spec: {
      ...spec,
      containers: containers.map((one) => (one === main ? mounted : one)),
      volumes: [...volumes, { name: 'user-lib-dir', emptyDir: {} }],
    },
  };
}

/** With high availability, operators write the address for every release of Flink. */
function standaloneArguments({ spec, cluster: { options } }: OperatorResource): string[] {
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

/** The options of Flink that the operator makes of the fields of its resource. */
function fieldOptions(spec: ManifestJson, cluster: ClusterModel, version: FlinkVersion): { [key: string]: string } {
  const { image, imagePullPolicy, serviceAccount, flinkConfiguration } = spec;
  const annotations = (flinkConfiguration as ManifestJson | undefined)?.['kubernetes.jobmanager.annotations'];
  const isRenamed = version._isAtLeast('1.17');
  const options = {
    [isRenamed ? 'kubernetes.container.image.ref' : 'kubernetes.container.image']: image,
    'kubernetes.container.image.pull-policy': imagePullPolicy,
    'kubernetes.service-account': serviceAccount,
    'kubernetes.jobmanager.annotations':
      annotations === undefined ? GENERATION : `${String(annotations)},${GENERATION}`,
    ...roleOptions(spec.jobManager as ManifestJson | undefined, cluster, cluster.jobManager, isRenamed),
    ...roleOptions(spec.taskManager as ManifestJson | undefined, cluster, cluster.taskManager, isRenamed),
  };
  return Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  );
}

function roleOptions(
  spec: ManifestJson | undefined,
  { options }: ClusterModel,
  { role, flinkRole, stated }: RoleModel,
  isRenamed: boolean,
): ManifestJson {
  if (spec?.resource === undefined && spec?.resources === undefined) {
    return {};
  }
  return {
    [PROCESS_SIZE[role]]: options.get(PROCESS_SIZE[role]),
    [isRenamed ? `kubernetes.${flinkRole}.cpu.amount` : `kubernetes.${flinkRole}.cpu`]: asJavaDouble(stated.cpu ?? 1),
    [`kubernetes.${flinkRole}.cpu.limit-factor`]: stated.cpuLimitFactor,
    [`kubernetes.${flinkRole}.memory.limit-factor`]: stated.memoryLimitFactor,
  };
}

function asJavaDouble(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** The operator's own probe, by which it sees that a JobManager has started. */
function withStartupProbe(template: ManifestJson, { flinkConfiguration = {} }: ManifestJson): ManifestJson {
  const { spec = {} } = template as { spec?: ManifestJson };
  const { containers = [] } = spec as { containers?: ManifestJson[] };
  const main = containers.find(({ name }) => name === MAIN_CONTAINER);
  if (
    main?.startupProbe !== undefined ||
    String((flinkConfiguration as ManifestJson)[PROBE_SWITCH]).toLowerCase() === 'false'
  ) {
    return template;
  }
  const startupProbe = {
    httpGet: { path: '/config', port: 'rest' },
    periodSeconds: 1,
    failureThreshold: 2_147_483_647,
  };
  const probed = { ...main, name: MAIN_CONTAINER, startupProbe };
  const all = main === undefined ? [...containers, probed] : containers.map((one) => (one === main ? probed : one));
  return { ...template, spec: { ...spec, containers: all } };
}

/** As the operator merges a role's template over the common one: lists by position, at every depth. */
function mergeByPosition(under: unknown, over: unknown): unknown {
  if (Array.isArray(under) && Array.isArray(over)) {
    return Array.from({ length: Math.max(under.length, over.length) }, (_, index) =>
      index >= over.length
        ? under[index]
        : index >= under.length
          ? over[index]
          : mergeByPosition(under[index], over[index]),
    );
  }
  if (isMap(under) && isMap(over)) {
    const merged = Object.entries(over).map(
      ([key, value]) => [key, Object.hasOwn(under, key) ? mergeByPosition(under[key], value) : value] as const,
    );
    return { ...under, ...Object.fromEntries(merged) };
  }
  return over;
}
