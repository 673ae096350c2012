import { Testing } from 'cdk8s';
import { jobManager, type Row, rule } from './row';
import {
  FileSystem,
  FlinkFile,
  FlinkServiceAccount,
  FlinkSessionCluster,
  FlinkVersion,
  WorkloadIdentity,
} from '../../../src';
import { cluster, newChart } from '../../support/synth';

const SECRET = { name: 'warehouse' };
const UUID = '00000000-0000-0000-0000-000000000000';
const ROLE = 'arn:aws:iam::111122223333:role/flink';
const option = (key: string, value: unknown): any => ({ configuration: { [key]: value } });
const fromSecret = (key: string, more: object = {}): any => ({
  secretConfiguration: { [key]: { secret: SECRET, key: 'k' } },
  ...more,
});
const PEM = '-----BEGIN RSA PRIVATE KEY-----';
const TOKEN = `eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}.${'c'.repeat(12)}`;

export const CREDENTIALS: readonly Row[] = [
  ...rule(
    'FLK-SECRET-01',
    ...[
      's3.access-key',
      's3.secret-key',
      'fs.s3a.secret.key',
      'fs.azure.account.key.a.dfs.core.windows.net',
      'security.ssl.rest.key-password',
      'metrics.reporter.influxdb.password',
      'fs.oss.accessKeySecret',
    ].map((key) => ({
      what: `${key} in the configuration`,
      bad: option(key, 'canary-1'),
      at: `configuration.${key}`,
      says: [
        `${key} looks like a credential (set by configuration)`,
        'secretConfiguration',
        'SecretEnv',
        'allowPlainCredentials',
      ],
      good: { ...option(key, 'canary-1'), allowPlainCredentials: [{ key, reason: 'known to all' }] },
    })),
    {
      what: 'a credential in a feature',
      bad: { features: [{ bind: () => option('s3.secret-key', 'canary-1') }] },
      at: 'configuration.s3.secret-key',
      says: ['set by feature'],
      good: option('security.delegation.tokens.enabled', false),
    },
    {
      what: 'an Azure account key in addition to a key provider',
      bad: option('fs.azure.account.key.a', 'canary-1'),
      at: 'configuration.fs.azure.account.key.a',
      says: ['looks like'],
      good: option(
        'fs.azure.account.keyprovider.a.blob.core.windows.net',
        'org.apache.flink.fs.azurefs.EnvironmentVariableKeyProvider',
      ),
    },
  ),
  ...rule(
    'FLK-SECRET-02',
    ...['env.java.opts.all', 'taskmanager.memory.process.size', 'rest.port', 'kubernetes.cluster-id'].map((key) => ({
      what: `${key} from a Secret`,
      bad: fromSecret(key),
      at: `secretConfiguration.${key}`,
      says: ['other parties than the Flink process', 'configuration'],
      good: fromSecret('s3.secret-key'),
    })),
  ),
  ...rule('FLK-SECRET-03', {
    what: 'a value from a Secret before 1.16',
    bad: fromSecret('s3.secret-key', { version: FlinkVersion.V1_15 }),
    at: 'secretConfiguration.s3.secret-key',
    says: ['before Flink 1.16 accepts no options', 'SecretEnv'],
    good: fromSecret('s3.secret-key', { version: FlinkVersion.V1_16 }),
  }),
  ...rule(
    'FLK-SECRET-04',
    {
      what: 'a password as a plain environment variable',
      bad: { env: { AWS_SECRET_ACCESS_KEY: 'canary-1' } },
      at: 'JobManager › env.AWS_SECRET_ACCESS_KEY',
      says: ['looks like a credential', 'SecretEnv', 'allowPlainCredentials'],
      good: { env: { AWS_SECRET_ACCESS_KEY: '$(OTHER)', OTHER: 'x' } },
      also: ['FLK-SECRET-04'],
    },
    {
      what: 'a token as a plain environment variable',
      bad: jobManager({ env: { API_TOKEN: 'canary-1' } }),
      at: 'JobManager › env.API_TOKEN',
      says: ['looks like'],
      good: jobManager({ env: { AWS_WEB_IDENTITY_TOKEN_FILE: '/var/run/token', API_TOKEN: '/etc/token' } }),
    },
    {
      what: 'a password that allowPlainCredentials does not list',
      bad: { ...jobManager({ env: { A_PASSWORD: 'x' } }), allowPlainCredentials: [{ key: 'B_PASSWORD', reason: 'r' }] },
      at: 'JobManager › env.A_PASSWORD',
      says: ['looks like'],
      good: {
        ...jobManager({ env: { A_PASSWORD: 'x' } }),
        allowPlainCredentials: [{ key: 'A_PASSWORD', reason: 'r' }],
      },
    },
  ),
  ...rule('FLK-SECRET-05', {
    what: 'a Secret reference without a key',
    bad: jobManager({ envValues: { A: { valueFrom: { secretKeyRef: { name: 'a' } } } } }),
    at: 'JobManager › env.A',
    says: ['not a valid key of a Secret'],
    good: jobManager({ envValues: { A: { valueFrom: { secretKeyRef: { name: 'a', key: 'k' } } } } }),
  }),
  ...rule(
    'FLK-SECRET-07',
    {
      what: 'a secret key in a file of the cluster',
      bad: { files: [FlinkFile.fromText('core-site.xml', hadoopProperty('canary-1'))] },
      at: 'files[0]',
      says: ['the value of fs.s3a.secret.key', 'in a Secret'],
      good: { files: [FlinkFile.fromText('core-site.xml', hadoopProperty(''))] },
    },
    {
      what: 'a password in a URL',
      bad: option('jobmanager.archive.fs.dir', 'hdfs://user:canary-1@host/x'),
      at: 'configuration.jobmanager.archive.fs.dir',
      says: ['a password before the host', 'store it in a Secret'],
      good: option('jobmanager.archive.fs.dir', 'hdfs://host/x'),
      also: ['FLK-FS-01'],
    },
    {
      what: 'a password in JVM options',
      bad: { jvmOptions: ['-Djavax.net.ssl.trustStorePassword=canary-1'] },
      at: 'configuration.env.java.opts.all',
      says: ['the value of javax.net.ssl.trustStorePassword'],
      good: { jvmOptions: ['-Djavax.net.ssl.trustStore=/x'] },
    },
    {
      what: 'a private key in a file',
      bad: { files: [FlinkFile.fromText('key.pem', `${PEM}\nx`)] },
      at: 'files[0]',
      says: ['a private key'],
      good: { files: [FlinkFile.fromText('cert.pem', '-----BEGIN CERTIFICATE-----\nx')] },
    },
    {
      what: 'a signed token in an environment variable',
      bad: jobManager({ env: { NOTE: TOKEN } }),
      at: 'JobManager › env.NOTE',
      says: ['a signed token'],
      good: jobManager({ env: { NOTE: 'eyJ.eyJ.x' } }),
    },
    {
      what: 'a private key in an annotation',
      bad: jobManager({ podAnnotations: { a: PEM } }),
      at: 'JobManager › podAnnotations.a',
      says: ['a private key'],
      good: jobManager({ podAnnotations: { a: 'b' } }),
    },
    {
      what: 'a password in an argument of a sidecar',
      bad: jobManager({
        sidecars: [{ name: 'side', image: 'busybox:1.36', args: ['jdbc:x', 'https://u:canary-1@host'] }],
      }),
      at: 'JobManager › containers.side.args',
      says: ['a password before the host'],
      good: jobManager({ sidecars: [{ name: 'side', image: 'busybox:1.36', args: ['https://u:$(P)@host'] }] }),
    },
  ),
  ...rule('FLK-CONF-05', {
    what: 'an option both in the configuration and in a Secret',
    bad: { ...fromSecret('s3.endpoint'), ...option('s3.endpoint', 'x') },
    at: 'secretConfiguration.s3.endpoint',
    says: ['configuration sets ******', 'keep one'],
    good: fromSecret('s3.endpoint'),
  }),
  ...rule('FLK-OPT-01', {
    what: 'an unknown option from a Secret',
    bad: fromSecret('s4.secret-key'),
    at: 'secretConfiguration.s4.secret-key',
    says: ['no release of Flink reads'],
    good: fromSecret('s3.secret-key'),
  }),
  ...rule('FLK-TYPE-01', {
    what: 'a Secret without a key',
    bad: { secretConfiguration: { 's3.secret-key': { secret: SECRET } } },
    at: 'secretConfiguration.s3.secret-key.key',
    says: ['required'],
    good: fromSecret('s3.secret-key'),
  }),
];

