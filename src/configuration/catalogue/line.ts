import { findLine, placeholderAfter } from './catalogue-text';

/** The type of a value, or of one item if the option is a list. */
export type AtomType =
  'Boolean' | 'Double' | 'Duration' | 'Enum' | 'Float' | 'Integer' | 'Long' | 'Map' | 'MemorySize' | 'String';

/** The type of an option. */
export type OptionType = AtomType | `List<${AtomType}>`;

/** The declaration of an option in one or more consecutive releases. */
export interface Declaration {
  readonly type: OptionType;
  /** The constants of an enum, as Flink prints and reads them. */
  readonly constants?: readonly string[];
  readonly default?: string;
  /** Other names that Flink still reads, with a warning in its log. */
  readonly deprecatedKeys: readonly string[];
  /** Other keys that Flink reads if the option is not set. */
  readonly fallbackKeys: readonly string[];
  readonly deprecated: boolean;
  /** Not public, or not in the Flink documentation. */
  readonly hidden: boolean;
}

/** The entry of the catalogue for one key. */
export class Line {
  /** The options that the key is another name of in some release. */
  public readonly aliasOf: readonly string[];
  private readonly runs: readonly string[];
  private readonly parsed = new Map<string, Declaration>();

  public constructor(text: string) {
    const parts = text.split('\t');
    this.aliasOf = parts[0]!.startsWith('@') ? parts.shift()!.slice(1).split(',') : [];
    this.runs = parts;
  }

  /** The declaration in the release of this index. */
  public at(release: number): Declaration | undefined {
    const run = this.runs.find((text) => first(text) <= release && release <= last(text));
    return run === undefined ? undefined : this.declaration(run);
  }

  /** Whether the option was declared earlier and no longer is. */
  public endsBefore(release: number): boolean {
    const newest = this.runs[this.runs.length - 1];
    return newest !== undefined && last(newest) < release;
  }

  private declaration(run: string): Declaration {
    let declaration = this.parsed.get(run);
    if (declaration === undefined) this.parsed.set(run, (declaration = parse(run)));
    return declaration;
  }
}

const TYPES: { readonly [letter: string]: AtomType } = {
  b: 'Boolean',
  d: 'Double',
  D: 'Duration',
  f: 'Float',
  i: 'Integer',
  l: 'Long',
  m: 'Map',
  M: 'MemorySize',
  s: 'String',
};
const first = (run: string) => parseInt(run[0]!, 36);
const last = (run: string) => (run[1] === '-' ? Infinity : parseInt(run[1]!, 36));
const keys = (words: readonly string[], mark: string) =>
  words
    .find((word) => word.startsWith(mark))
    ?.slice(mark.length)
    .split(',') ?? [];

/** Without regular expressions: compiling one would take longer than the first lookup may take. */
function parse(run: string): Declaration {
  const equals = run.indexOf(' =');
  const [type, ...words] = run.slice(2, equals === -1 ? undefined : equals).split(' ') as [string, ...string[]];
  const isList = type.startsWith('L');
  const letter = type[isList ? 1 : 0]!;
  const end = type.indexOf(')');
  const atom = letter === 'E' ? 'Enum' : TYPES[letter]!;
  return {
    type: isList ? `List<${atom}>` : atom,
    ...(letter === 'E' ? { constants: type.slice(type.indexOf('(') + 1, end).split(',') } : {}),
    ...(equals === -1 ? {} : { default: run.slice(equals + 2) }),
    deprecatedKeys: keys(words, 'x:'),
    fallbackKeys: keys(words, 'f:'),
    deprecated: type.includes('!', end),
    hidden: type.includes('~', end),
  };
}

/** The line of exactly this key. */
export function lineOf(key: string): Line | undefined {
  const text = findLine(key);
  return text === undefined ? undefined : new Line(text);
}

/** A line with its key, which can be a pattern. */
interface NamedLine {
  readonly pattern: string;
  readonly line: Line;
}

/** The lines of the catalogue that match a key. */
export interface SectionMatch {
  /** The pattern of exactly this option, such as `metrics.reporter.<name>.factory.class`. */
  readonly option?: NamedLine;
  /** The innermost open prefix, such as `metrics.reporter.<name>.<parameter>`. */
  readonly open?: NamedLine;
}

function named(pattern: string): NamedLine | undefined {
  const line = lineOf(pattern);
  return line === undefined ? undefined : { pattern, line };
}

/** Finds the lines of a key, segment by segment: a section matches any name, and literal segments come first. */
class Search implements SectionMatch {
  public option?: NamedLine;
  public open?: NamedLine;
  private depth = -1;

  public constructor(private readonly segments: readonly string[]) {}

  public walk(index: number, prefix: string, isLiteral: boolean): void {
    const segment = this.segments[index]!;
    if (index === this.segments.length - 1 && !isLiteral) this.option ??= named(prefix + segment);
    const placeholder = segment === '' ? undefined : placeholderAfter(prefix);
    const open = placeholder === undefined ? undefined : named(prefix + placeholder);
    if (open !== undefined && index > this.depth) {
      this.open = open;
      this.depth = index;
    }
    if (index === this.segments.length - 1) return;
    this.walk(index + 1, `${prefix}${segment}.`, isLiteral);
    // s3.<parameter> is a line and matches the rest; metrics.reporter.<name> is not and matches one segment.
    if (placeholder !== undefined && open === undefined) this.walk(index + 1, `${prefix}${placeholder}.`, false);
  }
}

/** Matches the sections of a key: each matches one segment, the last placeholder of an open prefix matches the rest. */
export function matchSections(key: string): SectionMatch {
  const search = new Search(key.split('.'));
  search.walk(0, '', true);
  return search;
}
