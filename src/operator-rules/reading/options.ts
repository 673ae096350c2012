import { scalarText } from './scalars';
import { isMap } from '../../kubernetes/pod-shapes';

/** Options under flat keys, in the order of the resource; `null` is what older releases keep of an explicit null. */
export type FlatOptions = ReadonlyMap<string, string | null>;

export type OptionProblem = 'not-a-map' | 'not-a-text';

/** Something that Flink will not read as it was meant. */
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

  /** Up to 1.12 a map of texts. */
  public texts(map: { readonly [key: string]: unknown }): void {
    for (const [key, value] of Object.entries(map)) {
      const text = value === null ? null : scalarText(value);
      if (text === undefined) this.problems.push({ key, problem: 'not-a-text' });
      else this.put(key, text);
    }
  }

  /** From 1.13 on a tree: maps join their keys by dots, lists their items by semicolons. */
  public tree(map: { readonly [key: string]: unknown }, prefix: string): void {
    for (const [name, value] of Object.entries(map)) {
      const key = prefix + name;
      if (isMap(value)) this.tree(value, `${key}.`);
      else if (Array.isArray(value)) this.list(key, value);
      else this.leaf(key, value);
    }
  }

  private leaf(key: string, value: unknown): void {
    if (value === null || value === undefined) this.remarks.push({ key, remark: 'null' });
    this.put(key, scalarText(value) ?? 'null');
  }

  private list(key: string, items: readonly unknown[]): void {
    if (items.length === 0) return;
    const texts = items.map((item) => (item === null ? 'null' : scalarText(item)));
    if (texts.includes(undefined)) this.remarks.push({ key, remark: 'collections' });
    this.put(key, texts.map((text) => text ?? '').join(';'));
  }

  private put(key: string, text: string | null): void {
    if (this.options.has(key)) this.remarks.push({ key, remark: 'twice' });
    this.options.set(key, text);
  }
}

/** What the operator makes of a `flinkConfiguration`. */
export function readOptions(value: unknown, isTree: boolean): ReadOptions {
  const flattener = new Flattener();
  if (!isMap(value)) flattener.problems.push({ key: '', problem: 'not-a-map' });
  else if (isTree) flattener.tree(value, '');
  else flattener.texts(value);
  return flattener;
}
