// Compares the resources of examples/operator-examples with the example files of the operator, as the operator reads
// both.
const fs = require('node:fs');
const path = require('node:path');
const { parseAllDocuments } = require('yaml');

const EXPECTED = path.join(__dirname, '../../examples/operator-examples/expected');
const GROUP = 'flink.apache.org/';
/** Not part of the examples: the validator of the operator rejects it, because it has no spec. */
const REJECTED = ['FlinkDeployment canary'];

function documentsOf(file) {
  return parseAllDocuments(fs.readFileSync(file, 'utf8'))
    .map((document) => document.toJS())
    .filter((resource) => resource?.apiVersion?.startsWith(GROUP));
}

/** Returns the resources in the YAML files of a directory, by file and name. */
function resourcesIn(directory) {
  const files = fs
    .readdirSync(directory, { recursive: true })
    .filter((file) => file.endsWith('.yaml') && !file.startsWith('kustomize'))
    .sort();
  return new Map(
    files.flatMap((file) =>
      documentsOf(path.join(directory, file)).map((resource) => {
        const name = `${resource.kind} ${resource.metadata.name}`;
        return [`${path.basename(file).replace(/(\.k8s)?\.yaml$/, '')}: ${name}`, { name, resource }];
      }),
    ),
  );
}

/** Flattens nested options to a map of strings, as Flink receives them. */
function flat(options, prefix = '') {
  return Object.entries(options ?? {}).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? flat(value, `${prefix}${key}.`)
      : [[prefix + key, String(value)]],
  );
}

/** Normalizes a resource: options are flat and strings, and fields with default values are omitted. */
function normalized({ apiVersion, kind, metadata, spec: { flinkConfiguration, job, savepoint, ...spec } }) {
  return sorted({
    apiVersion,
    kind,
    metadata,
    spec: {
      ...spec,
      flinkConfiguration: Object.fromEntries(flat(flinkConfiguration)),
      ...(job === undefined ? {} : { job: without(job, { state: 'running', args: [] }) }),
      ...(savepoint === undefined ? {} : { savepoint: without(savepoint, { alreadyExists: false }) }),
    },
  });
}

function without(fields, defaults) {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name])),
  );
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

/** Returns the differences by the name of the resource. */
function compare(directory, expected = EXPECTED) {
  const theirs = resourcesIn(directory);
  const ours = resourcesIn(expected);
  const wanted = [...theirs].filter(([, { name }]) => !REJECTED.includes(name));
  const differences = wanted.flatMap(([at, { resource }]) => {
    const own = ours.get(at);
    const [a, b] = [resource, own?.resource].map((value) => value && JSON.stringify(normalized(value), null, 2));
    return a === b ? [] : [`${at}\n${own === undefined ? 'is missing' : `theirs ${a}\nours ${b}`}`];
  });
  const additional = [...ours.keys()].filter((at) => !theirs.has(at)).map((at) => `${at}\nis not among the examples`);
  return { compared: wanted.length, differences: [...differences, ...additional] };
}

module.exports = { compare };
