// node conformance/documents/selftest.js [FOLDER]
// Is the comparison any good: every value, key and line of every documented manifest, changed or taken away, must be told.
const fs = require('node:fs');
const path = require('node:path');
const YAML = require('yaml');
const additions = require('./additions');
const allowed = require('./allowed');
const { compareDocument } = require('./compare');
const { isRendered, pick, renderFor } = require('./render');

const RULES = { allowed, additions };
/** What a rule of allowed.js gives up: an option that newer releases have under two other names. */
const GIVEN_UP = /line "state\.backend\.local-recovery: true" removed$/;
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Other values of the same type; of an image only repository and minor version count. */
function others(value) {
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

/** Every text that differs from a configuration text in one line that says something. */
function lineMutants(text) {
  const lines = text.split('\n');
  const says = lines.map((line, i) => [line, i]).filter(([line]) => /^\s*[^#\s]/.test(line));
  const put = (i, ...replacement) => [...lines.slice(0, i), ...replacement, ...lines.slice(i + 1)].join('\n');
  return says.flatMap(([line, i]) => [
    [`line "${line.trim()}" removed`, put(i)],
    [`line "${line.trim()}" with another value`, put(i, `${line}x`)],
    [`line "${line.trim()}" with another key`, put(i, line.replace(/^(\s*)/, '$1x'))],
  ]);
}

function renamed(map, key) {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name === key ? `${key}X` : name, value]));
}

function without(map, key) {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

/** Every value that differs from the given one in one place, as `[what, value]`. */
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
  if (!isMap(value)) return others(value).map((other) => [`${at} changed to ${other}`, other]);
  // A key without a value says what its absence says.
  return Object.entries(value)
    .filter(([, item]) => item !== null)
    .flatMap(([key, item]) => [
      [`${at}.${key} removed`, without(value, key)],
      [`${at}.${key} renamed`, renamed(value, key)],
      ...mutants(item, `${at}.${key}`).map(([what, mutant]) => [what, { ...value, [key]: mutant }]),
    ]);
}

/** Mutants of one document that the comparison does not notice. */
function unnoticed(document, version, file, ours) {
  const made = mutants(document).filter(([what]) => !GIVEN_UP.test(what));
  const alive = made.filter(
    ([, mutant]) => compareDocument(mutant, ours, RULES, { version, file }).differences.length === 0,
  );
  return { count: made.length, alive: alive.map(([what]) => `${version} ${file}${what}`) };
}

/** The same for every document of a file. */
function unnoticedIn(folder, version, file, rendered) {
  const documents = YAML.parseAllDocuments(fs.readFileSync(path.join(folder, version, `${file}.yaml`), 'utf8')).map(
    (document) => document.toJS(),
  );
  return documents.map((document) => unnoticed(document, version, file, pick(file, document.kind, rendered)));
}

function main(folder = process.env.FLINK_DOCS_MANIFESTS) {
  if (!folder) {
    console.log('SKIPPED conformance:documents: FLINK_DOCS_MANIFESTS (the folder of the documented manifests)');
    return;
  }
  const results = fs
    .readdirSync(folder)
    .filter((version) => /^\d+\.\d+$/.test(version))
    .flatMap((version) => {
      const files = fs
        .readdirSync(path.join(folder, version))
        .map((name) => name.replace(/\.yaml$/, ''))
        .filter(isRendered);
      const rendered = renderFor(files, version);
      return files.flatMap((file) => unnoticedIn(folder, version, file, rendered));
    });
  const alive = results.flatMap((result) => result.alive);
  alive.forEach((what) => console.log(`FAILED not told: ${what}`));
  const count = results.reduce((sum, result) => sum + result.count, 0);
  console.log(`${count - alive.length} passed, ${alive.length} failed`);
  process.exitCode = alive.length > 0 || count === 0 ? 1 : 0;
}

main(process.argv[2]);
