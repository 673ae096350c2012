import { Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  CheckpointMode,
  Checkpointing,
  CheckpointRetention,
  FileSystem,
  type FlinkSessionClusterProps,
  FlinkVersion,
  Hardening,
  LocalDisk,
  LocalRecovery,
  StateBackend,
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
} from '../support/synth';

/** The options of a release that a plain cluster does not have. */
function added(version: string, props: Partial<FlinkSessionClusterProps>): { [key: string]: string } {
  const flinkVersion = FlinkVersion.of(version);
  const plain = flinkConfig(manifests({ version: flinkVersion }));
  return Object.fromEntries(
    [...flinkConfig(manifests({ version: flinkVersion, ...props }))].filter(([key]) => !plain.has(key)),
  );
}

const DIR = { dir: 's3://bucket/checkpoints' };

describe('state backends', () => {
  test.each([
    { version: '1.13', stateBackend: StateBackend.hashMap(), options: { 'state.backend': 'hashmap' } },
    { version: '1.16', stateBackend: StateBackend.rocksDb(), options: { 'state.backend': 'rocksdb' } },
    { version: '1.17', stateBackend: StateBackend.rocksDb(), options: { 'state.backend.type': 'rocksdb' } },
    { version: '2.2', stateBackend: StateBackend.hashMap(), options: { 'state.backend.type': 'hashmap' } },
    {
      version: '2.0',
      stateBackend: StateBackend.forSt({ cacheSize: Size.gibibytes(1) }),
      options: { 'state.backend.type': 'forst', 'state.backend.forst.cache.size-based-limit': '1024m' },
    },
  ])('of Flink $version have the option names of the release (%#)', ({ version, stateBackend, options }) => {
    expect(added(version, { stateBackend })).toEqual(options);
  });

  test('RocksDB has an option for every property', () => {
    const stateBackend = StateBackend.rocksDb({
      localDirs: ['/tmp/a', '/tmp/b'],
      managedMemory: false,
      memoryPerSlot: Size.mebibytes(64),
      writeBufferRatio: 0.4,
      predefinedOptions: 'FLASH_SSD_OPTIMIZED',
      timerService: 'HEAP',
      transferThreads: 8,
    });
    expect(added('1.20', { stateBackend })).toEqual({
      'state.backend.type': 'rocksdb',
      'state.backend.rocksdb.localdir': '/tmp/a,/tmp/b',
      'state.backend.rocksdb.memory.managed': 'false',
      'state.backend.rocksdb.memory.fixed-per-slot': '64m',
      'state.backend.rocksdb.memory.write-buffer-ratio': '0.4',
      'state.backend.rocksdb.predefined-options': 'FLASH_SSD_OPTIMIZED',
      'state.backend.rocksdb.timer-service.factory': 'HEAP',
      'state.backend.rocksdb.checkpoint.transfer.thread.num': '8',
    });
  });
});

