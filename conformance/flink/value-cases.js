'use strict';
/*
 * Cases for the parsing of option values, one JSON object per line: {id, type, v, conf | yaml | legacy}.
 *
 *   node conformance/flink/value-cases.js SEED COUNT [versions]
 *
 * A case is a string in a notation of its type, usually with a few random edits, for each of the versions that read the
 * notation.
 */
const { random } = require('./random');

let r;
const reads = {
  conf: () => true,
  yaml: (release) => release >= 119,
  legacy: (release) => release <= 120,
};

const NUMBERS = [
  '0',
  '1',
  '7',
  '10',
  '42',
  '128',
  '1000',
  '1024',
  '007',
  '2147483647',
  '2147483648',
  '-1',
  '+1',
  '9007199254740993',
  '9223372036854775807',
  '9223372036854775808',
  '99999999999999999999',
  '106751991167300',
  '8796093022207',
  '1.0',
  '1e3',
  '0x10',
  '\u0663',
  '\uff11',
];
const SIZES = [
  '',
  'b',
  'bytes',
  'k',
  'kb',
  'kibibytes',
  'm',
  'mb',
  'mebibytes',
  'g',
  'gb',
  'gibibytes',
  't',
  'tb',
  'tebibytes',
  'Mi',
  'kib',
  'p',
];
const UNITS = [
  '',
  'd',
  'day',
  'days',
  'h',
  'hour',
  'hours',
  'm',
  'min',
  'minute',
  'minutes',
  's',
  'sec',
  'secs',
  'second',
  'seconds',
  'ms',
  'milli',
  'millis',
  'millisecond',
  'milliseconds',
  '\u00b5s',
  '\u03bcs',
  'micro',
  'micros',
  'microsecond',
  'microseconds',
  'ns',
  'nano',
  'nanos',
  'nanosecond',
  'nanoseconds',
  'us',
  'hr',
  'w',
  'mins',
];
const WORDS = [
  'a',
  'b',
  'c',
  'abc',
  'a b',
  "it's",
  'x:y',
  'x,y',
  'x;y',
  '1',
  '1.10',
  'true',
  'null',
  '~',
  '',
  ' a ',
  'http://h:1/p',
  'a#b',
  'a #b',
  '\u00e9',
  '"q"',
  '[x]',
  '{y: z}',
  '.inf',
  '+.inf',
  '0x1F',
  'AUTO',
  'none',
];
const ENUMS = [
  'AUTO',
  'auto',
  'Auto',
  'FIXED_DELAY',
  'fixed_delay',
  'fixed-delay',
  'Fixed-Delay',
  'NONE',
  'none',
  'OTHER',
  'fixeddelay',
];
const EDITS = [
  ' ',
  '\t',
  '\n',
  ';',
  ',',
  ':',
  ': ',
  '- ',
  '#',
  ' #',
  "'",
  '"',
  "''",
  '[',
  ']',
  '{',
  '}',
  '*',
  '&',
  '!',
  '|',
  '>',
  '-',
  '+',
  '.',
  'e',
  'E',
  '0',
  '9',
  'x',
  'f',
  'd',
  'D',
  'P',
  'PT',
  'T',
  'm',
  '\u00a0',
  '\u3000',
  '\u0001',
  '\\',
  '?',
  '~',
  'null',
  '\ufeff',
  '%',
  '@',
  '=',
];
const REALS = [
  'NaN',
  '-NaN',
  'Infinity',
  '-Infinity',
  'inf',
  '1e400',
  '1e-400',
  '4.9e-324',
  '1.17549435E-38',
  '0x1p-1074',
];

function cased(text) {
  if (r.chance(0.8)) return text;
  return r.chance(0.5) ? text.toUpperCase() : text.charAt(0).toUpperCase() + text.slice(1);
}
const spaces = () => r.pick(['', '', ' ', ' ', '  ', '\t']);
const digits = (most) => Array.from({ length: r.int(1, most) }, () => r.int(0, 9)).join('');
const number = () => (r.chance(0.6) ? r.pick(NUMBERS) : r.pick(['', '', '-', '+']) + digits(r.pick([3, 10, 19, 25])));
const part = (unit) => (r.chance(0.5) ? `${r.pick(['', '', '', '-', '+'])}${digits(r.pick([2, 2, 19]))}${unit}` : '');

function duration() {
  if (r.chance(0.75)) return `${r.chance(0.7) ? number() : digits(3)}${spaces()}${cased(r.pick(UNITS))}`;
  const fraction = r.chance(0.5) ? `${r.pick(['.', ','])}${r.chance(0.8) ? digits(9) : ''}` : '';
  const seconds = r.chance(0.5) ? `${r.pick(['', '-'])}${digits(3)}${fraction}S` : '';
  return cased(
    `${r.pick(['', '', '', '-', '+'])}P${part('D')}${r.pick(['T', 'T', ''])}${part('H')}${part('M')}${seconds}`,
  );
}

