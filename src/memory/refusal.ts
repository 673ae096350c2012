/** Why Flink would not start: one id for each cause, never renamed. */
export type MemoryRefusalId =
  | 'nothing-configured'
  | 'size-unreadable'
  | 'fraction-unreadable'
  | 'number-unreadable'
  | 'boolean-unreadable'
  | 'range-inverted'
  | 'fraction-outside-range'
  | 'jvm-exceeds-process'
  | 'flink-exceeds-process'
  | 'overhead-outside-range'
  | 'parts-exceed-flink'
  | 'network-outside-range'
  | 'network-buffers-differ'
  | 'buffers-negative'
  | 'segment-size-unusable'
  | 'off-heap-leaves-no-heap'
  | 'heap-and-off-heap-differ'
  | 'heap-exceeds-flink'
  | 'legacy-heap-negative'
  | 'cpu-not-positive'
  | 'too-large';

/** One number of the arithmetic. */
export interface NamedSize {
  readonly name: string;
  readonly bytes: bigint;
}

/** What Flink would refuse, and why. */
export interface MemoryRefusal {
  readonly id: MemoryRefusalId;
  /** The options that take part, the one to look at first in front. */
  readonly keys: readonly string[];
  /** The sizes that do not fit together. */
  readonly sizes: readonly NamedSize[];
  /** What is wrong, with the arithmetic. */
  readonly text: string;
  /** What to do about it. */
  readonly fix: string;
}

/** Carries a refusal out of the arithmetic to where the derivation began. */
export class MemoryRefused extends Error {
  public constructor(public readonly refusal: MemoryRefusal) {
    super(refusal.text);
  }
}
