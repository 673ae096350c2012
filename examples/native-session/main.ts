// A session cluster that creates and deletes its TaskManagers itself.
import { App, Chart, Size } from 'cdk8s';
import { DeploymentMode, FlinkSessionCluster, FlinkVersion } from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'orders', { namespace: 'streaming' });

new FlinkSessionCluster(chart, 'Orders', {
  version: FlinkVersion.V2_2,
  mode: DeploymentMode.native(),
  jobManager: { memory: Size.mebibytes(1600) },
  // As many as the jobs need, but at least two.
  taskManager: { memory: Size.gibibytes(4), cpu: 2, taskSlots: 2, replicas: 2 },
});

app.synth();