describe('checkpoints', () => {
  const checkpointing = Checkpointing.every(Duration.seconds(30), {
    ...DIR,
    savepointDir: 's3://bucket/savepoints',
    mode: CheckpointMode.EXACTLY_ONCE,
    timeout: Duration.minutes(5),
    minPause: Duration.seconds(1),
    maxConcurrent: 1,
    tolerableFailures: 3,
    retention: CheckpointRetention.RETAIN_ON_CANCELLATION,
    retained: 2,
    incremental: true,
    unaligned: true,
  });
  const UNCHANGED = {
    'execution.checkpointing.interval': '30000',
    'execution.checkpointing.mode': 'EXACTLY_ONCE',
    'execution.checkpointing.timeout': '300000',
    'execution.checkpointing.min-pause': '1000',
    'execution.checkpointing.max-concurrent-checkpoints': '1',
    'execution.checkpointing.tolerable-failed-checkpoints': '3',
    'execution.checkpointing.externalized-checkpoint-retention': 'RETAIN_ON_CANCELLATION',
  };

  test.each([
    [
      '1.12',
      {
        'state.checkpoints.dir': DIR.dir,
        'state.savepoints.dir': 's3://bucket/savepoints',
        'state.checkpoints.num-retained': '2',
        'state.backend.incremental': 'true',
        'execution.checkpointing.unaligned': 'true',
      },
    ],
    [
      '1.17',
      {
        'state.checkpoints.dir': DIR.dir,
        'state.savepoints.dir': 's3://bucket/savepoints',
        'state.checkpoints.num-retained': '2',
        'state.backend.incremental': 'true',
        'execution.checkpointing.unaligned.enabled': 'true',
      },
    ],
    [
      '2.2',
      {
        'execution.checkpointing.dir': DIR.dir,
        'execution.checkpointing.savepoint-dir': 's3://bucket/savepoints',
        'execution.checkpointing.num-retained': '2',
        'execution.checkpointing.incremental': 'true',
        'execution.checkpointing.unaligned.enabled': 'true',
      },
    ],
  ])('of Flink %s have the option names of the release', (version, named) => {
    expect(added(version, { checkpointing })).toEqual({ ...UNCHANGED, ...named });
    expect(
      cluster({ version: FlinkVersion.of(version), checkpointing, fileSystems: [FileSystem.s3Hadoop()] }).warnings,
    ).toEqual([]);
  });

  test.each([
    { version: '1.15', prefix: 'state.backend.changelog.', dir: 'dstl.dfs.base-path' },
    { version: '2.2', prefix: 'state.changelog.', dir: 'state.changelog.dstl.dfs.base-path' },
  ])('have a changelog in Flink $version', ({ version, prefix, dir }) => {
    const changelog = { dir: 's3://bucket/changelog', materializationInterval: Duration.minutes(1) };
    expect(
      added(version, {
        checkpointing: Checkpointing.withoutInterval({ changelog, alignedTimeout: Duration.seconds(1) }),
      }),
    ).toEqual({
      [`${prefix}enabled`]: 'true',
      [`${prefix}storage`]: 'filesystem',
      [dir]: changelog.dir,
      [`${prefix}periodic-materialize.interval`]: '60000',
      'execution.checkpointing.aligned-checkpoint-timeout': '1000',
    });
  });

  test('report an option that the release does not have', () => {
    const findings = problems(() =>
      manifests({
        version: FlinkVersion.V1_12,
        checkpointing: Checkpointing.withoutInterval({ storage: 'filesystem' }),
      }),
    );
    expect(findings.map(({ id }) => id)).toEqual(['FLK-OPT-04']);
  });

  test('report invalid options with their property', () => {
    const wrong = { dir: '', mode: 'SOMETIMES', changelog: {}, retained: 0 } as any;
    const findings = problems(() => manifests({ checkpointing: Checkpointing.every('1 min' as any, wrong) }));
    expect(findings.map(({ id, property }) => [id, property]).sort()).toEqual([
      ['FLK-TYPE-01', 'checkpointing.changelog.dir'],
      ['FLK-TYPE-02', 'checkpointing.dir'],
      ['FLK-TYPE-02', 'checkpointing.interval'],
      ['FLK-TYPE-02', 'checkpointing.mode'],
      ['FLK-TYPE-02', 'checkpointing.retained'],
    ]);
  });
});

