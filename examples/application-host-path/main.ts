// A job whose jar is in a directory of every node, as in the Flink documentation; the namespace has to allow hostPath
// volumes.
import { App, Chart } from 'cdk8s';
import { ApplicationWorkload, FlinkApplicationCluster, FlinkVersion, Hardening, JobArtifact } from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'clicks', { namespace: 'flink' });

new FlinkApplicationCluster(chart, 'Clicks', {
  version: FlinkVersion.V1_20,
  hardening: Hardening.RESTRICTED_WITH_HOST_PATH,
  job: {
    artifact: JobArtifact.hostPath('/srv/flink/jobs', 'clicks.jar'),
    entryClass: 'com.example.Clicks',
    parallelism: 2,
  },
  workload: ApplicationWorkload.job(),
});

app.synth();
