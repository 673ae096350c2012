import { Duration, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  FileSystem,
  FlinkSessionCluster,
  type FlinkSessionClusterProps,
  FlinkVersion,
  HighAvailability,
  RestAccess,
} from '../../src';
import {
  cluster,
  flinkConfig,
  mainContainer,
  manifests,
  names,
  newChart,
  only,
  podOf,
  problems,
  workloads,
} from '../support/synth';

const STORAGE = 's3://bucket/flink';
const FACTORY = 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory';
const KUBERNETES = HighAvailability.kubernetes({ storageDir: STORAGE });
const ZOO_KEEPER = HighAvailability.zooKeeper({ quorum: 'zk:2181', storageDir: STORAGE });
const VERSIONS = ['1.12', '1.13', '1.15', '1.16', '1.17', '1.20', '2.2'];

function rendered(props: Partial<FlinkSessionClusterProps>): any[] {
  return manifests(cluster({ namespace: 'streams', ...props }));
}

describe('options', () => {
  test.each([
    { version: '1.12', key: 'high-availability', value: FACTORY },
    { version: '1.15', key: 'high-availability', value: FACTORY },
    { version: '1.16', key: 'high-availability', value: 'kubernetes' },
    { version: '1.17', key: 'high-availability.type', value: 'kubernetes' },
    { version: '2.2', key: 'high-availability.type', value: 'kubernetes' },
  ])('$key selects Kubernetes high availability in Flink $version', ({ version, key, value }) => {
    const options = flinkConfig(rendered({ version: FlinkVersion.of(version), highAvailability: KUBERNETES }));
    const own = [...options].filter(([name]) => name.startsWith('high-availability') || name.startsWith('kubernetes.'));
    expect(Object.fromEntries(own)).toEqual({
      [key]: value,
      'high-availability.cluster-id': 'flink',
      'high-availability.storageDir': STORAGE,
      'kubernetes.cluster-id': 'flink',
      'kubernetes.namespace': 'streams',
    });
    expect(options.has('jobmanager.rpc.address')).toBe(false);
  });

  test('ZooKeeper has its quorum and a fixed port', () => {
    const options = flinkConfig(
      manifests({
        highAvailability: HighAvailability.zooKeeper({
          quorum: 'a:1,b:2',
          storageDir: STORAGE,
          rootPath: '/team',
          sessionTimeout: Duration.seconds(30),
          maxRetryAttempts: 5,
          acl: 'creator',
        }),
      }),
    );
    expect(
      Object.fromEntries(
        [...options].filter(([name]) => name.startsWith('high-availability') || name.startsWith('kubernetes.')),
      ),
    ).toEqual({
      'high-availability.type': 'zookeeper',
      'high-availability.cluster-id': 'flink',
      'high-availability.jobmanager.port': '6123',
      'high-availability.storageDir': STORAGE,
      'high-availability.zookeeper.client.acl': 'creator',
      'high-availability.zookeeper.client.max-retry-attempts': '5',
      'high-availability.zookeeper.client.session-timeout': '30000',
      'high-availability.zookeeper.path.root': '/team',
      'high-availability.zookeeper.quorum': 'a:1,b:2',
    });
  });

  test('none is written as an option and changes nothing else', () => {
    const all = manifests({ highAvailability: HighAvailability.none() });
    expect(flinkConfig(all).get('high-availability.type')).toBe('NONE');
    expect(names(all)).toEqual(names(manifests()));
    expect(mainContainer(workloads(all)[0]).args).toEqual(['jobmanager']);
  });

  test('invalid options are reported with their property', () => {
    const wrong = { storageDir: 5, leaseDuration: '15 s', storageDirectory: STORAGE } as any;
    const findings = problems(() => rendered({ highAvailability: HighAvailability.kubernetes(wrong) }));
    expect(
      findings
        .filter(({ property }) => property.startsWith('highAvailability.'))
        .map(({ id, property }) => [id, property])
        .sort(),
    ).toEqual([
      ['FLK-TYPE-02', 'highAvailability.leaseDuration'],
      ['FLK-TYPE-02', 'highAvailability.storageDir'],
      ['FLK-TYPE-03', 'highAvailability.storageDirectory'],
    ]);
  });
});

describe.each(VERSIONS)('a JobManager of Flink %s', (version) => {
  const all = rendered({ version: FlinkVersion.of(version), highAvailability: KUBERNETES });

  test('uses the address of its pod, with the one argument that every release supports', () => {
    const { args, env } = mainContainer(workloads(all)[0]);
    expect(args).toEqual(['jobmanager', '$(POD_IP)']);
    expect(env).toEqual([{ name: 'POD_IP', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } } }]);
  });

  test('has a REST Service and no Service for TaskManagers', () => {
    expect(names(all).filter((name) => name.startsWith('Service/'))).toEqual(['Service/flink-jobmanager-rest']);
  });

  test('may write ConfigMaps, TaskManagers may read them, and nothing more is permitted', () => {
    const cleaning = FlinkVersion.of(version)._isAtLeast('1.17') ? [] : ['deletecollection'];
    expect(only(all, 'Role', 'flink-jobmanager').rules).toEqual([
      {
        apiGroups: [''],
        resources: ['configmaps'],
        verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', ...cleaning],
      },
    ]);
    expect(only(all, 'Role', 'flink-taskmanager').rules).toEqual([
      { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list', 'watch'] },
    ]);
    for (const workload of workloads(all)) {
      const { serviceAccountName, automountServiceAccountToken } = podOf(workload);
      expect(automountServiceAccountToken).toBe(true);
      expect(only(all, 'RoleBinding', serviceAccountName).subjects).toEqual([
        { kind: 'ServiceAccount', name: serviceAccountName, namespace: 'streams' },
      ]);
    }
  });
});

