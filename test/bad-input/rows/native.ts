import { Size } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import { type Given, type Row, rule, type RuleRow } from './row';
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

/** A cluster in native mode with parity, and further options. */
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

/** A cluster in native mode with the additions of the library. */
function native(more: { [property: string]: unknown } = {}, client: NativeModeOptions = {}): Given {
  return { mode: DeploymentMode.native(client), namespace: 'streaming', ...more };
}

/** The same cluster with one more option. */
function option(key: string, value: string): Given {
  return native({ configuration: { [key]: value } });
}

/** All options that determine the size of a TaskManager. */
const PARTS = { 'taskmanager.memory.task.heap.size': '512m', 'taskmanager.memory.managed.size': '0' };

/** Releases without pod templates support only Hardening.NONE. */
const OLD = { version: FlinkVersion.V1_12, hardening: Hardening.NONE };

/** A Kerberos login with a Secret of this name. */
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

/** An application of this release with a jar at this URI. */
function application(version: string, jar: string, configuration: { [key: string]: string } = {}): () => unknown {
  return () =>
    new FlinkApplicationCluster(newChart(), 'Flink', {
      version: FlinkVersion.of(version),
      mode: DeploymentMode.native({ parity: true }),
      job: { artifact: JobArtifact.inImage(jar) },
      configuration: {
        'jobmanager.memory.process.size': '1600m',
        'taskmanager.memory.process.size': '1728m',
        ...configuration,
      },
    });
}

/** High availability, as far as parity checks it. */
const ZOOKEEPER = { 'high-availability.type': 'zookeeper' };

const POD = 'kind: Pod\nspec: {containers: []}\n';
const PATH = '/client/template.yaml';
const template = (text: string): NativeModeOptions => ({
  clientFiles: { [PATH]: FlinkFile.fromText('template.yaml', text) },
});
const TEMPLATE = { 'kubernetes.pod-template-file.jobmanager': PATH };

const OWNER = 'apiVersion:v1,kind:ConfigMap,name:a,uid:b';

/** A pod template of the JobManager with a fault. */
function badTemplate({ what, text, says }: { what: string; text: string; says: string }): RuleRow {
  return {
    what: `${what} as a template`,
    bad: native({ configuration: TEMPLATE }, template(text)),
    at: `mode.clientFiles.${PATH}`,
    says: [says],
    good: native({ configuration: TEMPLATE }, template(POD)),
  };
}

/** A property of the cluster or of one of its parts, and options. */
function propertyAndOptions(
  property: string,
  value: string,
  configuration: { [key: string]: string },
): { [property: string]: unknown } {
  const [part, own] = property.split('.');
  return { configuration, ...(own === undefined ? { [property]: value } : { [part!]: { [own]: value } }) };
}