const AZURE = WorkloadIdentity.azure({
  clientId: '11111111-2222-3333-4444-555555555555',
  tenantId: '11111111-2222-3333-4444-555555555556',
});
const DIR = 'execution.checkpointing.dir';
const s3 = (more: object): any => ({ fileSystems: [FileSystem.s3Hadoop()], ...more });

export const FILE_SYSTEMS: readonly Row[] = [
  ...rule(
    'FLK-FS-01',
    {
      what: 'an S3 directory without a plugin',
      bad: option(DIR, 's3://b/c'),
      at: `configuration.${DIR}`,
      says: ['"s3://b/c"', 'nothing in the cluster reads s3://', 'FileSystem.s3Hadoop()'],
      good: s3(option(DIR, 's3://b/c')),
    },
    {
      what: 'a Google Cloud Storage directory without a plugin',
      bad: s3(option(DIR, 'gs://b/c')),
      at: `configuration.${DIR}`,
      says: ['gs://', 'FileSystem.google()'],
      good: { fileSystems: [FileSystem.google()], ...option(DIR, 'gs://b/c') },
    },
    {
      what: 'an HDFS directory without Hadoop',
      bad: option(DIR, 'hdfs:///flink'),
      at: `configuration.${DIR}`,
      says: ['HadoopConfMount'],
      good: s3(option(DIR, 's3a://b/c')),
    },
    {
      what: 'a directory with an unknown scheme',
      bad: option(DIR, 's4://b/c'),
      at: `configuration.${DIR}`,
      says: ['s4://', 'a PluginMount'],
      good: {
        features: [{ bind: () => ({ fileSystemSchemes: ['s4'] }) }],
        ...option(DIR, 's4://b/c'),
      },
    },
  ),
  ...rule('FLK-FS-02', {
    what: 'a plugin with an image of unknown patch release',
    bad: s3({ image: 'registry.example.com/my-flink:7' }),
    at: 'JobManager › image',
    says: ['exact release', 'FlinkVersion.of("1.20.1")'],
    good: s3({ image: 'registry.example.com/my-flink:7', version: FlinkVersion.of('1.20.3') }),
    also: ['FLK-FS-02'],
  }),
  ...rule('FLK-FS-03', {
    what: 'two plugins for one scheme',
    bad: { fileSystems: [FileSystem.s3Hadoop(), FileSystem.s3Presto()], ...option(DIR, 's3://b/c') },
    at: `configuration.${DIR}`,
    says: ['two plugins read s3://', 's3p://'],
    good: { fileSystems: [FileSystem.s3Hadoop(), FileSystem.s3Presto()], ...option(DIR, 's3p://b/c') },
  }),
  ...rule(
    'FLK-FS-04',
    {
      what: 'a scheme in capitals',
      bad: s3(option(DIR, 'S3://b/c')),
      at: `configuration.${DIR}`,
      says: ['"S3://b/c"', 'none is called S3', 'use s3://'],
      good: s3(option(DIR, 's3://b/c')),
    },
    {
      what: 'the file scheme in capitals',
      bad: option('jobmanager.archive.fs.dir', 'FILE:///tmp/a'),
      at: 'configuration.jobmanager.archive.fs.dir',
      says: ['none is called FILE', 'use file://'],
      good: option('jobmanager.archive.fs.dir', 'file:///tmp/a'),
    },
  ),
  ...rule(
    'FLK-FS-05',
    {
      what: 'an object store URI without a bucket',
      bad: s3(option(DIR, 's3:///c')),
      at: `configuration.${DIR}`,
      says: ['the bucket after s3:// is missing', 's3://bucket/path'],
      good: option(DIR, 's3p://b/c'),
    },
    {
      what: 'an invalid URI as the second item of a list',
      bad: s3(option('pipeline.jars', 's3://b/a.jar;s3:///b.jar')),
      at: 'configuration.pipeline.jars',
      says: ['the bucket'],
      good: s3(option('pipeline.jars', 's3://b/a.jar;s3://b/b.jar')),
    },
  ),
  ...rule('FLK-FS-06', {
    what: 'a file URI with two slashes',
    bad: option('jobmanager.archive.fs.dir', 'file://tmp/a'),
    at: 'configuration.jobmanager.archive.fs.dir',
    says: ['"file://tmp/a"', 'not on a host', 'file:///path'],
    good: option('jobmanager.archive.fs.dir', 'file:/tmp/a'),
  }),
  ...rule('FLK-FS-07', {
    what: 'Google Cloud before 1.15',
    bad: { version: FlinkVersion.V1_14, fileSystems: [FileSystem.google()] },
    at: 'fileSystems.gs-fs-hadoop',
    says: ['from Flink 1.15 on', 'use Flink 1.15 or newer'],
    good: { version: FlinkVersion.V1_15, fileSystems: [FileSystem.google()] },
  }),
  ...rule(
    'FLK-FS-08',
    {
      what: 'an IAM role in 1.11',
      bad: {
        version: FlinkVersion.V1_11,
        fileSystems: [FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws(ROLE) })],
      },
      at: 'fileSystems.s3-fs-hadoop',
      says: ['not support web identities before Flink 1.12', 'use Flink 1.12 or newer, or set credentials'],
      good: {
        version: FlinkVersion.V1_12,
        fileSystems: [FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws(ROLE) })],
      },
    },
    {
      what: 'an IAM role for Presto in 1.13',
      bad: {
        version: FlinkVersion.V1_13,
        fileSystems: [FileSystem.s3Presto({ identity: WorkloadIdentity.aws(ROLE) })],
      },
      at: 'fileSystems.s3-fs-presto',
      says: ['before Flink 1.14'],
      good: {
        version: FlinkVersion.V1_14,
        fileSystems: [FileSystem.s3Presto({ identity: WorkloadIdentity.aws(ROLE) })],
      },
    },
  ),
  ...rule('FLK-FS-09', {
    what: 'keys for Presto in 1.13',
    bad: { version: FlinkVersion.V1_13, fileSystems: [FileSystem.s3Presto({ credentials: SECRET as any })] },
    at: 'fileSystems.s3-fs-presto',
    says: ['does not read keys from the environment before Flink 1.14', 'FileSystem.s3Hadoop()'],
    good: { version: FlinkVersion.V1_13, fileSystems: [FileSystem.s3Hadoop({ credentials: SECRET as any })] },
  }),
  ...rule('FLK-FS-10', {
    what: 'a workload identity for the Azure plugin',
    bad: { fileSystems: [FileSystem.azure({ identity: AZURE })] },
    at: 'fileSystems.azure-fs-hadoop',
    says: ['Hadoop 3.4.1', 'secretConfiguration'],
    good: { fileSystems: [FileSystem.azure()], features: [AZURE] },
  }),
  ...rule('FLK-FS-11', {
    what: 'an identity of another cloud',
    bad: { fileSystems: [FileSystem.s3Hadoop({ identity: AZURE })] },
    at: 'fileSystems.s3-fs-hadoop',
    says: ['belongs to another cloud', 'WorkloadIdentity.aws()'],
    good: { fileSystems: [FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws(ROLE) })] },
  }),
  ...rule('FLK-FS-12', {
    what: 'an identity in addition to credentials',
    bad: { fileSystems: [FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws(ROLE), credentials: SECRET as any })] },
    at: 'fileSystems.s3-fs-hadoop',
    says: ['both an identity and credentials', 'remove one'],
    good: { fileSystems: [FileSystem.s3Hadoop({ credentials: SECRET as any })] },
  }),
];

