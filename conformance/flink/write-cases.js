'use strict';
/*
 * Random maps, written by the library: {id, v, dialect, conf, text} a line. Flink's own reader of `text` must return exactly `conf`. A map that
 * is refused comes with `refused` and the only text that could carry it, which the reader must not return it from.
 *
 *   node conformance/flink/write-cases.js SEED COUNT [versions]
 */
const { FlinkConfiguration } = require('../../lib/configuration/flink-configuration');
const { FlinkVersion } = require('../../lib/configuration/flink-version');
const { dialectsOf } = require('./dialect-cases');
const { random } = require('./random');

let r;

const KEYS = [
  'a',
  'b.c',
  'taskmanager.memory.process.size',
  '$internal.x',
  'true',
  'null',
  '1',
  '1.5',
  '<<',
  '-',
  '? a',
  'a b',
  'a:',
  'a#b',
  '"q"',
  "'",
  '',
  ' k',
  'k ',
  '\u00e9',
  'kubernetes.jobmanager.annotations.a.io/b',
  '[a]',
  '{a}',
  '*a',
  '&a',
  '!a',
  '---',
  '~',
  'x'.repeat(1001),
  'x: y',
  '\ud800',
  'k\ufeff',
  'a\tb',
];
const PIECES = [
  ...' \t#:\'"\\,;[]{}&*!|>%@`-?=~$()/.<^+_',
  'a',
  'Z',
  '0',
  '1',
  '9',
  'e',
  'x',
  '\u00e9',
  '\ud83d\ude00',
  '\n',
  '\r',
  '\u0000',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u3000',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udc00',
  'true',
  'False',
  'null',
  'yes',
  '.inf',
  ': ',
  ' #',
  '- ',
  '---',
  '0x1F',
  '1_000',
  '12:30',
  '1e3',
  '1.10',
  '007',
  '1024m',
  '10 s',
  '9249-9260',
  '-Dx=y',
  's3://b/p',
  '${x}',
  'k: v',
  '[a, b]',
  '{a: b}',
];
const SIMPLE = [
  '1',
  'true',
  '1024m',
  '10 s',
  'filesystem',
  '/opt/flink',
  's3://bucket/a',
  'a;b',
  'k:v,l:w',
  '-Xmx1g',
  '0.4',
  '1.10',
  '1e3',
  '',
  'x'.repeat(2000),
];

const text = () => Array.from({ length: r.int(1, 8) }, () => r.pick(PIECES)).join('');
const key = () => (r.chance(0.7) ? r.pick(KEYS) : r.chance(0.5) ? text() : `k${r.int(0, 99)}.${r.int(0, 99)}`);
const value = () => (r.chance(0.3) ? r.pick(SIMPLE) : text());

function written(question) {
  const { v, dialect, conf } = question;
  try {
    return {
      ...question,
      text: FlinkConfiguration.fromMap(conf, FlinkVersion.of(v), { legacyFile: dialect === 'legacy' }).toText(),
    };
  } catch (error) {
    return {
      ...question,
      text: Object.entries(conf)
        .map(([name, content]) => `${name}: ${content}\n`)
        .join(''),
      refused: error.message,
    };
  }
}

exports.writeCases = (seed, count, versions) => {
  r = random(seed);
  return Array.from({ length: count }, (_, n) => {
    const conf = Object.fromEntries(Array.from({ length: r.pick([0, 1, 1, 2, 3, 6]) }, () => [key(), value()]));
    return versions.flatMap((v) => dialectsOf(v).map((dialect) => written({ id: `w${seed}-${n}`, v, dialect, conf })));
  }).flat();
};

if (require.main === module) {
  const [seed, count, versions = '1.11.6,1.18.1,1.19.3,1.20.5,2.2.1,2.3.0'] = process.argv.slice(2);
  for (const one of exports.writeCases(Number(seed), Number(count), versions.split(',')))
    console.log(JSON.stringify(one));
}
