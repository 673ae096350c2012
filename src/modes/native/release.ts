import { type FlinkVersion } from '../../configuration/flink-version';

/**
 * Everything that a release of Flink does in its own way, for the decorators; what all releases do alike stands in them. Which options a release
 * has is not here, but in the catalogue of options.
 */
export interface Release {
  readonly mainContainer: { readonly jobmanager: string; readonly taskmanager: string };
  /** The repository and the Scala version of the image that the client assumes. */
  readonly image: { readonly repository: string; readonly scala: string };
  /** How a process is started: a Java command line, the same behind the entry point's `native-k8s`, or the scripts of the image. */
  readonly start: 'shell' | 'native-k8s' | 'scripts';
  /** The command line that the client fills in, where it writes it itself. */
  readonly startCommand?: string;
  readonly entryPath: string;
  /** Logging files that the client ships, in the order in which they are listed. */
  readonly logFiles: readonly string[];
  /** Secrets, owner references, the common account and Kerberos. */
  readonly hasSecrets: boolean;
  readonly hasPodTemplates: boolean;
  /** Whether labels of the user are in selectors, which cannot change. */
  readonly selectsUserLabels: boolean;
  /** Whether the old field of the account is filled too. */
  readonly fillsServiceAccount: boolean;
  readonly annotatesDeployment: boolean;
  readonly hasReplicas: boolean;
  /** Whether a principal without a keytab is an error, as a keytab without a principal always is. */
  readonly refusesLonePrincipal: boolean;
  /** Whether krb5.conf has that name in the pod whatever it is called on the client. */
  readonly renamesKrb5Conf: boolean;
  readonly exposedType: 'LoadBalancer' | 'ClusterIP';
  readonly exposedTypes: readonly string[];
  readonly hasHostNetwork: boolean;
  readonly hasLimitFactors: boolean;
  /** Options that stay on the client, beside those that always do. */
  readonly clientOnly: readonly string[];
  /** Whether a template of another kind is an error, and whether one without a spec is. */
  readonly refusesOtherKinds: boolean;
  readonly needsTemplateSpec: boolean;
  /** Whether a list of containers without a value is an error; one that is not there never is. */
  readonly refusesNullContainers: boolean;
  /** Whether the client refuses to make a TaskManager's pod whose template names another namespace. */
  readonly refusesOtherNamespaces: boolean;
  /** Whether fields of a template that the client's Kubernetes model does not know reach the pod. */
  readonly keepsUnknownFields: boolean;
  /** Whether accompanying objects carry their namespace. */
  readonly namesNamespace: boolean;
  readonly hasEntrypointArguments: boolean;
  readonly tellsNode: boolean;
  /** Whether a TaskManager's pod has `env.java.home` as its `JAVA_HOME`. */
  readonly tellsJavaHome: boolean;
  readonly hasDecoratorSwitches: boolean;
  /** Whether empty annotations and node selectors are sent. */
  readonly sendsEmptyMaps: boolean;
  readonly hasUserArtifacts: boolean;
  /** Whether an application's jar may be anywhere that Flink can fetch from, and not only in the image. */
  readonly takesAnyJar: boolean;
  /** Whether a TaskManager process learns its slots and external resources from its arguments. */
  readonly passesSlots: boolean;
  /** Whether TaskManagers are sized by their parts whatever their totals are: never, if or unless an option says so, or always. */
  readonly sizesByParts: 'never' | 'if' | 'unless' | 'always';
  /** What an owner reference says of itself where it was not told. */
  readonly defaultOwner: { readonly apiVersion?: string; readonly kind?: string };
}

const START_COMMAND = '%java% %classpath% %jvmmem% %jvmopts% %logging% %class% %args%';
const LOG_FILES = ['logback-console.xml', 'log4j-console.properties'];
const ALL_LOG_FILES = [
  ...LOG_FILES,
  'logback.xml',
  'log4j.properties',
  'logback-session.xml',
  'log4j-session.properties',
  'log4j-cli.properties',
];

const known = new Map<string, Release>();

/** What holds for a version; an unknown newer one is taken for the newest. */
export function releaseOf(version: FlinkVersion): Release {
  const release = known.get(version.releaseLine) ?? describe((line) => version._isAtLeast(line));
  known.set(version.releaseLine, release);
  return release;
}

function describe(since: (line: string) => boolean): Release {
  return {
    mainContainer: since('1.13')
      ? { jobmanager: 'flink-main-container', taskmanager: 'flink-main-container' }
      : { jobmanager: 'flink-job-manager', taskmanager: 'flink-task-manager' },
    image: { repository: since('1.12') ? 'apache/flink' : 'flink', scala: since('1.14') ? '2.12' : '2.11' },
    start: since('1.13') ? 'scripts' : since('1.12') ? 'native-k8s' : 'shell',
    startCommand: since('1.13') ? undefined : since('1.12') ? START_COMMAND : `${START_COMMAND} %redirects%`,
    entryPath: since('1.12') ? '/docker-entrypoint.sh' : '/opt/flink/bin/kubernetes-entry.sh',
    logFiles: since('2.1') ? ALL_LOG_FILES : since('1.12') ? LOG_FILES : ['logback.xml', 'log4j.properties'],
    hasSecrets: since('1.12'),
    hasPodTemplates: since('1.13'),
    selectsUserLabels: !since('1.13'),
    fillsServiceAccount: since('1.13'),
    annotatesDeployment: since('1.14'),
    hasReplicas: since('1.14'),
    refusesLonePrincipal: since('1.16'),
    renamesKrb5Conf: since('1.14'),
    exposedType: since('1.15') ? 'ClusterIP' : 'LoadBalancer',
    exposedTypes: ['ClusterIP', 'NodePort', 'LoadBalancer', ...(since('1.14') ? ['Headless_ClusterIP'] : [])],
    hasHostNetwork: since('1.15'),
    hasLimitFactors: since('1.15'),
    clientOnly: since('1.15')
      ? ['rest.bind-address', 'jobmanager.bind-host', 'taskmanager.bind-host', 'taskmanager.host']
      : [],
    refusesOtherKinds: since('1.16') && !since('1.18'),
    needsTemplateSpec: !since('1.15'),
    refusesNullContainers: !since('1.16') || since('1.18'),
    refusesOtherNamespaces: !since('1.18'),
    keepsUnknownFields: since('1.16'),
    namesNamespace: !since('1.16'),
    hasEntrypointArguments: since('1.16'),
    tellsNode: since('1.16'),
    tellsJavaHome: since('2.0'),
    hasDecoratorSwitches: since('1.17'),
    sendsEmptyMaps: !since('1.18'),
    hasUserArtifacts: since('1.19'),
    takesAnyJar: since('1.19'),
    passesSlots: since('1.13'),
    sizesByParts: since('1.19') ? 'always' : since('1.18') ? 'unless' : since('1.13') ? 'if' : 'never',
    defaultOwner: since('2.2') ? { apiVersion: 'v1', kind: 'OwnerReference' } : {},
  };
}
