import { Size } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import { type Given, row, type Row, rule } from './row';
import {
  DeploymentMode,
  FlinkApplicationCluster,
  FlinkFile,
  type FlinkSessionCluster,
  FlinkVersion,
  Hardening,
  JobArtifact,
  KerberosMount,
  type NativeModeOptions,
  RestAccess,
  RolloutStrategy,
} from '../../../src';
import { cluster, newChart } from '../../support/synth';

/** A cluster at parity with Flink's client, and what else is stated. */
function parity(
  configuration: { [key: string]: string } = {},
  client: NativeModeOptions = {},
  more: { [property: string]: unknown } = {},
): Given {
  const sizes = { 'jobmanager.memory.process.size': '1600m', 'taskmanager.memory.process.size': '1728m' };
  return {
    mode: DeploymentMode.native({ ...client, parity: true }),
    configuration: { ...sizes, ...configuration },
    ...more,
  };
}

/** A cluster in native mode with what the library adds. */
function native(more: { [property: string]: unknown } = {}, client: NativeModeOptions = {}): Given {
  return { mode: DeploymentMode.native(client), namespace: 'streaming', ...more };
}

/** The same with one option stated. */
function option(key: string, value: string): Given {
  return native({ configuration: { [key]: value } });
}

/** All that the size of a TaskManager follows from. */
const PARTS = { 'taskmanager.memory.task.heap.size': '512m', 'taskmanager.memory.managed.size': '0' };

/** Releases that have no pod templates take the bare documents alone. */
const OLD = { version: FlinkVersion.V1_12, hardening: Hardening.NONE };

/** A login with a Secret of this name. */
function kerberos(secret: string, more: { [property: string]: unknown }): () => unknown {
  return () => {
    const flink: FlinkSessionCluster = cluster(native(more) as object);
    new KerberosMount(flink, 'Kerberos', {
      keytab: Secret.fromSecretName(newChart('other'), 'Keytab', secret),
      principal: 'flink@EXAMPLE.ORG',
    });
    return flink;
  };
}

/** An application of this release with a jar at this place. */
function application(version: string, jar: string): () => unknown {
  return () =>
    new FlinkApplicationCluster(newChart(), 'Flink', {
      version: FlinkVersion.of(version),
      mode: DeploymentMode.native({ parity: true }),
      job: { artifact: JobArtifact.inImage(jar) },
      configuration: { 'jobmanager.memory.process.size': '1600m', 'taskmanager.memory.process.size': '1728m' },
    });
}

const POD = 'kind: Pod\nspec: {containers: []}\n';
const PATH = '/client/template.yaml';
const template = (text: string): NativeModeOptions => ({
  clientFiles: { [PATH]: FlinkFile.fromText('template.yaml', text) },
});
const TEMPLATE = { 'kubernetes.pod-template-file.jobmanager': PATH };

const OWNER = 'apiVersion:v1,kind:ConfigMap,name:a,uid:b';

/** A property of the cluster or of one of its parts, and options. */
function stating(
  property: string,
  value: string,
  configuration: { [key: string]: string },
): { [property: string]: unknown } {
  const [part, own] = property.split('.');
  return { configuration, ...(own === undefined ? { [property]: value } : { [part!]: { [own]: value } }) };
}

