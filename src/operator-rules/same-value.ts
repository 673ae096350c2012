import { isMap } from '../kubernetes/pod-shapes';

/** Whether two plain values are equal. An absent entry equals a null one. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isMap(value)) return value ?? null;
  return Object.keys(value)
    .sort()
    .map((key) => [key, canonical(value[key])])
    .filter(([, content]) => content !== null);
}
