import fs from 'node:fs';
import path from 'node:path';

/** The answer of Flink for a range of release lines. */
export interface Answer {
  readonly versions: string;
  readonly cause?: string;
  readonly sizes?: readonly (number | string)[];
  readonly jvm?: string;
  readonly dyn?: { readonly [key: string]: string };
  readonly cpu?: string;
  readonly slots?: number;
  readonly cores?: string;
}

export type Conf = { readonly [key: string]: string };
export type MemoryCase = [role: 'tm' | 'jm', conf: Conf, answers: Answer[]];

const LINES = [
  '1.11',
  '1.12',
  '1.13',
  '1.14',
  '1.15',
  '1.16',
  '1.17',
  '1.18',
  '1.19',
  '1.20',
  '2.0',
  '2.1',
  '2.2',
  '2.3',
];

export function readLines<T>(name: string): T[] {
  const text = fs.readFileSync(path.join(__dirname, '../fixtures/memory', name), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The release lines of a range such as `1.11-1.16`. */
export function releaseLines(run: string): string[] {
  const [from, to] = run.split('-').map((line) => LINES.indexOf(line)) as [number, number];
  return LINES.slice(from, to + 1);
}

export function release(line: string): { majorVersion: number; minorVersion: number } {
  const [majorVersion, minorVersion] = line.split('.').map(Number) as [number, number];
  return { majorVersion, minorVersion };
}

export function lookup(conf: Conf): (key: string) => string | undefined {
  return (key) => (Object.hasOwn(conf, key) ? conf[key] : undefined);
}
