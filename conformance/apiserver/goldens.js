const fs = require('node:fs');
const path = require('node:path');
const YAML = require('yaml');

const WORKLOADS = ['Deployment', 'StatefulSet', 'Job', 'DaemonSet'];
const OTHER_PODS = ['Pod', 'ReplicaSet', 'CronJob'];
const BUILT_IN_GROUP = /^([a-z]+|(?!gateway\.|metrics\.|snapshot\.)[a-z.]+\.k8s\.io)$/;

/** The paths of all YAML files below a directory, relative to it, in code point order. */
function yamlFiles(directory) {
  if (!fs.existsSync(directory)) return [];
  return fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name) && entry.name !== 'kustomization.yaml')
    .map((entry) => path.relative(directory, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !file.split(path.sep).includes('node_modules'))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** Reads a golden file; `file` is its name in messages and in not-restricted.txt. */
function readGolden(directory, file) {
  const text = fs.readFileSync(path.join(directory, file), 'utf8');
  const documents = YAML.parseAllDocuments(text, { version: '1.1' })
    .map((document) => document.toJS())
    .filter((manifest) => manifest);
  return { file: file.split(path.sep).join('/'), text, documents };
}

/**
 * Reads all golden files of the repository (`examples/<name>/expected/**`), or every YAML file of a given directory.
 */
function readGoldens(repository, directory) {
  if (directory) return yamlFiles(directory).map((file) => readGolden(directory, file));
  return yamlFiles(path.join(repository, 'examples'))
    .map((file) => path.join('examples', file))
    .filter((file) => file.split(path.sep)[2] === 'expected')
    .map((file) => readGolden(repository, file));
}

/** `group/version Kind` of the objects that need a custom resource definition. */
function customKinds(documents) {
  return documents
    .filter(({ apiVersion }) => apiVersion?.includes('/') && !BUILT_IN_GROUP.test(apiVersion.split('/')[0]))
    .map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);
}

/** The kinds that the custom resource definitions in a directory define, in the same notation. */
function definedKinds(directory) {
  if (!directory) return new Set();
  return new Set(
    fs
      .readdirSync(directory)
      .filter((file) => /\.(ya?ml|json)$/.test(file))
      .flatMap((file) => readGolden(directory, file).documents)
      .filter(({ kind }) => kind === 'CustomResourceDefinition')
      .flatMap(({ spec }) => spec.versions.map((version) => `${spec.group}/${version.name} ${spec.names.kind}`)),
  );
}

const workloads = (documents) => documents.filter(({ kind }) => WORKLOADS.includes(kind));
const uncheckedPods = (documents) => documents.filter(({ kind }) => OTHER_PODS.includes(kind));
/** The values of a field in the pod specs of these objects. */
const namesIn = (documents, field) =>
  workloads(documents)
    .map(({ spec }) => spec.template.spec[field])
    .filter((name) => name);

/**
 * Only the workloads, without their namespace: pss.sh silently ignores files that name another namespace than its own.
 */
function workloadText(documents) {
  const items = workloads(documents).map((manifest) => ({
    ...manifest,
    metadata: { ...manifest.metadata, namespace: undefined },
  }));
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

/** Writes `{ file, text }` below a directory. */
function stage(directory, files) {
  for (const { file, text } of files) {
    fs.mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    fs.writeFileSync(path.join(directory, file), text);
  }
}

/** Reads lines `file: reason`. A line without a reason is an error. */
function readExceptions(file) {
  if (!fs.existsSync(file)) return new Map();
  const lines = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, name, reason] = /^(\S+): +(\S.*)$/.exec(line) ?? [];
      if (!name) throw new Error(`${path.basename(file)}: '${line}' is not 'file: reason'`);
      return [name, reason];
    }),
  );
}

module.exports = {
  customKinds,
  definedKinds,
  readExceptions,
  namesIn,
  readGoldens,
  stage,
  uncheckedPods,
  workloads,
  workloadText,
};
