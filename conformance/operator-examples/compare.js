// Compares the resources of examples/operator-examples with the operator's own example files, as the operator reads both.
const fs = require('node:fs');
const path = require('node:path');
const { parseAllDocuments } = require('yaml');

const EXPECTED = path.join(__dirname, '../../examples/operator-examples/expected');
const GROUP = 'flink.apache.org/';
/** Not ours to write: the operator's validator refuses it, as it has no spec. */
const REFUSED = ['FlinkDeployment canary'];

function documentsOf(file) {
  return parseAllDocuments(fs.readFileSync(file, 'utf8'))
    .map((document) => document.toJS())
    .filter((one) => one?.apiVersion?.startsWith(GROUP));
}

/** Every resource in the YAML files of a folder, by file and name. */
function resourcesIn(folder) {
  const files = fs
    .readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.yaml') && !file.startsWith('kustomize'))
    .sort();
  return new Map(
    files.flatMap((file) =>
      documentsOf(path.join(folder, file)).map((one) => {
        const name = `${one.kind} ${one.metadata.name}`;
        return [`${path.basename(file).replace(/(\.k8s)?\.yaml$/, '')}: ${name}`, { name, resource: one }];
      }),
    ),
  );
}

/** Nested options as one map of texts, which is what Flink gets. */
function flat(options, prefix = '') {
  return Object.entries(options ?? {}).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? flat(value, `${prefix}${key}.`)
      : [[prefix + key, String(value)]],
  );
}

/** The resource without words that change nothing: options flat and as texts, defaults of fields left out. */
function meant({ apiVersion, kind, metadata, spec: { flinkConfiguration, job, savepoint, ...spec } }) {
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

/** What differs, by the name of the resource; nothing where all are the same. */
function compare(folder, expected = EXPECTED) {
  const theirs = resourcesIn(folder);
  const ours = resourcesIn(expected);
  const wanted = [...theirs].filter(([, { name }]) => !REFUSED.includes(name));
  const differences = wanted.flatMap(([at, { resource }]) => {
    const own = ours.get(at);
    const [a, b] = [resource, own?.resource].map((one) => one && JSON.stringify(meant(one), null, 2));
    return a === b ? [] : [`${at}\n${own === undefined ? 'is not there' : `theirs ${a}\nours ${b}`}`];
  });
  const more = [...ours.keys()].filter((at) => !theirs.has(at)).map((at) => `${at}\nis not among the examples`);
  return { compared: wanted.length, differences: [...differences, ...more] };
}

module.exports = { compare };
