import { App, Chart, Size } from 'cdk8s';
import { FlinkSessionCluster, FlinkVersion } from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'quickstart');

new FlinkSessionCluster(chart, 'Flink', {
  version: FlinkVersion.V1_20,
  jobManager: { memory: Size.mebibytes(1600), cpu: 1 },
  taskManager: { memory: Size.mebibytes(1728), cpu: 1, taskSlots: 2, replicas: 2 },
  configuration: { 'parallelism.default': 2 },
});

app.synth();
