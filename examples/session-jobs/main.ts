// A session cluster with two jobs: one is upgraded with a savepoint, the other restarts without state.
import { App, Chart } from 'cdk8s';
import { FileSystem, FlinkSessionCluster, FlinkSessionJob, FlinkVersion, JobArtifact, UpgradeMode } from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'analytics', { namespace: 'flink' });

const cluster = new FlinkSessionCluster(chart, 'Analytics', {
  version: FlinkVersion.V1_20,
  taskManager: { replicas: 2, taskSlots: 4 },
  fileSystems: [FileSystem.s3Hadoop()],
  configuration: { 'execution.checkpointing.savepoint-dir': 's3://example-flink/savepoints' },
});

new FlinkSessionJob(chart, 'Clicks', {
  cluster,
  job: {
    artifact: JobArtifact.http('https://repository.example.com/clicks/clicks-1.0.0.jar', {
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    }),
    entryClass: 'com.example.Clicks',
    args: ['--topic', 'clicks'],
    parallelism: 4,
    upgradeMode: UpgradeMode.SAVEPOINT,
  },
});

new FlinkSessionJob(chart, 'Heartbeat', {
  cluster,
  job: {
    artifact: JobArtifact.sql(
      [
        "CREATE TABLE beats (at TIMESTAMP(3)) WITH ('connector' = 'datagen', 'rows-per-second' = '1');",
        "CREATE TABLE seen (at TIMESTAMP(3)) WITH ('connector' = 'print');",
        'INSERT INTO seen SELECT at FROM beats;',
        '',
      ].join('\n'),
    ),
    upgradeMode: UpgradeMode.STATELESS,
  },
});

app.synth();
