'use strict';
/*
 * Contents of configuration files, one JSON object per line: {id, v, dialect, text}.
 *
 *   node conformance/flink/dialect-cases.js SEED COUNT [versions]
 *
 * The cases are fixed documents, random edits of them, and random values after `k: `, in each notation of YAML.
 */
const { random } = require('./random');

const DOCUMENTS = [
  '',
  '\n\n',
  '# only a comment\n',
  'just text\n',
  '42\n',
  '- a\n- b\n',
  ': x\n',
  'a: 1',
  'a: 1\r\nb: 2\r\n',
  '  a: 1\n  b: 2\n',
  '\ta: 1\n',
  'a : 1\n',
  'a:1\n',
  'a:  1\n',
  'a:\t1\n',
  'a: 1\na: 2\n',
  'a.b: 1\na:\n  b: 2\n',
  'a:\n  b: 1\na.b: 2\n',
  'a: 1\na.b: 2\n',
  'a.b: 1\na: 2\n',
  'a:\n  b: 1\n  c:\n    d: x\n',
  'a.b:\n  c.d: 1\n',
  'a:\n',
  'a: ~\n',
  'a: {}\n',
  'a: []\n',
  'a:\n  - 1\n  - b\n',
  'a: [1, b, "c d"]\n',
  'a: [a;b, c]\n',
  "a: ['x,y', z]\n",
  'a:\n  - k: v\n    l: w\n  - k: x\n',
  'a: {b: 1, c: {d: 2}}\n',
  'a: {"b.c": 1}\n',
  'a:\n- 1\n- 2\n',
  'a: |\n  l1\n  l2\n',
  'a: |-\n  l1\n  l2\n',
  'a: >\n  l1\n  l2\n',
  'a: l1\n  l2\n',
  'a: "l1\n  l2"\n',
  'a: "l1\\\n  l2"\n',
  'a: &x 1\nb: *x\n',
  'x: &x {p: 1}\na:\n  <<: *x\n  q: 2\n',
  '---\na: 1\n',
  '---\na: 1\n---\nb: 2\n',
  '%YAML 1.2\n---\na: 1\n',
  'a: 1\n...\n',
  '"a.b": 1\n',
  "'a': 1\n",
  'a b: 1\n',
  'a #b: 1\n',
  '? a\n: 1\n',
  '1: x\n',
  'true: x\n',
  'null: x\n',
  'a: b: c\n',
  'a: "b: c"\n',
  'a: http://h:1/p\n',
  'a: 1 # comment\n',
  'a: 1# comment\n',
  'a: "1 # no comment"\n',
  'a: "x" y\n',
  'a: "x\n',
  "a: 'x\n",
  'a: @x\n',
  'a: !!str 1\n',
  'a: !!int "1"\n',
  'a: !foo 1\n',
  'a: !!binary aGk=\n',
  'a: 1\n b: 2\n',
  'a:\n  b: 1\n c: 2\n',
  '\ufeffa: 1\n',
  '\u00e9: \u00fc\n',
  'a: x\u0000y\n',
  'a: 0o17\n',
  'a: 0x1F\n',
  'a: 1_000\n',
  'a: 1e3\n',
  'a: 1.10\n',
  'a: 012\n',
  'a: 2021-01-01\n',
  'a: 12:30:45\n',
  'a: yes\n',
  'a: -.INF\n',
  'a: .NaN\n',
  'a: +12\n',
  'a: -0\n',
  'a: 100000000000000000000\n',
  'a: 1.0E+2\n',
  'a: [true, 1.0, ~]\n',
  'a: {x: ~}\n',
  'a: {x: 1.10, y: yes}\n',
  'a: [[1, 2], [3]]\n',
  'a: "[x, y]"\n',
  'a:\n  - k: "x,y"\n',
  'a: ["it\'s", \'say "x"\']\n',
  'high-availability: kubernetes\nhigh-availability.storageDir: s3://x\n',
  'high-availability:\n  type: kubernetes\n  storageDir: s3://x\n',
  'env.java.opts.all: --add-opens=java.base/java.lang=ALL-UNNAMED\n',
  'env:\n  java:\n    opts:\n      all: -Dx="a b" -Dy=\'c\'\n',
  'metrics.reporter.prom.factory.class: org.x.F\nmetrics:\n  reporter:\n    prom:\n      port: 9249-9260\n',
];
const VALUES = [
  '1g',
  '1 gb',
  '10 s',
  '9249-9260',
  's3://b/p?x=1#frag',
  'k1:v1,k2:v2',
  '[a, b]',
  '{a: b}',
  '--add-opens=a/b=ALL-UNNAMED -Dx=y',
  '${X:-y}',
  '1.10',
  '1e3',
  '.inf',
  '0x1F',
  '2021-01-01',
  '9223372036854775808',
  'C:\\x',
  'user:pa$$ #1',
  '1_000',
  'Null',
  'TRUE',
  'yes',
  '\u65e5\u672c',
  'a\u2028b',
  'x'.repeat(300),
];
const PIECES = [
  ...' \t#:\'"\\,;[]{}&*!|>%@`-?=~$()/.<^+_',
  'a',
  'Z',
  '0',
  '1',
  '\u00e9',
  '\ud83d\ude00',
  '\n',
  '\r',
  '\u0000',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\ufeff',
  'true',
  'null',
  ': ',
  ' #',
  '- ',
  '---',
  '\n  ',
  '\n- ',
  ': |\n  ',
  '!!',
  '&a ',
  '*a',
  '\u007f',
  'e',
  '0x',
  '<<',
];

/** Notations of a value after its key. */
const NOTATIONS = [
  (value) => value,
  (value) => `'${value.replace(/'/g, "''")}'`,
  (value) => JSON.stringify(value),
  (value) =>
    JSON.stringify(value).replace(
      /[\u007f-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
];

exports.dialectCases = (seed, count, versions) => {
  const r = random(seed);
  const edited = (text) => {
    for (let edits = r.int(1, 3); edits > 0; edits--) {
      const at = r.int(0, text.length);
      text = r.chance(0.6)
        ? text.slice(0, at) + r.pick(PIECES) + text.slice(at)
        : text.slice(0, at) + text.slice(at + r.int(1, 2));
    }
    return text;
  };
  const value = () =>
    r.chance(0.2) ? r.pick(VALUES) : Array.from({ length: r.int(1, 9) }, () => r.pick(PIECES)).join('');
  const text = () => (r.chance(0.4) ? edited(r.pick(DOCUMENTS)) : `k: ${r.pick(NOTATIONS)(value())}\nz: 1\n`);
  const texts = [...DOCUMENTS, ...Array.from({ length: count }, text)];
  return texts.flatMap((content, n) =>
    versions.flatMap((v) => dialectsOf(v).map((dialect) => ({ id: `d${seed}-${n}`, v, dialect, text: content }))),
  );
};

/** The dialects that a release reads. */
function dialectsOf(version) {
  const [major, minor] = version.split('.').map(Number);
  return [...(major === 1 ? ['legacy'] : []), ...(major > 1 || minor >= 19 ? ['yaml'] : [])];
}

exports.dialectsOf = dialectsOf;

if (require.main === module) {
  const [seed, count, versions = '1.11.6,1.18.1,1.19.3,1.20.5,2.2.1,2.3.0'] = process.argv.slice(2);
  for (const entry of exports.dialectCases(Number(seed), Number(count), versions.split(',')))
    console.log(JSON.stringify(entry));
}
