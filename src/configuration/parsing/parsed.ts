/** What Flink makes of a text, or in our own words which forms it would have taken. */
export type Parsed<T> = { readonly value: T } | { readonly problem: string };

/** What decides how a value is read, apart from its type. */
export interface Reading {
  readonly version: { readonly majorVersion: number; readonly minorVersion: number };
  /** `standard` for `config.yaml` and, from 1.19 on, for `-D` arguments. */
  readonly dialect: 'legacy' | 'standard';
}

/** Whether the version is of this release line or a later one. */
export function isAtLeast({ version }: Reading, major: number, minor: number): boolean {
  return version.majorVersion > major || (version.majorVersion === major && version.minorVersion >= minor);
}
