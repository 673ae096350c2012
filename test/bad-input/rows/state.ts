import { Duration, Size } from 'cdk8s';
import { rule, taskManager, type Row, type RuleRow } from './row';
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

/** A PersistentVolumeClaim with its mount path. */
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
const VOLUMES = { localRecovery: LocalRecovery.persistentVolumeClaims({ size: Size.gibibytes(1) }) };
const OLDEST = { version: FlinkVersion.V1_12 };
const OLD = { version: FlinkVersion.V1_17 };

const P = 'execution.checkpointing';
const ROCKS = 'state.backend.rocksdb';

/** A checkpoint every minute, with these options. */
function every(options: any): any {
  return { checkpointing: Checkpointing.every(Duration.minutes(1), { dir: DIR, ...options }), ...S3 };
}

function rocksDb(options: any): any {
  return { stateBackend: StateBackend.rocksDb(options) };
}

/** One row per role, for a fault that is reported in both. */
function both({ what, at, ...rest }: RuleRow): RuleRow[] {
  return ['JobManager', 'TaskManager'].map((role) => ({
    what: `${what}, in the ${role}`,
    at: `${role} › ${at}`,
    ...rest,
    also: ['FLK-STATE-01'],
  }));
}

export const STATE: readonly Row[] = [
  ...rule(
    'FLK-STATE-01',
    ...both({
      what: 'checkpoints in the file system of the pods',
      bad: option(CHECKPOINTS, 'file:///data/checkpoints'),
      at: `configuration.${CHECKPOINTS}`,
      says: ['"file:///data/checkpoints"', 'no volume is mounted there, so', 'set by configuration', 'in both roles'],
      good: option(CHECKPOINTS, 'file:///data/checkpoints', claim('/data')),
    }),
    ...both({
      what: 'checkpoints on emptyDirs',
      bad: option(CHECKPOINTS, 'file:///data', emptyDir('/data')),
      at: `configuration.${CHECKPOINTS}`,
      says: ['of type emptyDir'],
      good: option(CHECKPOINTS, 's3://bucket/data', emptyDir('/data')),
    }),
    ...both({
      what: 'savepoints in the file system of the pods, in an older release',
      bad: option('state.savepoints.dir', 'file:///data', OLD),
      at: 'configuration.state.savepoints.dir',
      says: ['no volume'],
      good: option('state.savepoints.dir', 'file:///data', { ...OLD, ...claim('/data') }),
    }),
    {
      what: 'checkpoints on a claim that only one role mounts',
      bad: option(CHECKPOINTS, 'file:///data', taskManager(claim('/data'))),
      at: `JobManager › configuration.${CHECKPOINTS}`,
      says: ['no volume'],
      good: option(CHECKPOINTS, 'file:///data', claim('/data')),
    },
  ),
  ...rule(
    'FLK-STATE-02',
    {
      what: 'RocksDB files on a read-only root file system',
      bad: option('state.backend.rocksdb.localdir', '/rocksdb'),
      at: 'TaskManager › configuration.state.backend.rocksdb.localdir',
      says: ['"/rocksdb"', 'no volume is mounted there', 'read-only', 'LocalDisk'],
      good: option('state.backend.rocksdb.localdir', '/tmp/rocksdb'),
    },
    {
      what: 'the second of two RocksDB directories on a read-only root file system',
      bad: option('state.backend.rocksdb.localdir', '/tmp/a,/b'),
      at: 'TaskManager › configuration.state.backend.rocksdb.localdir',
      says: ['no volume'],
      good: option('state.backend.rocksdb.localdir', '/tmp/a,/b', { hardening: Hardening.NONE }),
    },
    {
      what: 'a working directory on a read-only root file system',
      bad: option('process.taskmanager.working-dir', '/pv'),
      at: 'TaskManager › configuration.process.taskmanager.working-dir',
      says: ['no volume'],
      good: option('process.taskmanager.working-dir', '/pv', taskManager(emptyDir('/pv'))),
    },
    {
      what: 'a working directory on a read-only volume',
      bad: option('process.jobmanager.working-dir', '/opt/flink/conf/a'),
      at: 'JobManager › configuration.process.jobmanager.working-dir',
      says: ['the volume there is read-only'],
      good: option('process.jobmanager.working-dir', '/opt/flink/log/a'),
    },
  ),
  ...rule('FLK-STATE-03', {
    what: 'volume claims for pods that Flink creates',
    bad: { ...VOLUMES, namespace: 'a', mode: DeploymentMode.operator() },
    at: 'TaskManager › localRecovery',
    says: ['no stable ordinal', 'in operator mode', 'cannot reattach the volume', 'LocalRecovery.podStorage()'],
    good: { localRecovery: LocalRecovery.podStorage(), namespace: 'a', mode: DeploymentMode.operator() },
  }),
  ...rule('FLK-STATE-04', {
    what: 'a Recreate strategy for a StatefulSet',
    bad: { ...VOLUMES, ...taskManager({ strategy: RolloutStrategy.recreate() }) },
    at: 'TaskManager › strategy',
    says: ['"Recreate"', 'one by one', 'remove the strategy'],
    good: taskManager({ strategy: RolloutStrategy.recreate() }),
  }),
  ...rule(
    'FLK-STATE-05',
    {
      what: 'a misspelled state backend',
      bad: option('state.backend.type', 'rockdb'),
      at: 'configuration.state.backend.type',
      says: [
        '"rockdb"',
        'not a state backend of Flink 1.20',
        'set by configuration',
        'jobmanager, filesystem, rocksdb, hashmap, or the class',
      ],
      good: option('state.backend.type', 'RocksDB'),
    },
    {
      what: 'ForSt before 2.0',
      bad: { stateBackend: StateBackend.forSt() },
      at: 'configuration.state.backend.type',
      says: ['"forst"', 'set by feature StateBackend'],
      good: { stateBackend: StateBackend.forSt(), version: FlinkVersion.V2_0 },
    },
    {
      what: 'hashmap before 1.13',
      bad: option('state.backend', 'hashmap', OLDEST),
      at: 'configuration.state.backend',
      says: ['"hashmap"', 'Flink 1.12'],
      good: option('state.backend', 'com.example.Backend', OLDEST),
    },
  ),
  ...rule(
    'FLK-STATE-06',
    {
      what: 'state backend filesystem without a directory before 1.13',
      bad: { stateBackend: StateBackend.hashMap(), ...OLDEST },
      at: 'configuration.state.backend',
      says: ['"filesystem"', 'before Flink 1.13', 'set checkpointing.dir, or state.checkpoints.dir'],
      good: {
        stateBackend: StateBackend.hashMap(),
        checkpointing: Checkpointing.withoutInterval({ dir: DIR }),
        ...OLDEST,
      },
    },
    {
      what: 'RocksDB without a directory before 1.13',
      bad: { stateBackend: StateBackend.rocksDb(), ...OLDEST },
      at: 'configuration.state.backend',
      says: ['"rocksdb"'],
      good: { stateBackend: StateBackend.rocksDb(), version: FlinkVersion.V1_13 },
    },
  ),
  ...rule('FLK-STATE-07', {
    what: 'checkpoints without a directory',
    bad: { checkpointing: Checkpointing.every(Duration.minutes(1)) },
    at: 'checkpointing.dir',
    says: ['memory of the JobManager', '5 MiB', 'object store'],
    good: { checkpointing: Checkpointing.every(Duration.minutes(1), { dir: DIR }) },
  }),
  ...rule(
    'FLK-STATE-08',
    ...(
      [
        { dir: 'checkpoints', problem: 'neither a scheme nor' },
        { dir: 's3:bucket/checkpoints', problem: 'neither' },
        { dir: '://a', problem: 'neither' },
        { dir: 's3://bucket', problem: 'the root' },
        { dir: 's3://bucket/', problem: 'the root' },
      ] as const
    ).map(({ dir, problem }) => ({
      what: `${dir} as the checkpoint directory`,
      bad: option(CHECKPOINTS, dir, S3),
      at: `configuration.${CHECKPOINTS}`,
      says: [JSON.stringify(dir), 'not a directory', problem, 'set by configuration', 'scheme://'],
      good: option(CHECKPOINTS, 's3://bucket/a', S3),
    })),
    ...(
      [
        { dir: '/', problem: 'no scheme' },
        { dir: 'file:///', problem: 'the root' },
        { dir: '/data/checkpoints', problem: 'no scheme' },
      ] as const
    ).map(({ dir, problem }) => ({
      what: `${dir} as the checkpoint directory`,
      bad: option(CHECKPOINTS, dir),
      at: `configuration.${CHECKPOINTS}`,
      says: [problem],
      good: option(CHECKPOINTS, 'file:///data/checkpoints', claim('/data')),
      also: ['FLK-STATE-01'] as const,
    })),
    {
      what: 'the root directory for the changelog',
      bad: option('state.changelog.dstl.dfs.base-path', 'file:///', claim('/data')),
      at: 'configuration.state.changelog.dstl.dfs.base-path',
      says: ['the root'],
      good: option('state.changelog.dstl.dfs.base-path', '/data/changelog', claim('/data')),
      also: ['FLK-STATE-01'],
    },
    {
      what: 'a savepoint directory without a scheme',
      bad: { checkpointing: Checkpointing.withoutInterval({ savepointDir: 'savepoints' }) },
      at: 'configuration.execution.checkpointing.savepoint-dir',
      says: ['set by feature Checkpointing'],
      good: { checkpointing: Checkpointing.withoutInterval({ savepointDir: 'hdfs:///savepoints' }) },
    },
  ),
  ...rule(
    'FLK-STATE-09',
    {
      what: 'a checkpoint interval below 10 ms',
      bad: { ...S3, checkpointing: Checkpointing.every(Duration.millis(9), { dir: DIR }) },
      at: 'configuration.execution.checkpointing.interval',
      says: ['"9"', 'at least 10 ms'],
      good: { ...S3, checkpointing: Checkpointing.every(Duration.millis(10), { dir: DIR }) },
    },
    {
      what: 'a checkpoint timeout of 0',
      bad: option('execution.checkpointing.timeout', '0 s'),
      at: 'configuration.execution.checkpointing.timeout',
      says: ['"0 s"', '10 ms'],
      good: option('execution.checkpointing.timeout', '10 s'),
    },
  ),
  ...rule('FLK-STATE-10', {
    what: 'a changelog without a directory',
    bad: option('state.changelog.enabled', true, {
      features: [{ bind: () => ({ configuration: { 'state.changelog.storage': 'filesystem' } }) }],
    }),
    at: 'checkpointing.changelog.dir',
    says: ['needs a directory', 's3://bucket/changelog'],
    good: { checkpointing: Checkpointing.withoutInterval({ dir: DIR, changelog: { dir: 's3://bucket/changelog' } }) },
  }),
  ...rule(
    'FLK-STATE-11',
    {
      what: 'two concurrent unaligned checkpoints',
      bad: every({ unaligned: true, maxConcurrent: 2 }),
      at: `configuration.${P}.max-concurrent-checkpoints`,
      says: ['"2"', 'only one concurrent checkpoint', 'set maxConcurrent to 1'],
      good: every({ unaligned: true, maxConcurrent: 1 }),
    },
    {
      what: 'concurrent unaligned checkpoints, by options of 1.12',
      bad: option(`${P}.unaligned`, true, {
        ...OLDEST,
        features: [{ bind: () => option(`${P}.max-concurrent-checkpoints`, 3) }],
      }),
      at: `configuration.${P}.max-concurrent-checkpoints`,
      says: ['"3"'],
      good: option(`${P}.max-concurrent-checkpoints`, 3, OLDEST),
    },
  ),
  ...rule('FLK-STATE-12', {
    what: 'incremental checkpoints of the hashmap backend',
    bad: { stateBackend: StateBackend.hashMap(), ...every({ incremental: true }) },
    at: `configuration.${P}.incremental`,
    says: ['"true"', 'Flink ignores this option', 'hashmap writes all', 'StateBackend.rocksDb()'],
    good: { stateBackend: StateBackend.rocksDb(), ...every({ incremental: true }) },
  }),
  ...rule(
    'FLK-STATE-13',
    {
      what: 'a misspelled checkpoint storage',
      bad: { checkpointing: Checkpointing.withoutInterval({ storage: 'filesytem' }) },
      at: `configuration.${P}.storage`,
      says: [
        '"filesytem"',
        'not a checkpoint storage of Flink 1.20',
        'set by feature Checkpointing',
        'use filesystem or jobmanager',
      ],
      good: { checkpointing: Checkpointing.withoutInterval({ storage: 'JobManager' }) },
    },
    {
      what: 'a misspelled checkpoint storage in 1.13',
      bad: option('state.checkpoint-storage', 'rocksdb', { version: FlinkVersion.V1_13 }),
      at: 'configuration.state.checkpoint-storage',
      says: ['Flink 1.13'],
      good: option('state.checkpoint-storage', 'com.example.Storage', { version: FlinkVersion.V1_13 }),
    },
  ),
  ...rule('FLK-STATE-14', {
    what: 'checkpoint storage filesystem without a directory',
    bad: { checkpointing: Checkpointing.withoutInterval({ storage: 'filesystem' }) },
    at: `configuration.${P}.storage`,
    says: ['needs a directory', 'checkpointing.dir'],
    good: { checkpointing: Checkpointing.withoutInterval({ storage: 'filesystem', dir: DIR }), ...S3 },
  }),
  ...rule(
    'FLK-STATE-15',
    {
      what: 'a write buffer ratio that leaves no memory',
      bad: rocksDb({ writeBufferRatio: 0.95 }),
      at: `configuration.${ROCKS}.memory.write-buffer-ratio`,
      says: ['"0.95"', 'high-prio-pool-ratio, which is 0.1', 'at most 0.9'],
      good: rocksDb({ writeBufferRatio: 0.9 }),
    },
    {
      what: 'a high-priority pool ratio that leaves no memory',
      bad: option(`${ROCKS}.memory.high-prio-pool-ratio`, '0.6'),
      at: `configuration.${ROCKS}.memory.high-prio-pool-ratio`,
      says: ['which is 0.5', 'at most 0.5'],
      good: option(`${ROCKS}.memory.high-prio-pool-ratio`, '0.5'),
    },
  ),
  ...rule('FLK-STATE-16', {
    what: 'unknown predefined options',
    bad: rocksDb({ predefinedOptions: 'flash_ssd_optimized' }),
    at: `configuration.${ROCKS}.predefined-options`,
    says: ['"flash_ssd_optimized"', 'FLASH_SSD_OPTIMIZED, in capitals'],
    good: rocksDb({ predefinedOptions: 'FLASH_SSD_OPTIMIZED' }),
  }),
  ...rule(
    'FLK-STATE-17',
    {
      what: 'a relative RocksDB directory',
      bad: rocksDb({ localDirs: ['/tmp/a', 'rocks'] }),
      at: `TaskManager › configuration.${ROCKS}.localdir`,
      says: ['"/tmp/a,rocks"', 'rocks is not an absolute path', 'begins with /'],
      good: rocksDb({ localDirs: ['/tmp/a', '/tmp/b'] }),
    },
    {
      what: 'a RocksDB directory with a scheme',
      bad: rocksDb({ localDirs: ['file:///tmp/a'] }),
      at: `TaskManager › configuration.${ROCKS}.localdir`,
      says: ['file is not an absolute path'],
      good: rocksDb({ localDirs: ['/tmp/a:/tmp/b'] }),
    },
    {
      what: 'a relative working directory',
      bad: option('process.jobmanager.working-dir', 'work'),
      at: 'JobManager › configuration.process.jobmanager.working-dir',
      says: ['work is not'],
      good: option('process.jobmanager.working-dir', '/tmp/work'),
    },
  ),
  ...rule('FLK-STATE-18', {
    what: 'unaligned checkpoints in mode AT_LEAST_ONCE',
    bad: every({ unaligned: true, mode: CheckpointMode.AT_LEAST_ONCE, maxConcurrent: 2 }),
    at: `configuration.${P}.unaligned.enabled`,
    says: ['"true"', 'Flink ignores this option', 'AT_LEAST_ONCE', 'EXACTLY_ONCE'],
    good: every({ mode: CheckpointMode.AT_LEAST_ONCE, maxConcurrent: 2 }),
  }),
  ...rule('FLK-STATE-19', {
    what: 'an aligned timeout without unaligned checkpoints',
    bad: every({ alignedTimeout: Duration.seconds(1) }),
    at: `configuration.${P}.aligned-checkpoint-timeout`,
    says: ['"1000"', 'Flink ignores this option', 'stay aligned', 'set unaligned too'],
    good: every({ alignedTimeout: Duration.seconds(1), unaligned: true }),
  }),
  ...rule('FLK-STATE-20', {
    what: 'a minimum pause longer than the interval',
    bad: every({ minPause: Duration.minutes(2) }),
    at: `configuration.${P}.interval`,
    says: ['"60000"', 'Flink ignores this option', 'min-pause, which is longer', 'at least the minimum pause'],
    good: every({ minPause: Duration.minutes(1) }),
  }),
  ...rule('FLK-STATE-21', {
    what: 'managed memory in addition to a fixed memory per slot',
    bad: rocksDb({ managedMemory: true, memoryPerSlot: Size.mebibytes(64) }),
    at: `configuration.${ROCKS}.memory.managed`,
    says: ['"true"', 'Flink ignores this option', 'fixed-per-slot replaces managed memory', 'remove managedMemory or'],
    good: rocksDb({ managedMemory: false, memoryPerSlot: Size.mebibytes(64) }),
  }),
];
