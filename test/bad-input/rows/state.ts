import { Duration, Size } from 'cdk8s';
import { row, rule, taskManager, type Row } from './row';
import {
  CheckpointMode,
  Checkpointing,
  DeploymentMode,
  FileSystem,
  FlinkVersion,
  Hardening,
  LocalRecovery,
  RolloutStrategy,
  StateBackend,
} from '../../../src';

function option(key: string, value: unknown, props: any = {}): any {
  return { configuration: { [key]: value }, ...props };
}

/** A claim, mounted at a path. */
function claim(mountPath: string): any {
  return {
    volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
    volumeMounts: [{ name: 'data', mountPath }],
  };
}

function emptyDir(mountPath: string): any {
  return { volumes: [{ name: 'data', emptyDir: {} }], volumeMounts: [{ name: 'data', mountPath }] };
}

const CHECKPOINTS = 'execution.checkpointing.dir';
const DIR = 's3://bucket/checkpoints';
const S3 = { fileSystems: [FileSystem.s3Hadoop()] };
const VOLUMES = { localRecovery: LocalRecovery.onVolumeClaims({ size: Size.gibibytes(1) }) };
const OLDEST = { version: FlinkVersion.V1_12 };
const OLD = { version: FlinkVersion.V1_17 };

const P = 'execution.checkpointing';
const ROCKS = 'state.backend.rocksdb';

/** A checkpoint a minute, taken like this. */
function every(options: any): any {
  return { checkpointing: Checkpointing.every(Duration.minutes(1), { dir: DIR, ...options }), ...S3 };
}

function rocksDb(options: any): any {
  return { stateBackend: StateBackend.rocksDb(options) };
}

/** What both roles keep, blamed on each. */
function both(what: string, bad: any, property: string, says: readonly string[], good: any): any[] {
  return ['JobManager', 'TaskManager'].map((part) =>
    row(`${what}, in the ${part}`, bad, `${part} › ${property}`, says, good, ['FLK-STATE-01']),
  );
}

