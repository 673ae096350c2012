// A native cluster whose JobManagers elect a leader with ConfigMaps; its Role permits that, and the creation of
// TaskManagers.
import { App, Chart, Duration, Size } from 'cdk8s';
import { Checkpointing, DeploymentMode, FlinkSessionCluster, FlinkVersion, HighAvailability } from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'payments', { namespace: 'streaming' });

new FlinkSessionCluster(chart, 'Payments', {
  version: FlinkVersion.V1_20,
  mode: DeploymentMode.native(),
  image: 'registry.example.com/flink-s3:1.20.4',
  highAvailability: HighAvailability.kubernetes({ storageDir: 's3://payments/recovery' }),
  checkpointing: Checkpointing.every(Duration.minutes(1), { dir: 's3://payments/checkpoints' }),
  jobManager: { memory: Size.gibibytes(2), replicas: 2 },
  taskManager: { memory: Size.gibibytes(4), cpu: 2, taskSlots: 2 },
});

app.synth();
