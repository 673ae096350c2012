/*
 * Checks the rule in src/kubernetes/text.ts with Kubernetes' own YAML parser: strings that the rule accepts must be
 * read unchanged.
 *
 *   node conformance/yaml-text/differential.js [count = 20000] [seed = 1]
 *
 * A quarter of the strings is intended to confuse a YAML scanner, the others look like numbers. cdk8s and the installed
 * `yaml` write each accepted string: as a value, in lists, nested, and as a key. kubectl reads the manifests; no API
 * server is needed.
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

function strings(count, next) {
  const several = (pieces, most, separator) =>
    Array.from({ length: 1 + next(most) }, () => pieces[next(pieces.length)]).join(separator);
  const made = new Set();
  for (let tries = 0; made.size < count && tries < count * 20; tries += 1) {
    const kind = tries % 8;
    if (kind === 0) {
      made.add(several(PIECES, 10, ''));
    } else if (kind === 1) {
      made.add(several(LINES, 6, '\n'));
    } else {
      made.add(several(NUMBER_PIECES, 7, ''));
    }
  }
  return [...made];
}

function documentOf(batch) {
  return {
    apiVersion: 'example.com/v1',
    kind: 'Text',
    metadata: { name: 'text' },
    values: Object.fromEntries(batch.map((text, index) => [`k${index}`, text])),
    // Copies, because the writer replaces a repeated list with an alias, which cdk8s never needs.
    lists: [[...batch], [[...batch]]],
    nested: batch.map((text) => ({ name: 'x', env: [{ value: text, more: { deep: text } }] })),
    // No object has a field `<<`, which a YAML 1.1 parser merges.
    keys: Object.fromEntries(
      batch.filter((text) => text.length <= LONGEST_KEY && text !== '<<').map((text) => [`${text}`, text]),
    ),
  };
}

function read(yaml, directory) {
  const file = path.join(directory, 'document.yaml');
  fs.writeFileSync(file, yaml);
  const run = spawnSync('kubectl', ['label', '--local', '-f', file, '-o', 'json', 'checked=yes'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.error) throw run.error;
  return run.status === 0 ? { object: JSON.parse(run.stdout) } : { rejection: run.stderr.trim() };
}

// Sorts keys, because kubectl does.
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join()}}`;
}

// Bisects a batch that is read differently, down to the strings that cause it.
function failures(batch, write, directory) {
  const document = documentOf(batch);
  const { object, rejection } = read(write(document), directory);
  if (object) delete object.metadata.labels;
  if (object && canonical(object) === canonical(document)) return [];
  if (batch.length === 1) return [{ text: batch[0], rejection }];
  const middle = batch.length >> 1;
  const halves = [batch.slice(0, middle), batch.slice(middle)].flatMap((half) => failures(half, write, directory));
  return halves.length > 0 ? halves : [{ text: batch.join('\n'), rejection: `only together: ${rejection}` }];
}

const shown = (text) =>
  JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function main(count, seed) {
  const all = strings(count, random(seed));
  const passed = all.filter((text) => textHazard(text) === undefined);
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'yaml-text-'));
  const failed = new Map();
  try {
    for (const [name, write] of Object.entries(WRITERS)) {
      for (let at = 0; at < passed.length; at += BATCH) {
        for (const { text, rejection } of failures(passed.slice(at, at + BATCH), write, directory)) {
          failed.set(text, `${name}: ${rejection ?? 'read differently'}`);
        }
      }
    }
  } finally {
    fs.rmSync(directory, { recursive: true });
  }
  failed.forEach((why, text) => console.error(`${shown(text).slice(0, 300)} ${why.slice(0, 300)}`));
  console.log(`${all.length} strings, ${all.length - passed.length} rejected by the rule`);
  console.log(`${passed.length - failed.size} passed, ${failed.size} failed`);
  process.exitCode = failed.size === 0 ? 0 : 1;
}

main(Number(process.argv[2] ?? 20000), Number(process.argv[3] ?? 1));
