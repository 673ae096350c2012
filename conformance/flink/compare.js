'use strict';
/*
 * Compares a driver with Flink's own answers.
 *
 *   node conformance/flink/compare.js config-read|config-write|values RESULTS [differences = 20]
 *
 * RESULTS has one case per line with the answer of Flink, for one version (`v`) or for several (`res`: a list of
 * answers with their versions). For config-write, it is the output of write-cases.js, read by Flink. Exits with status
 * 1 if anything differs.
 */
const { askDriver, readCases, report } = require('./answers');

// The fields of an answer, which are not part of the question.
const ANSWERS = [
  'map',
  'ok',
  'err',
  'typed',
  'flat',
  'print',
  'printErr',
  'flatErr',
  'nestedErr',
  'nestedOut',
  'rewriteDiff',
  'toMapDiff',
];
const WRITTEN = ['text', 'refused'];

function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordered(value[key])]),
  );
}

// The numbers of anchors in a list depend on the preceding cases of the process.
const print = (value) => JSON.stringify(ordered(value)).replace(/([&*]id)\d{3}/g, '$1');

/** Returns the two strings that must be equal. */
const COMPARISONS = {
  'config-read': (flink, ours) => [
    'err' in flink ? 'rejected' : print(flink.map),
    'err' in ours ? 'rejected' : print(ours.map),
  ],
  values: (flink, ours) => ['err' in flink ? 'rejected' : print(flink.ok), 'err' in ours ? 'rejected' : print(ours.ok)],
  'config-write': (flink, ours) => {
    const read = 'err' in flink ? 'rejected' : print(flink.map);
    if ('err' in ours) return read === print(flink.conf) ? ['another file contains it', 'rejected'] : ['', ''];
    return ours.text === flink.text ? [read, print(flink.conf)] : [flink.text, ours.text];
  },
};

function questionOf(driver, answered) {
  const question = { ...answered };
  for (const name of driver === 'config-write' ? [...ANSWERS, ...WRITTEN] : ANSWERS) delete question[name];
  return question;
}

/** @param cases Flink's answers, one version each */
function compare(driver, cases) {
  const answers = askDriver(
    driver,
    cases.map((answered) => questionOf(driver, answered)),
  );
  const differences = cases.flatMap((answered, index) => {
    const [flink, ours] = COMPARISONS[driver](answered, answers[index]);
    if (flink === ours && answers[index].id === answered.id) return [];
    const { id, v, type, conf, text, yaml, legacy } = answered;
    const asked = JSON.stringify(text ?? yaml ?? legacy ?? conf);
    const answer = ours === 'rejected' ? `rejected: ${answers[index].err}` : ours;
    return [`${id} ${v} ${type ?? ''} ${asked}\n  flink ${flink}\n  ours  ${answer}`];
  });
  return { total: cases.length, differences };
}

module.exports = { compare };

if (require.main === module) {
  const [driver, file, most] = process.argv.slice(2);
  report(compare(driver, readCases(file)), Number(most ?? 20));
}
