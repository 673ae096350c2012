import { type CapabilityName, isCapable, type ReleaseLine } from '../releases';

/** The value that Flink reads, or a clause about the forms that it accepts. */
export type Parsed<T> = { readonly value: T } | { readonly problem: string };

/** The version and the dialect, which determine how a value is read. */
export interface Reading {
  readonly version: ReleaseLine;
  /** `standard` for `config.yaml` and, from 1.19 on, for `-D` arguments. */
  readonly dialect: 'legacy' | 'standard';
}

/** Whether the release has a capability. */
export function can({ version }: Reading, capability: CapabilityName): boolean {
  return isCapable(version, capability);
}
