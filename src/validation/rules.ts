/** One row of the rule table; `{words}` in the texts are filled in from the finding. */
export interface Rule {
  readonly severity: 'error' | 'warning';
  /** What does not hold, as a clause. */
  readonly rule: string;
  /** What to write instead, as a clause. */
  readonly fix: string;
  /** Who says so. */
  readonly source: string;
}

const KUBERNETES = 'Kubernetes API validation';
const IMAGE = 'entry point of the official image';
const LIBRARY = 'this library';
const FLINK = 'Flink configuration';
const PSS = 'Pod Security Standard restricted';

function error(rule: string, fix: string, source: string): Rule {
  return { severity: 'error', rule, fix, source };
}

function warning(rule: string, fix: string, source: string): Rule {
  return { severity: 'warning', rule, fix, source };
}

/** Every rule by its id. Drives the messages, the tests and `docs/errors.md`; ids are never reused. */
export const RULES = {
  'FLK-CONF-01': error('it is no option key: {detail}', 'use letters, digits, ".", "-" and "_", a letter first', FLINK),
  'FLK-CONF-02': error('{file} cannot carry this value ({reason}), given by {source}', 'change the value', 'Flink configuration readers'),
  'FLK-CONF-03': error('the same option is given twice: {detail}', 'keep one of the two spellings', FLINK),
  'FLK-CONF-04': error('the library sets this option from the cluster itself', '{instead}', LIBRARY),
  'FLK-CONF-05': error('{first} says {firstValue} and {second} says otherwise', 'keep one of the two', LIBRARY),
  'FLK-CONF-06': error('{leaf} has a value and is also the prefix of {child}, which breaks every rewrite of config.yaml into nested form', 'use the current name of {leaf}, or remove one of the two', 'FLINK-29372'),
  'FLK-CONF-07': error('it cannot be written as the value of an option: {detail}', 'give a text, a finite number, true or false, a list of those, a Size, a Duration or a map of options', LIBRARY),
  'FLK-CONF-08': error('probes and Services need one fixed port here', 'give one whole number from 1024 to 65535', KUBERNETES),
  'FLK-CONF-09': error('start scripts read this value (given by {source}) as text, and it contains {hazard}', 'write plain words, separated by one blank each', 'start scripts of the distribution'),
  'FLK-CONF-10': warning('Flink reads kubernetes.* options only in native mode; a standalone cluster ignores this one', 'remove it, or use the typed property of the same meaning', FLINK),
  'FLK-CONF-11': warning('Flink does not replace variables in its configuration file (given by {source})', 'write the value itself', FLINK),
  'FLK-CONF-12': warning('it replaces the module options of the library, and on Java 17 jobs are refused without {opens}', 'use jvmOptions, which come behind these options', 'Flink: configuration file of the image'),
  'FLK-ENV-01': error('it is no name of an environment variable{hint}', 'use letters, digits and "_", ".", "-", no digit first', KUBERNETES),
  'FLK-ENV-02': error('{name} belongs to the image and the library', '{instead}', IMAGE),
  'FLK-ENV-03': error('the variable is defined twice', 'keep one definition', KUBERNETES),
  'FLK-ENV-04': error('variables refer to each other in a circle: {cycle}', 'give one of them a value of its own', KUBERNETES),
  'FLK-ENV-05': error('it has both a value and a source', 'keep one of the two', KUBERNETES),
  'FLK-FEAT-01': error('{method} threw an exception: {reason}', 'correct the feature; findings are returned, not thrown', LIBRARY),
  'FLK-FEAT-03': error('a check of this feature failed: {finding}', 'follow the finding', LIBRARY),
  'FLK-FEAT-04': error('{rule}', '{fix}', LIBRARY),
  'FLK-FILE-01': error('it is no file name that a ConfigMap can hold', 'use at most 253 letters, digits, ".", "-" and "_"', KUBERNETES),
  'FLK-FILE-02': error('two files have this name', 'keep one; logging files are given by logging', LIBRARY),
  'FLK-FILE-03': error('the library writes this file itself', 'put the options into configuration', LIBRARY),
  'FLK-FILE-04': error('its content is neither a text nor base64', 'make it with FlinkFile.fromText, .fromBytes or .fromPath', LIBRARY),
  'FLK-FILE-05': error('the configuration directory holds {size} bytes; a ConfigMap holds at most 1048576', 'put large files into the image or on a volume', KUBERNETES),
  'FLK-IMG-01': error('it is no image reference', 'write [registry/]name:tag or name@sha256:digest, in lower case', 'distribution reference grammar'),
  'FLK-IMG-02': error('no official image of Flink {version} is published', 'set image', 'docker-library/official-images'),
  'FLK-IMG-03': error('the tag may point to another image tomorrow', 'use a tag of one release, such as flink:1.20.4, or a digest', LIBRARY),
  'FLK-IMG-04': error('the image holds Flink {tagged} but the version is {version}', 'make the two agree', LIBRARY),
  'FLK-IMG-05': error('it is no registry', 'write host[:port][/path] in lower case, without a scheme', 'distribution reference grammar'),
  'FLK-IMG-06': error('it is no digest', 'write sha256: and 64 hexadecimal digits', 'distribution reference grammar'),
  'FLK-LABEL-01': error('it is no label key{hint}', 'use [prefix/]name, the name up to 63 letters, digits, ".", "-" and "_"', KUBERNETES),
  'FLK-LABEL-02': error('it is no label value{hint}; it has {length} characters of at most 63, and must begin and end with a letter or digit', 'shorten it, or make it an annotation', KUBERNETES),
  'FLK-LABEL-03': error('the library selects pods and finds objects by this label', 'use another key', LIBRARY),
  'FLK-LABEL-04': error('it is no annotation key{hint}', 'use [prefix/]name, the name up to 63 letters, digits, ".", "-" and "_"', KUBERNETES),
  'FLK-LABEL-05': error('annotations hold {size} bytes; an object may have at most 262144', 'put large values elsewhere', KUBERNETES),
  'FLK-LABEL-06': error('a GitOps tool would take every pod with it for an object of its own', 'set it on objects, by labels or annotations of the cluster', 'Argo CD and Flux tracking'),
  'FLK-MEM-01': error('Flink would not start: {problem}', '{fix}', 'Flink: memory configuration'),
  'FLK-NAME-01': error('it must start with a letter, hold only a-z, 0-9 and "-", and not end with "-"{hint}', 'write {suggestion}', `${KUBERNETES}: Service names`),
  'FLK-NAME-02': error('it has {length} characters; at most {most} leave room for derived names', 'write {suggestion}', 'Flink: kubernetes.cluster-id'),
  'FLK-NAME-03': error('it is no namespace', 'use at most 63 of a-z, 0-9 and "-"', KUBERNETES),
  'FLK-NAME-04': error('{kind} {name} is made twice, by {other} and by {own}', 'give the clusters different names or namespaces', LIBRARY),
  'FLK-NAME-05': error('it is no name of an object{hint}', 'use a-z, 0-9, "-" and ".", a letter or digit at both ends', KUBERNETES),
  'FLK-NAME-06': warning('namespaces that start with kube- belong to Kubernetes', 'use a namespace of your own', 'KSV-0037'),
  'FLK-OPT-01': error('no release of Flink reads this option (given by {source})', '{suggestions}, or allow it by allowUnknownOptions', 'option catalogue of Flink'),
  'FLK-OPT-02': warning('the newest release that this library knows does not read this option (given by {source})', '{suggestions}, or allow it by allowUnknownOptions', 'option catalogue of Flink'),
  'FLK-OPT-03': error('Flink {release} ignores this option, as every release since {since} (given by {source})', '{instead}', 'option catalogue of Flink'),
  'FLK-OPT-04': error('Flink {release} does not know this option, which came with {since} (given by {source})', '{instead}', 'option catalogue of Flink'),
  'FLK-OPT-05': warning('Flink {release} reads this option under an old name or will drop it (given by {source})', '{instead}', 'option catalogue of Flink'),
  'FLK-OPT-06': error('Flink cannot read it as {type} (given by {source}): {problem}', 'write the value in one of these forms', 'option catalogue of Flink'),
  'FLK-PART-01': error('this configuration has a {part} already, {other}', 'give each cluster a FlinkConfigMap of its own', LIBRARY),
  'FLK-PART-02': error('the configuration is in namespace {namespace}, this part is not', 'put both into Charts of one namespace, or set namespace on the FlinkConfigMap', LIBRARY),
  'FLK-PART-03': error('no FlinkJobManager belongs to this configuration', 'make one with this config', LIBRARY),
  'FLK-PART-04': error('no FlinkTaskManager belongs to this configuration', 'make one with this config', LIBRARY),
  'FLK-PART-05': error('a part needs the configuration of its cluster', 'give a FlinkConfigMap', LIBRARY),
  'FLK-POD-01': error('it is no container name', 'use at most 63 of a-z, 0-9 and "-"', KUBERNETES),
  'FLK-POD-02': error('two containers have this name', 'rename one', KUBERNETES),
  'FLK-POD-05': error('pods of a Deployment are always restarted', 'remove it', KUBERNETES),
  'FLK-POD-06': error('pods must not use what belongs to the node', 'remove it, or set hardening to NONE', PSS),
  'FLK-POD-07': error('the hardening of the cluster needs {needed} here', 'remove the setting, or set hardening to NONE', PSS),
  'FLK-POD-08': error('it {problem}', 'correct the probe', KUBERNETES),
  'FLK-POD-09': warning('Flink needs about ten seconds to end in order; killed before, its slots stay taken until the heartbeat times out', 'give at least 10 seconds', 'Flink: cluster.services.shutdown-timeout'),
  'FLK-POD-10': error('it is no name of a time zone', 'use an IANA name, such as Europe/Berlin or UTC', 'IANA time zone database'),
  'FLK-POD-11': error('it {problem}', 'correct the strategy', KUBERNETES),
  'FLK-POD-12': error('a TaskManager has no REST endpoint that could be asked', 'use FlinkProbe.tcpSocket() or FlinkProbe.exec()', FLINK),
  'FLK-PORT-01': error('only root may listen below 1024, and Flink runs as user 9999', 'use a port from 1024 to 65535', IMAGE),
  'FLK-PORT-02': error('the pod already uses this port, for {owner}', 'choose another one', KUBERNETES),
  'FLK-PORT-03': error('it is no port', 'give a whole number from 1 to 65535', KUBERNETES),
  'FLK-PORT-04': error('it is no port name', 'use at most 15 of a-z, 0-9 and single "-", with a letter', KUBERNETES),
  'FLK-PORT-05': error('two ports of the container have this name', 'rename one', KUBERNETES),
  'FLK-REP-01': error('several JobManagers without high availability are several clusters behind one Service', 'use one, or configure high availability', 'Flink: standby JobManagers'),
  'FLK-REP-02': error('a rolling update runs two JobManagers for a while, which are two clusters without high availability', 'use RolloutStrategy.recreate(), or configure high availability', 'Flink: standby JobManagers'),
  'FLK-REP-03': error('a TaskManager needs a whole number of slots, at least 1', 'give a number such as 2', FLINK),
  'FLK-REP-04': warning('so many slots share one JVM', 'use more TaskManagers with fewer slots', LIBRARY),
  'FLK-REP-05': warning('{slots} slots × {replicas} TaskManagers = {total} slots, so a job of default parallelism would wait for ever', 'raise taskSlots or replicas, or lower the parallelism', 'Flink: NoResourceAvailableException'),
  'FLK-REP-06': error('parallelism is a whole number, at least 1', 'give a number such as 2', FLINK),
  'FLK-RES-03': error('it is no quantity', 'write a number above 0, with a unit such as Mi, Gi or m', KUBERNETES),
  'FLK-RES-04': error('"m" is a thousandth here: 2048m is two bytes', 'write Mi or Gi', `${KUBERNETES}: fractional byte value`),
  'FLK-RES-05': error('the container requests more than its limit of {limit}', 'raise the limit or lower the request', KUBERNETES),
  'FLK-RES-06': error('Kubernetes counts no further than 2^63 and takes that instead', 'write a smaller quantity', KUBERNETES),
  'FLK-RES-07': error('the Flink process is to use {size}, so the container would be killed', 'raise the limit, or give memory', FLINK),
  'FLK-SVC-01': error('it is no node port', 'give a whole number from 30000 to 32767', KUBERNETES),
  'FLK-SVC-02': warning('whoever reaches the REST endpoint can run code in the cluster: Flink asks for no password', 'use RestAccess.clusterIp() behind something that authenticates, or suppress this with a reason', 'Flink security page'),
  'FLK-SVC-03': warning('queryable state is deprecated since Flink 1.18 (version {version})', 'write the state to a sink that can be queried', 'FLINK-32559'),
  'FLK-SVC-04': error('it is no address range', 'write a CIDR, such as 10.0.0.0/8', KUBERNETES),
  'FLK-SVC-05': error('the REST endpoint is offered by something else already', 'keep one of restAccess and the features that offer it', LIBRARY),
  'FLK-TEXT-01': error('{reason}', 'write the text without it', 'YAML readers of Kubernetes'),
  'FLK-TYPE-01': error('it is required', 'give a value', LIBRARY),
  'FLK-TYPE-02': error('it must be {expected}', 'give {expected}', LIBRARY),
  'FLK-TYPE-03': error('there is no such property', '{suggestion}', LIBRARY),
  'FLK-TYPE-04': error('it cannot be read: {reason}', 'give plain data', LIBRARY),
  'FLK-TYPE-05': error('it is {what}, which no manifest can hold', 'give text, finite numbers, true, false, lists or maps of those', LIBRARY),
  'FLK-TYPE-06': error('JavaScript objects cannot carry this key safely', 'use another key', LIBRARY),
  'FLK-VER-01': error('it is no version', 'write FlinkVersion.V1_20 or FlinkVersion.of("1.20.4")', LIBRARY),
  'FLK-VER-02': error('releases before 1.11 have another memory model and another image', 'use Flink 1.11 or newer', LIBRARY),
  'FLK-VER-03': warning('this library does not know the release and treats it as the last one before it', 'check the result, or update the library', LIBRARY),
  'FLK-VOL-01': error('two volumes have this name', 'rename one', KUBERNETES),
  'FLK-VOL-02': error('no volume of the pod has this name', 'add the volume, or correct the name', KUBERNETES),
  'FLK-VOL-03': error('two mounts have this path', 'use another path', KUBERNETES),
  'FLK-VOL-04': error('it is no mount path', 'use an absolute path without ":" and ".."', KUBERNETES),
  'FLK-VOL-05': error('mounting here would hide the distribution, or a file of the library', 'use a folder of your own, such as /opt/flink/usrlib or /opt/flink/plugins/name', IMAGE),
  'FLK-VOL-06': error('hostPath volumes reach into the node', 'use another volume, or Hardening.RESTRICTED_WITH_HOST_PATH in a namespace that allows it', PSS),
  'FLK-VOL-07': error('it is no volume name', 'use at most 63 of a-z, 0-9 and "-"', KUBERNETES),
  'FLK-VOL-08': error('a volume has a name and exactly one source', 'give one source, such as emptyDir: {}', KUBERNETES),
  'FLK-VOL-09': error('it is no path inside the volume', 'use a relative path without ".."', KUBERNETES),
  'FLK-VOL-10': error('namespaces that enforce restricted refuse this volume type', 'use a PersistentVolumeClaim, or set hardening to NONE', PSS),
} as const satisfies { readonly [id: string]: Rule };

export type RuleId = keyof typeof RULES;
