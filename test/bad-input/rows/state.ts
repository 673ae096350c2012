import { Duration, Size } from 'cdk8s';
import { row, rule, taskManager, type Row } from './row';
import { Checkpointing, DeploymentMode, FileSystem, FlinkVersion, Hardening, LocalRecovery, RolloutStrategy, StateBackend } from '../../../src';

function option(key: string, value: unknown, props: any = {}): any {
  return { configuration: { [key]: value }, ...props };
}

/** A claim, mounted at a path. */
function claim(mountPath: string): any {
  return { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }], volumeMounts: [{ name: 'data', mountPath }] };
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

/** What both roles keep, blamed on each. */
function both(what: string, bad: any, property: string, says: readonly string[], good: any): any[] {
  return ['JobManager', 'TaskManager'].map((part) => row(`${what}, in the ${part}`, bad, `${part} › ${property}`, says, good, ['FLK-STATE-01']));
}

export const STATE: readonly Row[] = [
  ...rule('FLK-STATE-01',
    ...both('checkpoints in files of the pods', option(CHECKPOINTS, 'file:///data/checkpoints'), `configuration.${CHECKPOINTS}`,
      ['"file:///data/checkpoints"', 'no volume is mounted there, so', 'given by configuration', 'in both roles'],
      option(CHECKPOINTS, 'file:///data/checkpoints', claim('/data'))),
    ...both('checkpoints on emptyDirs', option(CHECKPOINTS, 'file:///data', emptyDir('/data')), `configuration.${CHECKPOINTS}`, ['of type emptyDir'],
      option(CHECKPOINTS, 's3://bucket/data', emptyDir('/data'))),
    ...both('savepoints of an older release', option('state.savepoints.dir', 'file:///data', OLD), 'configuration.state.savepoints.dir', ['no volume'],
      option('state.savepoints.dir', 'file:///data', { ...OLD, ...claim('/data') })),
    row('a claim in one role only', option(CHECKPOINTS, 'file:///data', taskManager(claim('/data'))), `JobManager › configuration.${CHECKPOINTS}`,
      ['no volume'], option(CHECKPOINTS, 'file:///data', claim('/data'))),
  ),
  ...rule('FLK-STATE-02',
    row('local files outside of volumes', option('state.backend.rocksdb.localdir', '/rocksdb'), 'TaskManager › configuration.state.backend.rocksdb.localdir',
      ['"/rocksdb"', 'no volume is mounted there', 'read-only', 'LocalDisk'], option('state.backend.rocksdb.localdir', '/tmp/rocksdb')),
    row('the second of two places', option('state.backend.rocksdb.localdir', '/tmp/a,/b'), 'TaskManager › configuration.state.backend.rocksdb.localdir',
      ['no volume'], option('state.backend.rocksdb.localdir', '/tmp/a,/b', { hardening: Hardening.NONE })),
    row('a working directory', option('process.taskmanager.working-dir', '/pv'), 'TaskManager › configuration.process.taskmanager.working-dir',
      ['no volume'], option('process.taskmanager.working-dir', '/pv', taskManager(emptyDir('/pv')))),
    row('files from outside', option('process.jobmanager.working-dir', '/opt/flink/conf/a'), 'JobManager › configuration.process.jobmanager.working-dir',
      ['the volume there is read-only'], option('process.jobmanager.working-dir', '/opt/flink/log/a')),
  ),
  ...rule('FLK-STATE-03', row('volumes that Flink\'s own pods would need', { ...VOLUMES, namespace: 'a', mode: DeploymentMode.operator() },
    'TaskManager › localRecovery', ['in operator mode', 'no number', 'LocalRecovery.inPods()'],
    { localRecovery: LocalRecovery.inPods(), namespace: 'a', mode: DeploymentMode.operator() })),
  ...rule('FLK-STATE-04', row('a way to replace pods that a StatefulSet has not', { ...VOLUMES, ...taskManager({ strategy: RolloutStrategy.recreate() }) },
    'TaskManager › strategy', ['"Recreate"', 'one by one', 'remove it'], taskManager({ strategy: RolloutStrategy.recreate() }))),
  ...rule('FLK-STATE-05',
    row('a misspelt backend', option('state.backend.type', 'rockdb'), 'configuration.state.backend.type',
      ['"rockdb"', 'Flink 1.20 has no such', 'given by configuration', 'jobmanager, filesystem, rocksdb, hashmap, or the class'], option('state.backend.type', 'RocksDB')),
    row('ForSt before 2.0', { stateBackend: StateBackend.forSt() }, 'configuration.state.backend.type', ['"forst"', 'given by feature StateBackend'],
      { stateBackend: StateBackend.forSt(), version: FlinkVersion.V2_0 }),
    row('hashmap before 1.13', option('state.backend', 'hashmap', OLDEST), 'configuration.state.backend', ['"hashmap"', 'Flink 1.12'],
      option('state.backend', 'com.example.Backend', OLDEST)),
  ),
  ...rule('FLK-STATE-06',
    row('files without a directory before 1.13', { stateBackend: StateBackend.hashMap(), ...OLDEST }, 'configuration.state.backend',
      ['"filesystem"', 'up to Flink 1.12', 'set checkpointing.dir, or state.checkpoints.dir'],
      { stateBackend: StateBackend.hashMap(), checkpointing: Checkpointing.asJobsSay({ dir: DIR }), ...OLDEST }),
    row('RocksDB without a directory before 1.13', { stateBackend: StateBackend.rocksDb(), ...OLDEST }, 'configuration.state.backend', ['"rocksdb"'],
      { stateBackend: StateBackend.rocksDb(), version: FlinkVersion.V1_13 }),
  ),
  ...rule('FLK-STATE-07', row('checkpoints without a directory', { checkpointing: Checkpointing.every(Duration.minutes(1)) }, 'checkpointing.dir',
    ['memory of the JobManager', '5 MiB', 'object store'], { checkpointing: Checkpointing.every(Duration.minutes(1), { dir: DIR }) })),
  ...rule('FLK-STATE-08',
    ...['checkpoints', 's3:bucket/checkpoints', '/', 'file:///', '://a'].map((dir) => row(`${dir} as a directory`, option(CHECKPOINTS, dir),
      `configuration.${CHECKPOINTS}`, [JSON.stringify(dir), 'no directory', 'given by configuration', 'scheme://'], option(CHECKPOINTS, 's3://bucket/'),
      ['/', 'file:///'].includes(dir) ? ['FLK-STATE-01'] : undefined)),
    row('a savepoint directory', { checkpointing: Checkpointing.asJobsSay({ savepointDir: 'savepoints' }) }, 'configuration.execution.checkpointing.savepoint-dir',
      ['given by feature Checkpointing'], { checkpointing: Checkpointing.asJobsSay({ savepointDir: 'hdfs:///savepoints' }) }),
  ),
  ...rule('FLK-STATE-09',
    row('checkpoints without a pause', { ...S3, checkpointing: Checkpointing.every(Duration.millis(9), { dir: DIR }) }, 'configuration.execution.checkpointing.interval',
      ['"9"', 'at least 10 ms'], { ...S3, checkpointing: Checkpointing.every(Duration.millis(10), { dir: DIR }) }),
    row('no time for checkpoints', option('execution.checkpointing.timeout', '0 s'), 'configuration.execution.checkpointing.timeout', ['"0 s"', '10 ms'],
      option('execution.checkpointing.timeout', '10 s')),
  ),
  ...rule('FLK-STATE-10', row('a log of changes nowhere', option('state.changelog.enabled', true, {
    features: [{ bind: () => ({ configuration: { 'state.changelog.storage': 'filesystem' } }) }],
  }), 'checkpointing.changelog.dir', ['needs a directory', 's3://bucket/changelog'],
  { checkpointing: Checkpointing.asJobsSay({ dir: DIR, changelog: { dir: 's3://bucket/changelog' } }) })),
];
