// A streaming job that survives the loss of its JobManager: standby JobManagers, checkpoints, and a start from the
// savepoint of its predecessor.
import { App, Chart, Duration } from 'cdk8s';
import {
  Checkpointing,
  FileSystem,
  FlinkApplicationCluster,
  FlinkVersion,
  HighAvailability,
  JobArtifact,
} from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'orders', { namespace: 'flink' });

new FlinkApplicationCluster(chart, 'Orders', {
  version: FlinkVersion.V2_2,
  jobManager: { replicas: 2 },
  taskManager: { replicas: 3, taskSlots: 2 },
  fileSystems: [FileSystem.s3Hadoop()],
  highAvailability: HighAvailability.kubernetes({ storageDir: 's3://example-flink/ha' }),
  checkpointing: Checkpointing.every(Duration.minutes(1), { dir: 's3://example-flink/checkpoints' }),
  job: {
    artifact: JobArtifact.http('https://repository.example.com/orders/orders-2.1.0.jar', {
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    }),
    entryClass: 'com.example.Orders',
    parallelism: 6,
    savepoint: { path: 's3://example-flink/savepoints/savepoint-5fb6f1-7c2a9e0d8b41', allowNonRestoredState: true },
  },
});

app.synth();
