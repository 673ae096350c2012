import { Duration } from 'cdk8s';
import { jobManager, rule, taskManager, type Row } from './row';
import { FileSystem, FlinkVersion, HighAvailability, RestAccess } from '../../../src';

const STORAGE = 's3://bucket/flink';
const S3 = { fileSystems: [FileSystem.s3Hadoop()] };
const TYPE = 'high-availability.type';
const DIR = 'high-availability.storageDir';
const QUORUM = 'high-availability.zookeeper.quorum';
const ELECTION = 'high-availability.kubernetes.leader-election';
const FACTORY = 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory';

/** A cluster with high availability: `options` of HighAvailability, `props` of the cluster. */
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

/** Without the invented options that other rows allow. */
const STRICT = { allowUnknownOptions: [] };

/** A volume of the given type with its mount path. */
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

/** A storage directory on a file system, and a volume mounted in the JobManager. */
function files(storageDir: string, mount: any = {}): any {
  return kubernetes({ storageDir }, jobManager(mount));
}

export const HIGH_AVAILABILITY: readonly Row[] = [
  ...rule(
    'FLK-HA-01',
    {
      what: 'ConfigMaps for high availability without a namespace',
      bad: kubernetes({}, { namespace: undefined }),
      at: 'namespace',
      says: ['the namespace default', 'set namespace'],
      good: kubernetes(),
    },
    {
      what: 'ConfigMaps for high availability without a namespace, by options',
      bad: raw({ [TYPE]: 'kubernetes', [DIR]: STORAGE }, { namespace: undefined }),
      at: 'namespace',
      says: ['the namespace default'],
      good: raw({ [TYPE]: 'kubernetes', [DIR]: STORAGE }),
    },
  ),
  ...rule(
    'FLK-HA-02',
    {
      what: 'a missing storage directory',
      bad: raw({ [TYPE]: 'kubernetes' }),
      at: AT_STORAGE,
      says: ['needs a storage directory for JobManager metadata', `set ${DIR}`],
      good: raw({ [TYPE]: 'kubernetes', [DIR]: STORAGE }),
    },
    {
      what: 'HighAvailability.kubernetes without a storage directory',
      bad: { namespace: 'a', highAvailability: HighAvailability.kubernetes({} as any) },
      at: AT_STORAGE,
      says: ['storage directory'],
      good: kubernetes(),
      also: ['FLK-TYPE-01'],
    },
    {
      what: 'a custom services factory without a storage directory',
      bad: raw({ [TYPE]: 'com.example.Factory' }),
      at: AT_STORAGE,
      says: ['storage directory'],
      good: raw({ [TYPE]: 'com.example.Factory', [DIR]: STORAGE }),
    },
  ),
  ...rule(
    'FLK-HA-03',
    {
      what: 'a storage directory in the file system of the pod',
      bad: files('file:///ha'),
      at: `JobManager › ${AT_STORAGE}`,
      says: [
        '"file:///ha"',
        'no volume is mounted there',
        'lost with the pod',
        'set by feature HighAvailability',
        'PersistentVolumeClaim',
      ],
      good: files('file:///ha', CLAIM),
    },
    {
      what: 'a path without a scheme that is on no volume',
      bad: files('/ha/flink'),
      at: `JobManager › ${AT_STORAGE}`,
      says: ['no volume'],
      good: files('/ha/flink', CLAIM),
    },
    {
      what: 'a storage directory beside the mount path',
      bad: files('file:///haha'),
      at: `JobManager › ${AT_STORAGE}`,
      says: ['no volume'],
      good: files('file:///ha/ha', CLAIM),
    },
    {
      what: 'a storage directory on an emptyDir',
      bad: files('file:/ha', mounted('emptyDir', '/ha/')),
      at: `JobManager › ${AT_STORAGE}`,
      says: ['of type emptyDir'],
      good: files('file:/ha', CLAIM),
    },
    {
      what: 'a storage directory on an emptyDir below a claim',
      bad: files('file:///ha/a/b', {
        volumes: [...CLAIM.volumes, { name: 'other', emptyDir: {} }],
        volumeMounts: [...CLAIM.volumeMounts, { name: 'other', mountPath: '/ha/a' }],
      }),
      at: `JobManager › ${AT_STORAGE}`,
      says: ['of type emptyDir'],
      good: files('file:///ha/b', {
        volumes: [...CLAIM.volumes, { name: 'other', emptyDir: {} }],
        volumeMounts: [...CLAIM.volumeMounts, { name: 'other', mountPath: '/ha/a' }],
      }),
    },
    {
      what: 'a storage directory on an ephemeral volume',
      bad: files('file:///ha', mounted('ephemeral', '/ha')),
      at: `JobManager › ${AT_STORAGE}`,
      says: ['of type ephemeral'],
      good: files('file:///ha', CLAIM),
    },
    {
      what: 'a storage directory on a read-only claim',
      bad: files('file:///ha', mounted('persistentVolumeClaim', '/ha', { readOnly: true })),
      at: `JobManager › ${AT_STORAGE}`,
      says: ['read-only'],
      good: files('file:///ha', CLAIM),
    },
    {
      what: 'a storage directory in /tmp, which is an emptyDir of the library',
      bad: files('file:///tmp/ha'),
      at: `JobManager › ${AT_STORAGE}`,
      says: ['of type emptyDir'],
      good: files(STORAGE),
    },
    {
      what: 'a storage directory on a claim that only the TaskManager mounts',
      bad: kubernetes({ storageDir: 'file:///ha' }, taskManager(CLAIM)),
      at: `JobManager › ${AT_STORAGE}`,
      says: ['no volume'],
      good: kubernetes({ storageDir: 'file:///ha' }, CLAIM),
    },
    {
      what: 'a path on the default file system that is on no volume',
      bad: kubernetes({ storageDir: '/ha' }, { configuration: { 'fs.default-scheme': 'file:///' } }),
      at: `JobManager › ${AT_STORAGE}`,
      says: ['no volume'],
      good: kubernetes({ storageDir: '/ha' }, { configuration: { 'fs.default-scheme': 'hdfs://nn:8020' } }),
    },
    {
      what: 'a job result store on no volume',
      bad: kubernetes({}, { configuration: { 'job-result-store.storage-path': 'file:///results' } }),
      at: 'JobManager › configuration.job-result-store.storage-path',
      says: ['no volume'],
      good: kubernetes({}, { configuration: { 'job-result-store.storage-path': STORAGE } }),
    },
  ),
  ...rule('FLK-HA-04', {
    what: 'ConfigMaps before 1.12',
    bad: kubernetes({}, { version: FlinkVersion.V1_11 }),
    at: 'configuration.high-availability',
    says: ['Flink 1.11 cannot', 'requires Flink 1.12', 'zooKeeper', 'Flink 1.12 or newer'],
    good: kubernetes({}, { version: FlinkVersion.V1_12 }),
  }),
  ...rule(
    'FLK-HA-05',
    {
      what: 'a misspelled type',
      bad: raw({ [TYPE]: 'kuberntes', [DIR]: STORAGE }),
      at: `configuration.${TYPE}`,
      says: ['"kuberntes"', 'of Flink 1.20', 'set by configuration', 'use none, zookeeper, kubernetes, or'],
      good: raw({ [TYPE]: 'Kubernetes', [DIR]: STORAGE }),
    },
    {
      what: 'the short name of a type before 1.16',
      bad: raw({ 'high-availability': 'kubernetes', [DIR]: STORAGE }, { version: FlinkVersion.V1_15 }),
      at: 'configuration.high-availability',
      says: ['of Flink 1.15', FACTORY],
      good: raw({ 'high-availability': FACTORY, [DIR]: STORAGE }, { version: FlinkVersion.V1_15 }),
    },
    ...['1.13', '1.14', '1.15'].map((release) => ({
      what: `the newer name of the option and the short name of a type in ${release}`,
      bad: raw({ [TYPE]: 'kubernetes', [DIR]: STORAGE }, { version: FlinkVersion.of(release), ...STRICT }),
      at: `configuration.${TYPE}`,
      says: ['"kubernetes"', `of Flink ${release}`, 'set by configuration', FACTORY],
      good: raw({ 'high-availability': FACTORY, [DIR]: STORAGE }, { version: FlinkVersion.of(release) }),
      also: ['FLK-OPT-04'],
    })),
    {
      what: 'the newer name of the option and a misspelled type in 1.16',
      bad: raw({ [TYPE]: 'kuberntes', [DIR]: STORAGE }, { version: FlinkVersion.V1_16, ...STRICT }),
      at: `configuration.${TYPE}`,
      says: ['"kuberntes"', 'of Flink 1.16', 'use none, zookeeper, kubernetes, or'],
      good: raw({ 'high-availability': 'kubernetes', [DIR]: STORAGE }, { version: FlinkVersion.V1_16 }),
      also: ['FLK-OPT-04'],
    },
    {
      what: 'a misspelled type in 1.11',
      bad: raw({ 'high-availability': 'zoo', [DIR]: STORAGE }, { version: FlinkVersion.V1_11 }),
      at: 'configuration.high-availability',
      says: ['use none, zookeeper, or the class name'],
      good: raw({ 'high-availability': 'none' }, { version: FlinkVersion.V1_11 }),
    },
  ),
  ...rule(
    'FLK-HA-06',
    {
      what: 'a missing ZooKeeper quorum',
      bad: raw({ [TYPE]: 'zookeeper', [DIR]: STORAGE }),
      at: `configuration.${QUORUM}`,
      says: ['a list of ZooKeeper servers', 'host:port,host:port'],
      good: raw({ [TYPE]: 'zookeeper', [DIR]: STORAGE, [QUORUM]: 'zk:2181' }),
    },
    ...['zk:2181,', 'zk:port', 'zk:0', 'http://zk:2181', 'zk 2181', '-zk:2181'].map((quorum) => ({
      what: `${quorum} as the ZooKeeper quorum`,
      bad: zooKeeper({ quorum }),
      at: `configuration.${QUORUM}`,
      says: ['a list of ZooKeeper servers'],
      good: zooKeeper({ quorum: 'zk:2181, zk-1.zk.svc:2181/root' }),
    })),
  ),
  ...rule(
    'FLK-HA-07',
    {
      what: 'a renew deadline longer than the lease',
      bad: kubernetes({ leaseDuration: Duration.seconds(10) }),
      at: `configuration.${ELECTION}.renew-deadline`,
      says: ['longer than the lease', 'at most', 'lease-duration, which is 15 s'],
      good: kubernetes({ leaseDuration: Duration.seconds(10), renewDeadline: Duration.seconds(10) }),
    },
    {
      what: 'a renew deadline longer than the lease, by options',
      bad: kubernetes({}, { configuration: { [`${ELECTION}.renew-deadline`]: '1 min' } }),
      at: `configuration.${ELECTION}.renew-deadline`,
      says: ['"1 min"', 'longer'],
      good: kubernetes(
        {},
        { configuration: { [`${ELECTION}.renew-deadline`]: '1 s', [`${ELECTION}.retry-period`]: '500 ms' } },
      ),
    },
  ),
  ...rule('FLK-HA-14', {
    what: 'a retry period as long as the renew deadline',
    bad: kubernetes({ retryPeriod: Duration.seconds(15) }),
    at: `configuration.${ELECTION}.retry-period`,
    says: ['"15000"', 'before the second attempt', 'less than', 'renew-deadline, which is 15 s'],
    good: kubernetes({ retryPeriod: Duration.seconds(14) }),
  }),
  ...rule('FLK-HA-08', {
    what: 'a release whose JobManager never becomes leader again',
    bad: kubernetes({}, { version: FlinkVersion.V1_18 }),
    at: 'version',
    says: ['"1.18"', 'never become leader again', '1.19'],
    good: kubernetes({}, { version: FlinkVersion.V1_19 }),
  }),
  ...rule('FLK-HA-09', {
    what: 'a REST endpoint without a Service',
    bad: kubernetes({}, { restAccess: RestAccess.none() }),
    at: 'restAccess',
    says: ['no Service exposes', 'clusterIp'],
    good: kubernetes({}, { restAccess: RestAccess.headless() }),
  }),
  ...rule(
    'FLK-HA-10',
    ...['ha', 's3:bucket/ha', 's3://'].map((storageDir) => ({
      what: `${storageDir} as the storage directory`,
      bad: kubernetes({ storageDir }),
      at: AT_STORAGE,
      says: [JSON.stringify(storageDir), 'not a directory', 'set by feature HighAvailability', 'scheme://bucket/path'],
      good: kubernetes({ storageDir: 's3://bucket' }),
      also: storageDir === 's3://' ? (['FLK-FS-05'] as const) : undefined,
    })),
  ),
  ...rule('FLK-HA-11', {
    what: 'an unknown access control mode',
    bad: zooKeeper({ acl: 'closed' }),
    at: 'configuration.high-availability.zookeeper.client.acl',
    says: ['"closed"', 'open, or creator'],
    good: zooKeeper({ acl: 'CREATOR' }),
  }),
  ...rule('FLK-HA-12', {
    what: 'several JobManagers with storage on one claim',
    bad: { ...files('file:///ha', { ...CLAIM, replicas: 2 }) },
    at: `JobManager › ${AT_STORAGE}`,
    says: ['2 JobManagers', 'the PersistentVolumeClaim ha', 'ReadWriteMany'],
    good: files('file:///ha', CLAIM),
  }),
  ...rule(
    'FLK-HA-13',
    ...['/flink//team', '/../flink'].map((rootPath) => ({
      what: `${rootPath} as the root path`,
      bad: zooKeeper({ rootPath }),
      at: 'configuration.high-availability.zookeeper.path.root',
      says: [`"${rootPath}"`, 'not a path of ZooKeeper nodes', '/flink/team'],
      good: zooKeeper({ rootPath: 'flink/..team' }),
    })),
  ),
  ...rule('FLK-PORT-01', {
    what: 'a privileged port',
    bad: zooKeeper({ port: 80 }),
    at: 'configuration.high-availability.jobmanager.port',
    says: ['"80"', 'only root'],
    good: zooKeeper({ port: 1024 }),
  }),
  ...rule('FLK-PORT-02', {
    what: 'the port of the REST endpoint as the high-availability port',
    bad: zooKeeper({ port: 8081 }),
    at: 'configuration.high-availability.jobmanager.port',
    says: ['got 8081;', 'rest.port'],
    good: zooKeeper({ port: 6123 }),
  }),
  ...rule('FLK-CONF-08', {
    what: 'a port range',
    bad: zooKeeper({}, { configuration: { 'high-availability.jobmanager.port': '50000-50025' } }),
    at: 'configuration.high-availability.jobmanager.port',
    says: ['"50000-50025"', 'one fixed port'],
    good: zooKeeper({ port: 50_000 }),
  }),
];
