/*
 * Proves the rule of src/kubernetes/text.ts against Kubernetes' own YAML parser: what the rule lets pass must come back unchanged.
 *
 *   node conformance/yaml-text/differential.js [count = 20000] [seed = 1]
 *
 * A quarter of the texts is made to confuse a YAML scanner, the rest looks like numbers. Each text that passes is written by cdk8s
 * and by the newest `yaml` at hand: as a value, in lists, nested, and as a key. kubectl (no server needed) reads the documents.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
require('ts-node').register({ transpileOnly: true, cwd: path.join(__dirname, '..', '..') });
const { Yaml } = require('cdk8s');
const YAML = require('yaml');
const { textHazard } = require('../../src/kubernetes/text');

const BATCH = 2500;
const LONGEST_KEY = 253;
const WRITERS = {
  cdk8s: (document) => Yaml.stringify(document),
  yaml: (document) => YAML.stringify(document, { keepUndefined: true, lineWidth: 0, version: '1.1' }),
};

const PIECES = [
  ' ',
  ' ',
  '  ',
  '\t',
  '\t',
  '\n',
  '\n',
  '\n',
  '\n\n',
  '\r',
  '\r\n',
  'a',
  'b: c',
  'word',
  '#',
  ' #',
  ':',
  ': ',
  '-',
  '- ',
  '? ',
  '?',
  ',',
  '[',
  ']',
  '{',
  '}',
  '&x',
  '*x',
  '!t',
  '!!int',
  '|',
  '>',
  '|-',
  "'",
  '"',
  '\\',
  '\\n',
  '%',
  '%YAML',
  '@',
  '`',
  '---',
  '...',
  '--- ',
  '~',
  'null',
  'true',
  'y',
  '=',
  '<<',
  '1',
  '.5',
  '0o7',
  '\0',
  '\x07',
  '\x1b',
  '\x1f',
  '\x7f',
  '\x80',
  '\x85',
  '\x9f',
  '\xa0',
  '\xad',
  '\u2028',
  '\u2029',
  '\u200b',
  '\ufeff',
  '\ufffd',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  'é',
  '漢',
  '😀',
  '\u{1fffe}',
  '\u{10ffff}',
  'x'.repeat(90),
  'long words '.repeat(12),
];
const LINES = [
  '',
  '',
  '',
  ' ',
  '  ',
  '   ',
  '\t',
  '\ta',
  ' \ta',
  ' a',
  '  a',
  'a',
  'a ',
  'a\t',
  '- a',
  '# a',
  'a: b',
  '---',
  '\xa0',
  '\x01',
  '\r',
  '"',
  "'",
  'x'.repeat(45),
  'two words, '.repeat(9),
];
const NUMBER_PIECES = [
  ...'0123456789',
  '0',
  '0',
  '_',
  '_',
  '+',
  '-',
  '.',
  'e',
  'E',
  'x',
  'X',
  'o',
  'O',
  'b',
  'B',
  'a',
  'f',
  'p',
  ':',
  '0x',
  '0X',
  '0o',
  '0O',
  '0b',
  '0B',
  '1e',
  '.inf',
  '.nan',
  'i',
  ',',
  ' ',
  'T',
  'Z',
  '2024-01-02',
  '12:30',
  '9223372036854775808',
  '18446744073709551615',
  '1e400',
];

function random(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

function texts(count, next) {
  const several = (pieces, most, separator) =>
    Array.from({ length: 1 + next(most) }, () => pieces[next(pieces.length)]).join(separator);
  const made = new Set();
  for (let tries = 0; made.size < count && tries < count * 20; tries += 1) {
    const kind = tries % 8;
    made.add(
      kind === 0 ? several(PIECES, 10, '') : kind === 1 ? several(LINES, 6, '\n') : several(NUMBER_PIECES, 7, ''),
    );
  }
  return [...made];
}

function documentOf(batch) {
  return {
    apiVersion: 'example.com/v1',
    kind: 'Text',
    metadata: { name: 'text' },
    values: Object.fromEntries(batch.map((text, index) => [`k${index}`, text])),
    // Copies: the writer replaces what it has met before by an alias, and cdk8s never hands it the same list twice.
    lists: [[...batch], [[...batch]]],
    nested: batch.map((text) => ({ name: 'x', env: [{ value: text, more: { deep: text } }] })),
    // No field of any object can be named `<<`, which a YAML 1.1 parser merges.
    keys: Object.fromEntries(
      batch.filter((text) => text.length <= LONGEST_KEY && text !== '<<').map((text) => [`${text}`, text]),
    ),
  };
}

function read(yaml, folder) {
  const file = path.join(folder, 'document.yaml');
  fs.writeFileSync(file, yaml);
  const run = spawnSync('kubectl', ['label', '--local', '-f', file, '-o', 'json', 'checked=yes'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.error) throw run.error;
  return run.status === 0 ? { object: JSON.parse(run.stdout) } : { refusal: run.stderr.trim() };
}

// Canonical, because kubectl sorts keys.
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join()}}`;
}

// Halves a batch that does not come back, down to the texts to blame.
function failures(batch, write, folder) {
  const document = documentOf(batch);
  const { object, refusal } = read(write(document), folder);
  if (object) delete object.metadata.labels;
  if (object && canonical(object) === canonical(document)) return [];
  if (batch.length === 1) return [{ text: batch[0], refusal }];
  const middle = batch.length >> 1;
  const halves = [batch.slice(0, middle), batch.slice(middle)].flatMap((half) => failures(half, write, folder));
  return halves.length > 0 ? halves : [{ text: batch.join('\n'), refusal: `only together: ${refusal}` }];
}

const shown = (text) =>
  JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function main(count, seed) {
  const all = texts(count, random(seed));
  const passed = all.filter((text) => textHazard(text) === undefined);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yaml-text-'));
  const failed = new Map();
  try {
    for (const [name, write] of Object.entries(WRITERS)) {
      for (let at = 0; at < passed.length; at += BATCH) {
        for (const { text, refusal } of failures(passed.slice(at, at + BATCH), write, folder)) {
          failed.set(text, `${name}: ${refusal ?? 'read differently'}`);
        }
      }
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  failed.forEach((why, text) => console.error(`${shown(text).slice(0, 300)} ${why.slice(0, 300)}`));
  console.log(`${all.length} texts, ${all.length - passed.length} refused by the rule`);
  console.log(`${passed.length - failed.size} passed, ${failed.size} failed`);
  process.exitCode = failed.size === 0 ? 0 : 1;
}

main(Number(process.argv[2] ?? 20000), Number(process.argv[3] ?? 1));
