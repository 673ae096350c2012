// node conformance/operator/run.js DIRECTORY [KIND…]: compares bin/operator with recorded answers of the real operator.
// DIRECTORY contains cases/<kind>.jsonl (cases/old/<kind>-<version>.jsonl if a release needs its own cases),
// results/<version>/<kind>.jsonl and hosts.txt.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { ruleTable } = require('../../lib/assembly/rule-table');
const { asOperatorRule } = require('../../lib/operator-rules/operator-rule');

const DRIVER = path.join(__dirname, '..', 'bin', 'operator');
const RULES = new Map(
  [...ruleTable().values()].flatMap((rule) => asOperatorRule(rule) ?? []).map((rule) => [rule.check, rule]),
);

const lines = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

function answers(casesFile, version, directory) {
  const hosts = path.join(directory, 'hosts.txt');
  const env = { ...process.env, OPERATOR_VERSION: version, ...(fs.existsSync(hosts) ? { HOSTS_FILE: hosts } : {}) };
  return lines(
    execFileSync(process.execPath, [DRIVER], {
      input: fs.readFileSync(casesFile),
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 29,
    }),
  );
}

/** An exception of the operator's validator rejects a resource, like a message. */
function verdict({ validate }) {
  if (validate === undefined || validate === null || validate.note !== undefined) return { verdict: 'none' };
  return validate.ok === true
    ? { verdict: 'accepted' }
    : { verdict: 'rejected', cause: validate.message ?? validate.exception };
}

function ingresses({ reconcile }) {
  if (reconcile === undefined) return undefined;
  return JSON.stringify(
    sorted(
      reconcile.objects
        .filter(({ kind }) => kind === 'Ingress')
        .map(({ metadata: { ownerReferences, ...metadata }, ...rest }) => ({ ...rest, metadata })),
    ),
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

/** The difference in a few words; `undefined` if there is none. */
function difference(ours, real) {
  if (ours.err !== undefined) return `our error: ${ours.err}`;
  if (ours.parse.ok !== real.parse.ok)
    return `parsed: ours ${ours.parse.ok} (${ours.parse.error}), operator ${real.parse.ok} (${real.parse.error})`;
  if (!real.parse.ok) return undefined;
  const [our, their] = [verdict(ours), verdict(real)];
  if (our.verdict !== their.verdict)
    return `verdict: ours ${our.verdict} (${ours.rules}), operator ${their.verdict} (${their.cause})`;
  if (their.cause !== undefined && !new RegExp(RULES.get(ours.rules[0]).message).test(their.cause)) {
    return `cause: ours ${ours.rules}, operator ${their.cause}`;
  }
  const [change, realChange] = [ours.diff?.type, real.diff?.type];
  if (change !== realChange) return `change: ours ${change}, operator ${realChange ?? JSON.stringify(real.diff)}`;
  const [ingress, realIngress] = [ingresses(ours), ingresses(real)];
  if (realIngress !== undefined && ingress !== realIngress)
    return `ingress: ours ${ingress}, operator ${realIngress} (${real.reconcile.error ?? ''})`;
  return undefined;
}

function compare(directory, version, kind) {
  const own = path.join(directory, 'cases', 'old', `${kind}-${version}.jsonl`);
  const casesFile = fs.existsSync(own) ? own : path.join(directory, 'cases', `${kind}.jsonl`);
  const real = new Map(
    lines(fs.readFileSync(path.join(directory, 'results', version, `${kind}.jsonl`), 'utf8')).map((result) => [
      result.id,
      result,
    ]),
  );
  const ours = answers(casesFile, version, directory).filter(({ id }) => real.has(id));
  const wrong = ours
    .map((answer) => [answer.id, difference(answer, real.get(answer.id))])
    .filter(([, what]) => what !== undefined);
  console.log(`${version} ${kind}: ${ours.length} cases, ${wrong.length} differences`);
  for (const [id, what] of wrong) console.log(`  ${id}: ${what}`);
  return { passed: ours.length - wrong.length, failed: wrong.length };
}

function main(directory, kinds) {
  if (directory === undefined || !fs.existsSync(path.join(directory, 'results'))) {
    console.log('SKIPPED conformance:operator: no directory with cases/ and results/ is given');
    return;
  }
  const versions = fs.readdirSync(path.join(directory, 'results')).sort();
  const all = versions.flatMap((version) =>
    fs
      .readdirSync(path.join(directory, 'results', version))
      .sort()
      .map((file) => [version, file.replace(/\.jsonl$/, '')]),
  );
  const counts = all
    .filter(([, kind]) => kinds.length === 0 || kinds.includes(kind))
    .map(([version, kind]) => compare(directory, version, kind));
  const [passed, failed] = ['passed', 'failed'].map((name) => counts.reduce((sum, count) => sum + count[name], 0));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

const [directory, ...kinds] = process.argv.slice(2);
main(directory, kinds);
