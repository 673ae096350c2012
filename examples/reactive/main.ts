// A streaming job that uses all available TaskManagers; an autoscaler sets their number according to CPU usage.
import { App, Chart } from 'cdk8s';
import { FileSystem, FlinkApplicationCluster, FlinkVersion, JobArtifact, ReactiveMode } from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'sensors', { namespace: 'flink' });

new FlinkApplicationCluster(chart, 'Sensors', {
  version: FlinkVersion.of('1.20.4'),
  fileSystems: [FileSystem.s3Hadoop()],
  configuration: { 'execution.checkpointing.dir': 's3://example-flink/checkpoints' },
  reactive: ReactiveMode.autoscaled({ minReplicas: 1, maxReplicas: 8, cpuUtilization: 70 }),
  job: { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/sensors.jar'), entryClass: 'com.example.Sensors' },
  image: 'registry.example.com/flink-sensors:3.2.1',
});

app.synth();
