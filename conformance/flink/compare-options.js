'use strict';
/*
 * Compares the option checker with dumps of Flink's options: checks every key of any release in every release.
 *
 *   node conformance/flink/compare-options.js DIRECTORY
 *
 * DIRECTORY contains a dump per release, options-<version>.json: {version, options: {key: {t, e, x, f, dep}}}
 */
const fs = require('node:fs');
const path = require('node:path');
const { askDriver, report } = require('./answers');
const { compareLines, lineOf } = require('./artifacts');

/** Keys of which the checker knows more than a dump, and the reason. */
const BETTER = [
  [
    /^(?:s3|gs|external-resource|metrics\.reporter|sql-gateway\.endpoint|traces\.reporter|events\.reporter)\./,
    'an open prefix; a current reporter can have the name of an old one',
  ],
  [/^python\./, 'flink-python of 1.11 declares them, but the dump of that release does not include the jar'],
  [/^env\.java\.home$/, 'the start scripts of every release read it from the file'],
  [
    /^table\.(?:optimizer|exec\.local-hash-agg\.adaptive)\./,
    'declared by Scala objects of the planner, before they were moved to Java',
  ],
  [/^yarn\./, 'YARN only, without effect elsewhere'],
];

const VALUES = {
  Boolean: 'true',
  Integer: '1',
  Long: '1',
  Double: '0.5',
  Float: '0.5',
  Duration: '1',
  MemorySize: '1',
  Map: 'a:b',
  String: '1',
};
const valueOf = ({ t, e }) => e?.[0] ?? VALUES[t.replace(/^List<|>$/g, '')] ?? '1';
const concrete = (key) => key.replace(/<[^>]+>/g, 'name');

const names = ({ x = [], f = [] }) => [...x, ...f];
const targets = (options, key, kind) =>
  Object.keys(options).filter((name) => name !== key && options[name][kind]?.includes(key));

/** The verdict that the checker must return for a key in the release at an index. */
function expected(dumps, index, key) {
  const { options } = dumps[index];
  const current = targets(options, key, 'x');
  if (options[key]?.dep || (options[key] === undefined && current.length > 0))
    return { verdict: 'deprecated', replacements: current };
  if (options[key] !== undefined || targets(options, key, 'f').length > 0) return { verdict: 'fine' };
  const isKnown = (dump) =>
    dump.options[key] !== undefined || Object.values(dump.options).some((option) => names(option).includes(key));
  if (dumps.slice(0, index).some(isKnown)) return { verdict: 'removed' };
  return { verdict: dumps.slice(index + 1).some(isKnown) ? 'notYet' : 'unknown' };
}

function difference({ verdict, replacements = [] }, problems) {
  // The key can have another type in another release, so invalid values are ignored.
  const [found] = problems.filter((problem) => problem.verdict !== 'invalid');
  if ((found?.verdict ?? 'fine') !== verdict) return `${verdict} expected, got ${found?.verdict ?? 'fine'}`;
  const isRight = replacements.length === 0 || replacements.map(concrete).includes(found.replacement);
  return isRight ? undefined : `one of ${replacements} expected, got ${found.replacement}`;
}

function main(directory) {
  const dumps = fs
    .readdirSync(directory)
    .filter((name) => /^options-.*\.json$/.test(name))
    .map((name) => JSON.parse(fs.readFileSync(path.join(directory, name), 'utf8')))
    .sort((a, b) => compareLines(lineOf(a.version), lineOf(b.version)));
  const all = new Map();
  for (const { options } of dumps) {
    for (const [key, option] of Object.entries(options))
      [key, ...names(option)].forEach((name) => all.set(name, option));
  }
  const cases = dumps.flatMap(({ version }, index) =>
    [...all].map(([key, option]) => ({
      id: key,
      v: version,
      conf: { [concrete(key)]: valueOf(option) },
      expected: expected(dumps, index, key),
    })),
  );
  const answers = askDriver(
    'options',
    cases.map(({ id, v, conf }) => ({ id, v, conf })),
  );
  const better = new Map();
  const differences = cases.flatMap(({ id, v, expected: wanted }, index) => {
    const found = difference(wanted, answers[index].problems);
    const reason = found === undefined ? undefined : BETTER.find(([pattern]) => pattern.test(id))?.[1];
    if (reason !== undefined) better.set(reason, (better.get(reason) ?? 0) + 1);
    return found === undefined || reason !== undefined ? [] : [`${id} ${v}: ${found}`];
  });
  for (const [reason, count] of better) console.log(`${count} differ as expected: ${reason}`);
  report({ total: cases.length, differences });
}

main(process.argv[2]);
