import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DIRECTORY = join(__dirname, '..', 'fixtures', 'operator');

interface Changed {
  readonly base: string;
  readonly with?: { readonly [path: string]: unknown };
  readonly without?: readonly string[];
}

/** The recorded answer of the operator for a case. */
export interface Answer {
  readonly readable: boolean;
  readonly refused?: string | null;
  readonly change?: string;
  readonly ingress?: object | null;
}

/** One case, with its complete resources. */
export interface RecordedCase {
  readonly id: string;
  readonly version: string;
  readonly resource: any;
  readonly previous?: any;
  readonly session?: any;
  readonly target?: any;
  readonly operatorConfig?: { readonly [key: string]: string };
  readonly answer: Answer;
}

const BASES = JSON.parse(readFileSync(join(DIRECTORY, 'bases.json'), 'utf8')) as { readonly [name: string]: object };

/** A copy of a base resource with changed and removed values, by paths such as `spec/job/args`. */
export function changed(base: string, changes: Changed['with'] = {}, without: Changed['without'] = []): any {
  const resource = structuredClone(BASES[base]);
  for (const [path, value] of Object.entries(changes)) {
    const [parent, key] = parentOf(resource, path);
    parent[key] = value;
  }
  for (const path of without) {
    const [parent, key] = parentOf(resource, path);
    delete parent[key];
  }
  return resource;
}

function parentOf(resource: any, path: string): [parent: any, key: string] {
  const keys = path.split('/');
  const last = keys.pop()!;
  return [keys.reduce((parent, key) => (parent[key] ??= {}), resource), last];
}

function whole(given: Changed | undefined): any {
  return given === undefined || given.base === undefined ? given : changed(given.base, given.with, given.without);
}

/** The recorded cases, in the order of the file. */
export function recordedCases(): RecordedCase[] {
  const lines = readFileSync(join(DIRECTORY, 'recorded.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const { resource, previous, session, target, ...rest } = JSON.parse(line);
    return {
      ...rest,
      resource: whole(resource),
      previous: whole(previous),
      session: whole(session),
      target: whole(target),
    };
  });
}