export const STATE: readonly Row[] = [
  ...rule(
    'FLK-STATE-01',
    ...both(
      'checkpoints in files of the pods',
      option(CHECKPOINTS, 'file:///data/checkpoints'),
      `configuration.${CHECKPOINTS}`,
      ['"file:///data/checkpoints"', 'no volume is mounted there, so', 'given by configuration', 'in both roles'],
      option(CHECKPOINTS, 'file:///data/checkpoints', claim('/data')),
    ),
    ...both(
      'checkpoints on emptyDirs',
      option(CHECKPOINTS, 'file:///data', emptyDir('/data')),
      `configuration.${CHECKPOINTS}`,
      ['of type emptyDir'],
      option(CHECKPOINTS, 's3://bucket/data', emptyDir('/data')),
    ),
    ...both(
      'savepoints of an older release',
      option('state.savepoints.dir', 'file:///data', OLD),
      'configuration.state.savepoints.dir',
      ['no volume'],
      option('state.savepoints.dir', 'file:///data', { ...OLD, ...claim('/data') }),
    ),
    row(
      'a claim in one role only',
      option(CHECKPOINTS, 'file:///data', taskManager(claim('/data'))),
      `JobManager › configuration.${CHECKPOINTS}`,
      ['no volume'],
      option(CHECKPOINTS, 'file:///data', claim('/data')),
    ),
  ),
  ...rule(
    'FLK-STATE-02',
    row(
      'local files outside of volumes',
      option('state.backend.rocksdb.localdir', '/rocksdb'),
      'TaskManager › configuration.state.backend.rocksdb.localdir',
      ['"/rocksdb"', 'no volume is mounted there', 'read-only', 'LocalDisk'],
      option('state.backend.rocksdb.localdir', '/tmp/rocksdb'),
    ),
    row(
      'the second of two places',
      option('state.backend.rocksdb.localdir', '/tmp/a,/b'),
      'TaskManager › configuration.state.backend.rocksdb.localdir',
      ['no volume'],
      option('state.backend.rocksdb.localdir', '/tmp/a,/b', { hardening: Hardening.NONE }),
    ),
    row(
      'a working directory',
      option('process.taskmanager.working-dir', '/pv'),
      'TaskManager › configuration.process.taskmanager.working-dir',
      ['no volume'],
      option('process.taskmanager.working-dir', '/pv', taskManager(emptyDir('/pv'))),
    ),
    row(
      'files from outside',
      option('process.jobmanager.working-dir', '/opt/flink/conf/a'),
      'JobManager › configuration.process.jobmanager.working-dir',
      ['the volume there is read-only'],
      option('process.jobmanager.working-dir', '/opt/flink/log/a'),
    ),
  ),
  ...rule(
    'FLK-STATE-03',
    row(
      "volumes that Flink's own pods would need",
      { ...VOLUMES, namespace: 'a', mode: DeploymentMode.operator() },
      'TaskManager › localRecovery',
      ['in operator mode', 'no number', 'LocalRecovery.inPods()'],
      { localRecovery: LocalRecovery.inPods(), namespace: 'a', mode: DeploymentMode.operator() },
    ),
  ),
  ...rule(
    'FLK-STATE-04',
    row(
      'a way to replace pods that a StatefulSet has not',
      { ...VOLUMES, ...taskManager({ strategy: RolloutStrategy.recreate() }) },
      'TaskManager › strategy',
      ['"Recreate"', 'one by one', 'remove it'],
      taskManager({ strategy: RolloutStrategy.recreate() }),
    ),
  ),
  ...rule(
    'FLK-STATE-05',
    row(
      'a misspelt backend',
      option('state.backend.type', 'rockdb'),
      'configuration.state.backend.type',
      [
        '"rockdb"',
        'Flink 1.20 has no such',
        'given by configuration',
        'jobmanager, filesystem, rocksdb, hashmap, or the class',
      ],
      option('state.backend.type', 'RocksDB'),
    ),
    row(
      'ForSt before 2.0',
      { stateBackend: StateBackend.forSt() },
      'configuration.state.backend.type',
      ['"forst"', 'given by feature StateBackend'],
      { stateBackend: StateBackend.forSt(), version: FlinkVersion.V2_0 },
    ),
    row(
      'hashmap before 1.13',
      option('state.backend', 'hashmap', OLDEST),
      'configuration.state.backend',
      ['"hashmap"', 'Flink 1.12'],
      option('state.backend', 'com.example.Backend', OLDEST),
    ),
  ),
  ...rule(
    'FLK-STATE-06',
    row(
      'files without a directory before 1.13',
      { stateBackend: StateBackend.hashMap(), ...OLDEST },
      'configuration.state.backend',
      ['"filesystem"', 'up to Flink 1.12', 'set checkpointing.dir, or state.checkpoints.dir'],
      { stateBackend: StateBackend.hashMap(), checkpointing: Checkpointing.asJobsSay({ dir: DIR }), ...OLDEST },
    ),
    row(
      'RocksDB without a directory before 1.13',
      { stateBackend: StateBackend.rocksDb(), ...OLDEST },
      'configuration.state.backend',
      ['"rocksdb"'],
      { stateBackend: StateBackend.rocksDb(), version: FlinkVersion.V1_13 },
    ),
  ),
  ...rule(
    'FLK-STATE-07',
    row(
      'checkpoints without a directory',
      { checkpointing: Checkpointing.every(Duration.minutes(1)) },
      'checkpointing.dir',
      ['memory of the JobManager', '5 MiB', 'object store'],
      { checkpointing: Checkpointing.every(Duration.minutes(1), { dir: DIR }) },
    ),
  ),
  ...rule(
    'FLK-STATE-08',
    ...(
      [
        ['checkpoints', 'neither a scheme nor'],
        ['s3:bucket/checkpoints', 'neither'],
        ['://a', 'neither'],
        ['s3://bucket', 'the root'],
        ['s3://bucket/', 'the root'],
      ] as const
    ).map(([dir, problem]) =>
      row(
        `${dir} as a directory`,
        option(CHECKPOINTS, dir, S3),
        `configuration.${CHECKPOINTS}`,
        [JSON.stringify(dir), 'no directory', problem, 'given by configuration', 'scheme://'],
        option(CHECKPOINTS, 's3://bucket/a', S3),
      ),
    ),
    ...(
      [
        ['/', 'no scheme'],
        ['file:///', 'the root'],
        ['/data/checkpoints', 'no scheme'],
      ] as const
    ).map(([dir, problem]) =>
      row(
        `${dir} as a directory`,
        option(CHECKPOINTS, dir),
        `configuration.${CHECKPOINTS}`,
        [problem],
        option(CHECKPOINTS, 'file:///data/checkpoints', claim('/data')),
        ['FLK-STATE-01'],
      ),
    ),
    row(
      'a log of changes in the root',
      option('state.changelog.dstl.dfs.base-path', 'file:///', claim('/data')),
      'configuration.state.changelog.dstl.dfs.base-path',
      ['the root'],
      option('state.changelog.dstl.dfs.base-path', '/data/changelog', claim('/data')),
      ['FLK-STATE-01'],
    ),
    row(
      'a savepoint directory',
      { checkpointing: Checkpointing.asJobsSay({ savepointDir: 'savepoints' }) },
      'configuration.execution.checkpointing.savepoint-dir',
      ['given by feature Checkpointing'],
      { checkpointing: Checkpointing.asJobsSay({ savepointDir: 'hdfs:///savepoints' }) },
    ),
  ),
  ...rule(
    'FLK-STATE-09',
    row(
      'checkpoints without a pause',
      { ...S3, checkpointing: Checkpointing.every(Duration.millis(9), { dir: DIR }) },
      'configuration.execution.checkpointing.interval',
      ['"9"', 'at least 10 ms'],
      { ...S3, checkpointing: Checkpointing.every(Duration.millis(10), { dir: DIR }) },
    ),
    row(
      'no time for checkpoints',
      option('execution.checkpointing.timeout', '0 s'),
      'configuration.execution.checkpointing.timeout',
      ['"0 s"', '10 ms'],
      option('execution.checkpointing.timeout', '10 s'),
    ),
  ),
  ...rule(
    'FLK-STATE-10',
    row(
      'a log of changes nowhere',
      option('state.changelog.enabled', true, {
        features: [{ bind: () => ({ configuration: { 'state.changelog.storage': 'filesystem' } }) }],
      }),
      'checkpointing.changelog.dir',
      ['needs a directory', 's3://bucket/changelog'],
      { checkpointing: Checkpointing.asJobsSay({ dir: DIR, changelog: { dir: 's3://bucket/changelog' } }) },
    ),
  ),
  ...rule(
    'FLK-STATE-11',
    row(
      'two checkpoints at a time that overtake records',
      every({ unaligned: true, maxConcurrent: 2 }),
      `configuration.${P}.max-concurrent-checkpoints`,
      ['"2"', 'one at a time', 'set maxConcurrent to 1'],
      every({ unaligned: true, maxConcurrent: 1 }),
    ),
    row(
      'the same by options of 1.12',
      option(`${P}.unaligned`, true, {
        ...OLDEST,
        features: [{ bind: () => option(`${P}.max-concurrent-checkpoints`, 3) }],
      }),
      `configuration.${P}.max-concurrent-checkpoints`,
      ['"3"'],
      option(`${P}.max-concurrent-checkpoints`, 3, OLDEST),
    ),
  ),
  ...rule(
    'FLK-STATE-12',
    row(
      'overtaking in a mode that does not wait',
      every({ unaligned: true, mode: CheckpointMode.AT_LEAST_ONCE, maxConcurrent: 2 }),
      `configuration.${P}.unaligned.enabled`,
      ['"true"', 'Flink ignores it', 'AT_LEAST_ONCE', 'EXACTLY_ONCE'],
      every({ mode: CheckpointMode.AT_LEAST_ONCE, maxConcurrent: 2 }),
    ),
    row(
      'a time after which nothing changes',
      every({ alignedTimeout: Duration.seconds(1) }),
      `configuration.${P}.aligned-checkpoint-timeout`,
      ['"1000"', 'stay aligned', 'set unaligned too'],
      every({ alignedTimeout: Duration.seconds(1), unaligned: true }),
    ),
    row(
      'a pause longer than the interval',
      every({ minPause: Duration.minutes(2) }),
      `configuration.${P}.interval`,
      ['"60000"', 'min-pause, which is longer'],
      every({ minPause: Duration.minutes(1) }),
    ),
    row(
      'increments of what lies on the heap',
      { stateBackend: StateBackend.hashMap(), ...every({ incremental: true }) },
      `configuration.${P}.incremental`,
      ['hashmap writes all', 'StateBackend.rocksDb()'],
      { stateBackend: StateBackend.rocksDb(), ...every({ incremental: true }) },
    ),
    row(
      'managed memory beside a fixed one',
      rocksDb({ managedMemory: true, memoryPerSlot: Size.mebibytes(64) }),
      `configuration.${ROCKS}.memory.managed`,
      ['takes the place of managed memory', 'keep one'],
      rocksDb({ managedMemory: false, memoryPerSlot: Size.mebibytes(64) }),
    ),
  ),
  ...rule(
    'FLK-STATE-13',
    row(
      'a misspelt storage',
      { checkpointing: Checkpointing.asJobsSay({ storage: 'filesytem' }) },
      `configuration.${P}.storage`,
      ['"filesytem"', 'Flink 1.20 has no such', 'given by feature Checkpointing', 'write filesystem or jobmanager'],
      { checkpointing: Checkpointing.asJobsSay({ storage: 'JobManager' }) },
    ),
    row(
      'a misspelt storage of 1.13',
      option('state.checkpoint-storage', 'rocksdb', { version: FlinkVersion.V1_13 }),
      'configuration.state.checkpoint-storage',
      ['Flink 1.13'],
      option('state.checkpoint-storage', 'com.example.Storage', { version: FlinkVersion.V1_13 }),
    ),
  ),
  ...rule(
    'FLK-STATE-14',
    row(
      'files without a directory',
      { checkpointing: Checkpointing.asJobsSay({ storage: 'filesystem' }) },
      `configuration.${P}.storage`,
      ['need a directory', 'checkpointing.dir'],
      { checkpointing: Checkpointing.asJobsSay({ storage: 'filesystem', dir: DIR }), ...S3 },
    ),
  ),
  ...rule(
    'FLK-STATE-15',
    row(
      'write buffers that leave nothing',
      rocksDb({ writeBufferRatio: 0.95 }),
      `configuration.${ROCKS}.memory.write-buffer-ratio`,
      ['"0.95"', 'high-prio-pool-ratio, which is 0.1', 'at most 0.9'],
      rocksDb({ writeBufferRatio: 0.9 }),
    ),
    row(
      'a pool that leaves nothing',
      option(`${ROCKS}.memory.high-prio-pool-ratio`, '0.6'),
      `configuration.${ROCKS}.memory.high-prio-pool-ratio`,
      ['which is 0.5', 'at most 0.5'],
      option(`${ROCKS}.memory.high-prio-pool-ratio`, '0.5'),
    ),
  ),
  ...rule(
    'FLK-STATE-16',
    row(
      'settings for an unknown disk',
      rocksDb({ predefinedOptions: 'flash_ssd_optimized' }),
      `configuration.${ROCKS}.predefined-options`,
      ['"flash_ssd_optimized"', 'FLASH_SSD_OPTIMIZED, in capitals'],
      rocksDb({ predefinedOptions: 'FLASH_SSD_OPTIMIZED' }),
    ),
  ),
  ...rule(
    'FLK-STATE-17',
    row(
      'a relative folder',
      rocksDb({ localDirs: ['/tmp/a', 'rocks'] }),
      `TaskManager › configuration.${ROCKS}.localdir`,
      ['"/tmp/a,rocks"', 'rocks is no absolute path', 'begins with /'],
      rocksDb({ localDirs: ['/tmp/a', '/tmp/b'] }),
    ),
    row(
      'a folder with a scheme',
      rocksDb({ localDirs: ['file:///tmp/a'] }),
      `TaskManager › configuration.${ROCKS}.localdir`,
      ['file is no absolute path'],
      rocksDb({ localDirs: ['/tmp/a:/tmp/b'] }),
    ),
    row(
      'a relative working directory',
      option('process.jobmanager.working-dir', 'work'),
      'JobManager › configuration.process.jobmanager.working-dir',
      ['work is no'],
      option('process.jobmanager.working-dir', '/tmp/work'),
    ),
  ),
];
