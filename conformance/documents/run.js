// node conformance/documents/run.js [FOLDER]
// Our standalone output against the manifests that Flink's documentation shows: FOLDER/<minor version>/<document>.yaml.
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

function judge(text, context, { differences, used: needed }) {
  contexts.push(context);
  needed.forEach((rule) => used.add(rule));
  return report(
    text,
    differences.map((difference) => `${difference.path}: ${EXPLAIN[difference.type](difference)}`),
  );
}

function readDocuments(folder, version, file) {
  const source = ['.yaml', '.yml']
    .map((extension) => path.join(folder, version, file + extension))
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

/** A check whose exception is its problem. */
function attempt(text, check) {
  try {
    return check();
  } catch (error) {
    return report(text, error.message.split('\n'));
  }
}

/** Every document that has a counterpart, then what we have beyond them. */
function compareFiles(folder, version, files, rendered) {
  const documented = new Set();
  const results = files.flatMap((file) =>
    attempt(`${version} ${file}`, () =>
      readDocuments(folder, version, file).map((manifest) => {
        const ours = pick(file, manifest.kind, rendered);
        const context = { version, file };
        documented.add(`${manifest.kind}/${ours?.metadata.name}`);
        return judge(`${version} ${file}: ${manifest.kind}`, context, compareDocument(manifest, ours, RULES, context));
      }),
    ),
  );
  return results.concat(
    [...rendered].map(([cluster, manifests]) => {
      const rest = manifests.filter(({ kind, metadata }) => !documented.has(`${kind}/${metadata.name}`));
      const context = { version, file: `undocumented ${cluster}` };
      return judge(
        `${version} objects beyond the documents: ${cluster}`,
        context,
        compareUndocumented(rest, RULES, context),
      );
    }),
  );
}

/** Compares one version; answers with the row of the table. */
function compareVersion(folder, version) {
  const files = fs
    .readdirSync(path.join(folder, version))
    .map((name) => name.replace(/\.ya?ml$/, ''))
    .sort();
  const unknown = files.filter((file) => !isRendered(file));
  const results = [
    ...unknown.map((file) => report(`${version} ${file}`, ['nothing is known of this document'])),
    ...[
      attempt(`${version} is rendered`, () =>
        compareFiles(folder, version, files.filter(isRendered), renderFor(files.filter(isRendered), version)),
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

function minorsIn(folder) {
  const rank = (version) => version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
  if (!fs.existsSync(folder)) return [];
  const folders = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return folders.filter((name) => /^\d+\.\d+$/.test(name)).sort((a, b) => rank(a) - rank(b));
}

function main() {
  const folder = process.argv[2] ?? process.env.FLINK_DOCS_MANIFESTS;
  if (!folder) {
    console.log('SKIPPED conformance:documents: FLINK_DOCS_MANIFESTS (the folder of the documented manifests)');
    return;
  }
  const rows = minorsIn(folder).map((version) => compareVersion(folder, version));
  if (rows.length === 0) report('the folder', [`${folder} has no sub-folder named after a Flink version`]);
  printTable(rows);
  const waiting = [...allowed, ...additions].filter((rule) => !contexts.some((context) => concerns(rule, context)));
  if (waiting.length > 0) console.log(`rules whose documents were not compared: ${waiting.length}`);
  for (const rule of unusedRules(RULES, used, contexts))
    report(`rule ${rule.path} (${rule.versions ?? '*'})`, [`unused: ${rule.reason}`]);
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

main();
