import { Testing } from 'cdk8s';
import { jobManager, row, type Row, rule } from './row';
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
    ].map((key) =>
      row(
        `${key} in the configuration`,
        option(key, 'canary-1'),
        `configuration.${key}`,
        [
          `${key} looks like a credential (given by configuration)`,
          'secretConfiguration',
          'SecretEnv',
          'allowPlainCredentials',
        ],
        { ...option(key, 'canary-1'), allowPlainCredentials: [{ key, reason: 'known to all' }] },
      ),
    ),
    row(
      'a credential of a feature',
      { features: [{ bind: () => option('s3.secret-key', 'canary-1') }] },
      'configuration.s3.secret-key',
      ['given by feature'],
      option('security.delegation.tokens.enabled', false),
    ),
    row(
      'a key of Azure, beside the class that finds one',
      option('fs.azure.account.key.a', 'canary-1'),
      'configuration.fs.azure.account.key.a',
      ['looks like'],
      option(
        'fs.azure.account.keyprovider.a.blob.core.windows.net',
        'org.apache.flink.fs.azurefs.EnvironmentVariableKeyProvider',
      ),
    ),
  ),
  ...rule(
    'FLK-SECRET-02',
    ...['env.java.opts.all', 'taskmanager.memory.process.size', 'rest.port', 'kubernetes.cluster-id'].map((key) =>
      row(
        `${key} from a Secret`,
        fromSecret(key),
        `secretConfiguration.${key}`,
        ['something else than the Flink process', 'configuration'],
        fromSecret('s3.secret-key'),
      ),
    ),
  ),
  ...rule(
    'FLK-SECRET-03',
    row(
      'a value from a Secret before 1.16',
      fromSecret('s3.secret-key', { version: FlinkVersion.V1_15 }),
      'secretConfiguration.s3.secret-key',
      ['before Flink 1.16 takes no options', 'SecretEnv'],
      fromSecret('s3.secret-key', { version: FlinkVersion.V1_16 }),
    ),
  ),
  ...rule(
    'FLK-SECRET-04',
    row(
      'a password as a plain variable',
      { env: { AWS_SECRET_ACCESS_KEY: 'canary-1' } },
      'JobManager › env.AWS_SECRET_ACCESS_KEY',
      ['looks like a credential', 'SecretEnv', 'allowPlainCredentials'],
      { env: { AWS_SECRET_ACCESS_KEY: '$(OTHER)', OTHER: 'x' } },
      ['FLK-SECRET-04'],
    ),
    row(
      'a token as a plain variable',
      jobManager({ env: { API_TOKEN: 'canary-1' } }),
      'JobManager › env.API_TOKEN',
      ['looks like'],
      jobManager({ env: { AWS_WEB_IDENTITY_TOKEN_FILE: '/var/run/token', API_TOKEN: '/etc/token' } }),
    ),
    row(
      'a password that is not among those allowed',
      { ...jobManager({ env: { A_PASSWORD: 'x' } }), allowPlainCredentials: [{ key: 'B_PASSWORD', reason: 'r' }] },
      'JobManager › env.A_PASSWORD',
      ['looks like'],
      { ...jobManager({ env: { A_PASSWORD: 'x' } }), allowPlainCredentials: [{ key: 'A_PASSWORD', reason: 'r' }] },
    ),
  ),
  ...rule(
    'FLK-SECRET-05',
    row(
      'a reference without a key',
      jobManager({ envValues: { A: { valueFrom: { secretKeyRef: { name: 'a' } } } } }),
      'JobManager › env.A',
      ['no key of a Secret'],
      jobManager({ envValues: { A: { valueFrom: { secretKeyRef: { name: 'a', key: 'k' } } } } }),
    ),
  ),
  ...rule(
    'FLK-SECRET-07',
    row(
      'a secret key in a file of the cluster',
      { files: [FlinkFile.fromText('core-site.xml', hadoopProperty('canary-1'))] },
      'files[0]',
      ['the value of fs.s3a.secret.key', 'into a Secret'],
      { files: [FlinkFile.fromText('core-site.xml', hadoopProperty(''))] },
    ),
    row(
      'a password in an address',
      option('jobmanager.archive.fs.dir', 'hdfs://user:canary-1@host/x'),
      'configuration.jobmanager.archive.fs.dir',
      ['a password before the host', 'put it into a Secret'],
      option('jobmanager.archive.fs.dir', 'hdfs://host/x'),
      ['FLK-FS-01'],
    ),
    row(
      'a password among JVM options',
      { jvmOptions: ['-Djavax.net.ssl.trustStorePassword=canary-1'] },
      'configuration.env.java.opts.all',
      ['the value of javax.net.ssl.trustStorePassword'],
      { jvmOptions: ['-Djavax.net.ssl.trustStore=/x'] },
    ),
    row(
      'a private key in a file',
      { files: [FlinkFile.fromText('key.pem', `${PEM}\nx`)] },
      'files[0]',
      ['a private key'],
      { files: [FlinkFile.fromText('cert.pem', '-----BEGIN CERTIFICATE-----\nx')] },
    ),
    row(
      'a signed token in a variable',
      jobManager({ env: { NOTE: TOKEN } }),
      'JobManager › env.NOTE',
      ['a signed token'],
      jobManager({ env: { NOTE: 'eyJ.eyJ.x' } }),
    ),
    row(
      'a private key in an annotation',
      jobManager({ podAnnotations: { a: PEM } }),
      'JobManager › podAnnotations.a',
      ['a private key'],
      jobManager({ podAnnotations: { a: 'b' } }),
    ),
    row(
      'a password in an argument',
      jobManager({ sidecars: [{ name: 'side', image: 'busybox:1.36', args: ['jdbc:x', 'https://u:canary-1@host'] }] }),
      'JobManager › containers.side.args',
      ['a password before the host'],
      jobManager({ sidecars: [{ name: 'side', image: 'busybox:1.36', args: ['https://u:$(P)@host'] }] }),
    ),
  ),
  ...rule(
    'FLK-CONF-05',
    row(
      'an option in the configuration and in a Secret',
      { ...fromSecret('s3.endpoint'), ...option('s3.endpoint', 'x') },
      'secretConfiguration.s3.endpoint',
      ['configuration says ******', 'keep one'],
      fromSecret('s3.endpoint'),
    ),
  ),
  ...rule(
    'FLK-OPT-01',
    row(
      'an unknown option from a Secret',
      fromSecret('s4.secret-key'),
      'secretConfiguration.s4.secret-key',
      ['no release of Flink reads'],
      fromSecret('s3.secret-key'),
    ),
  ),
  ...rule(
    'FLK-TYPE-01',
    row(
      'a Secret without a key',
      { secretConfiguration: { 's3.secret-key': { secret: SECRET } } },
      'secretConfiguration.s3.secret-key.key',
      ['required'],
      fromSecret('s3.secret-key'),
    ),
  ),
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
    row(
      'a bucket without a plugin',
      option(DIR, 's3://b/c'),
      `configuration.${DIR}`,
      ['"s3://b/c"', 'nothing in the cluster reads s3://', 'FileSystem.s3Hadoop()'],
      s3(option(DIR, 's3://b/c')),
    ),
    row(
      'a bucket of another cloud',
      s3(option(DIR, 'gs://b/c')),
      `configuration.${DIR}`,
      ['gs://', 'FileSystem.google()'],
      { fileSystems: [FileSystem.google()], ...option(DIR, 'gs://b/c') },
    ),
    row(
      'HDFS without Hadoop',
      option(DIR, 'hdfs:///flink'),
      `configuration.${DIR}`,
      ['HadoopConfMount'],
      s3(option(DIR, 's3a://b/c')),
    ),
    row('a scheme that nobody knows', option(DIR, 's4://b/c'), `configuration.${DIR}`, ['s4://', 'a PluginMount'], {
      features: [{ bind: () => ({ fileSystemSchemes: ['s4'] }) }],
      ...option(DIR, 's4://b/c'),
    }),
  ),
  ...rule(
    'FLK-FS-02',
    row(
      'an image that does not tell its release',
      s3({ image: 'registry.example.com/my-flink:7' }),
      'JobManager › image',
      ['exact release', 'FlinkVersion.of("1.20.1")'],
      s3({ image: 'registry.example.com/my-flink:7', version: FlinkVersion.of('1.20.3') }),
      ['FLK-FS-02'],
    ),
  ),
  ...rule(
    'FLK-FS-03',
    row(
      'two plugins for one scheme',
      { fileSystems: [FileSystem.s3Hadoop(), FileSystem.s3Presto()], ...option(DIR, 's3://b/c') },
      `configuration.${DIR}`,
      ['two plugins read s3://', 's3p://'],
      { fileSystems: [FileSystem.s3Hadoop(), FileSystem.s3Presto()], ...option(DIR, 's3p://b/c') },
    ),
  ),
  ...rule(
    'FLK-FS-04',
    row(
      'a scheme in capitals',
      s3(option(DIR, 'S3://b/c')),
      `configuration.${DIR}`,
      ['"S3://b/c"', 'none is called S3', 'write s3://'],
      s3(option(DIR, 's3://b/c')),
    ),
    row(
      'a file in capitals',
      option('jobmanager.archive.fs.dir', 'FILE:///tmp/a'),
      'configuration.jobmanager.archive.fs.dir',
      ['none is called FILE', 'write file://'],
      option('jobmanager.archive.fs.dir', 'file:///tmp/a'),
    ),
  ),
  ...rule(
    'FLK-FS-05',
    row(
      'a file with two slashes',
      option('jobmanager.archive.fs.dir', 'file://tmp/a'),
      'configuration.jobmanager.archive.fs.dir',
      ['on no host', 'file:///path'],
      option('jobmanager.archive.fs.dir', 'file:/tmp/a'),
    ),
    row(
      'a store without a bucket',
      s3(option(DIR, 's3:///c')),
      `configuration.${DIR}`,
      ['followed by a bucket', 's3://bucket/path'],
      option(DIR, 's3p://b/c'),
    ),
    row(
      'the second of two places',
      s3(option('pipeline.jars', 's3://b/a.jar;s3:///b.jar')),
      'configuration.pipeline.jars',
      ['a bucket'],
      s3(option('pipeline.jars', 's3://b/a.jar;s3://b/b.jar')),
    ),
  ),
  ...rule(
    'FLK-FEAT-04',
    row(
      'Google Cloud before 1.15',
      { version: FlinkVersion.V1_14, fileSystems: [FileSystem.google()] },
      'fileSystems.gs-fs-hadoop',
      ['from Flink 1.15 on'],
      { version: FlinkVersion.V1_15, fileSystems: [FileSystem.google()] },
    ),
    row(
      'an IAM role in 1.11',
      { version: FlinkVersion.V1_11, fileSystems: [FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws(ROLE) })] },
      'fileSystems.s3-fs-hadoop',
      ['no web identities before Flink 1.12'],
      { version: FlinkVersion.V1_12, fileSystems: [FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws(ROLE) })] },
    ),
    row(
      'an IAM role for Presto in 1.13',
      { version: FlinkVersion.V1_13, fileSystems: [FileSystem.s3Presto({ identity: WorkloadIdentity.aws(ROLE) })] },
      'fileSystems.s3-fs-presto',
      ['before Flink 1.14'],
      { version: FlinkVersion.V1_14, fileSystems: [FileSystem.s3Presto({ identity: WorkloadIdentity.aws(ROLE) })] },
    ),
    row(
      'keys for Presto in 1.13',
      { version: FlinkVersion.V1_13, fileSystems: [FileSystem.s3Presto({ credentials: SECRET as any })] },
      'fileSystems.s3-fs-presto',
      ['does not look for keys'],
      { version: FlinkVersion.V1_13, fileSystems: [FileSystem.s3Hadoop({ credentials: SECRET as any })] },
    ),
    row(
      'a workload identity for the plugin of Azure',
      { fileSystems: [FileSystem.azure({ identity: AZURE })] },
      'fileSystems.azure-fs-hadoop',
      ['Hadoop 3.4.1'],
      { fileSystems: [FileSystem.azure()], features: [AZURE] },
    ),
    row(
      'an identity of another cloud',
      { fileSystems: [FileSystem.s3Hadoop({ identity: AZURE })] },
      'fileSystems.s3-fs-hadoop',
      ['of another cloud', 'WorkloadIdentity.aws()'],
      { fileSystems: [FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws(ROLE) })] },
    ),
    row(
      'an identity and keys',
      { fileSystems: [FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws(ROLE), credentials: SECRET as any })] },
      'fileSystems.s3-fs-hadoop',
      ['both an identity and credentials'],
      { fileSystems: [FileSystem.s3Hadoop({ credentials: SECRET as any })] },
    ),
    row(
      'a role that is no ARN',
      { features: [WorkloadIdentity.aws('flink')] },
      'WorkloadIdentity.roleArn',
      ['"flink"', 'not the ARN of an IAM role', 'arn:aws:iam'],
      { features: [WorkloadIdentity.aws(ROLE)] },
    ),
    row(
      'an account that is no address',
      { features: [WorkloadIdentity.google('flink')] },
      'WorkloadIdentity.serviceAccount',
      ['not the address'],
      { features: [WorkloadIdentity.google('flink@p.iam.gserviceaccount.com')] },
    ),
    row(
      'a client that is no id',
      { features: [WorkloadIdentity.azure({ clientId: 'flink' })] },
      'WorkloadIdentity.clientId',
      ['not a client id'],
      { features: [AZURE] },
    ),
  ),
];

