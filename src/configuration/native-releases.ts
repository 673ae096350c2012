import { type FlinkVersion } from './flink-version';
import { type ByRelease, valueFor } from './releases';

/**
 * What Flink's client and the JobManager write differently from release to release in native mode. Whether a release
 * does something at all is in `releases.ts`.
 */
export interface NativeRelease {
  readonly mainContainer: { readonly jobmanager: string; readonly taskmanager: string };
  /** The repository and the Scala version of the image that the client uses by default. */
  readonly image: { readonly repository: string; readonly scala: string };
  /** How a process starts: with a Java command line, with one after the argument `native-k8s`, or with scripts. */
  readonly start: 'shell' | 'native-k8s' | 'scripts';
  /** The template of the Java command line; absent if scripts of the image write it. */
  readonly startCommand: string | undefined;
  readonly entryPath: string;
  /** Logging files that the client adds to the ConfigMap, in Flink's order. */
  readonly logFiles: readonly string[];
  /** The default type of the REST Service, and all of its types. */
  readonly exposedType: 'LoadBalancer' | 'ClusterIP';
  readonly exposedTypes: readonly string[];
  /** Options that the client does not write into the ConfigMap. */
  readonly clientOnly: readonly string[];
  /**
   * When the JobManager sizes TaskManagers by the parts of their memory and ignores the total: never, if fine-grained
   * resource management is enabled, unless it is disabled, or always.
   */
  readonly sizesByParts: 'never' | 'if' | 'unless' | 'always';
  /** Default values of an owner reference. */
  readonly defaultOwner: { readonly apiVersion?: string; readonly kind?: string };
}

const START_COMMAND = '%java% %classpath% %jvmmem% %jvmopts% %logging% %class% %args%';
const CLIENT_ONLY = ['kubernetes.config.file', '$internal.deployment.config-dir'];
const CONSOLE_LOG_FILES = ['logback-console.xml', 'log4j-console.properties'];
const OTHER_LOG_FILES = [
  'logback.xml',
  'log4j.properties',
  'logback-session.xml',
  'log4j-session.properties',
  'log4j-cli.properties',
];
const EXPOSED_TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer'];

const VALUES: { readonly [Name in keyof NativeRelease]: ByRelease<NativeRelease[Name]> } = {
  mainContainer: [
    { value: { jobmanager: 'flink-job-manager', taskmanager: 'flink-task-manager' } },
    { since: '1.13', value: { jobmanager: 'flink-main-container', taskmanager: 'flink-main-container' } },
  ],
  image: [
    { value: { repository: 'flink', scala: '2.11' } },
    { since: '1.12', value: { repository: 'apache/flink', scala: '2.11' } },
    { since: '1.14', value: { repository: 'apache/flink', scala: '2.12' } },
  ],
  start: [{ value: 'shell' }, { since: '1.12', value: 'native-k8s' }, { since: '1.13', value: 'scripts' }],
  startCommand: [
    { value: `${START_COMMAND} %redirects%` },
    { since: '1.12', value: START_COMMAND },
    { since: '1.13', value: undefined },
  ],
  entryPath: [{ value: '/opt/flink/bin/kubernetes-entry.sh' }, { since: '1.12', value: '/docker-entrypoint.sh' }],
  logFiles: [
    { value: ['logback.xml', 'log4j.properties'] },
    { since: '1.12', value: CONSOLE_LOG_FILES },
    { since: '2.1', value: [...CONSOLE_LOG_FILES, ...OTHER_LOG_FILES] },
  ],
  exposedType: [{ value: 'LoadBalancer' }, { since: '1.15', value: 'ClusterIP' }],
  exposedTypes: [{ value: EXPOSED_TYPES }, { since: '1.14', value: [...EXPOSED_TYPES, 'Headless_ClusterIP'] }],
  clientOnly: [
    { value: CLIENT_ONLY },
    {
      since: '1.15',
      value: [...CLIENT_ONLY, 'rest.bind-address', 'jobmanager.bind-host', 'taskmanager.bind-host', 'taskmanager.host'],
    },
  ],
  sizesByParts: [
    { value: 'never' },
    { since: '1.13', value: 'if' },
    { since: '1.18', value: 'unless' },
    { since: '1.19', value: 'always' },
  ],
  defaultOwner: [{ value: {} }, { since: '2.2', value: { apiVersion: 'v1', kind: 'OwnerReference' } }],
};

const known = new Map<string, NativeRelease>();

/** The values for a version; a release that is not known yet is treated as the newest one. */
export function nativeRelease(version: FlinkVersion): NativeRelease {
  const values = known.get(version.releaseLine) ?? allValues(version);
  known.set(version.releaseLine, values);
  return values;
}

function allValues(version: FlinkVersion): NativeRelease {
  const values = Object.entries(VALUES).map(([name, rows]) => [name, valueFor<unknown>(version, rows)]);
  return Object.fromEntries(values) as NativeRelease;
}
