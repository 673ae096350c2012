import { type App, Chart } from 'cdk8s';
import { common, HOST_STATE, ONE_NODE, STATE_DIRECTORIES, STATE_MACHINE } from './shared';
import {
  FlinkApplicationCluster,
  FlinkStateSnapshot,
  OperatorJob,
  SavepointFormat,
  StateSnapshot,
  UpgradeMode,
} from 'cdk8s-flink';

const SAVEPOINT = 'file:///flink-data/savepoints/savepoint-45305c-d867504446e0';

/** Savepoints and checkpoints of a running job, an existing savepoint, and a job that starts from it. */
export function snapshots(app: App): void {
  snapshotsOfRunningJob(app);
  existingSavepoint(app);
  jobFromSavepoint(app);
}

function snapshotsOfRunningJob(app: App): void {
  const job = OperatorJob.deployment('example-deployment');
  new FlinkStateSnapshot(new Chart(app, 'checkpoint'), 'example-checkpoint', {
    snapshot: StateSnapshot.checkpoint(),
    job,
    backoffLimit: 0,
  });
  new FlinkStateSnapshot(new Chart(app, 'savepoint-job-defaults'), 'example-savepoint', {
    snapshot: StateSnapshot.savepoint(),
    job,
    backoffLimit: 0,
  });
  new FlinkStateSnapshot(new Chart(app, 'savepoint-job-full-spec'), 'example-savepoint', {
    snapshot: StateSnapshot.savepoint({
      path: '/flink-data/savepoints-custom',
      formatType: SavepointFormat.CANONICAL,
      disposeOnDelete: true,
    }),
    job,
    backoffLimit: 0,
  });
}

function existingSavepoint(app: App): void {
  new FlinkStateSnapshot(new Chart(app, 'savepoint-already-exists'), 'example-savepoint', {
    snapshot: StateSnapshot.existingSavepoint('/flink-data/savepoints/savepoint-98682a-21931bf10c39', {
      disposeOnDelete: false,
    }),
  });
}

function jobFromSavepoint(app: App): void {
  const chart = new Chart(app, 'job-from-savepoint');
  const {
    taskManager: { taskSlots: _default, ...taskManager },
    ...shared
  } = common(chart);
  new FlinkStateSnapshot(chart, 'example-savepoint', {
    snapshot: StateSnapshot.existingSavepoint(SAVEPOINT, { disposeOnDelete: false }),
  });
  new FlinkApplicationCluster(chart, 'example-deployment', {
    ...shared,
    ...HOST_STATE,
    suppressions: ONE_NODE,
    taskManager,
    configuration: STATE_DIRECTORIES,
    job: {
      artifact: STATE_MACHINE,
      parallelism: 2,
      upgradeMode: UpgradeMode.SAVEPOINT,
      savepoint: { path: SAVEPOINT },
    },
  });
}
