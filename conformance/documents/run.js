// node conformance/documents/run.js [DIRECTORY]
// Compares our standalone output with the manifests in Flink's documentation: DIRECTORY/<minor
// version>/<document>.yaml.
const fs = require('node:fs');
const path = require('node:path');
const YAML = require('yaml');
const allowed = require('./allowed');
const additions = require('./additions');
const { compareDocument, compareUndocumented, concerns, unusedRules } = require('./compare');
const { isRendered, pick, renderFor } = require('./render');

const RULES = { allowed, additions };
const EXPLAIN = {
  missing: ({ documented }) => `missing, documented is ${JSON.stringify(documented)}`,
  different: ({ documented, ours }) => `is ${JSON.stringify(ours)}, documented is ${JSON.stringify(documented)}`,
  added: ({ ours }) => `added${ours === undefined ? '' : `: ${JSON.stringify(ours)}`}`,
};

const tally = { passed: 0, failed: 0 };
const used = new Set();
const contexts = [];

function report(text, problems) {
  tally[problems.length === 0 ? 'passed' : 'failed'] += 1;
  if (problems.length > 0)
    console.log([`FAILED ${text}`, ...problems.map((problem) => `         ${problem}`)].join('\n'));
  return problems.length === 0;
}

function check(text, context, { differences, used: needed }) {
  contexts.push(context);
  needed.forEach((rule) => used.add(rule));
  return report(
    text,
    differences.map((difference) => `${difference.path}: ${EXPLAIN[difference.type](difference)}`),
  );
}

function readDocuments(directory, version, file) {
  const source = ['.yaml', '.yml']
    .map((extension) => path.join(directory, version, file + extension))
    .find((name) => fs.existsSync(name));
  const documents = YAML.parseAllDocuments(fs.readFileSync(source, 'utf8'));
  const [error] = documents.flatMap(({ errors }) => errors);
  if (error) throw error;
  const manifests = documents.map((document) => document.toJS());
  const kinds = new Set(manifests.map(({ kind }) => kind));
  if (kinds.size === 0 || kinds.size < manifests.length)
    throw new Error(`${manifests.length} documents of ${kinds.size} kinds`);
  return manifests;
}

/** Runs a check, and reports an exception as its problem. */
function attempt(text, run) {
  try {
    return run();
  } catch (error) {
    return report(text, error.message.split('\n'));
  }
}

/** Compares every document that has a counterpart, and checks the objects that are in no document. */
function compareFiles(directory, version, files, rendered) {
  const documented = new Set();
  const results = files.flatMap((file) =>
    attempt(`${version} ${file}`, () =>
      readDocuments(directory, version, file).map((manifest) => {
        const ours = pick(file, manifest.kind, rendered);
        const context = { version, file };
        documented.add(`${manifest.kind}/${ours?.metadata.name}`);
        return check(`${version} ${file}: ${manifest.kind}`, context, compareDocument(manifest, ours, RULES, context));
      }),
    ),
  );
  return results.concat(
    [...rendered].map(([cluster, manifests]) => {
      const rest = manifests.filter(({ kind, metadata }) => !documented.has(`${kind}/${metadata.name}`));
      const context = { version, file: `undocumented ${cluster}` };
      return check(
        `${version} objects that are not documented: ${cluster}`,
        context,
        compareUndocumented(rest, RULES, context),
      );
    }),
  );
}

/** Compares one version and returns its row of the table. */
function compareVersion(directory, version) {
  const files = fs
    .readdirSync(path.join(directory, version))
    .map((name) => name.replace(/\.ya?ml$/, ''))
    .sort();
  const unknown = files.filter((file) => !isRendered(file));
  const results = [
    ...unknown.map((file) => report(`${version} ${file}`, ['render.js does not know this document'])),
    ...[
      attempt(`${version} is rendered`, () =>
        compareFiles(directory, version, files.filter(isRendered), renderFor(files.filter(isRendered), version)),
      ),
    ].flat(),
  ];
  const failed = results.filter((ok) => !ok).length;
  return { version, passed: results.length - failed, failed };
}

function printTable(rows) {
  const cells = [['version', 'passed', 'failed'], ...rows.map((row) => [row.version, row.passed, row.failed])];
  console.log(
    [
      '',
      ...cells.map((row) =>
        row
          .map((cell) => String(cell).padEnd(9))
          .join('')
          .trimEnd(),
      ),
      '',
    ].join('\n'),
  );
}

function minorsIn(directory) {
  const rank = (version) => version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
  if (!fs.existsSync(directory)) return [];
  const directories = fs
    .readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return directories.filter((name) => /^\d+\.\d+$/.test(name)).sort((a, b) => rank(a) - rank(b));
}

function main() {
  const directory = process.argv[2] ?? process.env.FLINK_DOCS_MANIFESTS;
  if (!directory) {
    console.log('SKIPPED conformance:documents: FLINK_DOCS_MANIFESTS (the directory of the documented manifests)');
    return;
  }
  const rows = minorsIn(directory).map((version) => compareVersion(directory, version));
  if (rows.length === 0) report('the directory', [`${directory} has no subdirectory with the name of a Flink version`]);
  printTable(rows);
  const waiting = [...allowed, ...additions].filter((rule) => !contexts.some((context) => concerns(rule, context)));
  if (waiting.length > 0) console.log(`rules whose documents were not compared: ${waiting.length}`);
  for (const rule of unusedRules(RULES, used, contexts))
    report(`rule ${rule.path} (${rule.versions ?? '*'})`, [`unused: ${rule.reason}`]);
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

main();
