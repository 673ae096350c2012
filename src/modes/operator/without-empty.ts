import { type ManifestJson } from '../../kubernetes/manifest-json';

/** Removes fields that are absent or empty maps, which are the same for the operator. */
export function withoutEmpty(fields: ManifestJson): ManifestJson {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && !isEmptyMap(value)));
}

function isEmptyMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
