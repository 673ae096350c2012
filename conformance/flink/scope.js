// From the rows of a dump to the options of a cluster's configuration: `{ key: { type, constants, default, deprecatedKeys, fallbackKeys, deprecated, hidden } }`.
const { compareLines, lineOf } = require('./artifacts');
const { UNDECLARED } = require('./undeclared');

// Options of one table, one catalog, one format or one query hint; of other resource managers; of Flink's own wire format.
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
// Of a package that also holds table options, only these are read from the configuration of a cluster or a session.
const TABLE_CLASSES = /^(?:table|connector\.table)\.|^api\.connector\./;
const TABLE_KEYS = /^(?:materialized-table|sql-client|sql-gateway|table|workflow-scheduler)\./;
const INTERNAL_KEYS = /^(?:\$internal\.|internal\.|__|yarn\.|mesos\.|flink\.(?:hadoop|yarn)\.)/;

// Classes whose keys continue a section although they do not say so.
const SECTIONS = [
  [/^metrics\.influxdb\.InfluxdbReporterOptions#/, 'metrics.reporter.<name>'],
  [/^metrics\.prometheus\.PrometheusPushGatewayReporterOptions#/, 'metrics.reporter.<name>'],
  [/^metrics\.otel\.OpenTelemetryReporterOptions#/, 'metrics.reporter.<name>'],
  [/^table\.gateway\.rest\.util\.SqlGatewayRestOptions#/, 'sql-gateway.endpoint.rest'],
  [/^externalresource\.gpu\.GPUDriverOptions#/, 'external-resource.<resource_name>.param'],
];
// The same, of classes that do not say it in some releases only; the bare key has been part of the catalogue since.
const SECTIONS_TOO = [
  [/^configuration\.MetricOptions#REPORTER_CLASS$/, 'metrics.reporter.<name>'],
  [/^externalresource\.gpu\.GPUDriver#/, 'external-resource.<resource_name>.param'],
];

const sectionIn = (sections, row) => sections.find(([pattern]) => pattern.test(row.class))?.[1];
const join = (section, key) => `${section.replace(/\.$/, '')}.${key}`;

/** The keys that a declaration stands for. */
function keysOf(row) {
  const section = row.section ?? sectionIn(SECTIONS, row);
  if (section !== undefined) return [join(section, row.key)];
  const too = sectionIn(SECTIONS_TOO, row);
  return too === undefined || row.key.startsWith(too) ? [row.key] : [row.key, join(too, row.key)];
}

const inScope = (key, row) =>
  !INTERNAL_KEYS.test(key) &&
  !NOT_OF_A_CLUSTER.some((pattern) => pattern.test(row.class)) &&
  (!TABLE_CLASSES.test(row.class) || TABLE_KEYS.test(key));

/** Several classes may declare one key: the public, living declaration speaks for all. */
function merge(rows, version) {
  const [best] = [...rows].sort(
    (a, b) => Number(a.deprecated) - Number(b.deprecated) || Number(b.isPublic) - Number(a.isPublic),
  );
  return {
    type: best.type,
    constants: best.constants,
    // The default image is compiled in with the version of the jar.
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

/** @param rows what OptionDump printed for the jars of this version */
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
