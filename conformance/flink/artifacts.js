// Sources of the jars of a release. From 1.13 on, the distribution (lib/, opt/, plugins/) is published as the Python
// package apache-flink-libraries. Maven has each module, including the plugins and tools that the package does not
// contain.
const DISTRIBUTION = { package: 'apache-flink-libraries', from: '1.13' };

// [name, first release line, last release line, last release line with the Scala version in the name, { dependencies:
// whether they are fetched, too }]
const MODULES = [
  ['flink-runtime', '', '', '1.13', { dependencies: true }],
  ['flink-statebackend-rocksdb', '', '', '1.14', { dependencies: true }],
  ['flink-table-planner-blink', '', '1.13', '1.13', { dependencies: true }],
  ['flink-annotations'],
  ['flink-cep', '', '', '1.14'],
  ['flink-clients', '', '', '1.14'],
  ['flink-core'],
  ['flink-external-resource-gpu'],
  ['flink-hadoop-fs'],
  ['flink-java', '', '1.20'],
  ['flink-metrics-core'],
  ['flink-metrics-datadog'],
  ['flink-metrics-influxdb', '', '', '1.14'],
  ['flink-metrics-prometheus', '', '', '1.14'],
  ['flink-optimizer', '', '1.20', '1.14'],
  ['flink-python', '', '', '1.14'],
  ['flink-queryable-state-client-java', '', '1.20'],
  ['flink-sql-client', '', '', '1.14'],
  ['flink-streaming-java', '', '', '1.14'],
  ['flink-table-api-java'],
  ['flink-table-api-java-bridge', '', '', '1.14'],
  ['flink-table-common'],
  ['flink-table-runtime-blink', '', '1.13', '1.13'],
];
const OUTSIDE_THE_DISTRIBUTION = [
  ['flink-azure-fs-hadoop'],
  ['flink-dstl-dfs', '1.15'],
  ['flink-gs-fs-hadoop', '1.15'],
  ['flink-kubernetes', '', '1.12', '1.12'],
  ['flink-oss-fs-hadoop'],
  ['flink-queryable-state-runtime', '', '1.20', '1.14'],
  ['flink-s3-fs-hadoop'],
  ['flink-s3-fs-native', '2.3'],
  ['flink-s3-fs-presto'],
  ['flink-sql-gateway', '1.16'],
];
// Available only with another Scala version, but the file of Kubernetes options is the same.
const SCALA = { 'flink-kubernetes': { 1.11: '2.11' } };

function compareLines(a, b) {
  const [[majorA, minorA = 0], [majorB, minorB = 0]] = [a, b].map((line) => line.split('.').map(Number));
  return majorA - majorB || minorA - minorB;
}

const lineOf = (version) => version.split('.').slice(0, 2).join('.');

function select(artifacts, version) {
  const line = lineOf(version);
  return artifacts
    .filter(
      ([, first = '', last = '']) =>
        (!first || compareLines(line, first) >= 0) && (!last || compareLines(line, last) <= 0),
    )
    .map(([name, , , lastScala, options]) => ({
      name: lastScala && compareLines(line, lastScala) <= 0 ? `${name}_${SCALA[name]?.[line] ?? '2.12'}` : name,
      dependencies: options?.dependencies === true,
    }));
}

const distributionOf = (version) =>
  compareLines(lineOf(version), DISTRIBUTION.from) >= 0 ? `${DISTRIBUTION.package}==${version}` : undefined;
const modulesOf = (version) => select(MODULES, version);
const otherModulesOf = (version) => select(OUTSIDE_THE_DISTRIBUTION, version);

module.exports = { compareLines, distributionOf, lineOf, modulesOf, otherModulesOf };
