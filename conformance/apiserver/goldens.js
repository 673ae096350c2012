const fs = require('node:fs');
const path = require('node:path');
const YAML = require('yaml');

const WORKLOADS = ['Deployment', 'StatefulSet', 'Job', 'DaemonSet'];
const OTHER_PODS = ['Pod', 'ReplicaSet', 'CronJob'];
const BUILT_IN_GROUP = /^([a-z]+|(?!gateway\.|metrics\.|snapshot\.)[a-z.]+\.k8s\.io)$/;

/** Every YAML file below a folder, relative to it, in code point order. */
function yamlFiles(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name) && entry.name !== 'kustomization.yaml')
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !file.split(path.sep).includes('node_modules'))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** The documents of a golden; `file` names it in every message and in not-restricted.txt. */
function readGolden(folder, file) {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  const documents = YAML.parseAllDocuments(text, { version: '1.1' })
    .map((document) => document.toJS())
    .filter((manifest) => manifest);
  return { file: file.split(path.sep).join('/'), text, documents };
}

/** All goldens of the repository (`examples/<name>/expected/**`), or every YAML file of a given folder. */
function readGoldens(repository, folder) {
  if (folder) return yamlFiles(folder).map((file) => readGolden(folder, file));
  return yamlFiles(path.join(repository, 'examples'))
    .map((file) => path.join('examples', file))
    .filter((file) => file.split(path.sep)[2] === 'expected')
    .map((file) => readGolden(repository, file));
}

/** `group/version Kind` of the documents that only a custom resource definition makes known. */
function customKinds(documents) {
  return documents
    .filter(({ apiVersion }) => apiVersion?.includes('/') && !BUILT_IN_GROUP.test(apiVersion.split('/')[0]))
    .map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);
}

/** The kinds that the definitions in a folder make known, in the same spelling. */
function definedKinds(folder) {
  if (!folder) return new Set();
  return new Set(
    fs
      .readdirSync(folder)
      .filter((file) => /\.(ya?ml|json)$/.test(file))
      .flatMap((file) => readGolden(folder, file).documents)
      .filter(({ kind }) => kind === 'CustomResourceDefinition')
      .flatMap(({ spec }) => spec.versions.map((version) => `${spec.group}/${version.name} ${spec.names.kind}`)),
  );
}

const workloads = (documents) => documents.filter(({ kind }) => WORKLOADS.includes(kind));
const unjudged = (documents) => documents.filter(({ kind }) => OTHER_PODS.includes(kind));
/** The names that the pods of these documents give in one field of their spec. */
const named = (documents, field) =>
  workloads(documents)
    .map(({ spec }) => spec.template.spec[field])
    .filter((name) => name);

/** The workloads alone and without namespace: of a file that names another namespace than its own, pss.sh judges nothing and says so nowhere. */
function workloadText(documents) {
  const items = workloads(documents).map((manifest) => ({
    ...manifest,
    metadata: { ...manifest.metadata, namespace: undefined },
  }));
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

/** Writes `{ file, text }` below a folder. */
function stage(folder, files) {
  for (const { file, text } of files) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
}

/** `file: reason` lines; a line without a reason is an error. */
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
  named,
  readGoldens,
  stage,
  unjudged,
  workloads,
  workloadText,
};
