import { Duration } from 'cdk8s';
import { jobManager, row, rule, taskManager, type Row } from './row';
import { FileSystem, FlinkVersion, HighAvailability, RestAccess } from '../../../src';

const STORAGE = 's3://bucket/flink';
const S3 = { fileSystems: [FileSystem.s3Hadoop()] };
const TYPE = 'high-availability.type';
const DIR = 'high-availability.storageDir';
const QUORUM = 'high-availability.zookeeper.quorum';
const ELECTION = 'high-availability.kubernetes.leader-election';
const FACTORY = 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory';

/** A cluster with services for high availability; `options` of HighAvailability, `props` of the cluster. */
function kubernetes(options: any = {}, props: any = {}): any {
  return {
    namespace: 'streams',
    highAvailability: HighAvailability.kubernetes({ storageDir: STORAGE, ...options }),
    ...S3,
    ...props,
  };
}

function zooKeeper(options: any = {}, props: any = {}): any {
  return {
    highAvailability: HighAvailability.zooKeeper({ quorum: 'zk-0:2181,zk-1:2181', storageDir: STORAGE, ...options }),
    ...S3,
    ...props,
  };
}

function raw(configuration: any, props: any = {}): any {
  return { namespace: 'streams', configuration, ...S3, ...props };
}

/** A volume of a type, mounted at a path. */
function mounted(type: string, mountPath: string, mount: any = {}): any {
  return {
    volumes: [{ name: 'data', [type]: SOURCES[type] ?? {} }],
    volumeMounts: [{ name: 'data', mountPath, ...mount }],
  };
}

const SOURCES: { readonly [type: string]: unknown } = {
  configMap: { name: 'files' },
  persistentVolumeClaim: { claimName: 'ha' },
  ephemeral: {
    volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
  },
};
const CLAIM = mounted('persistentVolumeClaim', '/ha');
const AT_STORAGE = `configuration.${DIR}`;

/** A storage directory in files, with what the JobManager has mounted there. */
function files(storageDir: string, mount: any = {}): any {
  return kubernetes({ storageDir }, jobManager(mount));
}