/** What Flink's own client refuses. */
export const NATIVE: Row[] = [
  ...rule(
    'FLK-TYPE-02',
    ...(
      [
        ['parity', 'yes', 'true or false', false],
        ['commandLine', 1, 'true or false', true],
        ['confDir', null, 'a list', []],
        ['hadoopConfDir', {}, 'a list', []],
        ['clientFiles', [], 'a map', {}],
        ['clientFiles', null, 'a map', {}],
      ] as const
    ).map(([property, bad, expected, good]) =>
      row(
        `${JSON.stringify(bad)} as ${property} of native mode`,
        native({}, { [property]: bad }),
        `mode.${property}`,
        [expected],
        native({}, { [property]: good }),
      ),
    ),
  ),
  rule(
    'FLK-NAT-01',
    row(
      'a cluster id of 46 characters',
      parity({}, {}, { clusterName: 'c'.repeat(46) }),
      'clusterName',
      ['45 characters', 'clusterName'],
      parity({}, {}, { clusterName: 'c'.repeat(45) }),
    ),
  ),
  rule(
    'FLK-NAT-02',
    row(
      'a configuration file that is no map',
      parity({}, { confDir: [FlinkFile.fromText('config.yaml', '[1, 2]\n')] }),
      'mode.confDir.config.yaml',
      ['map of options'],
      parity({}, { confDir: [FlinkFile.fromText('config.yaml', 'parallelism.default: 2\n')] }),
    ),
  ),
  rule(
    'FLK-NAT-03',
    row(
      'cores with the unit of Kubernetes',
      parity({ 'kubernetes.jobmanager.cpu.amount': '500m' }),
      'configuration.kubernetes.jobmanager.cpu.amount',
      ['500m', 'number'],
      parity({ 'kubernetes.jobmanager.cpu.amount': '0.5' }),
    ),
    row(
      'a limit below the request',
      parity({ 'kubernetes.jobmanager.memory.limit-factor': '0.5' }),
      'configuration.kubernetes.jobmanager.memory.limit-factor',
      ['0.5', 'at least 1'],
      parity({ 'kubernetes.jobmanager.memory.limit-factor': '1.5' }),
    ),
    row(
      'two JobManagers without high availability',
      parity({ 'kubernetes.jobmanager.replicas': '2' }),
      'configuration.kubernetes.jobmanager.replicas',
      ['2', 'high availability'],
      parity({ 'kubernetes.jobmanager.replicas': '1' }),
    ),
    row(
      'a range of ports',
      parity({ 'blob.server.port': '6124-6130' }),
      'configuration.blob.server.port',
      ['6124-6130', 'one number'],
      parity({ 'blob.server.port': '6130' }),
    ),
    row(
      'a map without a colon',
      parity({ 'kubernetes.jobmanager.labels': 'team' }),
      'configuration.kubernetes.jobmanager.labels',
      ['team', 'key:value'],
      parity({ 'kubernetes.jobmanager.labels': 'team:data' }),
    ),
    row(
      'an unknown way to expose the REST endpoint',
      parity({ 'kubernetes.rest-service.exposed.type': 'Ingress' }),
      'configuration.kubernetes.rest-service.exposed.type',
      ['Ingress', 'NodePort'],
      parity({ 'kubernetes.rest-service.exposed.type': 'nodeport' }),
    ),
  ),
  rule(
    'FLK-NAT-04',
    row(
      'a template that is not given',
      parity(TEMPLATE),
      'configuration.kubernetes.pod-template-file.jobmanager',
      [PATH, 'clientFiles'],
      parity(TEMPLATE, template(POD)),
    ),
  ),
  rule(
    'FLK-NAT-05',
    row(
      'a principal without a keytab',
      parity({ 'security.kerberos.login.principal': 'flink@EXAMPLE.ORG' }),
      'configuration.security.kerberos.login.principal',
      ['security.kerberos.login.keytab', 'both'],
      parity(),
    ),
  ),
  rule(
    'FLK-NAT-06',
    row(
      'a template that is no manifest',
      parity(TEMPLATE, template('- a list\n')),
      `mode.clientFiles.${PATH}`,
      ['no manifest', 'Pod'],
      parity(TEMPLATE, template(POD)),
    ),
  ),
  rule(
    'FLK-NAT-07',
    row(
      'a namespace that only kubectl would know',
      native({ namespace: undefined }),
      'namespace',
      ['flink.NAMESPACE', 'namespace'],
      native(),
    ),
  ),
  rule(
    'FLK-NAT-08',
    row(
      'an owner',
      native({
        configuration: { 'kubernetes.jobmanager.owner.reference': 'apiVersion:v1,kind:ConfigMap,name:a,uid:b' },
      }),
      'configuration.kubernetes.jobmanager.owner.reference',
      ['uid', 'remove it'],
      native(),
    ),
  ),
  rule(
    'FLK-NAT-09',
    row(
      'a file that the client does not ship',
      native({ files: [FlinkFile.fromText('zoo.cfg', 'a=b')] }),
      'files.zoo.cfg',
      ['1.20', 'volumes'],
      native({ files: [FlinkFile.fromText('logback-console.xml', '<configuration/>')] }),
    ),
  ),
  rule(
    'FLK-NAT-10',
    row(
      'no REST Service',
      native({ restAccess: RestAccess.none() }),
      'JobManager › restAccess',
      ['None', 'clusterIp'],
      native({ restAccess: RestAccess.clusterIp() }),
    ),
  ),
  rule(
    'FLK-NAT-11',
    row('queryable state', native({ queryableState: {} }), 'TaskManager › queryableState', ['standalone'], native(), [
      'FLK-SVC-03',
    ]),
  ),
  rule(
    'FLK-NAT-12',
    row(
      'a number of TaskManagers before 1.19',
      native({ version: FlinkVersion.V1_18, taskManager: { replicas: 3 } }),
      'TaskManager › replicas',
      ['3', '1.19'],
      native({ taskManager: { replicas: 3 } }),
    ),
  ),
  rule(
    'FLK-NAT-13',
    row(
      'Kerberos in 1.11',
      kerberos('kerberos-keytab-flink', { ...OLD, version: FlinkVersion.V1_11 }),
      'KerberosMount',
      ['1.11', '1.12'],
      kerberos('kerberos-keytab-flink', OLD),
      ['FLK-KRB-05'],
    ),
  ),
  rule(
    'FLK-NAT-14',
    row(
      'a keytab in a Secret of another name before 1.17',
      kerberos('keytab', OLD),
      'KerberosMount',
      ['1.12', 'kerberos-keytab-flink'],
      kerberos('kerberos-keytab-flink', OLD),
      ['FLK-KRB-05'],
    ),
  ),
  rule(
    'FLK-NAT-15',
    row(
      'a limit factor before 1.15',
      native({ version: FlinkVersion.V1_14, jobManager: { cpuLimitFactor: 2 } }),
      'JobManager › cpuLimitFactor',
      ['2', '1.15'],
      native({ version: FlinkVersion.V1_15, jobManager: { cpuLimitFactor: 2 } }),
    ),
  ),
  rule(
    'FLK-NAT-16',
    row(
      'a way to replace TaskManagers',
      native({ taskManager: { strategy: RolloutStrategy.recreate() } }),
      'TaskManager › strategy',
      ['remove it'],
      native(),
    ),
  ),
  rule(
    'FLK-NAT-17',
    row(
      'a sidecar before 1.13',
      native({ ...OLD, jobManager: { sidecars: [{ name: 'side', image: 'busybox:1.36' }] } }),
      'JobManager › containers',
      ['1.12', 'standalone'],
      native(OLD),
    ),
  ),
  rule(
    'FLK-NAT-18',
    row(
      'hardening before 1.13',
      native({ version: FlinkVersion.V1_12 }),
      'hardening',
      ['RESTRICTED', 'Hardening.NONE', 'standalone'],
      native(OLD),
      ['FLK-POD-07'],
    ),
  ),
  rule(
    'FLK-NAT-19',
    row(
      'hardening in 1.13',
      native({ version: FlinkVersion.V1_13 }),
      'TaskManager › hardening',
      ['seccompProfile', '1.14'],
      native({ version: FlinkVersion.V1_14 }),
    ),
  ),
  rule(
    'FLK-NAT-22',
    row(
      'jars that nobody would upload',
      option('kubernetes.artifacts.local-upload-enabled', 'true'),
      'configuration.kubernetes.artifacts.local-upload-enabled',
      ['"true"', 'upload nothing', 'into the image'],
      option('kubernetes.artifacts.local-upload-enabled', 'false'),
    ),
  ),
  rule(
    'FLK-NAT-21',
    row(
      'cores below zero',
      option('kubernetes.taskmanager.cpu.amount', '-1'),
      'configuration.kubernetes.taskmanager.cpu.amount',
      ['"-1"', 'so many cores', 'above 0'],
      option('kubernetes.taskmanager.cpu.amount', '0.5'),
    ),
    row(
      'no cores for a TaskManager',
      option('kubernetes.taskmanager.cpu.amount', '0'),
      'configuration.kubernetes.taskmanager.cpu.amount',
      ['"0"', 'above 0'],
      option('kubernetes.taskmanager.cpu.amount', '0.001'),
    ),
    row(
      'cores below zero for a JobManager',
      option('kubernetes.jobmanager.cpu.amount', '-1'),
      'configuration.kubernetes.jobmanager.cpu.amount',
      ['"-1"', 'above 0'],
      option('kubernetes.jobmanager.cpu.amount', '1'),
      ['FLK-RES-03'],
    ),
  ),
  rule(
    'FLK-POD-13',
    row(
      'a field that no toleration has',
      option('kubernetes.taskmanager.tolerations', 'key:a,operator:Exists,bogus:1'),
      'configuration.kubernetes.taskmanager.tolerations',
      ['bogus:1', 'no field bogus', 'operator'],
      option('kubernetes.taskmanager.tolerations', 'key:a,operator:Exists'),
    ),
    ...(
      [
        ['key:a,operator:exists', 'no operator is called exists', 'key:a,operator:Exists'],
        ['key:a,value:b,operator:Exists', 'has no value', 'key:a,value:b,operator:Equal'],
        ['key:a,operator:Exists,effect:Never', 'no effect is called Never', 'key:a,operator:Exists,effect:NoExecute'],
        ['value:a', 'operator Exists', 'operator:Exists'],
        ['key:a b,operator:Exists', 'no key of a taint', 'key:a/b,operator:Exists'],
        [
          'key:a,operator:Exists,effect:NoSchedule,tolerationSeconds:5',
          'effect NoExecute',
          'key:a,operator:Exists,effect:NoExecute,tolerationSeconds:5',
        ],
      ] as const
    ).map(([bad, says, good]) =>
      row(
        `the toleration ${bad}`,
        option('kubernetes.jobmanager.tolerations', bad),
        'configuration.kubernetes.jobmanager.tolerations',
        [bad, says],
        option('kubernetes.jobmanager.tolerations', good),
      ),
    ),
  ),
  rule(
    'FLK-POD-13',
    row(
      'a field of a toleration that nobody knows',
      native({ taskManager: { tolerations: [{ key: 'a', operator: 'Exists', bogus: 1 }] } }),
      'taskManager.tolerations[0]',
      ['no field bogus', 'operator'],
      native({ taskManager: { tolerations: [{ key: 'a', operator: 'Exists' }] } }),
      ['FLK-POD-16'],
    ),
  ),
  rule(
    'FLK-NAT-25',
    row(
      'a variable without a key of its Secret',
      option('kubernetes.env.secretKeyRef', 'env:A,secret:s'),
      'configuration.kubernetes.env.secretKeyRef',
      ['key is missing', 'key:KEY'],
      option('kubernetes.env.secretKeyRef', 'env:A,secret:s,key:k'),
      ['FLK-SECRET-05'],
    ),
    row(
      'a variable without a Secret',
      option('kubernetes.env.secretKeyRef', 'env:A,key:k'),
      'configuration.kubernetes.env.secretKeyRef',
      ['secret is missing'],
      option('kubernetes.env.secretKeyRef', 'env:A,secret:s,key:k'),
    ),
    row(
      'a Secret without a variable',
      option('kubernetes.env.secretKeyRef', 'secret:s,key:k'),
      'configuration.kubernetes.env.secretKeyRef',
      ['env is missing'],
      option('kubernetes.env.secretKeyRef', 'env:A,secret:s,key:k'),
      ['FLK-ENV-01'],
    ),
    row(
      'a variable with something else',
      option('kubernetes.env.secretKeyRef', 'env:A,secret:s,key:k,optional:true'),
      'configuration.kubernetes.env.secretKeyRef',
      ['optional is no part'],
      option('kubernetes.env.secretKeyRef', 'env:A,secret:s,key:k'),
    ),
  ),
  rule(
    'FLK-NAT-26',
    row(
      'an owner without a uid',
      option('kubernetes.jobmanager.owner.reference', 'apiVersion:v1,kind:ConfigMap,name:a'),
      'configuration.kubernetes.jobmanager.owner.reference',
      ['kind:ConfigMap', 'uid is missing', 'apiVersion'],
      option('kubernetes.jobmanager.owner.reference', OWNER),
      ['FLK-NAT-08'],
    ),
    row(
      'an owner that may control',
      option('kubernetes.jobmanager.owner.reference', `${OWNER},controller:maybe`),
      'configuration.kubernetes.jobmanager.owner.reference',
      ['controller:maybe', 'neither true nor false'],
      option('kubernetes.jobmanager.owner.reference', `${OWNER},controller:true`),
      ['FLK-NAT-08'],
    ),
    row(
      'an owner with something else',
      option('kubernetes.jobmanager.owner.reference', `${OWNER},namespace:c`),
      'configuration.kubernetes.jobmanager.owner.reference',
      ['namespace is no part'],
      option('kubernetes.jobmanager.owner.reference', OWNER),
      ['FLK-NAT-08'],
    ),
  ),
  rule(
    'FLK-NAME-01',
    row(
      'a cluster id with capitals',
      native({ clusterName: 'MyFlink' }),
      'clusterName',
      ['MyFlink', 'a-z', 'myflink'],
      native({ clusterName: 'myflink' }),
    ),
  ),
  rule(
    'FLK-NAME-02',
    row(
      'a cluster id of 46 characters outside parity',
      native({ clusterName: 'c'.repeat(46) }),
      'clusterName',
      ['46', '45'],
      native({ clusterName: 'c'.repeat(45) }),
      ['FLK-NAT-01'],
    ),
  ),
  rule(
    'FLK-NAT-04',
    row(
      'a krb5.conf that nobody gives',
      option('security.kerberos.krb5-conf.path', '/etc/krb5.conf'),
      'configuration.security.kerberos.krb5-conf.path',
      ['/etc/krb5.conf', 'clientFiles'],
      native(
        { configuration: { 'security.kerberos.krb5-conf.path': '/etc/krb5.conf' } },
        { clientFiles: { '/etc/krb5.conf': FlinkFile.fromText('krb5.conf', '[libdefaults]\n') } },
      ),
    ),
  ),
  rule(
    'FLK-NAT-03',
    row(
      'a Secret that is mounted nowhere, at parity',
      parity({ 'kubernetes.secrets': 'certs' }),
      'configuration.kubernetes.secrets',
      ['key:value'],
      parity({ 'kubernetes.secrets': 'certs:/opt/certs' }),
    ),
    row(
      'a misspelt pull policy, at parity',
      parity({ 'kubernetes.container.image.pull-policy': 'IfNotPressent' }),
      'configuration.kubernetes.container.image.pull-policy',
      ['IfNotPressent', 'IfNotPresent'],
      parity({ 'kubernetes.container.image.pull-policy': 'ifnotpresent' }),
    ),
    row(
      'a variable that is none, at parity',
      parity({ 'kubernetes.env.secretKeyRef': 'x' }),
      'configuration.kubernetes.env.secretKeyRef',
      ['; item 1 must be written'],
      parity({ 'kubernetes.env.secretKeyRef': 'env:A,secret:s,key:k' }),
    ),
    row(
      'no JobManager at all',
      option('kubernetes.jobmanager.replicas', '0'),
      'configuration.kubernetes.jobmanager.replicas',
      ['0', 'at least 1'],
      option('kubernetes.jobmanager.replicas', '1'),
    ),
  ),
  rule(
    'FLK-VOL-04',
    row(
      'a Secret at a path that is relative',
      option('kubernetes.secrets', 'certs:opt/certs'),
      'JobManager › volumeMounts.opt/certs',
      ['opt/certs', 'absolute'],
      option('kubernetes.secrets', 'certs:/opt/certs'),
      ['FLK-VOL-04'],
    ),
  ),
  rule(
    'FLK-VOL-07',
    row(
      'a Secret whose name makes no volume',
      option('kubernetes.secrets', 'my.certs:/opt/certs'),
      'JobManager › volumes',
      ['my.certs-volume'],
      option('kubernetes.secrets', 'my-certs:/opt/certs'),
      ['FLK-VOL-07'],
    ),
  ),
  rule(
    'FLK-LABEL-02',
    row(
      'a node selector with a blank in its value',
      option('kubernetes.taskmanager.node-selector', 'pool:a b'),
      'configuration.kubernetes.taskmanager.node-selector',
      ['a b'],
      option('kubernetes.taskmanager.node-selector', 'pool:a-b'),
    ),
  ),
  rule(
    'FLK-PORT-03',
    row(
      'a port beyond the last',
      option('jobmanager.rpc.port', '70000'),
      'JobManager › ports.jobmanager-rpc',
      ['70000', '65535'],
      option('jobmanager.rpc.port', '6500'),
      ['FLK-CONF-08'],
    ),
  ),
  rule(
    'FLK-ENV-01',
    row(
      'a variable that begins with a digit',
      option('containerized.taskmanager.env.1A', 'x'),
      'TaskManager › env',
      ['1A'],
      option('containerized.taskmanager.env.A1', 'x'),
    ),
  ),
  rule(
    'FLK-NAME-05',
    row(
      'a Hadoop ConfigMap with a blank in its name',
      option('kubernetes.hadoop.conf.config-map.name', 'my hadoop'),
      'configuration.kubernetes.hadoop.conf.config-map.name',
      ['my hadoop'],
      option('kubernetes.hadoop.conf.config-map.name', 'my-hadoop'),
    ),
    row(
      'a Secret of a variable with a blank in its name',
      option('kubernetes.env.secretKeyRef', 'env:A,secret:a b,key:k'),
      'configuration.kubernetes.env.secretKeyRef',
      ['no name of an object'],
      option('kubernetes.env.secretKeyRef', 'env:A,secret:a-b,key:k'),
    ),
  ),
  rule(
    'FLK-NAT-06',
    ...(
      [
        ['a manifest of something else', 'kind: Deployment\nspec: {}\n', 'it is a Deployment'],
        ['a Pod of another namespace', 'kind: Pod\nmetadata: {namespace: other}\nspec: {}\n', 'namespace other'],
        [
          'a list of containers that is none',
          'kind: Pod\nspec: {containers: {name: a}}\n',
          'spec.containers is no list',
        ],
        [
          'variables that are a map',
          'kind: Pod\nspec: {containers: [{name: flink-main-container, env: {A: b}}]}\n',
          'spec.containers[0].env is no list',
        ],
        ['containers without a value', 'kind: Pod\nspec: {containers: }\n', 'spec.containers is null'],
        ['a manifest of another group', 'apiVersion: apps/v1\nkind: Pod\nspec: {}\n', 'a Pod of apps/v1'],
        [
          'two main containers',
          'kind: Pod\nspec: {containers: [{name: flink-main-container}, {name: flink-main-container}]}\n',
          '2 containers are called flink-main-container',
        ],
        ['labels that are a number', 'kind: Pod\nmetadata: {labels: 3}\nspec: {}\n', 'metadata.labels is no map'],
      ] as const
    ).map(([what, text, says]) =>
      row(
        `${what} as a template`,
        native({ configuration: TEMPLATE }, template(text)),
        `mode.clientFiles.${PATH}`,
        [says],
        native({ configuration: TEMPLATE }, template(POD)),
      ),
    ),
  ),
  rule(
    'FLK-CONF-05',
    ...(['image', 'taskManager.image', 'jobManager.image'] as const).map((property) =>
      row(
        `an option that says otherwise than ${property}`,
        native(stating(property, 'a:1', { 'kubernetes.container.image.ref': 'b:1' })),
        'configuration.kubernetes.container.image.ref',
        ['a:1', 'b:1', property],
        native(stating(property, 'a:1', { 'kubernetes.container.image.ref': 'a:1' })),
      ),
    ),
    ...(['imagePullPolicy', 'taskManager.imagePullPolicy'] as const).map((property) =>
      row(
        `an option that says otherwise than ${property}`,
        native(stating(property, 'Always', { 'kubernetes.container.image.pull-policy': 'Never' })),
        'configuration.kubernetes.container.image.pull-policy',
        ['Always', 'Never', property],
        native(stating(property, 'Always', { 'kubernetes.container.image.pull-policy': 'always' })),
      ),
    ),
  ),
  rule(
    'FLK-NAT-06',
    row(
      'a template that is no YAML',
      parity(TEMPLATE, template('kind: Pod\nspec: {containers: [\n')),
      `mode.clientFiles.${PATH}`,
      ['no YAML', 'Pod'],
      parity(TEMPLATE, template(POD)),
    ),
  ),
  rule(
    'FLK-NAT-23',
    row(
      'cores without end',
      option('kubernetes.taskmanager.cpu.amount', 'Infinity'),
      'configuration.taskmanager.cpu.cores',
      ['finite number'],
      option('kubernetes.taskmanager.cpu.amount', '2'),
      ['FLK-NAT-21'],
    ),
  ),
  rule(
    'FLK-NAT-27',
    row(
      'a process size beside all that Flink needs to know',
      native({ version: FlinkVersion.V2_2, taskManager: { memory: Size.mebibytes(1728) }, configuration: PARTS }),
      'configuration.taskmanager.memory.process.size',
      ['1728Mi', '1301Mi', 'whatever taskManager.memory gives', 'alone'],
      native({ version: FlinkVersion.V2_2, configuration: PARTS }),
    ),
    row(
      'a total of Flink beside a process that leaves more to the JVM',
      native({ configuration: { 'taskmanager.memory.process.size': '2g', 'taskmanager.memory.flink.size': '1280m' } }),
      'configuration.taskmanager.memory.process.size',
      ['2048Mi', '1728Mi'],
      native({
        version: FlinkVersion.V1_17,
        configuration: { 'taskmanager.memory.process.size': '2g', 'taskmanager.memory.flink.size': '1280m' },
      }),
    ),
  ),
  rule(
    'FLK-NAT-24',
    row(
      'a jar with a blank in its name',
      application('1.20', 'local:///opt/a b.jar'),
      'job.artifact',
      ['local:///opt/a b.jar', 'URI'],
      application('1.20', 'local:///opt/a%20b.jar'),
    ),
  ),
  rule(
    'FLK-LABEL-02',
    row(
      'a label of 64 characters in an option',
      option('kubernetes.jobmanager.labels', `l:${'x'.repeat(64)}`),
      'configuration.kubernetes.jobmanager.labels',
      ['64'],
      option('kubernetes.jobmanager.labels', `l:${'x'.repeat(63)}`),
    ),
  ),
  rule(
    'FLK-NAME-05',
    row(
      'an account with a blank in an option',
      option('kubernetes.service-account', 'my account'),
      'configuration.kubernetes.jobmanager.service-account',
      ['my account'],
      option('kubernetes.service-account', 'my-account'),
      ['FLK-NAME-05'],
    ),
  ),
  rule(
    'FLK-NAT-20',
    row(
      'a remote jar before 1.19',
      application('1.18', 's3://artifacts/job.jar'),
      'job.artifact',
      ['s3://artifacts/job.jar', '1.18', 'local://'],
      application('1.18', 'local:///opt/flink/usrlib/job.jar'),
    ),
  ),
].flat();
