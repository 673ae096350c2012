// node conformance/apiserver/run.js [--goldens DIR]
// Real API servers, the oldest and the newest supported release, must accept every golden file, and admit its pods
// under Pod Security "restricted". They must also have no field of pods that the library would report as misspelled.
// KUBE_BENCH: the directory of the test bench; WORK: the directory of its binaries; CRDS: a directory with the custom
// resource definitions of the golden files. DIR can contain its own not-restricted.txt.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { Bench } = require('./bench');
const {
  customKinds,
  definedKinds,
  readExceptions,
  namesIn,
  readGoldens,
  stage,
  uncheckedPods,
  workloads,
  workloadText,
} = require('./goldens');
const { podFieldDifferences } = require('./pod-fields');

const VERSIONS = ['1.27', '1.36'];
const NAMESPACE = 'pss-restricted'; // where pss.sh creates its pods
const REPOSITORY = path.join(__dirname, '../..');

const tally = { passed: 0, failed: 0 };

function report(ok, text, details = []) {
  tally[ok ? 'passed' : 'failed'] += 1;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${text}`);
  if (!ok) details.forEach((line) => console.log(`         ${line.trim()}`));
}

/** The verdict lines, each with the lines that follow it; `read` parses a verdict line as `{ key, ok }`. */
function verdicts(lines, read) {
  const found = new Map();
  let last;
  for (const line of lines) {
    const verdict = read(line);
    if (verdict) {
      last = { ok: verdict.ok, details: [] };
      found.set(verdict.key, last);
    } else if (!line.startsWith('TOTAL ')) {
      last?.details.push(line);
    }
  }
  return found;
}

function readApplied(line) {
  const [, verdict, file] = /^(ok|REFUSED \([a-z ]+\)) +(\S+) +\d+ objects, dry run /.exec(line) ?? [];
  return verdict && { key: file, ok: verdict === 'ok' };
}

function readAdmitted(line) {
  const [, verdict, file, pod] = /^(admitted|refused) +(\S+) (\S+)-$/.exec(line) ?? [];
  return verdict && { key: `${file} ${pod}`, ok: verdict === 'admitted' };
}

/** Dry run with strict validation, and creation; a warning of the API server counts as a rejection. */
async function applyStrict(bench, version, directory, goldens) {
  const { lines, errors } = await bench.script(version, 'apply-strict.sh', directory);
  const found = verdicts(lines, readApplied);
  for (const { file } of goldens) {
    const { ok, details } = found.get(file) ?? { ok: false, details: ['apply-strict.sh gave no verdict', ...errors] };
    report(ok && !details.some((line) => /\bwarning:/i.test(line)), `${version} accepts ${file}`, details);
  }
}

/** Creates the namespace of pss.sh, and the ServiceAccounts and PriorityClasses that pods need to be admitted. */
async function createNamed(bench, version, goldens) {
  const names = (field) => [...new Set(goldens.flatMap(({ documents }) => namesIn(documents, field)))];
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  const items = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE, labels } },
    ...names('serviceAccountName').map((name) => ({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace: NAMESPACE },
    })),
    ...names('priorityClassName').map((name) => ({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name },
      value: 1000,
    })),
  ];
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  const cache = path.join(bench.work, 'kubectl-cache');
  const { code, errors } = await bench.run(
    version,
    'kubectl',
    ['--cache-dir', cache, 'apply', '--server-side', '-f', '-'],
    list,
  );
  if (code !== 0)
    throw new Error(`the ServiceAccounts and PriorityClasses of the pods were not created:\n${errors.join('\n')}`);
}

function reportPod({ version, file, name, verdict, reason }, used) {
  const { ok, details } = verdict;
  if (ok || reason === undefined) {
    report(ok, `${version} restricted admits ${file} ${name}`, details);
    return;
  }
  used.add(file);
  const forSecurity = details.some((line) => line.includes('violates PodSecurity'));
  report(forSecurity, `${version} restricted rejects ${file} ${name}, as expected: ${reason}`, details);
}

/**
 * Checks every pod of every golden file under Pod Security "restricted"; adds the exceptions that were needed to
 * `used`.
 */
async function podSecurity(bench, version, directory, { goldens, exceptions, used }) {
  await createNamed(bench, version, goldens);
  const { lines, errors } = await bench.script(version, 'pss.sh', directory);
  const found = verdicts(lines, readAdmitted);
  for (const { file, documents } of goldens) {
    for (const {
      metadata: { name },
    } of workloads(documents)) {
      const verdict = found.get(`${file} ${name}`) ?? { ok: false, details: ['pss.sh gave no verdict', ...errors] };
      reportPod({ version, file, name, verdict, reason: exceptions.get(file) }, used);
    }
    for (const { kind, metadata } of uncheckedPods(documents)) {
      report(false, `${version} restricted admits ${file} ${metadata.name}`, [
        `pss.sh does not check objects of kind ${kind}`,
      ]);
    }
  }
}

async function comparePodFields(bench, version) {
  const { lines, errors } = await bench.run(version, 'kubectl', ['get', '--raw', '/openapi/v2']);
  const differences = lines.length === 0 ? errors : podFieldDifferences(JSON.parse(lines.join('')));
  report(differences.length === 0, `${version} has no field of pods that the library does not know`, differences);
}

/** The files that can be checked: custom resources need their definitions in the directory CRDS. */
function withDefinitions(goldens) {
  const defined = definedKinds(process.env.CRDS);
  return goldens.filter(({ file, documents }) => {
    const unknown = [...new Set(customKinds(documents))].filter((kind) => !defined.has(kind));
    if (unknown.length > 0) console.log(`SKIPPED conformance:apiserver: ${file}: CRDS with ${unknown.join(', ')}`);
    return unknown.length === 0;
  });
}

async function check(bench, directory, { goldens, exceptions }) {
  const [whole, pods] = [path.join(directory, 'goldens'), path.join(directory, 'pods')];
  const accepted = withDefinitions(goldens);
  const withPods = goldens.filter(({ documents }) => workloads(documents).length + uncheckedPods(documents).length > 0);
  stage(whole, accepted);
  stage(
    pods,
    withPods.map(({ file, documents }) => ({ file, text: workloadText(documents) })),
  );
  const used = new Set();
  for (const version of VERSIONS) {
    await bench.withServer(version, async () => {
      await comparePodFields(bench, version);
      if (accepted.length > 0) await applyStrict(bench, version, whole, accepted);
      if (withPods.length > 0) await podSecurity(bench, version, pods, { goldens: withPods, exceptions, used });
    });
  }
  for (const [file, reason] of exceptions) {
    if (!used.has(file)) report(false, `not-restricted.txt: ${file} is rejected`, [`unused entry (${reason})`]);
  }
}

function option(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : path.resolve(process.argv[at + 1] ?? '.');
}

async function main() {
  const bench = new Bench();
  const missing = bench.missing(VERSIONS);
  if (missing.length > 0) {
    console.log(`SKIPPED conformance:apiserver: ${missing.join(', ')}`);
    return;
  }
  const own = option('--goldens');
  const goldens = readGoldens(REPOSITORY, own);
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-apiserver-'));
  process.on('exit', () => fs.rmSync(directory, { recursive: true, force: true })); // runs after an interrupt too
  try {
    if (goldens.length === 0) throw new Error('there are no golden files');
    await check(bench, directory, {
      goldens,
      exceptions: readExceptions(path.join(own ?? __dirname, 'not-restricted.txt')),
    });
  } catch (error) {
    report(false, 'the run', error.message.split('\n'));
  }
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

void main();
