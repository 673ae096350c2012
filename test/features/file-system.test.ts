import * as kplus from 'cdk8s-plus-27';
import {
  FileSystem,
  FlinkServiceAccount,
  FlinkSessionCluster,
  FlinkVersion,
  Hardening,
  WorkloadIdentity,
} from '../../src';
import {
  type cluster,
  flinkConfig,
  mainContainer,
  manifests,
  names,
  newChart,
  only,
  podOf,
  workloads,
} from '../support/synth';

const ROLE = 'arn:aws:iam::111122223333:role/flink';

function pluginsOf(props: Parameters<typeof cluster>[0]): [string | undefined, string[]] {
  const { env = [], volumeMounts } = mainContainer(workloads(manifests(props))[0]);
  return [
    env.find(({ name }: any) => name === 'ENABLE_BUILT_IN_PLUGINS')?.value,
    volumeMounts.map(({ mountPath }: any) => mountPath).filter((path: string) => path.startsWith('/opt/flink/plugins')),
  ];
}

describe('a built-in plugin', () => {
  test.each([
    { what: 'the latest published patch release', props: { version: FlinkVersion.V1_20 }, release: '1.20.4' },
    { what: 'the patch release of the version', props: { version: FlinkVersion.of('1.18.0') }, release: '1.18.0' },
    {
      what: 'the patch release in an official image tag',
      props: { version: FlinkVersion.V1_20, image: 'flink:1.20.1-java17' },
      release: '1.20.1',
    },
    {
      what: 'the patch release in the tag of a mirrored image',
      props: { version: FlinkVersion.V1_20, imageRegistry: 'registry.example.com/a', image: 'flink:1.20.2' },
      release: '1.20.2',
    },
    {
      what: 'the patch release of the version for a custom image',
      props: { version: FlinkVersion.of('1.20.3'), image: 'registry.example.com/jobs:7.1.2' },
      release: '1.20.3',
    },
  ])('is enabled for $what', ({ props, release }) => {
    expect(pluginsOf({ ...props, fileSystems: [FileSystem.s3Hadoop()] })).toEqual([
      `flink-s3-fs-hadoop-${release}.jar`,
      [`/opt/flink/plugins/flink-s3-fs-hadoop-${release}`],
    ]);
  });

  test('can be combined with others', () => {
    const all = [
      FileSystem.s3Presto(),
      FileSystem.s3Hadoop(),
      FileSystem.google(),
      FileSystem.azure(),
      FileSystem.aliyun(),
      FileSystem.s3Hadoop(),
    ];
    expect(pluginsOf({ fileSystems: all })[0]).toBe(
      ['azure', 'gs', 'oss', 's3']
        .map((name) => `flink-${name}-fs-hadoop-1.20.4.jar`)
        .concat('flink-s3-fs-presto-1.20.4.jar')
        .join(';'),
    );
  });

  test('needs no volume with a writable root file system', () => {
    expect(pluginsOf({ fileSystems: [FileSystem.s3Hadoop()], hardening: Hardening.NONE })).toEqual([
      'flink-s3-fs-hadoop-1.20.4.jar',
      [],
    ]);
  });

  test('can be requested by a feature', () => {
    expect(pluginsOf({ features: [{ bind: () => ({ builtInPlugins: ['cep-scala'] }) }] })[0]).toBe(
      'flink-cep-scala-1.20.4.jar',
    );
  });
});

describe('access to S3', () => {
  test('uses an endpoint and keys from a Secret', () => {
    const credentials = kplus.Secret.fromSecretName(newChart(), 'Keys', 'minio');
    const all = manifests({
      fileSystems: [FileSystem.s3Hadoop({ endpoint: 'https://minio.example.com', pathStyleAccess: true, credentials })],
    });
    expect([...flinkConfig(all)].filter(([key]) => key.startsWith('s3.'))).toEqual([
      ['s3.endpoint', 'https://minio.example.com'],
      ['s3.path.style.access', 'true'],
    ]);
    expect(mainContainer(workloads(all)[1]).env.slice(0, 2)).toEqual(
      ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].map((key) => ({
        name: key,
        valueFrom: { secretKeyRef: { name: 'minio', key } },
      })),
    );
  });

  test.each([
    {
      what: 'Hadoop, with a credentials provider for web identities',
      fileSystem: FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws(ROLE) }),
      provider: 'com.amazonaws.auth.WebIdentityTokenCredentialsProvider',
    },
    {
      what: 'Presto, which finds web identities by itself',
      fileSystem: FileSystem.s3Presto({ identity: WorkloadIdentity.aws(ROLE) }),
      provider: undefined,
    },
  ])('uses an IAM role with $what', ({ fileSystem, provider }) => {
    const all = manifests({ fileSystems: [fileSystem] });
    expect(flinkConfig(all).get('fs.s3a.aws.credentials.provider')).toBe(provider);
    for (const account of ['flink-jobmanager', 'flink-taskmanager']) {
      expect(only(all, 'ServiceAccount', account).metadata.annotations).toEqual({ 'eks.amazonaws.com/role-arn': ROLE });
    }
    expect(workloads(all).map((workload) => podOf(workload).automountServiceAccountToken)).toEqual([false, false]);
  });

  test('uses a credentials provider of the user', () => {
    const all = manifests({
      fileSystems: [FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws(ROLE) })],
      configuration: { 'fs.s3a.aws.credentials.provider': 'com.example.Mine' },
    });
    expect(flinkConfig(all).get('fs.s3a.aws.credentials.provider')).toBe('com.example.Mine');
  });
});

