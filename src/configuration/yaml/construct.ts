import type { CST, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { blockScalarText } from './block-scalar';
import { scalarValue, shortTag } from './scalars';
import { YamlBinary, YamlMap, YamlRefusal, YamlSet, type YamlValue } from './value';

// Aliases of scalars are not counted.
const MOST_ALIASES = 50;

/** Two keys are the same if they have the same type and the same content: 1 and 1.0 differ. */
function identity(key: YamlValue): string {
  if (Array.isArray(key)) return `[${key.map(identity).join()}]`;
  if (key instanceof YamlMap) {
    return `{${[...key]
      .map(([name, value]) => `${identity(name)}=${identity(value)}`)
      .sort()
      .join()}}`;
  }
  if (key instanceof YamlSet) return `(${[...key].map(identity).sort().join()})`;
  if (key instanceof YamlBinary) return `!${key.base64}`;
  return JSON.stringify([typeof key, Object.is(key, -0) ? '-0' : String(key)]);
}

function untagged(isMap: boolean): string {
  return isMap ? 'map' : 'seq';
}

function isCollection(node: ParsedNode): node is YAMLMap.Parsed | YAMLSeq.Parsed {
  return 'items' in node;
}

/** Converts the nodes of the `yaml` package, parsed without a schema, to values as Flink's reader does. */
export class Constructor {
  // An anchor without a value is still being read.
  private readonly anchors = new Map<string, { readonly value?: YamlValue }>();
  private aliases = 0;

  public constructor(private readonly text: string) {}

  /** @param column The column of the innermost block collection around the node; -1 if there is none */
  public value(node: ParsedNode | null | undefined, column: number): YamlValue {
    if (node === null || node === undefined) return null;
    if (!isCollection(node) && !('value' in node)) return this.alias(node.source);
    const { anchor } = node;
    if (anchor !== undefined) this.anchors.set(anchor, {});
    const value = isCollection(node) ? this.collection(node, column) : this.scalar(node, column);
    if (anchor !== undefined) this.anchors.set(anchor, { value });
    return value;
  }

  private alias(name: string): YamlValue {
    const anchored = this.anchors.get(name);
    if (anchored === undefined) throw new YamlRefusal(`the alias *${name} has no anchor before it`);
    if (!('value' in anchored)) throw new YamlRefusal(`the anchor &${name} contains itself`);
    const value = anchored.value!;
    if (
      typeof value === 'object' &&
      value !== null &&
      !(value instanceof YamlBinary) &&
      ++this.aliases > MOST_ALIASES
    ) {
      throw new YamlRefusal(`more than ${MOST_ALIASES} aliases of lists and maps are not allowed`);
    }
    return value;
  }

  private scalar(node: Scalar.Parsed, column: number): YamlValue {
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const text = isBlock
      ? blockScalarText(node.source, node.srcToken as CST.BlockScalar, this.text, column)
      : node.source;
    return scalarValue(text, node.type === 'PLAIN', node.tag);
  }

  private collection(node: YAMLMap.Parsed | YAMLSeq.Parsed, column: number): YamlValue {
    const { srcToken, tag } = node;
    // A pair inside a flow list is a map without a token.
    const isMap =
      srcToken === undefined ||
      srcToken.type === 'block-map' ||
      (srcToken.type === 'flow-collection' && srcToken.start.source === '{');
    const inner = srcToken?.type === 'block-map' || srcToken?.type === 'block-seq' ? srcToken.indent : column;
    const type = tag === undefined || tag === '!' ? untagged(isMap) : shortTag(tag);
    if (isMap ? type !== 'map' && type !== 'set' : type !== 'seq') {
      throw new YamlRefusal(`the tag ${tag} is not valid for a ${isMap ? 'map' : 'list'}`);
    }
    if (!isMap) return (node as YAMLSeq.Parsed).items.map((item) => this.value(item as ParsedNode, inner));
    const map = this.map(node as YAMLMap.Parsed, inner);
    return type === 'set' ? new YamlSet(map.keys()) : map;
  }

  private map({ items }: YAMLMap.Parsed, column: number): YamlMap {
    const map = new YamlMap();
    const keys = new Set<string>();
    for (const { key, value } of items) {
      const name = this.value(key, column);
      const id = identity(name);
      if (keys.has(id)) throw new YamlRefusal(`the key ${String(name)} is set twice`, key?.range[0]);
      keys.add(id);
      map.set(name, this.value(value, column));
    }
    return map;
  }
}