/** A cluster with a ServiceAccount of the app or an imported one. */
function withAccount(make: (chart: ReturnType<typeof newChart>) => any, more: object = {}): () => unknown {
  return () => {
    const chart = newChart('chart', { namespace: 'streams' });
    return new FlinkSessionCluster(chart, 'Flink', {
      version: FlinkVersion.V1_20,
      serviceAccount: make(chart),
      ...more,
    });
  };
}

export const ACCOUNTS: readonly Row[] = [
  ...rule('FLK-SA-01', {
    what: 'a ServiceAccount in another namespace',
    bad: withAccount((chart) =>
      FlinkServiceAccount.fromServiceAccountName(chart, 'Account', 'flink', { namespace: 'other' }),
    ),
    at: 'JobManager › serviceAccount',
    says: ['"flink"', 'another namespace, and this one is in other', 'in the namespace of the cluster'],
    good: withAccount((chart) => FlinkServiceAccount.fromServiceAccountName(chart, 'Account', 'flink')),
    also: ['FLK-SA-01'],
  }),
  ...rule('FLK-SA-02', {
    what: 'two identities of the same cloud',
    bad: { features: [WorkloadIdentity.aws(ROLE), WorkloadIdentity.aws(`${ROLE}2`)] },
    at: 'JobManager › serviceAccount',
    says: ['eks.amazonaws.com/role-arn cannot be both this and', 'one identity'],
    good: { features: [WorkloadIdentity.aws(ROLE), WorkloadIdentity.aws(ROLE)] },
    also: ['FLK-SA-02'],
  }),
  ...rule('FLK-SA-03', {
    what: 'an identity for an imported ServiceAccount',
    bad: withAccount((chart) => FlinkServiceAccount.fromServiceAccountName(chart, 'Account', 'flink'), {
      features: [WorkloadIdentity.aws(ROLE)],
    }),
    at: 'JobManager › serviceAccount',
    says: ['"flink"', 'the cluster did not create this ServiceAccount', `eks.amazonaws.com/role-arn: ${ROLE}`],
    good: withAccount(
      (chart) => new FlinkServiceAccount(chart, 'Account', { name: 'flink', identity: WorkloadIdentity.aws(ROLE) }),
      { features: [WorkloadIdentity.aws(ROLE)] },
    ),
    also: ['FLK-SA-03'],
  }),
  ...rule(
    'FLK-SA-04',
    {
      what: 'a role that is not an ARN',
      bad: { features: [WorkloadIdentity.aws('flink')] },
      at: 'WorkloadIdentity.roleArn',
      says: ['"flink"', 'not the ARN of an IAM role', 'arn:aws:iam'],
      good: { features: [WorkloadIdentity.aws(ROLE)] },
    },
    {
      what: 'a ServiceAccount with a role that is not an ARN',
      bad: () => {
        const chart = newChart();
        new FlinkServiceAccount(chart, 'Account', { name: 'flink', identity: WorkloadIdentity.aws('flink') });
        Testing.synth(chart);
      },
      at: '/Account › WorkloadIdentity.roleArn',
      says: ['"flink"', 'not the ARN'],
      good: () => {
        const chart = newChart();
        new FlinkServiceAccount(chart, 'Account', { name: 'flink', identity: WorkloadIdentity.aws(ROLE) });
        Testing.synth(chart);
      },
    },
    {
      what: 'a role of a file system that is not an ARN',
      bad: { fileSystems: [FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws('flink') })] },
      at: 'WorkloadIdentity.roleArn',
      says: ['"flink"', 'not the ARN'],
      good: { fileSystems: [FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws(ROLE) })] },
    },
  ),
  ...rule('FLK-SA-05', {
    what: 'a Google service account that is not an email address',
    bad: { features: [WorkloadIdentity.google('flink')] },
    at: 'WorkloadIdentity.serviceAccount',
    says: ['"flink"', 'not the email address of a service account', 'flink@project'],
    good: { features: [WorkloadIdentity.google('flink@p.iam.gserviceaccount.com')] },
  }),
  ...rule(
    'FLK-SA-06',
    {
      what: 'a client id that is not a UUID',
      bad: { features: [WorkloadIdentity.azure({ clientId: 'flink' })] },
      at: 'WorkloadIdentity.clientId',
      says: ['"flink"', 'not the id of a client', 'UUID'],
      good: { features: [AZURE] },
    },
    {
      what: 'a tenant id that is not a UUID',
      bad: { features: [WorkloadIdentity.azure({ clientId: UUID, tenantId: 'flink' })] },
      at: 'WorkloadIdentity.tenantId',
      says: ['"flink"', 'a tenant of Azure'],
      good: { features: [WorkloadIdentity.azure({ clientId: UUID, tenantId: UUID })] },
    },
  ),
  ...rule('FLK-NAME-05', {
    what: 'a ServiceAccount name with a capital',
    bad: () => {
      const chart = newChart();
      new FlinkServiceAccount(chart, 'Account', { name: 'Flink' });
      Testing.synth(chart);
    },
    at: '/Account › name',
    says: ['not a valid name of an object'],
    good: () => cluster(),
  }),
];

function hadoopProperty(value: string): string {
  return `<configuration><property><name>fs.s3a.secret.key</name><value>${value}</value></property></configuration>`;
}
