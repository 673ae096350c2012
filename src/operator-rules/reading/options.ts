import { scalarText } from './scalars';
import { isMap } from '../../kubernetes/pod-shapes';

/** Options under flat keys, in the order of the resource. `null` is an explicit null, which older releases keep. */
export type FlatOptions = ReadonlyMap<string, string | null>;

export type OptionProblem = 'not-a-map' | 'not-a-string';

/** An option that Flink does not read as it was meant. */
export interface OptionRemark {
  readonly key: string;
  readonly remark: 'null' | 'collections' | 'twice';
}

export interface ReadOptions {
  readonly options: FlatOptions;
  readonly problems: readonly { readonly key: string; readonly problem: OptionProblem }[];
  readonly remarks: readonly OptionRemark[];
}

class Flattener implements ReadOptions {
  public readonly options = new Map<string, string | null>();
  public readonly problems: { key: string; problem: OptionProblem }[] = [];
  public readonly remarks: OptionRemark[] = [];

  /** The format of older releases: a map of strings. */
  public addStrings(map: { readonly [key: string]: unknown }): void {
    for (const [key, value] of Object.entries(map)) {
      const text = value === null ? null : scalarText(value);
      if (text === undefined) this.problems.push({ key, problem: 'not-a-string' });
      else this.set(key, text);
    }
  }

  /** The format of newer releases: a tree, in which dots join the keys of maps, and semicolons the items of lists. */
  public addTree(map: { readonly [key: string]: unknown }, prefix: string): void {
    for (const [name, value] of Object.entries(map)) {
      const key = prefix + name;
      if (isMap(value)) this.addTree(value, `${key}.`);
      else if (Array.isArray(value)) this.addList(key, value);
      else this.addLeaf(key, value);
    }
  }

  private addLeaf(key: string, value: unknown): void {
    if (value === null || value === undefined) this.remarks.push({ key, remark: 'null' });
    this.set(key, scalarText(value) ?? 'null');
  }

  private addList(key: string, items: readonly unknown[]): void {
    if (items.length === 0) return;
    const texts = items.map((item) => (item === null ? 'null' : scalarText(item)));
    if (texts.includes(undefined)) this.remarks.push({ key, remark: 'collections' });
    this.set(key, texts.map((text) => text ?? '').join(';'));
  }

  private set(key: string, text: string | null): void {
    if (this.options.has(key)) this.remarks.push({ key, remark: 'twice' });
    this.options.set(key, text);
  }
}

/** A `flinkConfiguration` as the operator reads it. */
export function readOptions(value: unknown, isTree: boolean): ReadOptions {
  const flattener = new Flattener();
  if (!isMap(value)) flattener.problems.push({ key: '', problem: 'not-a-map' });
  else if (isTree) flattener.addTree(value, '');
  else flattener.addStrings(value);
  return flattener;
}
