import { type ManifestJson } from '../../kubernetes/manifest-json';

/** Removes fields that are absent or empty maps, which are the same for the operator. */
export function withoutEmpty(fields: ManifestJson): ManifestJson {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && !isEmptyMap(value)));
}

/** A map with one field, or without fields if the value is absent. */
export function optionalField<K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: T });
}

function isEmptyMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
