'use strict';

// node conformance/flink/memory/compare.js RESULTS: compares conformance/bin/memory with Flink's own answers, one case
// per line, for one version or several.
const { causeOf } = require('./cause.js');
const { askDriver, readCases, report } = require('../answers.js');

// Returns the pairs `-D key=value` as a map, from either form of answers; a list in brackets contains spaces.
function dynamicOptions(dyn) {
  return typeof dyn === 'string'
    ? Object.fromEntries([...dyn.matchAll(/-D (\S+?)=(\[[^\]]*\]|\S*)/g)].map(([, key, value]) => [key, value]))
    : dyn;
}

// Returns the fields of an answer that Flink's own answers have, too; every dynamic option is a separate field.
function fields({ dyn, ...rest }) {
  const options = Object.entries(dynamicOptions(dyn) ?? {}).map(([key, value]) => [`-D ${key}`, value]);
  return new Map(
    [...Object.entries(rest), ...options]
      .filter(([name]) => !name.startsWith('bash'))
      .map(([name, value]) => [name, String(value)]),
  );
}

function differentFields(expected, got) {
  const [theirs, ours] = [fields(expected), fields(got)];
  const extra =
    expected.dyn === undefined ? [] : [...ours.keys()].filter((name) => name.startsWith('-D ') && !theirs.has(name));
  return [...[...theirs.keys()].filter((name) => theirs.get(name) !== ours.get(name)), ...extra].map(
    (name) => `${name}: Flink ${theirs.get(name)}, ours ${ours.get(name)}`,
  );
}

// Returns the differences as strings.
function differencesOf(expected, got) {
  if (got === undefined || got.id !== expected.id || got.v !== expected.v) return ['no answer to this case'];
  if ((expected.ok === undefined) !== (got.ok === undefined))
    return [got.ok === undefined ? `rejected: ${got.err}` : 'accepted'];
  if (expected.ok === undefined) {
    const cause = Array.isArray(expected.err) ? causeOf(expected.err) : undefined;
    return cause === undefined || got.err.startsWith(`${cause}: `)
      ? []
      : [`Flink's cause is ${cause}, ours ${got.err}`];
  }
  return differentFields(expected.ok, got.ok);
}

/** @param cases Flink's answers, one version each */
function compareMemory(cases) {
  const answers = askDriver(
    'memory',
    cases.map(({ id, v, role, conf }) => ({ id, v, role, conf })),
  );
  const differences = cases.flatMap((expected, index) => {
    const found = differencesOf(expected, answers[index]);
    return found.length === 0
      ? []
      : [`${expected.id} ${expected.v} ${expected.role} ${JSON.stringify(expected.conf)}\n  ${found.join('\n  ')}`];
  });
  return { total: cases.length, differences };
}

module.exports = { compareMemory };

if (require.main === module) report(compareMemory(readCases(process.argv[2])));
