// A bounded job whose jar is in the image: a Kubernetes Job that completes with the Flink job.
import { App, Chart } from 'cdk8s';
import { FlinkApplicationCluster, FlinkVersion, JobArtifact } from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'report', { namespace: 'flink' });

new FlinkApplicationCluster(chart, 'Report', {
  version: FlinkVersion.V1_20,
  image: 'registry.example.com/flink-report:1.4.0',
  configuration: { 'execution.runtime-mode': 'BATCH' },
  job: {
    artifact: JobArtifact.inImage('local:///opt/flink/usrlib/report.jar'),
    entryClass: 'com.example.Report',
    args: ['--input', 's3://example-events/', '--output', 's3://example-reports/'],
    parallelism: 4,
  },
});

app.synth();
