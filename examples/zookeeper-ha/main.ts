// A cluster that resumes its jobs when a JobManager, a TaskManager or a node is lost.
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  Checkpointing,
  CheckpointRetention,
  FlinkSessionCluster,
  FlinkVersion,
  HighAvailability,
  LocalRecovery,
  StateBackend,
} from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'payments', { namespace: 'streaming' });

new FlinkSessionCluster(chart, 'Payments', {
  version: FlinkVersion.V1_20,
  highAvailability: HighAvailability.zooKeeper({
    quorum: 'zk-0.zk.zookeeper:2181,zk-1.zk.zookeeper:2181,zk-2.zk.zookeeper:2181',
    rootPath: '/flink/streaming',
    storageDir: 'hdfs://namenode:8020/flink/recovery',
  }),
  stateBackend: StateBackend.rocksDb(),
  checkpointing: Checkpointing.every(Duration.minutes(1), {
    dir: 'hdfs://namenode:8020/flink/checkpoints',
    savepointDir: 'hdfs://namenode:8020/flink/savepoints',
    incremental: true,
    retention: CheckpointRetention.RETAIN_ON_CANCELLATION,
  }),
  localRecovery: LocalRecovery.persistentVolumeClaims({ size: Size.gibibytes(50) }),
  jobManager: { memory: Size.gibibytes(2), replicas: 2 },
  taskManager: { memory: Size.gibibytes(4), cpu: 2, taskSlots: 2, replicas: 3 },
});

app.synth();
