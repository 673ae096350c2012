'use strict';
/*
 * Random maps as the library writes them, one JSON object per line: {id, v, dialect, conf, text}. Flink's own reader
 * must read exactly `conf` from `text`. If the library rejects a map, the case has `refused` and the only text that
 * could contain the map, from which the reader must not read it.
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
function key() {
  if (r.chance(0.7)) return r.pick(KEYS);
  return r.chance(0.5) ? text() : `k${r.int(0, 99)}.${r.int(0, 99)}`;
}
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
  for (const entry of exports.writeCases(Number(seed), Number(count), versions.split(',')))
    console.log(JSON.stringify(entry));
}
