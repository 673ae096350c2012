import { readFileSync } from 'fs';
import { join } from 'path';
import fc from 'fast-check';
import { parse } from 'yaml';

function lines<T>(name: string): T[] {
  const text = readFileSync(join(__dirname, '../../fixtures/dialect', name), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

export type LegacyAnswer = [text: string, map: Record<string, string>, wanted?: string];
export type StandardAnswer = [text: string, map: Record<string, string> | null];
export type ValueAnswer = [value: string, exactWhenPlain: boolean, exactWhenQuoted: boolean, quotedText: string];

export const legacyAnswers = lines<LegacyAnswer>('legacy.jsonl');
export const standardAnswers = lines<StandardAnswer>('standard-texts.jsonl');
export const valueAnswers = lines<ValueAnswer>('standard-values.jsonl');

function printed(value: unknown): string {
  // Doubles are refused: their text depends on the Java version, so the writer must quote them.
  if (typeof value === 'string' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  throw new Error(`read back as ${String(value)}`);
}

/**
 * Reads YAML as Flink does. Flink's parser refuses tabs, raw special characters and long keys that the `yaml` package
 * accepts.
 */
export function readStandardStrictly(text: string, version: '1.1' | '1.2' = '1.2'): Map<string, string> {
  if (!/^[\n\x20-\x7e]*$/.test(text)) throw new Error('holds a character outside printable ASCII');
  const parsed = parse(text, {
    version,
    schema: version === '1.2' ? 'core' : 'yaml-1.1',
    intAsBigInt: true,
    mapAsMap: true,
    merge: version === '1.1',
  }) as Map<unknown, unknown>;
  const read = new Map<string, string>();
  for (const [key, value] of parsed) {
    if (typeof key !== 'string') throw new Error(`the key ${String(key)} is no text`);
    read.set(key, printed(value));
  }
  return read;
}

const TOKENS = [
  ...' \t#:\'"\\,;[]{}&*!|>%@`-?=~$()/.<^+_',
  'a',
  'Z',
  '0',
  '1',
  '9',
  'e',
  'x',
  'é',
  '😀',
  '\n',
  '\r',
  '\u0000',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u3000',
  '\ufeff',
  '\ud800',
  'true',
  'False',
  'null',
  'yes',
  'Off',
  '.inf',
  ': ',
  ' #',
  '- ',
  '---',
  '0x1F',
  '1_000',
  '12:30',
  '2021-01-01',
  '1e3',
  '1.10',
  '007',
  '1024m',
  '10 s',
  '9249-9260',
  '-Dx=y',
  's3://b/p',
];

/** Strings near the limits of both dialects, and any Unicode string, with unpaired surrogates. */
export const anyText = fc.oneof(
  fc.array(fc.constantFrom(...TOKENS), { maxLength: 7 }).map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
  fc.stringMatching(/^[-+]?[0-9a-fx_.:eE-]{1,6}(?: ?[a-zA-Z]{0,4})$/),
  fc.stringMatching(/^[\x20-\x7e]{1,14}$/),
);

export const anyKey = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z$][\w$-]{0,5}(?:\.[\w$/-]{1,5}){0,3}$/) },
  { weight: 1, arbitrary: anyText },
);
