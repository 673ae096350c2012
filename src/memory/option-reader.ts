import { parseJavaDouble, parseJavaFloat } from './java-float';
import { parseJavaBoolean, parseJavaInteger } from './java-text';
import { readMemorySize } from './memory-size';
import {
  type FractionOption,
  isAtLeast,
  type LegacyHeapOptions,
  type MemoryOption,
  type ReleaseLine,
  type SizeOption,
} from './options';
import { type Portion } from './portion';
import {
  booleanUnreadable,
  fractionUnreadable,
  legacyHeapNegative,
  numberUnreadable,
  sizeUnreadable,
} from './unreadable-values';

const MEBIBYTE = 1024n * 1024n;

/**
 * Reads option values as Flink does, including older names. A value that Flink cannot read is refused when it is used.
 */
export class OptionReader {
  private replaced?: { readonly key: string; readonly portion: Portion };

  public constructor(
    private readonly get: (key: string) => string | undefined,
    public readonly version: ReleaseLine,
  ) {}

  /** Uses a heap size of the oldest options for a newer option that is not set. */
  public readLegacyHeap({ size, mebibytes, replaces }: LegacyHeapOptions): void {
    if (isAtLeast(this.version, 2, 0) || this.isSet(replaces)) {
      return;
    }
    const portion = this.find(size) ?? this.findMebibytes(mebibytes, replaces);
    this.replaced = portion && { key: replaces.key, portion };
  }

  /** The same options, as if this one were not set. */
  public without({ key, aliases = [] }: MemoryOption): OptionReader {
    return new OptionReader(
      (name) => (name === key || aliases.includes(name) ? undefined : this.get(name)),
      this.version,
    );
  }

  public isSet(option: MemoryOption): boolean {
    return this.replaced?.key === option.key || this.text(option) !== undefined;
  }

  /** A size without a default. */
  public find(option: MemoryOption): Portion | undefined {
    if (this.replaced?.key === option.key) {
      return this.replaced.portion;
    }
    const found = this.text(option);
    if (found === undefined) {
      return undefined;
    }
    const bytes = readMemorySize(found.text);
    return typeof bytes === 'bigint'
      ? { bytes, origin: { kind: 'configured', key: found.key } }
      : sizeUnreadable(found.key, found.text, bytes);
  }

  public size(option: SizeOption): Portion {
    return this.find(option) ?? { bytes: option.bytes, origin: { kind: 'default', key: option.key } };
  }

  public fraction(option: FractionOption): number {
    const found = this.text(option);
    return found === undefined
      ? option.fraction
      : (parseJavaFloat(found.text) ?? fractionUnreadable(found.key, found.text));
  }

  public integer(option: MemoryOption): bigint | undefined {
    const found = this.text(option);
    return (
      found && (parseJavaInteger(found.text, 32) ?? numberUnreadable(found.key, found.text, 'an integer of 32 bits'))
    );
  }

  public double(option: MemoryOption): number | undefined {
    const found = this.text(option);
    return found && (parseJavaDouble(found.text) ?? numberUnreadable(found.key, found.text, 'a number'));
  }

  public boolean(option: MemoryOption): boolean {
    const found = this.text(option);
    return found !== undefined && (parseJavaBoolean(found.text) ?? booleanUnreadable(found.key, found.text));
  }

  public text({ key, aliases = [] }: MemoryOption): { readonly key: string; readonly text: string } | undefined {
    for (const name of [key, ...aliases]) {
      const text = this.get(name);
      if (text !== undefined) {
        return { key: name, text };
      }
    }
    return undefined;
  }

  private findMebibytes(option: MemoryOption, replaces: MemoryOption): Portion | undefined {
    const mebibytes = this.integer(option);
    if (mebibytes === undefined) {
      return undefined;
    }
    if (mebibytes < 0n) {
      legacyHeapNegative(option.key, mebibytes, replaces.key);
    }
    return { bytes: mebibytes * MEBIBYTE, origin: { kind: 'configured', key: option.key } };
  }
}