describe('local recovery on volumes', () => {
  const localRecovery = LocalRecovery.persistentVolumeClaims({
    size: Size.gibibytes(50),
    storageClassName: 'fast',
    mountPath: '/state',
  });
  const all = manifests({ localRecovery, taskManager: { replicas: 3, env: { NAME: '$(POD_NAME)' } } });
  const taskManagers = only(all, 'StatefulSet');

  test('makes the TaskManagers a StatefulSet with a headless Service', () => {
    expect(names(all).filter((name) => name.includes('taskmanager'))).toEqual([
      'ServiceAccount/flink-taskmanager',
      'Service/flink-taskmanager-hl',
      'StatefulSet/flink-taskmanager',
    ]);
    const { serviceName, replicas, podManagementPolicy, volumeClaimTemplates } = taskManagers.spec;
    expect([serviceName, replicas, podManagementPolicy]).toEqual(['flink-taskmanager-hl', 3, 'Parallel']);
    expect(volumeClaimTemplates).toEqual([
      {
        metadata: { name: 'pv' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '50Gi' } },
          storageClassName: 'fast',
        },
      },
    ]);
    expect(only(all, 'Service', 'flink-taskmanager-hl').spec).toEqual({
      clusterIP: 'None',
      selector: { app: 'flink', component: 'taskmanager' },
    });
  });

  test('gives each a name that its replacement has, too', () => {
    const { args, env } = mainContainer(taskManagers);
    expect(args).toEqual(['taskmanager', '-Dtaskmanager.resource-id=$(POD_NAME)']);
    expect(env).toEqual([
      { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'NAME', value: '$(POD_NAME)' },
    ]);
  });

  test('uses the volume, which the user of the image owns', () => {
    expect(mainContainer(taskManagers).volumeMounts).toContainEqual({ name: 'pv', mountPath: '/state' });
    expect(podOf(taskManagers).securityContext).toMatchObject({ fsGroup: 9999, fsGroupChangePolicy: 'OnRootMismatch' });
    const bare = only(manifests({ localRecovery, hardening: Hardening.NONE }), 'StatefulSet');
    expect(podOf(bare).securityContext).toEqual({ fsGroup: 9999, runAsUser: 9999 });
  });

  test.each([
    ['1.15', { 'state.backend.local-recovery': 'true' }],
    ['1.20', { 'execution.checkpointing.local-backup.enabled': 'true', 'execution.state-recovery.from-local': 'true' }],
  ])('is enabled in Flink %s', (version, options) => {
    expect(added(version, { localRecovery })).toEqual({ ...options, 'process.taskmanager.working-dir': '/state' });
    expect(added(version, { localRecovery: LocalRecovery.podStorage() })).toEqual(options);
  });

  test('has no working directory before 1.15', () => {
    expect(problems(() => manifests({ version: FlinkVersion.V1_14, localRecovery })).map(({ id }) => id)).toEqual([
      'FLK-OPT-04',
    ]);
  });

  test('a custom feature can request volumes', () => {
    const claim = {
      metadata: { name: 'cache' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    };
    const feature = {
      bind: () => ({
        taskManagerVolumeClaims: [claim],
        taskManager: { volumeMounts: [{ name: 'cache', mountPath: '/cache' }] },
      }),
    };
    expect(only(manifests({ features: [feature] }), 'StatefulSet').spec.volumeClaimTemplates).toEqual([claim]);
    const nameless = { bind: () => ({ taskManagerVolumeClaims: [{ metadata: { name: 'No Name' } }] }) };
    expect(problems(() => manifests({ features: [nameless] })).map(({ id }) => id)).toEqual(['FLK-VOL-07']);
  });
});

describe('local disks', () => {
  const claim = kplus.PersistentVolumeClaim.fromClaimName(newChart(), 'Claim', 'shared');

  test.each([
    {
      what: 'a limited part of the disk of the node',
      localDisk: LocalDisk.emptyDir({ sizeLimit: Size.mebibytes(1536) }),
      volume: { emptyDir: { sizeLimit: '1536Mi' } },
    },
    { what: 'the disk of the node', localDisk: LocalDisk.emptyDir(), volume: { emptyDir: {} } },
    {
      what: 'a volume of the pod',
      localDisk: LocalDisk.ephemeralVolume({ size: Size.gibibytes(2) }),
      volume: {
        ephemeral: {
          volumeClaimTemplate: {
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } } },
          },
        },
      },
    },
    {
      what: 'a claim',
      localDisk: LocalDisk.persistentVolumeClaim(claim),
      volume: { persistentVolumeClaim: { claimName: 'shared' } },
    },
  ])('$what', ({ localDisk, volume }) => {
    const all = manifests({ localDisk });
    const taskManagers = only(all, 'Deployment', 'flink-taskmanager');
    expect(podOf(taskManagers).volumes).toContainEqual({ name: 'local-disk', ...volume });
    expect(mainContainer(taskManagers).volumeMounts).toContainEqual({ name: 'local-disk', mountPath: '/scratch' });
    expect(podOf(only(all, 'Deployment', 'flink-jobmanager')).volumes.map(({ name }: any) => name)).not.toContain(
      'local-disk',
    );
    expect(flinkConfig(all).get('process.taskmanager.working-dir')).toBe('/scratch');
  });

  test('before 1.15 every state directory is set separately', () => {
    expect(added('1.13', { localDisk: LocalDisk.emptyDir({ mountPath: '/disk/' }) })).toEqual({
      'state.backend.rocksdb.localdir': '/disk/rocksdb',
      'taskmanager.state.local.root-dirs': '/disk/local-recovery',
    });
  });

  test('two of them are a contradiction', () => {
    const localRecovery = LocalRecovery.persistentVolumeClaims({ size: Size.gibibytes(1) });
    expect(problems(() => manifests({ localRecovery, localDisk: LocalDisk.emptyDir() })).map(({ id }) => id)).toEqual([
      'FLK-CONF-05',
    ]);
  });
});
