// node conformance/documents/selftest.js [DIRECTORY]
// Is the comparison effective? It must detect a change and the removal of every value, key and line of every documented
// manifest.
const fs = require('node:fs');
const path = require('node:path');
const YAML = require('yaml');
const additions = require('./additions');
const allowed = require('./allowed');
const { compareDocument } = require('./compare');
const { isRendered, pick, renderFor } = require('./render');

const RULES = { allowed, additions };
/** A change that a rule in allowed.js permits: an option that newer releases replaced with two others. */
const PERMITTED = /line "state\.backend\.local-recovery: true" removed$/;
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Other values of the same type. Of an image, only the repository and the minor version are compared. */
function changes(value) {
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'boolean') return [!value];
  const [image, repository, minor] = /flink(:\d+\.)(\d+)/.exec(value) ?? [];
  return image
    ? [
        value.replace(image, `other${repository}${minor}`),
        value.replace(image, `flink${repository}${Number(minor) + 1}`),
      ]
    : [`${value}x`];
}

/** All configurations that differ from the given one in one line that is neither empty nor a comment. */
function lineMutants(text) {
  const lines = text.split('\n');
  const relevant = lines.map((line, i) => [line, i]).filter(([line]) => /^\s*[^#\s]/.test(line));
  const replaced = (i, ...replacement) => [...lines.slice(0, i), ...replacement, ...lines.slice(i + 1)].join('\n');
  return relevant.flatMap(([line, i]) => [
    [`line "${line.trim()}" removed`, replaced(i)],
    [`line "${line.trim()}" with another value`, replaced(i, `${line}x`)],
    [`line "${line.trim()}" with another key`, replaced(i, line.replace(/^(\s*)/, '$1x'))],
  ]);
}

function renamed(map, key) {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name === key ? `${key}X` : name, value]));
}

function without(map, key) {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

/** All values that differ from the given one in a single change, as `[description, value]`. */
function mutants(value, at = '') {
  if (typeof value === 'string' && value.includes('\n'))
    return lineMutants(value).map(([what, text]) => [`${at} ${what}`, text]);
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => [
      [`${at}[${i}] removed`, value.filter((_, j) => j !== i)],
      ...mutants(item, `${at}[${i}]`).map(([what, mutant]) => [
        what,
        value.map((other, j) => (j === i ? mutant : other)),
      ]),
    ]);
  }
  if (!isMap(value)) return changes(value).map((changed) => [`${at} changed to ${changed}`, changed]);
  // A key without a value is the same as a missing key.
  return Object.entries(value)
    .filter(([, item]) => item !== null)
    .flatMap(([key, item]) => [
      [`${at}.${key} removed`, without(value, key)],
      [`${at}.${key} renamed`, renamed(value, key)],
      ...mutants(item, `${at}.${key}`).map(([what, mutant]) => [what, { ...value, [key]: mutant }]),
    ]);
}

/** The mutants of a document that the comparison does not detect. */
function unnoticed(document, version, file, ours) {
  const all = mutants(document).filter(([what]) => !PERMITTED.test(what));
  const alive = all.filter(
    ([, mutant]) => compareDocument(mutant, ours, RULES, { version, file }).differences.length === 0,
  );
  return { count: all.length, alive: alive.map(([what]) => `${version} ${file}${what}`) };
}

/** The same for every document of a file. */
function unnoticedIn(directory, version, file, rendered) {
  const documents = YAML.parseAllDocuments(fs.readFileSync(path.join(directory, version, `${file}.yaml`), 'utf8')).map(
    (document) => document.toJS(),
  );
  return documents.map((document) => unnoticed(document, version, file, pick(file, document.kind, rendered)));
}

function main(directory = process.env.FLINK_DOCS_MANIFESTS) {
  if (!directory) {
    console.log('SKIPPED conformance:documents: FLINK_DOCS_MANIFESTS (the directory of the documented manifests)');
    return;
  }
  const results = fs
    .readdirSync(directory)
    .filter((version) => /^\d+\.\d+$/.test(version))
    .flatMap((version) => {
      const files = fs
        .readdirSync(path.join(directory, version))
        .map((name) => name.replace(/\.yaml$/, ''))
        .filter(isRendered);
      const rendered = renderFor(files, version);
      return files.flatMap((file) => unnoticedIn(directory, version, file, rendered));
    });
  const alive = results.flatMap((result) => result.alive);
  alive.forEach((what) => console.log(`FAILED not detected: ${what}`));
  const count = results.reduce((sum, result) => sum + result.count, 0);
  console.log(`${count - alive.length} passed, ${alive.length} failed`);
  process.exitCode = alive.length > 0 || count === 0 ? 1 : 0;
}

main(process.argv[2]);
