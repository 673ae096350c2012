/** The cause why Flink would not start; ids are never renamed. */
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

/** A size in the arithmetic. */
export interface NamedSize {
  readonly name: string;
  readonly bytes: bigint;
}

/** Why Flink would not start. */
export interface MemoryRefusal {
  readonly id: MemoryRefusalId;
  /** The options that contribute to the problem, the most relevant first. */
  readonly keys: readonly string[];
  /** The sizes that contradict each other. */
  readonly sizes: readonly NamedSize[];
  /** The problem, with the arithmetic. */
  readonly text: string;
  /** How to solve it, as an imperative clause. */
  readonly fix: string;
}

/** Ends a derivation with a refusal; the function that started the derivation catches it. */
export class MemoryRefused extends Error {
  public constructor(public readonly refusal: MemoryRefusal) {
    super(refusal.text);
  }
}

/** Ends the derivation. */
export function refuse({ sizes = [], ...refusal }: Omit<MemoryRefusal, 'sizes'> & Partial<MemoryRefusal>): never {
  throw new MemoryRefused({ ...refusal, sizes });
}