describe('workload identity', () => {
  test('of Google Cloud', () => {
    const all = manifests({
      fileSystems: [FileSystem.google({ identity: WorkloadIdentity.google('flink@p.iam.gserviceaccount.com') })],
    });
    expect(only(all, 'ServiceAccount', 'flink-taskmanager').metadata.annotations).toEqual({
      'iam.gke.io/gcp-service-account': 'flink@p.iam.gserviceaccount.com',
    });
  });

  test('of Azure, which also labels pods', () => {
    const clientId = '11111111-2222-3333-4444-555555555555';
    const all = manifests({ features: [WorkloadIdentity.azure({ clientId })] });
    expect(only(all, 'ServiceAccount', 'flink-jobmanager').metadata.annotations).toEqual({
      'azure.workload.identity/client-id': clientId,
    });
    expect(workloads(all).map(({ spec }) => spec.template.metadata.labels['azure.workload.identity/use'])).toEqual([
      'true',
      'true',
    ]);
  });

  test('creates ServiceAccounts with Hardening.NONE, too', () => {
    const all = manifests({ hardening: Hardening.NONE, features: [WorkloadIdentity.aws(ROLE)] });
    expect(names(all)).toContain('ServiceAccount/flink-jobmanager');
    expect(podOf(workloads(all)[0]).serviceAccountName).toBe('flink-jobmanager');
  });
});

describe('FlinkServiceAccount', () => {
  const rules = [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }];

  test('is shared by clusters, and each binds the permissions that its roles need', () => {
    const chart = newChart('chart', { namespace: 'streams' });
    const account = new FlinkServiceAccount(chart, 'Account', {
      name: 'flink',
      identity: WorkloadIdentity.aws(ROLE),
      labels: { team: 'data' },
    });
    for (const id of ['orders', 'clicks']) {
      const features = [{ bind: () => ({ jobManagerRules: rules }) }];
      new FlinkSessionCluster(chart, id, { version: FlinkVersion.V1_20, serviceAccount: account, features });
    }
    const all = manifests(chart);
    expect(only(all, 'ServiceAccount')).toEqual({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: {
        name: 'flink',
        namespace: 'streams',
        labels: { team: 'data' },
        annotations: { 'eks.amazonaws.com/role-arn': ROLE },
      },
      automountServiceAccountToken: false,
    });
    expect(names(all).filter((name) => name.startsWith('Role'))).toEqual([
      'Role/orders-jobmanager',
      'RoleBinding/orders-jobmanager',
      'Role/clicks-jobmanager',
      'RoleBinding/clicks-jobmanager',
    ]);
    expect(only(all, 'RoleBinding', 'clicks-jobmanager').subjects).toEqual([
      { kind: 'ServiceAccount', name: 'flink', namespace: 'streams' },
    ]);
    const deployments = all.filter(({ kind }: any) => kind === 'Deployment').map(podOf);
    expect(deployments.map((pod: any) => [pod.serviceAccountName, pod.automountServiceAccountToken])).toEqual([
      ['flink', true],
      ['flink', false],
      ['flink', true],
      ['flink', false],
    ]);
  });

  test.each([
    { what: 'the namespace of the Chart', options: {}, namespace: 'streams' },
    { what: 'another namespace', options: { namespace: 'other' }, namespace: 'other' },
  ])('an imported ServiceAccount is in $what', ({ options, namespace }) => {
    const chart = newChart('chart', { namespace: 'streams' });
    const account = FlinkServiceAccount.fromServiceAccountName(chart, 'Account', 'flink', options);
    new kplus.RoleBinding(chart, 'Binding', { role: kplus.Role.fromRoleName(chart, 'Role', 'view') }).addSubjects(
      account,
    );
    expect(only(manifests(chart), 'RoleBinding').subjects).toEqual([
      { apiGroup: '', kind: 'ServiceAccount', name: 'flink', namespace },
    ]);
  });
});

describe('options from Secrets', () => {
  const secret = kplus.Secret.fromSecretName(newChart(), 'Keys', 'minio');

  test('are passed to both processes as variables and arguments, and not in a ConfigMap', () => {
    const all = manifests({
      secretConfiguration: { 's3.secret-key': { secret, key: 'secret' }, 's3.access-key': { secret, key: 'access' } },
    });
    for (const [index, role] of ['jobmanager', 'taskmanager'].entries()) {
      const { args, env } = mainContainer(workloads(all)[index]);
      expect(args).toEqual([
        role,
        '-D',
        's3.access-key=$(FLINK_OPTION_S3_ACCESS__KEY)',
        '-D',
        's3.secret-key=$(FLINK_OPTION_S3_SECRET__KEY)',
      ]);
      expect(env).toEqual([
        { name: 'FLINK_OPTION_S3_ACCESS__KEY', valueFrom: { secretKeyRef: { name: 'minio', key: 'access' } } },
        { name: 'FLINK_OPTION_S3_SECRET__KEY', valueFrom: { secretKeyRef: { name: 'minio', key: 'secret' } } },
      ]);
    }
    expect([...flinkConfig(all).keys()].filter((key) => key.startsWith('s3.'))).toEqual([]);
  });

  test('can come from a feature, and can be set twice to the same value', () => {
    const secretConfiguration = { 's3.secret-key': { secret, key: 'secret' } };
    const all = manifests({ secretConfiguration, features: [{ bind: () => ({ secretConfiguration }) }] });
    expect(mainContainer(workloads(all)[0]).args).toHaveLength(3);
  });
});
