'use strict';

const { ApiObject, JsonPatch, Size } = require('cdk8s');
const kplus = require('cdk8s-plus-27');
const { Construct } = require('constructs');

/** The manifests of the other candidates, as far as cdk8s-plus supports their fields, and with its own defaults. */
module.exports = (chart, name) => {
  const scope = new Construct(chart, name);
  const config = new kplus.ConfigMap(scope, 'Config', {
    metadata: metadata(name, `${name}-config`),
    data: { 'config.yaml': configuration(name), 'log4j-console.properties': LOGGING },
  });
  const cluster = { scope, name, config };
  const jobManager = role(cluster, 'JobManager', {
    args: 'jobmanager',
    memory: 1600,
    replicas: 1,
    ports: { rpc: 6123, 'blob-server': 6124, webui: 8081 },
    strategy: kplus.DeploymentStrategy.recreate(),
  });
  role(cluster, 'TaskManager', {
    args: 'taskmanager',
    memory: 1728,
    replicas: 2,
    ports: { rpc: 6122, data: 6121 },
  });
  new kplus.Service(scope, 'Service', {
    metadata: metadata(name, `${name}-jobmanager`, 'jobmanager'),
    selector: jobManager,
    ports: [
      { name: 'rpc', port: 6123 },
      { name: 'blob-server', port: 6124 },
      { name: 'webui', port: 8081 },
    ],
  });
  new kplus.Service(scope, 'RestService', {
    metadata: metadata(name, `${name}-jobmanager-rest`, 'jobmanager'),
    selector: jobManager,
    ports: [{ name: 'rest', port: 8081, targetPort: 8081 }],
  });
};

function role({ scope, name, config }, id, { args, memory, replicas, ports, strategy }) {
  const account = new kplus.ServiceAccount(scope, `${id}Account`, {
    metadata: metadata(name, `${name}-${args}`, args),
  });
  const deployment = new kplus.Deployment(scope, id, {
    metadata: metadata(name, `${name}-${args}`, args),
    podMetadata: { labels: labels(name, args) },
    replicas,
    serviceAccount: account,
    strategy,
    securityContext: { user: 9999, group: 9999, fsGroup: 9999, ensureNonRoot: true },
  });
  const [rpc] = Object.values(ports);
  const container = deployment.addContainer({
    name: args,
    image: 'flink:1.20.4',
    imagePullPolicy: kplus.ImagePullPolicy.IF_NOT_PRESENT,
    args: [args],
    ports: Object.entries(ports).map(([port, number]) => ({ name: port, number })),
    resources: {
      cpu: { request: kplus.Cpu.units(1), limit: kplus.Cpu.units(1) },
      memory: { request: Size.mebibytes(memory), limit: Size.mebibytes(memory) },
    },
    securityContext: { user: 9999, group: 9999 },
    liveness: kplus.Probe.fromTcpSocket({ port: rpc }),
    readiness: kplus.Probe.fromTcpSocket({ port: rpc }),
  });
  container.mount(
    '/opt/flink/conf',
    kplus.Volume.fromConfigMap(scope, `${id}Volume`, config, { name: 'flink-config-volume' }),
  );
  container.mount('/tmp', kplus.Volume.fromEmptyDir(scope, `${id}Tmp`, 'flink-tmp'));
  container.mount('/opt/flink/log', kplus.Volume.fromEmptyDir(scope, `${id}Log`, 'flink-log'));
  ApiObject.of(deployment).addJsonPatch(JsonPatch.add('/spec/template/spec/enableServiceLinks', false));
  return deployment;
}

function labels(name, component) {
  return {
    app: name,
    'app.kubernetes.io/name': 'flink',
    'app.kubernetes.io/instance': name,
    ...(component === undefined ? {} : { component, 'app.kubernetes.io/component': component }),
  };
}

function metadata(cluster, name, component) {
  return { name, labels: labels(cluster, component) };
}

const OPENS = [
  'lang',
  'net',
  'io',
  'nio',
  'lang.reflect',
  'text',
  'time',
  'util',
  'util.concurrent',
  'util.concurrent.atomic',
  'util.concurrent.locks',
];

function configuration(name) {
  return [
    'blob.server.port: 6124',
    `env.java.default-opts.all: ${OPENS.map((opened) => `--add-opens=java.base/java.${opened}=ALL-UNNAMED`).join(' ')}`,
    'jobmanager.memory.process.size: 1600m',
    `jobmanager.rpc.address: ${name}-jobmanager`,
    'jobmanager.rpc.port: 6123',
    'metrics.internal.query-service.port: 6126',
    'parallelism.default: 2',
    'taskmanager.data.port: 6121',
    'taskmanager.memory.process.size: 1728m',
    'taskmanager.numberOfTaskSlots: 2',
    'taskmanager.rpc.port: 6122',
    '',
  ].join('\n');
}

const LOGGING = [
  'rootLogger.level = INFO',
  'rootLogger.appenderRef.console.ref = ConsoleAppender',
  'rootLogger.appenderRef.rolling.ref = RollingFileAppender',
  'appender.console.name = ConsoleAppender',
  'appender.console.type = CONSOLE',
  'appender.console.layout.type = PatternLayout',
  'appender.console.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n',
  'appender.rolling.name = RollingFileAppender',
  'appender.rolling.type = RollingFile',
  'appender.rolling.append = false',
  'appender.rolling.fileName = ${sys:log.file}',
  'appender.rolling.filePattern = ${sys:log.file}.%i',
  'appender.rolling.layout.type = PatternLayout',
  'appender.rolling.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n',
  '',
].join('\n');
