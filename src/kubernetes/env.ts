/** An environment variable in the manifest of a container. */
export interface EnvEntry {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: unknown;
}

/** Variables in an order in which Kubernetes can expand them, as far as they do not refer to each other in a cycle. */
export interface EnvOrder {
  readonly ordered: EnvEntry[];
  /**
   * Names in a cycle: each refers to the next one, and the last one to the first. Only the first cycle that was found.
   */
  readonly cycle?: string[];
}

interface Visit {
  readonly name: string;
  readonly references: string[];
}

/**
 * Sorts variables by name, but puts each variable before those that refer to it as `$(NAME)`: Kubernetes expands only
 * references to preceding variables.
 *
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
 */
export function orderEnv(entries: readonly EnvEntry[]): EnvOrder {
  const byName = groupByName(entries);
  const ordered: EnvEntry[] = [];
  const done = new Set<string>();
  let cycle: string[] | undefined;
  for (const name of byName.keys()) {
    const found = visit(name, byName, done, ordered);
    cycle ??= found;
  }
  return cycle === undefined ? { ordered } : { ordered, cycle };
}

// Uses an explicit stack, because a chain of references can be longer than the call stack allows.
function visit(
  start: string,
  byName: Map<string, EnvEntry[]>,
  done: Set<string>,
  ordered: EnvEntry[],
): string[] | undefined {
  if (done.has(start)) {
    return undefined;
  }
  let cycle: string[] | undefined;
  const path: Visit[] = [open(start, byName)];
  const onPath = new Set([start]);
  while (path.length > 0) {
    const current = path[path.length - 1]!;
    const next = current.references.pop();
    if (next === undefined) {
      path.pop();
      onPath.delete(current.name);
      done.add(current.name);
      ordered.push(...byName.get(current.name)!);
    } else if (onPath.has(next)) {
      cycle ??= namesFrom(path, next);
    } else if (!done.has(next)) {
      path.push(open(next, byName));
      onPath.add(next);
    }
  }
  return cycle;
}

function open(name: string, byName: Map<string, EnvEntry[]>): Visit {
  const references = new Set<string>();
  for (const entry of byName.get(name)!) {
    for (const reference of referencesIn(entry.value)) {
      if (byName.has(reference)) references.add(reference);
    }
  }
  return { name, references: [...references].sort(byCodePoint).reverse() };
}

function namesFrom(path: readonly Visit[], first: string): string[] {
  const names = path.map((visited) => visited.name);
  return names.slice(names.indexOf(first));
}

function groupByName(entries: readonly EnvEntry[]): Map<string, EnvEntry[]> {
  const sorted = [...entries].sort((a, b) => byCodePoint(a.name, b.name));
  const groups = new Map<string, EnvEntry[]>();
  for (const entry of sorted) {
    const group = groups.get(entry.name);
    if (group === undefined) {
      groups.set(entry.name, [entry]);
    } else {
      group.push(entry);
    }
  }
  return groups;
}

function referencesIn(value: string | undefined): string[] {
  const names: string[] = [];
  let at = value?.indexOf('$') ?? -1;
  while (value !== undefined && at !== -1) {
    let next = at + 1;
    if (value[next] === '$') {
      next += 1;
    } else if (value[next] === '(') {
      const end = value.indexOf(')', next);
      if (end === -1) break;
      names.push(value.slice(next + 1, end));
      next = end + 1;
    }
    at = value.indexOf('$', next);
  }
  return names;
}

function byCodePoint(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
