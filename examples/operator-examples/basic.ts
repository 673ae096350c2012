import { type App, Chart } from 'cdk8s';
import { common, STATE_MACHINE } from './shared';
import { FlinkApplicationCluster, JobArtifact, Logging, UpgradeMode } from 'cdk8s-flink';

const LOG4J = `rootLogger.level = DEBUG
rootLogger.appenderRef.file.ref = LogFile
rootLogger.appenderRef.console.ref = LogConsole
appender.file.name = LogFile
appender.file.type = File
appender.file.append = false
appender.file.fileName = \${sys:log.file}
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n
appender.console.name = LogConsole
appender.console.type = CONSOLE
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n
logger.akka.name = akka
logger.akka.level = INFO
logger.kafka.name= org.apache.kafka
logger.kafka.level = INFO
logger.hadoop.name = org.apache.hadoop
logger.hadoop.level = INFO
logger.zookeeper.name = org.apache.zookeeper
logger.zookeeper.level = INFO
logger.netty.name = org.apache.flink.shaded.akka.org.jboss.netty.channel.DefaultChannelPipeline
logger.netty.level = OFF
`;

const FETCH =
  'wget -O /opt/flink/downloads/flink-examples-streaming.jar ' +
  'https://jars.example.com/org/apache/flink/flink-examples-streaming/2.2.0/flink-examples-streaming-2.2.0.jar';
const TAIL = '/fluent-bit/bin/fluent-bit -i tail -p path=/flink-logs/*.log -p multiline.parser=java -o stdout';

/** A job, and one with its own logging configuration. */
export function basic(app: App): void {
  const job = { artifact: STATE_MACHINE, parallelism: 2, upgradeMode: UpgradeMode.STATELESS };
  const plain = new Chart(app, 'basic');
  new FlinkApplicationCluster(plain, 'basic-example', { ...common(plain), job });

  const logging = new Chart(app, 'custom-logging');
  new FlinkApplicationCluster(logging, 'custom-logging-example', {
    ...common(logging),
    job,
    logging: Logging.fromText(LOG4J),
  });
}

/** A sidecar for both roles, and a container that fetches the jar before the JobManager starts. */
export function templates(app: App): void {
  const chart = new Chart(app, 'pod-template');
  const shared = common(chart);
  new FlinkApplicationCluster(chart, 'pod-template-example', {
    ...shared,
    volumes: [
      { name: 'flink-logs', emptyDir: {} },
      { name: 'downloads', emptyDir: {} },
    ],
    volumeMounts: [
      { name: 'flink-logs', mountPath: '/opt/flink/log' },
      { name: 'downloads', mountPath: '/opt/flink/downloads' },
    ],
    sidecars: [
      {
        name: 'fluentbit',
        image: 'fluent/fluent-bit:1.9.6-debug',
        command: ['sh', '-c', TAIL],
        volumeMounts: [{ name: 'flink-logs', mountPath: '/flink-logs' }],
      },
    ],
    jobManager: {
      ...shared.jobManager,
      initContainers: [
        {
          name: 'busybox',
          image: 'busybox:1.35.0',
          volumeMounts: [{ name: 'downloads', mountPath: '/opt/flink/downloads' }],
          command: ['/bin/sh', '-c', FETCH],
        },
      ],
    },
    job: {
      artifact: JobArtifact.inImage('local:///opt/flink/downloads/flink-examples-streaming.jar'),
      entryClass: 'org.apache.flink.streaming.examples.statemachine.StateMachineExample',
      parallelism: 2,
    },
  });
}
