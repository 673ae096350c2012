// Keys that Flink reads although no ConfigOption declares them: they are read by start scripts, passed to a plugin or a
// library under a prefix, or declared without their section. `<name>` matches one segment, and at the end of a key any
// number of segments, for open prefixes. [key, type, first release line, last release line, default]
const UNDECLARED = [
  // Read by start scripts.
  ['env.java.home', 'String'],
  ['taskmanager.compute.numa', 'Boolean'],
  ['zookeeper.heap.mb', 'Integer'],

  // Sections of named components, which receive everything after the name.
  ['events.reporter.<name>.<parameter>', 'String', '2.1'],
  ['external-resource.<resource_name>.param.<param>', 'String'],
  ['metrics.reporter.<name>.<parameter>', 'String'],
  ['security.delegation.token.provider.<serviceName>.<parameter>', 'String', '1.17'],
  ['sql-gateway.endpoint.<identifier>.<parameter>', 'String', '1.16'],
  ['table.catalog-store.<kind>.<parameter>', 'String', '1.18'],
  ['table.secret-store.<kind>.<parameter>', 'String', '2.3'],
  ['traces.reporter.<name>.<parameter>', 'String', '1.19'],
  ['workflow-scheduler.<identifier>.<parameter>', 'String', '1.20'],

  // Declared by a method with the scheme as a parameter.
  ['fs.<scheme>.limit.input', 'Integer', '', '', '-1'],
  ['fs.<scheme>.limit.output', 'Integer', '', '', '-1'],
  ['fs.<scheme>.limit.stream-timeout', 'Long', '', '', '0'],
  ['fs.<scheme>.limit.timeout', 'Long', '', '', '0'],
  ['fs.<scheme>.limit.total', 'Integer', '', '', '-1'],

  // Environment variables of the containers that Flink starts.
  ['containerized.master.env.<variable>', 'String'],
  ['containerized.taskmanager.env.<variable>', 'String'],

  // Passed by file systems to the library that they wrap.
  ['azure.<parameter>', 'String'],
  ['flink.hadoop.<parameter>', 'String'],
  ['fs.hdfs.hadoopconf', 'String', '', '1.20'],
  ['fs.hdfs.hdfsdefault', 'String', '', '1.20'],
  ['fs.hdfs.hdfssite', 'String', '', '1.20'],
  ['fs.azure.<parameter>', 'String'],
  ['fs.gs.<parameter>', 'String', '1.15'],
  ['fs.oss.<parameter>', 'String'],
  ['fs.s3a.<parameter>', 'String'],
  ['gs.<parameter>', 'String', '1.15'],
  ['presto.s3.<parameter>', 'String'],
  ['s3.<parameter>', 'String'],
  ['s3a.<parameter>', 'String'],

  // Read by connectors and listeners of other projects.
  ['openlineage.<parameter>', 'String'],
  ['paimon.<parameter>', 'String'],
  ['table.exec.hive.<parameter>', 'String'],
  ['table.exec.iceberg.<parameter>', 'String'],

  // Options of tables and formats, which a SQL script or a catalog can inherit from the session.
  ...[
    'avro',
    'avro-confluent',
    'canal-json',
    'csv',
    'debezium-avro-confluent',
    'debezium-json',
    'json',
    'lookup',
    'maxwell-json',
    'ogg-json',
    'orc',
    'parquet',
    'protobuf',
    'raw',
    'scan',
  ].map((prefix) => [`${prefix}.<parameter>`, 'String']),

  // YARN only; without effect elsewhere.
  ['flink.yarn.<parameter>', 'String', '1.13'],
  ['yarn.<parameter>', 'String'],

  // Written by Flink's own clients.
  ['$internal.<parameter>', 'String'],

  // Read by the Kubernetes operator from the same configuration.
  ['job.autoscaler.<parameter>', 'String'],
  ['kubernetes.operator.<parameter>', 'String'],
];

module.exports = { UNDECLARED };
