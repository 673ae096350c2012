import { type App, Chart } from 'cdk8s';
import { common, reference } from './shared';
import { FlinkSessionCluster, FlinkSessionJob, JobArtifact, UpgradeMode } from 'cdk8s-flink';

const STREAMING =
  'https://jars.example.com/org/apache/flink/flink-examples-streaming/2.2.0/flink-examples-streaming-2.2.0';
/** The job of several examples. */
export const TOP_SPEED = {
  artifact: JobArtifact.http(`${STREAMING}-TopSpeedWindowing.jar`),
  parallelism: 4,
  upgradeMode: UpgradeMode.STATELESS,
};

/** Session clusters with jobs, without jobs, and referenced by name. */
export function sessions(app: App): void {
  const both = new Chart(app, 'basic-session-deployment-and-job');
  const {
    taskManager: { taskSlots: _default, ...taskManager },
    ...shared
  } = common(both);
  const cluster = new FlinkSessionCluster(both, 'basic-session-deployment-example', { ...shared, taskManager });
  new FlinkSessionJob(both, 'basic-session-job-example', { cluster, job: TOP_SPEED });
  new FlinkSessionJob(both, 'basic-session-job-example2', {
    cluster,
    job: {
      artifact: JobArtifact.http(`${STREAMING}.jar`),
      entryClass: 'org.apache.flink.streaming.examples.statemachine.StateMachineExample',
      parallelism: 2,
      upgradeMode: UpgradeMode.STATELESS,
    },
  });

  const alone = new Chart(app, 'basic-session-deployment-only');
  new FlinkSessionCluster(alone, 'basic-session-deployment-only-example', common(alone));

  const job = new Chart(app, 'basic-session-job-only');
  new FlinkSessionJob(job, 'basic-session-job-only-example', {
    cluster: FlinkSessionCluster.fromClusterName(
      job,
      'Cluster',
      'basic-session-deployment-only-example',
      reference(job),
    ),
    job: TOP_SPEED,
  });
}