describe('the effective options', () => {
  test.each([
    { key: 'high-availability.type', value: 'KUBERNETES', version: '2.2' },
    { key: 'high-availability', value: 'kubernetes', version: '1.16' },
    { key: 'high-availability', value: FACTORY, version: '1.13' },
  ])('$key: $value in the configuration is the same as the property', ({ key, value, version }) => {
    const options = { 'high-availability.storageDir': STORAGE };
    const byOptions = rendered({ version: FlinkVersion.of(version), configuration: { ...options, [key]: value } });
    const byProperty = rendered({ version: FlinkVersion.of(version), highAvailability: KUBERNETES });
    const withoutConfig = (all: any[]): any[] =>
      all.filter(({ kind }) => kind !== 'ConfigMap' && kind !== 'Deployment');
    expect(withoutConfig(byOptions)).toEqual(withoutConfig(byProperty));
    const argumentsOf = (all: any[]): any[] => workloads(all).map((workload) => mainContainer(workload).args);
    expect(argumentsOf(byOptions)).toEqual(argumentsOf(byProperty));
  });

  test('ZooKeeper needs no permissions, and its port is used by probes and containers', () => {
    const made = cluster({
      highAvailability: ZOO_KEEPER,
      configuration: { 'high-availability.jobmanager.port': '7777' },
    });
    const all = manifests(made);
    expect(names(all).filter((name) => name.startsWith('Role'))).toEqual([]);
    const { livenessProbe, ports, args } = mainContainer(workloads(all)[0]);
    expect([livenessProbe.tcpSocket.port, ports[0], args[1]]).toEqual([
      7777,
      { name: 'rpc', containerPort: 7777 },
      '$(POD_IP)',
    ]);
    expect(made.jobManager.ports.rpc).toBe(7777);
  });
});

describe('standby JobManagers', () => {
  test('have rolling updates and prefer different nodes', () => {
    const [jobManager] = workloads(rendered({ highAvailability: KUBERNETES, jobManager: { replicas: 2 } }));
    expect([jobManager.spec.replicas, jobManager.spec.strategy]).toEqual([2, undefined]);
    const [{ podAffinityTerm }] =
      podOf(jobManager).affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution;
    expect(podAffinityTerm).toEqual({
      labelSelector: { matchLabels: { app: 'flink', component: 'jobmanager' } },
      topologyKey: 'kubernetes.io/hostname',
    });
  });

  test('do not change the affinity of the user', () => {
    const affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [] } };
    const [jobManager] = workloads(rendered({ highAvailability: KUBERNETES, jobManager: { replicas: 2, affinity } }));
    expect(podOf(jobManager).affinity).toEqual(affinity);
    expect(podOf(workloads(rendered({ highAvailability: KUBERNETES }))[0]).affinity).toBeUndefined();
  });

  test('have only the REST Service', () => {
    const made = cluster({
      namespace: 'a',
      highAvailability: KUBERNETES,
      restAccess: RestAccess.none(),
      fileSystems: [FileSystem.s3Hadoop()],
    });
    expect(made.warnings.map(({ id }) => id)).toEqual(['FLK-HA-09']);
    expect(names(manifests(made)).filter((name) => name.startsWith('Service/'))).toEqual([]);
    expect(made.restServiceName).toBe('flink-jobmanager-rest');
  });
});

test('options of the Kubernetes client are used, and no others of native mode', () => {
  const configuration = { 'kubernetes.client.io-pool.size': 8, 'kubernetes.jobmanager.cpu.amount': 2 };
  const warned = cluster({ namespace: 'a', highAvailability: KUBERNETES, configuration }).warnings;
  const ignored = warned.filter(({ id }) => id === 'FLK-CONF-10').map(({ property }) => property);
  expect(ignored).toEqual(['configuration.kubernetes.jobmanager.cpu.amount']);
  expect(cluster({ configuration }).warnings.map(({ id }) => id)).toEqual(['FLK-CONF-10', 'FLK-CONF-10']);
});

test('an imported ServiceAccount gets the permissions, too', () => {
  const chart = newChart('chart', { namespace: 'streams' });
  const serviceAccount = kplus.ServiceAccount.fromServiceAccountName(chart, 'Account', 'given');
  new FlinkSessionCluster(chart, 'Flink', {
    version: FlinkVersion.V1_20,
    highAvailability: KUBERNETES,
    serviceAccount,
  });
  const all = Testing.synth(chart);
  expect(names(all).filter((name) => name.startsWith('ServiceAccount/'))).toEqual([]);
  expect(all.filter(({ kind }) => kind === 'RoleBinding').map(({ subjects }) => subjects[0].name)).toEqual([
    'given',
    'given',
  ]);
});

test('a variable that references the address is written after it', () => {
  const [jobManager] = workloads(
    rendered({ highAvailability: KUBERNETES, jobManager: { env: { ADDRESS: '$(POD_IP):6123' } } }),
  );
  expect(mainContainer(jobManager).env.map(({ name }: any) => name)).toEqual(['POD_IP', 'ADDRESS']);
});
