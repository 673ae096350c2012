import { type Wire } from '../../kubernetes/wire';

/** Without fields that say nothing: absent ones, and maps without entries, which are the same to the operator. */
export function withoutEmpty(fields: Wire): Wire {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && !isEmptyMap(value)));
}

function isEmptyMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
