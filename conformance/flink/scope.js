// Converts the rows of a dump to the options of a cluster:
// `{ key: { type, constants, default, deprecatedKeys, fallbackKeys, deprecated, hidden } }`.
const { compareLines, lineOf } = require('./artifacts');
const { UNDECLARED } = require('./undeclared');

// Options of a table, a catalog, a format or a query hint; of other resource managers; of Flink's internal
// serialization.
const NOT_OF_A_CLUSTER = [
  /^connector\.(?!base\.)/,
  /^connectors\./,
  /^streaming\.connectors\./,
  /^formats?\./,
  /^mesos\./,
  /^yarn\./,
  /^streaming\.api\.graph\.StreamConfig#/,
  /PythonFunctionFactory#/,
];
// Packages with table options, and the prefixes of those that Flink reads from the configuration of a cluster or a
// session.
const TABLE_CLASSES = /^(?:table|connector\.table)\.|^api\.connector\./;
const TABLE_KEYS = /^(?:materialized-table|sql-client|sql-gateway|table|workflow-scheduler)\./;
const INTERNAL_KEYS = /^(?:\$internal\.|internal\.|__|yarn\.|mesos\.|flink\.(?:hadoop|yarn)\.)/;

// Classes whose keys are relative to a section that they do not declare.
const SECTIONS = [
  [/^metrics\.influxdb\.InfluxdbReporterOptions#/, 'metrics.reporter.<name>'],
  [/^metrics\.prometheus\.PrometheusPushGatewayReporterOptions#/, 'metrics.reporter.<name>'],
  [/^metrics\.otel\.OpenTelemetryReporterOptions#/, 'metrics.reporter.<name>'],
  [/^table\.gateway\.rest\.util\.SqlGatewayRestOptions#/, 'sql-gateway.endpoint.rest'],
  [/^externalresource\.gpu\.GPUDriverOptions#/, 'external-resource.<resource_name>.param'],
];
// The same for classes that do not declare it in some releases only. The catalogue contains the relative key, too.
const ADDITIONAL_SECTIONS = [
  [/^configuration\.MetricOptions#REPORTER_CLASS$/, 'metrics.reporter.<name>'],
  [/^externalresource\.gpu\.GPUDriver#/, 'external-resource.<resource_name>.param'],
];

const sectionIn = (sections, row) => sections.find(([pattern]) => pattern.test(row.class))?.[1];
const join = (section, key) => `${section.replace(/\.$/, '')}.${key}`;

/** The keys of a declaration. */
function keysOf(row) {
  const section = row.section ?? sectionIn(SECTIONS, row);
  if (section !== undefined) return [join(section, row.key)];
  const additional = sectionIn(ADDITIONAL_SECTIONS, row);
  return additional === undefined || row.key.startsWith(additional) ? [row.key] : [row.key, join(additional, row.key)];
}

const inScope = (key, row) =>
  !INTERNAL_KEYS.test(key) &&
  !NOT_OF_A_CLUSTER.some((pattern) => pattern.test(row.class)) &&
  (!TABLE_CLASSES.test(row.class) || TABLE_KEYS.test(key));

/**
 * Merges the declarations of a key by several classes: a public declaration that is not deprecated takes precedence.
 */
function merge(rows, version) {
  const [best] = [...rows].sort(
    (a, b) => Number(a.deprecated) - Number(b.deprecated) || Number(b.isPublic) - Number(a.isPublic),
  );
  return {
    type: best.type,
    constants: best.constants,
    // The default image contains the version of the jar.
    default: best.default?.replace(`${version}-scala`, '{version}-scala'),
    deprecatedKeys: best.deprecatedKeys,
    fallbackKeys: best.fallbackKeys,
    deprecated: rows.every((row) => row.deprecated || row.deprecatedClass),
    hidden: best.undocumented === true || rows.every((row) => !row.isPublic),
  };
}

function undeclaredIn(version) {
  const line = lineOf(version);
  return UNDECLARED.filter(
    ([, , first = '', last = '']) =>
      (!first || compareLines(line, first) >= 0) && (!last || compareLines(line, last) <= 0),
  ).map(([key, type, , , standard]) => [key, { type, default: standard, deprecated: false, hidden: false }]);
}

/** @param rows The output of OptionDump for the jars of this version */
function optionsOf(version, rows) {
  const declared = new Map();
  for (const row of rows.filter(({ key }) => key !== undefined)) {
    for (const key of keysOf(row)) {
      if (!inScope(key, row)) continue;
      if (!declared.has(key)) declared.set(key, []);
      declared.get(key).push(row);
    }
  }
  return {
    ...Object.fromEntries(undeclaredIn(version)),
    ...Object.fromEntries([...declared].map(([key, all]) => [key, merge(all, version)])),
  };
}

module.exports = { optionsOf };