/** Configurations that Flink's own client rejects. */
export const NATIVE: Row[] = [
  ...rule(
    'FLK-TYPE-02',
    ...(
      [
        { property: 'parity', bad: 'yes', expected: 'true or false', good: false },
        { property: 'includeCliOptions', bad: 1, expected: 'true or false', good: true },
        { property: 'confDir', bad: null, expected: 'a list', good: [] },
        { property: 'hadoopConfDir', bad: {}, expected: 'a list', good: [] },
        { property: 'clientFiles', bad: [], expected: 'a map', good: {} },
        { property: 'clientFiles', bad: null, expected: 'a map', good: {} },
      ] as const
    ).map(({ property, bad, expected, good }) => ({
      what: `${JSON.stringify(bad)} as ${property} of native mode`,
      bad: native({}, { [property]: bad }),
      at: `mode.${property}`,
      says: [expected],
      good: native({}, { [property]: good }),
    })),
  ),
  rule('FLK-NAT-01', {
    what: 'a cluster id of 46 characters',
    bad: parity({}, {}, { clusterName: 'c'.repeat(46) }),
    at: 'clusterName',
    says: ['45 characters', 'clusterName'],
    good: parity({}, {}, { clusterName: 'c'.repeat(45) }),
  }),
  rule('FLK-NAT-02', {
    what: 'a configuration file that is not a map',
    bad: parity({}, { confDir: [FlinkFile.fromText('config.yaml', '[1, 2]\n')] }),
    at: 'mode.confDir.config.yaml',
    says: ['map of options'],
    good: parity({}, { confDir: [FlinkFile.fromText('config.yaml', 'parallelism.default: 2\n')] }),
  }),
  rule(
    'FLK-NAT-03',
    {
      what: 'CPU cores with a Kubernetes unit',
      bad: parity({ 'kubernetes.jobmanager.cpu.amount': '500m' }),
      at: 'configuration.kubernetes.jobmanager.cpu.amount',
      says: ['500m', 'number'],
      good: parity({ 'kubernetes.jobmanager.cpu.amount': '0.5' }),
    },
    {
      what: 'a map entry without a colon',
      bad: parity({ 'kubernetes.jobmanager.labels': 'team' }),
      at: 'configuration.kubernetes.jobmanager.labels',
      says: ['team', 'key:value'],
      good: parity({ 'kubernetes.jobmanager.labels': 'team:data' }),
    },
    {
      what: 'an unknown service type for the REST endpoint',
      bad: parity({ 'kubernetes.rest-service.exposed.type': 'Ingress' }),
      at: 'configuration.kubernetes.rest-service.exposed.type',
      says: ['Ingress', 'NodePort'],
      good: parity({ 'kubernetes.rest-service.exposed.type': 'nodeport' }),
    },
  ),
  rule(
    'FLK-NAT-28',
    {
      what: 'a port range',
      bad: parity({ 'blob.server.port': '6124-6130' }),
      at: 'configuration.blob.server.port',
      says: ['6124-6130', 'one number', 'instead of a range'],
      good: parity({ 'blob.server.port': '6130' }),
    },
    {
      what: 'a port range of JobManagers with high availability',
      bad: parity({ ...ZOOKEEPER, 'high-availability.jobmanager.port': '6124-6130' }),
      at: 'configuration.high-availability.jobmanager.port',
      says: ['6124-6130', 'one number'],
      good: parity({ ...ZOOKEEPER, 'high-availability.jobmanager.port': '6130' }),
    },
  ),
  rule('FLK-NAT-29', {
    what: 'a negative port of the blob server',
    bad: parity({ 'blob.server.port': '-1' }),
    at: 'configuration.blob.server.port',
    says: ['"-1"', 'at least 1', '6124'],
    good: parity({ 'blob.server.port': '0' }),
  }),
  rule(
    'FLK-NAT-30',
    {
      what: 'a limit factor below 1',
      bad: parity({ 'kubernetes.jobmanager.memory.limit-factor': '0.5' }),
      at: 'configuration.kubernetes.jobmanager.memory.limit-factor',
      says: ['0.5', 'at least 1', 'lower than the request'],
      good: parity({ 'kubernetes.jobmanager.memory.limit-factor': '1' }),
    },
    {
      what: 'a limit factor of TaskManagers below 1',
      bad: option('kubernetes.taskmanager.cpu.limit-factor', '0.5'),
      at: 'configuration.kubernetes.taskmanager.cpu.limit-factor',
      says: ['0.5', 'at least 1'],
      good: option('kubernetes.taskmanager.cpu.limit-factor', '1'),
      also: ['FLK-RES-05'],
    },
  ),
  rule('FLK-NAT-31', {
    what: 'tolerationSeconds with a unit',
    bad: parity({ 'kubernetes.jobmanager.tolerations': 'key:a,operator:Exists,tolerationSeconds:5s' }),
    at: 'configuration.kubernetes.jobmanager.tolerations',
    says: ['5s', 'an integer', 'tolerationSeconds:300'],
    good: parity({ 'kubernetes.jobmanager.tolerations': 'key:a,operator:Exists,tolerationSeconds:5' }),
  }),
  rule('FLK-NAT-32', {
    what: 'zero JobManagers',
    bad: option('kubernetes.jobmanager.replicas', '0'),
    at: 'configuration.kubernetes.jobmanager.replicas',
    says: ['0', 'at least 1'],
    good: option('kubernetes.jobmanager.replicas', '1'),
  }),
  rule('FLK-NAT-33', {
    what: 'two JobManagers without high availability',
    bad: parity({ 'kubernetes.jobmanager.replicas': '2' }),
    at: 'configuration.kubernetes.jobmanager.replicas',
    says: ['2', 'high availability'],
    good: parity({ ...ZOOKEEPER, 'kubernetes.jobmanager.replicas': '2' }),
  }),
  rule('FLK-NAT-34', {
    what: 'a negative RPC port of TaskManagers',
    bad: option('taskmanager.rpc.port', '-1'),
    at: 'configuration.taskmanager.rpc.port',
    says: ['"-1"', 'at least 1', '6122'],
    good: option('taskmanager.rpc.port', '1024'),
    also: ['FLK-CONF-08', 'FLK-PORT-03'],
  }),
  rule('FLK-NAT-35', {
    what: 'another target of an application',
    bad: application('1.20', 'local:///opt/flink/usrlib/job.jar', { 'execution.target': 'remote' }),
    at: 'configuration.execution.target',
    says: ['"remote"', 'only with the target kubernetes-application', 'remove it'],
    good: application('1.20', 'local:///opt/flink/usrlib/job.jar', { 'execution.target': 'Kubernetes-Application' }),
  }),
  rule('FLK-NAT-04', {
    what: 'a missing pod template file',
    bad: parity(TEMPLATE),
    at: 'configuration.kubernetes.pod-template-file.jobmanager',
    says: [PATH, 'clientFiles'],
    good: parity(TEMPLATE, template(POD)),
  }),
  rule('FLK-NAT-05', {
    what: 'a principal without a keytab',
    bad: parity({ 'security.kerberos.login.principal': 'flink@EXAMPLE.ORG' }),
    at: 'configuration.security.kerberos.login.principal',
    says: ['security.kerberos.login.keytab', 'both'],
    good: parity(),
  }),
  rule('FLK-NAT-06', {
    what: 'a template that is not a manifest',
    bad: parity(TEMPLATE, template('- a list\n')),
    at: `mode.clientFiles.${PATH}`,
    says: ['not a manifest', 'Pod'],
    good: parity(TEMPLATE, template(POD)),
  }),
  rule('FLK-NAT-07', {
    what: 'a cluster without a namespace',
    bad: native({ namespace: undefined }),
    at: 'namespace',
    says: ['flink.NAMESPACE', 'namespace'],
    good: native(),
  }),
  rule('FLK-NAT-08', {
    what: 'an owner reference',
    bad: native({
      configuration: { 'kubernetes.jobmanager.owner.reference': 'apiVersion:v1,kind:ConfigMap,name:a,uid:b' },
    }),
    at: 'configuration.kubernetes.jobmanager.owner.reference',
    says: ['uid', 'remove it'],
    good: native(),
  }),
  rule('FLK-NAT-09', {
    what: 'a file that the client does not add',
    bad: native({ files: [FlinkFile.fromText('zoo.cfg', 'a=b')] }),
    at: 'files.zoo.cfg',
    says: ['1.20', 'volumes'],
    good: native({ files: [FlinkFile.fromText('logback-console.xml', '<configuration/>')] }),
  }),
  rule('FLK-NAT-10', {
    what: 'a cluster without a REST Service',
    bad: native({ restAccess: RestAccess.none() }),
    at: 'JobManager › restAccess',
    says: ['None', 'clusterIp'],
    good: native({ restAccess: RestAccess.clusterIp() }),
  }),
  rule('FLK-NAT-11', {
    what: 'queryable state in native mode',
    bad: native({ queryableState: {} }),
    at: 'TaskManager › queryableState',
    says: ['standalone'],
    good: native(),
    also: ['FLK-SVC-03'],
  }),
  rule('FLK-NAT-12', {
    what: 'TaskManager replicas before 1.19',
    bad: native({ version: FlinkVersion.V1_18, taskManager: { replicas: 3 } }),
    at: 'TaskManager › replicas',
    says: ['3', '1.19'],
    good: native({ taskManager: { replicas: 3 } }),
  }),
  rule('FLK-NAT-13', {
    what: 'Kerberos in 1.11',
    bad: kerberos('kerberos-keytab-flink', { ...OLD, version: FlinkVersion.V1_11 }),
    at: 'KerberosMount',
    says: ['1.11', '1.12'],
    good: kerberos('kerberos-keytab-flink', OLD),
    also: ['FLK-KRB-05'],
  }),
  rule('FLK-NAT-14', {
    what: 'a keytab in a Secret of another name before 1.17',
    bad: kerberos('keytab', OLD),
    at: 'KerberosMount',
    says: ['1.12', 'kerberos-keytab-flink'],
    good: kerberos('kerberos-keytab-flink', OLD),
    also: ['FLK-KRB-05'],
  }),
  rule('FLK-NAT-15', {
    what: 'a CPU limit factor before 1.15',
    bad: native({ version: FlinkVersion.V1_14, jobManager: { cpuLimitFactor: 2 } }),
    at: 'JobManager › cpuLimitFactor',
    says: ['2', '1.15'],
    good: native({ version: FlinkVersion.V1_15, jobManager: { cpuLimitFactor: 2 } }),
  }),
  rule('FLK-NAT-16', {
    what: 'a rollout strategy of TaskManagers',
    bad: native({ taskManager: { strategy: RolloutStrategy.recreate() } }),
    at: 'TaskManager › strategy',
    says: ['remove it'],
    good: native(),
  }),
  rule('FLK-NAT-17', {
    what: 'a sidecar before 1.13',
    bad: native({ ...OLD, jobManager: { sidecars: [{ name: 'side', image: 'busybox:1.36' }] } }),
    at: 'JobManager › containers',
    says: ['1.12', 'standalone'],
    good: native(OLD),
  }),
  rule('FLK-NAT-18', {
    what: 'hardening before 1.13',
    bad: native({ version: FlinkVersion.V1_12 }),
    at: 'hardening',
    says: ['RESTRICTED', 'Hardening.NONE', 'standalone'],
    good: native(OLD),
    also: ['FLK-POD-07'],
  }),
  rule('FLK-NAT-19', {
    what: 'hardening of TaskManagers in 1.13',
    bad: native({ version: FlinkVersion.V1_13 }),
    at: 'TaskManager › hardening',
    says: ['seccompProfile', '1.14'],
    good: native({ version: FlinkVersion.V1_14 }),
  }),
  rule('FLK-NAT-22', {
    what: 'an upload of local jars, which does not happen',
    bad: option('kubernetes.artifacts.local-upload-enabled', 'true'),
    at: 'configuration.kubernetes.artifacts.local-upload-enabled',
    says: ['"true"', 'upload nothing', 'into the image'],
    good: option('kubernetes.artifacts.local-upload-enabled', 'false'),
  }),
  rule(
    'FLK-NAT-21',
    {
      what: 'a negative number of cores',
      bad: option('kubernetes.taskmanager.cpu.amount', '-1'),
      at: 'configuration.kubernetes.taskmanager.cpu.amount',
      says: ['"-1"', 'this number of cores', 'above 0'],
      good: option('kubernetes.taskmanager.cpu.amount', '0.5'),
    },
    {
      what: 'zero cores for a TaskManager',
      bad: option('kubernetes.taskmanager.cpu.amount', '0'),
      at: 'configuration.kubernetes.taskmanager.cpu.amount',
      says: ['"0"', 'above 0'],
      good: option('kubernetes.taskmanager.cpu.amount', '0.001'),
    },
    {
      what: 'a negative number of cores for a JobManager',
      bad: option('kubernetes.jobmanager.cpu.amount', '-1'),
      at: 'configuration.kubernetes.jobmanager.cpu.amount',
      says: ['"-1"', 'above 0'],
      good: option('kubernetes.jobmanager.cpu.amount', '1'),
      also: ['FLK-RES-03'],
    },
  ),
  rule(
    'FLK-POD-13',
    {
      what: 'an unknown field in a toleration option',
      bad: option('kubernetes.taskmanager.tolerations', 'key:a,operator:Exists,bogus:1'),
      at: 'configuration.kubernetes.taskmanager.tolerations',
      says: ['bogus:1', 'no field bogus', 'operator'],
      good: option('kubernetes.taskmanager.tolerations', 'key:a,operator:Exists'),
    },
    ...(
      [
        { bad: 'key:a,operator:exists', says: 'no operator is called exists', good: 'key:a,operator:Exists' },
        { bad: 'key:a,value:b,operator:Exists', says: 'has no value', good: 'key:a,value:b,operator:Equal' },
        {
          bad: 'key:a,operator:Exists,effect:Never',
          says: 'no effect is called Never',
          good: 'key:a,operator:Exists,effect:NoExecute',
        },
        { bad: 'value:a', says: 'operator Exists', good: 'operator:Exists' },
        { bad: 'key:a b,operator:Exists', says: 'not a valid key of a taint', good: 'key:a/b,operator:Exists' },
        {
          bad: 'key:a,operator:Exists,effect:NoSchedule,tolerationSeconds:5',
          says: 'effect NoExecute',
          good: 'key:a,operator:Exists,effect:NoExecute,tolerationSeconds:5',
        },
      ] as const
    ).map(({ bad, says, good }) => ({
      what: `the toleration ${bad}`,
      bad: option('kubernetes.jobmanager.tolerations', bad),
      at: 'configuration.kubernetes.jobmanager.tolerations',
      says: [bad, says],
      good: option('kubernetes.jobmanager.tolerations', good),
    })),
  ),
  rule('FLK-POD-13', {
    what: 'an unknown field in a toleration',
    bad: native({ taskManager: { tolerations: [{ key: 'a', operator: 'Exists', bogus: 1 }] } }),
    at: 'taskManager.tolerations[0]',
    says: ['no field bogus', 'operator'],
    good: native({ taskManager: { tolerations: [{ key: 'a', operator: 'Exists' }] } }),
    also: ['FLK-POD-16'],
  }),
  rule(
    'FLK-NAT-25',
    {
      what: 'a Secret variable without a key',
      bad: option('kubernetes.env.secretKeyRef', 'env:A,secret:s'),
      at: 'configuration.kubernetes.env.secretKeyRef',
      says: ['key is missing', 'key:KEY'],
      good: option('kubernetes.env.secretKeyRef', 'env:A,secret:s,key:k'),
      also: ['FLK-SECRET-05'],
    },
    {
      what: 'a Secret variable without a Secret',
      bad: option('kubernetes.env.secretKeyRef', 'env:A,key:k'),
      at: 'configuration.kubernetes.env.secretKeyRef',
      says: ['secret is missing'],
      good: option('kubernetes.env.secretKeyRef', 'env:A,secret:s,key:k'),
    },
    {
      what: 'a Secret variable without a variable name',
      bad: option('kubernetes.env.secretKeyRef', 'secret:s,key:k'),
      at: 'configuration.kubernetes.env.secretKeyRef',
      says: ['env is missing'],
      good: option('kubernetes.env.secretKeyRef', 'env:A,secret:s,key:k'),
      also: ['FLK-ENV-01'],
    },
    {
      what: 'a Secret variable with an unknown part',
      bad: option('kubernetes.env.secretKeyRef', 'env:A,secret:s,key:k,optional:true'),
      at: 'configuration.kubernetes.env.secretKeyRef',
      says: ['optional is not a field'],
      good: option('kubernetes.env.secretKeyRef', 'env:A,secret:s,key:k'),
    },
  ),
  rule(
    'FLK-NAT-26',
    {
      what: 'an owner reference without a uid',
      bad: option('kubernetes.jobmanager.owner.reference', 'apiVersion:v1,kind:ConfigMap,name:a'),
      at: 'configuration.kubernetes.jobmanager.owner.reference',
      says: ['kind:ConfigMap', 'uid is missing', 'apiVersion'],
      good: option('kubernetes.jobmanager.owner.reference', OWNER),
      also: ['FLK-NAT-08'],
    },
    {
      what: 'an owner reference with an invalid controller flag',
      bad: option('kubernetes.jobmanager.owner.reference', `${OWNER},controller:maybe`),
      at: 'configuration.kubernetes.jobmanager.owner.reference',
      says: ['controller:maybe', 'neither true nor false'],
      good: option('kubernetes.jobmanager.owner.reference', `${OWNER},controller:true`),
      also: ['FLK-NAT-08'],
    },
    {
      what: 'an owner reference with an unknown part',
      bad: option('kubernetes.jobmanager.owner.reference', `${OWNER},namespace:c`),
      at: 'configuration.kubernetes.jobmanager.owner.reference',
      says: ['namespace is not a field'],
      good: option('kubernetes.jobmanager.owner.reference', OWNER),
      also: ['FLK-NAT-08'],
    },
  ),
  rule('FLK-NAME-01', {
    what: 'a cluster id with capitals',
    bad: native({ clusterName: 'MyFlink' }),
    at: 'clusterName',
    says: ['MyFlink', 'a-z', 'myflink'],
    good: native({ clusterName: 'myflink' }),
  }),
  rule('FLK-NAME-02', {
    what: 'a cluster id of 46 characters without parity',
    bad: native({ clusterName: 'c'.repeat(46) }),
    at: 'clusterName',
    says: ['46', '45'],
    good: native({ clusterName: 'c'.repeat(45) }),
    also: ['FLK-NAT-01'],
  }),
  rule('FLK-NAT-04', {
    what: 'a missing krb5.conf file',
    bad: option('security.kerberos.krb5-conf.path', '/etc/krb5.conf'),
    at: 'configuration.security.kerberos.krb5-conf.path',
    says: ['/etc/krb5.conf', 'clientFiles'],
    good: native(
      { configuration: { 'security.kerberos.krb5-conf.path': '/etc/krb5.conf' } },
      { clientFiles: { '/etc/krb5.conf': FlinkFile.fromText('krb5.conf', '[libdefaults]\n') } },
    ),
  }),
  rule(
    'FLK-NAT-03',
    {
      what: 'a mounted Secret without a path, with parity',
      bad: parity({ 'kubernetes.secrets': 'certs' }),
      at: 'configuration.kubernetes.secrets',
      says: ['key:value'],
      good: parity({ 'kubernetes.secrets': 'certs:/opt/certs' }),
    },
    {
      what: 'a misspelled image pull policy, with parity',
      bad: parity({ 'kubernetes.container.image.pull-policy': 'IfNotPressent' }),
      at: 'configuration.kubernetes.container.image.pull-policy',
      says: ['IfNotPressent', 'IfNotPresent'],
      good: parity({ 'kubernetes.container.image.pull-policy': 'ifnotpresent' }),
    },
    {
      what: 'an invalid Secret variable, with parity',
      bad: parity({ 'kubernetes.env.secretKeyRef': 'x' }),
      at: 'configuration.kubernetes.env.secretKeyRef',
      says: ['cannot read this value: item 1 must be written'],
      good: parity({ 'kubernetes.env.secretKeyRef': 'env:A,secret:s,key:k' }),
    },
  ),
  rule('FLK-VOL-04', {
    what: 'a Secret with a relative mount path',
    bad: option('kubernetes.secrets', 'certs:opt/certs'),
    at: 'JobManager › volumeMounts.opt/certs',
    says: ['opt/certs', 'absolute'],
    good: option('kubernetes.secrets', 'certs:/opt/certs'),
    also: ['FLK-VOL-04'],
  }),
  rule('FLK-VOL-07', {
    what: 'a Secret whose name is not valid in a volume name',
    bad: option('kubernetes.secrets', 'my.certs:/opt/certs'),
    at: 'JobManager › volumes',
    says: ['my.certs-volume'],
    good: option('kubernetes.secrets', 'my-certs:/opt/certs'),
    also: ['FLK-VOL-07'],
  }),
  rule('FLK-LABEL-02', {
    what: 'a node selector value with a space',
    bad: option('kubernetes.taskmanager.node-selector', 'pool:a b'),
    at: 'configuration.kubernetes.taskmanager.node-selector',
    says: ['a b'],
    good: option('kubernetes.taskmanager.node-selector', 'pool:a-b'),
  }),
  rule('FLK-PORT-03', {
    what: 'a port above 65535',
    bad: option('jobmanager.rpc.port', '70000'),
    at: 'JobManager › ports.jobmanager-rpc',
    says: ['70000', '65535'],
    good: option('jobmanager.rpc.port', '6500'),
    also: ['FLK-CONF-08'],
  }),
  rule('FLK-ENV-01', {
    what: 'a variable name that starts with a digit',
    bad: option('containerized.taskmanager.env.1A', 'x'),
    at: 'TaskManager › env',
    says: ['1A'],
    good: option('containerized.taskmanager.env.A1', 'x'),
  }),
  rule(
    'FLK-NAME-05',
    {
      what: 'a Hadoop ConfigMap name with a space',
      bad: option('kubernetes.hadoop.conf.config-map.name', 'my hadoop'),
      at: 'configuration.kubernetes.hadoop.conf.config-map.name',
      says: ['my hadoop'],
      good: option('kubernetes.hadoop.conf.config-map.name', 'my-hadoop'),
    },
    {
      what: 'a Secret name with a space in a variable',
      bad: option('kubernetes.env.secretKeyRef', 'env:A,secret:a b,key:k'),
      at: 'configuration.kubernetes.env.secretKeyRef',
      says: ['not a valid name of an object'],
      good: option('kubernetes.env.secretKeyRef', 'env:A,secret:a-b,key:k'),
    },
  ),
  rule(
    'FLK-NAT-06',
    ...(
      [
        {
          what: 'containers that are not a list',
          text: 'kind: Pod\nspec: {containers: {name: a}}\n',
          says: 'spec.containers is not a list',
        },
        {
          what: 'variables as a map',
          text: 'kind: Pod\nspec: {containers: [{name: flink-main-container, env: {A: b}}]}\n',
          says: 'spec.containers[0].env is not a list',
        },
        {
          what: 'null containers',
          text: 'kind: Pod\nspec: {containers: }\n',
          says: 'spec.containers is null',
        },
        {
          what: 'a number as labels',
          text: 'kind: Pod\nmetadata: {labels: 3}\nspec: {}\n',
          says: 'metadata.labels is not a map',
        },
      ] as const
    ).map((row) => badTemplate(row)),
  ),
  rule(
    'FLK-NAT-36',
    ...(
      [
        { what: 'a manifest of another kind', text: 'kind: Deployment\nspec: {}\n', says: 'a Deployment of v1' },
        {
          what: 'a manifest of another API group',
          text: 'apiVersion: apps/v1\nkind: Pod\nspec: {}\n',
          says: 'a Pod of apps/v1, not a Pod of v1',
        },
      ] as const
    ).map((row) => badTemplate(row)),
  ),
  rule('FLK-NAT-36', {
    what: 'a manifest of another kind that the client of Flink 1.16 and 1.17 rejects',
    bad: parity(TEMPLATE, template('kind: Deployment\nspec: {}\n'), { version: FlinkVersion.V1_17 }),
    at: `mode.clientFiles.${PATH}`,
    says: ['a Deployment of v1, not a Pod of v1'],
    good: parity(TEMPLATE, template('kind: Deployment\nspec: {}\n'), { version: FlinkVersion.V1_18 }),
  }),
  rule(
    'FLK-NAT-37',
    badTemplate({
      what: 'two main containers',
      text: 'kind: Pod\nspec: {containers: [{name: flink-main-container}, {name: flink-main-container}]}\n',
      says: '2 containers of the pod template are called flink-main-container',
    }),
  ),
  rule(
    'FLK-NAT-38',
    badTemplate({
      what: 'a Pod in another namespace',
      text: 'kind: Pod\nmetadata: {namespace: other}\nspec: {}\n',
      says: 'for the namespace other',
    }),
  ),
  rule(
    'FLK-CONF-05',
    ...(['image', 'taskManager.image', 'jobManager.image'] as const).map((property) => ({
      what: `an option that contradicts ${property}`,
      bad: native(propertyAndOptions(property, 'a:1', { 'kubernetes.container.image.ref': 'b:1' })),
      at: 'configuration.kubernetes.container.image.ref',
      says: ['a:1', 'b:1', property],
      good: native(propertyAndOptions(property, 'a:1', { 'kubernetes.container.image.ref': 'a:1' })),
    })),
    ...(['imagePullPolicy', 'taskManager.imagePullPolicy'] as const).map((property) => ({
      what: `an option that contradicts ${property}`,
      bad: native(propertyAndOptions(property, 'Always', { 'kubernetes.container.image.pull-policy': 'Never' })),
      at: 'configuration.kubernetes.container.image.pull-policy',
      says: ['Always', 'Never', property],
      good: native(propertyAndOptions(property, 'Always', { 'kubernetes.container.image.pull-policy': 'always' })),
    })),
  ),
  rule('FLK-NAT-06', {
    what: 'a template that is not YAML',
    bad: parity(TEMPLATE, template('kind: Pod\nspec: {containers: [\n')),
    at: `mode.clientFiles.${PATH}`,
    says: ['not valid YAML', 'Pod'],
    good: parity(TEMPLATE, template(POD)),
  }),
  rule('FLK-NAT-23', {
    what: 'an infinite number of cores',
    bad: option('kubernetes.taskmanager.cpu.amount', 'Infinity'),
    at: 'configuration.taskmanager.cpu.cores',
    says: ['finite number'],
    good: option('kubernetes.taskmanager.cpu.amount', '2'),
    also: ['FLK-NAT-21'],
  }),
  rule(
    'FLK-NAT-27',
    {
      what: 'a process size that contradicts the sizes of the parts',
      bad: native({ version: FlinkVersion.V2_2, taskManager: { memory: Size.mebibytes(1728) }, configuration: PARTS }),
      at: 'configuration.taskmanager.memory.process.size',
      says: ['1728Mi', '1301Mi', 'regardless of taskManager.memory', 'only the total'],
      good: native({ version: FlinkVersion.V2_2, configuration: PARTS }),
    },
    {
      what: 'a process size that contradicts the total Flink memory',
      bad: native({
        configuration: { 'taskmanager.memory.process.size': '2g', 'taskmanager.memory.flink.size': '1280m' },
      }),
      at: 'configuration.taskmanager.memory.process.size',
      says: ['2048Mi', '1728Mi'],
      good: native({
        version: FlinkVersion.V1_17,
        configuration: { 'taskmanager.memory.process.size': '2g', 'taskmanager.memory.flink.size': '1280m' },
      }),
    },
  ),
  rule('FLK-NAT-24', {
    what: 'a jar name with a space',
    bad: application('1.20', 'local:///opt/a b.jar'),
    at: 'job.artifact',
    says: ['local:///opt/a b.jar', 'URI'],
    good: application('1.20', 'local:///opt/a%20b.jar'),
  }),
  rule('FLK-LABEL-02', {
    what: 'a label value of 64 characters in an option',
    bad: option('kubernetes.jobmanager.labels', `l:${'x'.repeat(64)}`),
    at: 'configuration.kubernetes.jobmanager.labels',
    says: ['64'],
    good: option('kubernetes.jobmanager.labels', `l:${'x'.repeat(63)}`),
  }),
  rule('FLK-NAME-05', {
    what: 'a ServiceAccount name with a space in an option',
    bad: option('kubernetes.service-account', 'my account'),
    at: 'configuration.kubernetes.jobmanager.service-account',
    says: ['my account'],
    good: option('kubernetes.service-account', 'my-account'),
    also: ['FLK-NAME-05'],
  }),
  rule('FLK-NAT-20', {
    what: 'a remote jar before 1.19',
    bad: application('1.18', 's3://artifacts/job.jar'),
    at: 'job.artifact',
    says: ['s3://artifacts/job.jar', '1.18', 'local://'],
    good: application('1.18', 'local:///opt/flink/usrlib/job.jar'),
  }),
].flat();
