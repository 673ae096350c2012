// Keys that Flink reads although no ConfigOption declares them: read by start scripts, passed on to a plugin or a library under a prefix, or declared
// without their section. `<name>` stands for one segment; at the end of a key it stands for any rest, which is how Flink leaves a prefix open.
// [key, type, first line, last line, default]
const UNDECLARED = [
  // Start scripts search the file for these.
  ['env.java.home', 'String'],
  ['taskmanager.compute.numa', 'Boolean'],
  ['zookeeper.heap.mb', 'Integer'],

  // Sections of named things: everything after the name goes to the thing.
  ['events.reporter.<name>.<parameter>', 'String', '2.1'],
  ['external-resource.<resource_name>.param.<param>', 'String'],
  ['metrics.reporter.<name>.<parameter>', 'String'],
  ['security.delegation.token.provider.<serviceName>.<parameter>', 'String', '1.17'],
  ['sql-gateway.endpoint.<identifier>.<parameter>', 'String', '1.16'],
  ['table.catalog-store.<kind>.<parameter>', 'String', '1.18'],
  ['table.secret-store.<kind>.<parameter>', 'String', '2.3'],
  ['traces.reporter.<name>.<parameter>', 'String', '1.19'],
  ['workflow-scheduler.<identifier>.<parameter>', 'String', '1.20'],

  // Declared by a method that takes the scheme.
  ['fs.<scheme>.limit.input', 'Integer', '', '', '-1'],
  ['fs.<scheme>.limit.output', 'Integer', '', '', '-1'],
  ['fs.<scheme>.limit.stream-timeout', 'Long', '', '', '0'],
  ['fs.<scheme>.limit.timeout', 'Long', '', '', '0'],
  ['fs.<scheme>.limit.total', 'Integer', '', '', '-1'],

  // Environment variables of the containers that Flink starts.
  ['containerized.master.env.<variable>', 'String'],
  ['containerized.taskmanager.env.<variable>', 'String'],

  // File systems hand the rest to the library that they wrap.
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

  // Of tables and formats: a SQL script or a catalog may take them over from the session.
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

  // YARN only; without meaning elsewhere.
  ['flink.yarn.<parameter>', 'String', '1.13'],
  ['yarn.<parameter>', 'String'],

  // Written by Flink's own clients.
  ['$internal.<parameter>', 'String'],

  // Read by the Kubernetes operator from the same configuration.
  ['job.autoscaler.<parameter>', 'String'],
  ['kubernetes.operator.<parameter>', 'String'],
];

module.exports = { UNDECLARED };
