import { row, rule, taskManager, type Row } from './row';
import { FlinkVersion, Hardening } from '../../../src';

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
];