export const HIGH_AVAILABILITY: readonly Row[] = [
  ...rule(
    'FLK-HA-01',
    row(
      'ConfigMaps of an unknown namespace',
      kubernetes({}, { namespace: undefined }),
      'namespace',
      ['called default', 'set namespace'],
      kubernetes(),
    ),
    row(
      'the same by options',
      raw({ [TYPE]: 'kubernetes', [DIR]: STORAGE }, { namespace: undefined }),
      'namespace',
      ['called default'],
      raw({ [TYPE]: 'kubernetes', [DIR]: STORAGE }),
    ),
  ),
  ...rule(
    'FLK-HA-02',
    row(
      'no storage',
      raw({ [TYPE]: 'kubernetes' }),
      AT_STORAGE,
      ['a place for what', `set ${DIR}`],
      raw({ [TYPE]: 'kubernetes', [DIR]: STORAGE }),
    ),
    row(
      'no storage in words',
      { namespace: 'a', highAvailability: HighAvailability.kubernetes({} as any) },
      AT_STORAGE,
      ['a place'],
      kubernetes(),
      ['FLK-FEAT-04'],
    ),
    row(
      "a factory of one's own without storage",
      raw({ [TYPE]: 'com.example.Factory' }),
      AT_STORAGE,
      ['a place'],
      raw({ [TYPE]: 'com.example.Factory', [DIR]: STORAGE }),
    ),
  ),
  ...rule(
    'FLK-HA-03',
    row(
      'files of the pod',
      files('file:///ha'),
      `JobManager › ${AT_STORAGE}`,
      [
        '"file:///ha"',
        'no volume is mounted there',
        'lost with the pod',
        'given by feature HighAvailability',
        'PersistentVolumeClaim',
      ],
      files('file:///ha', CLAIM),
    ),
    row(
      'a path without a scheme',
      files('/ha/flink'),
      `JobManager › ${AT_STORAGE}`,
      ['no volume'],
      files('/ha/flink', CLAIM),
    ),
    row(
      'a sibling of the mount',
      files('file:///haha'),
      `JobManager › ${AT_STORAGE}`,
      ['no volume'],
      files('file:///ha/ha', CLAIM),
    ),
    row(
      'an emptyDir',
      files('file:/ha', mounted('emptyDir', '/ha/')),
      `JobManager › ${AT_STORAGE}`,
      ['of type emptyDir'],
      files('file:/ha', CLAIM),
    ),
    row(
      'an emptyDir below a claim',
      files('file:///ha/a/b', {
        volumes: [...CLAIM.volumes, { name: 'other', emptyDir: {} }],
        volumeMounts: [...CLAIM.volumeMounts, { name: 'other', mountPath: '/ha/a' }],
      }),
      `JobManager › ${AT_STORAGE}`,
      ['of type emptyDir'],
      files('file:///ha/b', {
        volumes: [...CLAIM.volumes, { name: 'other', emptyDir: {} }],
        volumeMounts: [...CLAIM.volumeMounts, { name: 'other', mountPath: '/ha/a' }],
      }),
    ),
    row(
      'a claim that ends with the pod',
      files('file:///ha', mounted('ephemeral', '/ha')),
      `JobManager › ${AT_STORAGE}`,
      ['of type ephemeral'],
      files('file:///ha', CLAIM),
    ),
    row(
      'a read-only claim',
      files('file:///ha', mounted('persistentVolumeClaim', '/ha', { readOnly: true })),
      `JobManager › ${AT_STORAGE}`,
      ['read-only'],
      files('file:///ha', CLAIM),
    ),
    row(
      '/tmp, which is an emptyDir of the library',
      files('file:///tmp/ha'),
      `JobManager › ${AT_STORAGE}`,
      ['of type emptyDir'],
      files(STORAGE),
    ),
    row(
      'a claim of the other role',
      kubernetes({ storageDir: 'file:///ha' }, taskManager(CLAIM)),
      `JobManager › ${AT_STORAGE}`,
      ['no volume'],
      kubernetes({ storageDir: 'file:///ha' }, CLAIM),
    ),
    row(
      'the default file system',
      kubernetes({ storageDir: '/ha' }, { configuration: { 'fs.default-scheme': 'file:///' } }),
      `JobManager › ${AT_STORAGE}`,
      ['no volume'],
      kubernetes({ storageDir: '/ha' }, { configuration: { 'fs.default-scheme': 'hdfs://nn:8020' } }),
    ),
    row(
      'results of jobs',
      kubernetes({}, { configuration: { 'job-result-store.storage-path': 'file:///results' } }),
      'JobManager › configuration.job-result-store.storage-path',
      ['no volume'],
      kubernetes({}, { configuration: { 'job-result-store.storage-path': STORAGE } }),
    ),
  ),
  ...rule(
    'FLK-HA-04',
    row(
      'ConfigMaps before 1.12',
      kubernetes({}, { version: FlinkVersion.V1_11 }),
      'configuration.high-availability',
      ['Flink 1.11 cannot', 'came with 1.12', 'zooKeeper'],
      kubernetes({}, { version: FlinkVersion.V1_12 }),
    ),
  ),
  ...rule(
    'FLK-HA-05',
    row(
      'a misspelt name',
      raw({ [TYPE]: 'kuberntes', [DIR]: STORAGE }),
      `configuration.${TYPE}`,
      ['"kuberntes"', 'given by configuration', 'write none, zookeeper, kubernetes, or'],
      raw({ [TYPE]: 'Kubernetes', [DIR]: STORAGE }),
    ),
    row(
      'the short name before 1.16',
      raw({ 'high-availability': 'kubernetes', [DIR]: STORAGE }, { version: FlinkVersion.V1_15 }),
      'configuration.high-availability',
      ['Flink 1.15 knows no such', FACTORY],
      raw({ 'high-availability': FACTORY, [DIR]: STORAGE }, { version: FlinkVersion.V1_15 }),
    ),
    row(
      'a misspelt name in 1.11',
      raw({ 'high-availability': 'zoo', [DIR]: STORAGE }, { version: FlinkVersion.V1_11 }),
      'configuration.high-availability',
      ['write none, zookeeper, or the name'],
      raw({ 'high-availability': 'none' }, { version: FlinkVersion.V1_11 }),
    ),
  ),
  ...rule(
    'FLK-HA-06',
    row(
      'no servers',
      raw({ [TYPE]: 'zookeeper', [DIR]: STORAGE }),
      `configuration.${QUORUM}`,
      ['list of servers', 'host:port,host:port'],
      raw({ [TYPE]: 'zookeeper', [DIR]: STORAGE, [QUORUM]: 'zk:2181' }),
    ),
    ...['zk:2181,', 'zk:port', 'zk:0', 'http://zk:2181', 'zk 2181', '-zk:2181'].map((quorum) =>
      row(
        `${quorum} as servers`,
        zooKeeper({ quorum }),
        `configuration.${QUORUM}`,
        ['list of servers'],
        zooKeeper({ quorum: 'zk:2181, zk-1.zk.svc:2181/root' }),
      ),
    ),
  ),
  ...rule(
    'FLK-HA-07',
    row(
      'a renewal longer than the lease',
      kubernetes({ leaseDuration: Duration.seconds(10) }),
      `configuration.${ELECTION}.renew-deadline`,
      ['for longer than it lasts', 'at most', 'lease-duration'],
      kubernetes({ leaseDuration: Duration.seconds(10), renewDeadline: Duration.seconds(10) }),
    ),
    row(
      'a pause as long as the deadline',
      kubernetes({ retryPeriod: Duration.seconds(15) }),
      `configuration.${ELECTION}.retry-period`,
      ['"15000"', 'before the second attempt', 'less than'],
      kubernetes({ retryPeriod: Duration.seconds(14) }),
    ),
    row(
      'the same by options',
      kubernetes({}, { configuration: { [`${ELECTION}.renew-deadline`]: '1 min' } }),
      `configuration.${ELECTION}.renew-deadline`,
      ['"1 min"', 'longer'],
      kubernetes(
        {},
        { configuration: { [`${ELECTION}.renew-deadline`]: '1 s', [`${ELECTION}.retry-period`]: '500 ms' } },
      ),
    ),
  ),
  ...rule(
    'FLK-HA-08',
    row(
      'a release that does not lead twice',
      kubernetes({}, { version: FlinkVersion.V1_18 }),
      'version',
      ['"1.18"', 'never lead again', '1.19'],
      kubernetes({}, { version: FlinkVersion.V1_19 }),
    ),
  ),
  ...rule(
    'FLK-HA-09',
    row(
      'no Service at all',
      kubernetes({}, { restAccess: RestAccess.none() }),
      'restAccess',
      ['no Service leads', 'clusterIp'],
      kubernetes({}, { restAccess: RestAccess.headless() }),
    ),
  ),
  ...rule(
    'FLK-HA-10',
    ...['ha', 's3:bucket/ha', 's3://'].map((storageDir) =>
      row(
        `${storageDir} as a directory`,
        kubernetes({ storageDir }),
        AT_STORAGE,
        [JSON.stringify(storageDir), 'no directory', 'given by feature HighAvailability', 'scheme://bucket/path'],
        kubernetes({ storageDir: 's3://bucket' }),
        storageDir === 's3://' ? ['FLK-FS-05'] : undefined,
      ),
    ),
  ),
  ...rule(
    'FLK-HA-11',
    row(
      'an unknown access control',
      zooKeeper({ acl: 'closed' }),
      'configuration.high-availability.zookeeper.client.acl',
      ['"closed"', 'open, or creator'],
      zooKeeper({ acl: 'CREATOR' }),
    ),
  ),
  ...rule(
    'FLK-HA-12',
    row(
      'several JobManagers on one claim',
      { ...files('file:///ha', { ...CLAIM, replicas: 2 }) },
      `JobManager › ${AT_STORAGE}`,
      ['2 JobManagers', 'the claim ha', 'ReadWriteMany'],
      files('file:///ha', CLAIM),
    ),
  ),
  ...rule(
    'FLK-HA-13',
    ...['/flink//team', '/../flink'].map((rootPath) =>
      row(
        `${rootPath} as the root of a cluster`,
        zooKeeper({ rootPath }),
        'configuration.high-availability.zookeeper.path.root',
        [`"${rootPath}"`, 'no such nodes', '/flink/team'],
        zooKeeper({ rootPath: 'flink/..team' }),
      ),
    ),
  ),
  ...rule(
    'FLK-PORT-01',
    row(
      'a port of root alone',
      zooKeeper({ port: 80 }),
      'configuration.high-availability.jobmanager.port',
      ['"80"', 'only root'],
      zooKeeper({ port: 1024 }),
    ),
  ),
  ...rule(
    'FLK-PORT-02',
    row(
      'the port of the REST endpoint',
      zooKeeper({ port: 8081 }),
      'configuration.high-availability.jobmanager.port',
      ['got 8081;', 'rest.port'],
      zooKeeper({ port: 6123 }),
    ),
  ),
  ...rule(
    'FLK-CONF-08',
    row(
      'a range of ports',
      zooKeeper({}, { configuration: { 'high-availability.jobmanager.port': '50000-50025' } }),
      'configuration.high-availability.jobmanager.port',
      ['"50000-50025"', 'one fixed port'],
      zooKeeper({ port: 50_000 }),
    ),
  ),
];