/** A cluster with an account of the app or an imported one. */
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
  ...rule(
    'FLK-SA-01',
    row(
      'an account of another namespace',
      withAccount((chart) =>
        FlinkServiceAccount.fromServiceAccountName(chart, 'Account', 'flink', { namespace: 'other' }),
      ),
      'JobManager › serviceAccount',
      ['"flink"', 'another namespace, and this one is in other'],
      withAccount((chart) => FlinkServiceAccount.fromServiceAccountName(chart, 'Account', 'flink')),
      ['FLK-SA-01'],
    ),
  ),
  ...rule(
    'FLK-SA-02',
    row(
      'two identities of one cloud',
      { features: [WorkloadIdentity.aws(ROLE), WorkloadIdentity.aws(`${ROLE}2`)] },
      'JobManager › serviceAccount',
      ['eks.amazonaws.com/role-arn is to be this and', 'one identity'],
      { features: [WorkloadIdentity.aws(ROLE), WorkloadIdentity.aws(ROLE)] },
      ['FLK-SA-02'],
    ),
  ),
  ...rule(
    'FLK-SA-03',
    row(
      'an identity for an account of somebody else',
      withAccount((chart) => FlinkServiceAccount.fromServiceAccountName(chart, 'Account', 'flink'), {
        features: [WorkloadIdentity.aws(ROLE)],
      }),
      'JobManager › serviceAccount',
      ['"flink"', 'none of the cluster', `eks.amazonaws.com/role-arn: ${ROLE}`],
      withAccount(
        (chart) => new FlinkServiceAccount(chart, 'Account', { name: 'flink', identity: WorkloadIdentity.aws(ROLE) }),
        { features: [WorkloadIdentity.aws(ROLE)] },
      ),
      ['FLK-SA-03'],
    ),
  ),
  ...rule(
    'FLK-FEAT-04',
    row(
      'an account whose role is no ARN',
      () => {
        const chart = newChart();
        new FlinkServiceAccount(chart, 'Account', { name: 'flink', identity: WorkloadIdentity.aws('flink') });
        Testing.synth(chart);
      },
      '/Account › WorkloadIdentity.roleArn',
      ['not the ARN'],
      () => cluster(),
    ),
  ),
  ...rule(
    'FLK-NAME-05',
    row(
      'an account with a capital',
      () => {
        const chart = newChart();
        new FlinkServiceAccount(chart, 'Account', { name: 'Flink' });
        Testing.synth(chart);
      },
      '/Account › name',
      ['no name of an object'],
      () => cluster(),
    ),
  ),
];

function hadoopProperty(value: string): string {
  return `<configuration><property><name>fs.s3a.secret.key</name><value>${value}</value></property></configuration>`;
}
