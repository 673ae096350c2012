// The parts of a cluster, composed individually; they share the configuration.
import { App, Chart, Size } from 'cdk8s';
import { FlinkConfigMap, FlinkJobManager, FlinkTaskManager, FlinkVersion, RestAccess } from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'parts', { namespace: 'streaming' });

const config = new FlinkConfigMap(chart, 'Config', {
  clusterName: 'orders',
  version: FlinkVersion.V1_20,
  configuration: { 'parallelism.default': 4 },
});

new FlinkJobManager(chart, 'JobManager', {
  config,
  memory: Size.gibibytes(2),
  restAccess: RestAccess.headless(),
});

new FlinkTaskManager(chart, 'TaskManager', {
  config,
  memory: Size.gibibytes(4),
  taskSlots: 2,
  replicas: 2,
});

app.synth();