function real() {
  const long = `${digits(2)}.${digits(25)}`;
  const mantissa = r.pick([
    `${digits(3)}.${digits(8)}`,
    `${digits(9)}`,
    `.${digits(5)}`,
    `${digits(4)}.`,
    `${digits(18)}`,
    long,
  ]);
  const exponent = r.chance(0.5) ? '' : `${r.pick(['e', 'E'])}${r.pick(['', '-', '+'])}${digits(r.pick([1, 2, 2, 3]))}`;
  const decimal = `${r.pick(['', '', '-', '+'])}${mantissa}${exponent}${r.pick(['', '', '', 'f', 'D'])}`;
  const fraction = r.chance(0.4) ? `.${r.int(0, 1048575).toString(16)}` : '';
  const hexadecimal = `0x${r.int(0, 65535).toString(16)}${fraction}p${r.pick(['', '-', '+'])}${r.int(0, 160)}`;
  if (r.chance(0.15)) return r.pick(REALS);
  return r.chance(0.85) ? decimal : hexadecimal;
}

const inQuotes = (text, quote) => quote + text.split(quote).join(quote + quote) + quote;
const quoted = (text) => inQuotes(text, r.pick(["'", '"']));
const maybeQuoted = (text, share) => (r.chance(share) ? quoted(text) : text);
const several = (make, separator) => Array.from({ length: r.pick([1, 1, 2, 2, 3, 4]) }, make).join(separator);
const flow = (text) => (r.chance(0.4) ? r.pick([JSON.stringify(text), `'${text.replace(/'/g, "''")}'`]) : text);
const pair = () =>
  `${spaces()}${maybeQuoted(r.pick(WORDS), 0.1)}${spaces()}:${spaces()}${maybeQuoted(r.pick(WORDS), 0.25)}`;
const yamlPair = () => `${flow(r.pick(WORDS))}: ${flow(r.pick(WORDS))}`;
const yamlMap = () => (r.chance(0.7) ? `{${several(yamlPair, ', ')}}` : several(yamlPair, '\n'));
const legacyMap = () => several(() => maybeQuoted(pair(), 0.2), ',');

const SCALARS = {
  string: () => r.pick(WORDS),
  boolean: () => cased(r.pick(['true', 'false', 'yes', 'no', 'on', '1', 't'])),
  int: number,
  long: number,
  double: real,
  float: real,
  duration,
  memory: () => `${r.chance(0.7) ? number() : digits(4)}${spaces()}${cased(r.pick(SIZES))}`,
  enum: () => r.pick(ENUMS),
  enumDescribed: () => r.pick(ENUMS),
  map: () => (r.chance(0.6) ? legacyMap() : yamlMap()),
};
const SCALAR_TYPES = Object.keys(SCALARS);
const ITEMS = ['string', 'string', 'string', 'int', 'enum', 'duration', 'memory', 'map', 'map', 'double', 'boolean'];

function list(item) {
  const make = SCALARS[item];
  const kind = r.int(0, 9);
  if (kind < 5) return several(() => (r.chance(0.1) ? '' : `${spaces()}${maybeQuoted(make(), 0.25)}${spaces()}`), ';');
  if (kind < 8) return `[${several(() => (item === 'map' ? yamlMap() : flow(make())), r.pick([', ', ',', ' , ']))}]`;
  return several(() => `- ${flow(make())}`, '\n');
}

function edited(text) {
  for (let edits = r.pick([0, 0, 0, 1, 1, 2, 3]); edits > 0; edits--) {
    const at = r.int(0, text.length);
    text = r.chance(0.6)
      ? text.slice(0, at) + r.pick(EDITS) + text.slice(at)
      : text.slice(0, at) + text.slice(at + r.int(1, 2));
  }
  return text;
}

function questionFor(type, text) {
  if (r.chance(0.7)) return { conf: { k: text } };
  if (type === 'map' && r.chance(0.3)) return { conf: { 'k.a': text, [`k.${r.pick(WORDS)}`]: r.pick(WORDS), kx: 'z' } };
  if (r.chance(0.2)) return { legacy: `k: ${text}\n` };
  return {
    yaml: r.chance(0.3)
      ? `k: ${JSON.stringify(text)}\n`
      : `k: ${text.includes('\n') ? `\n  ${text.replace(/\n/g, '\n  ')}` : text}\n`,
  };
}

exports.valueCases = (seed, count, versions) => {
  r = random(seed);
  return Array.from({ length: count }, (_, n) => {
    const item = r.pick(ITEMS);
    const type = r.chance(0.5) ? r.pick(SCALAR_TYPES) : `list<${item}>`;
    return { id: `v${seed}-${n}`, type, ...questionFor(type, edited(type in SCALARS ? SCALARS[type]() : list(item))) };
  }).flatMap((question) => versions.filter((v) => isRead(question, v)).map((v) => ({ ...question, v })));
};

function isRead(question, version) {
  const [major, minor] = version.split('.').map(Number);
  return Object.keys(reads).every((how) => question[how] === undefined || reads[how](major * 100 + minor));
}

if (require.main === module) {
  const [seed, count, versions = '1.11.6,1.15.4,1.18.1,1.19.3,1.20.5,2.0.2,2.1.3,2.2.1,2.3.0'] = process.argv.slice(2);
  for (const entry of exports.valueCases(Number(seed), Number(count), versions.split(',')))
    console.log(JSON.stringify(entry));
}
