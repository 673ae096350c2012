// A highly available session cluster that keeps all of its state in S3, with an IAM role instead of access keys.
import { App, Chart, Duration } from 'cdk8s';
import {
  Checkpointing,
  FileSystem,
  FlinkSessionCluster,
  FlinkVersion,
  HighAvailability,
  WorkloadIdentity,
} from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'sessions', { namespace: 'streaming' });

new FlinkSessionCluster(chart, 'Sessions', {
  version: FlinkVersion.of('1.20.4'),
  fileSystems: [
    FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws('arn:aws:iam::111122223333:role/flink-sessions') }),
  ],
  highAvailability: HighAvailability.kubernetes({ storageDir: 's3://example-flink/ha' }),
  checkpointing: Checkpointing.every(Duration.minutes(1), {
    dir: 's3://example-flink/checkpoints',
    savepointDir: 's3://example-flink/savepoints',
  }),
  jobManager: { replicas: 2 },
});

app.synth();
