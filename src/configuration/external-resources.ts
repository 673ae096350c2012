import { parseValue } from './parsing/parse-value';
import { type Parsed, type Reading } from './parsing/parsed';
import { shortestDecimal } from '../memory/java-decimal';
import { amountKey, TASK_MANAGER } from '../memory/options';

/** External resources by name, in the order in which Flink hands them on; or the option that Flink cannot read. */
export type ExternalResources =
  | { readonly listed: readonly string[]; readonly resources: ReadonlyMap<string, bigint> }
  | { readonly key: string; readonly text: string; readonly problem: string };

const NONE = 'none';
const SMALLEST_TABLE = 16;
const LOAD_FACTOR = 0.75;

/**
 * The external resources, such as GPUs, that a TaskManager of Flink 1.13 or newer is started with. A resource without an amount above zero is
 * none, which Flink only logs.
 * @param get Looks an effective option up
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/advanced/external_resources/
 */
export function externalResources(get: (key: string) => string | undefined, { version, dialect }: Reading): ExternalResources {
  const list = get(TASK_MANAGER.externalResources.key);
  const names = namesIn(list, { version, dialect });
  if ('problem' in names) return { key: TASK_MANAGER.externalResources.key, text: list!, problem: names.problem };
  const resources = new Map<string, bigint>();
  for (const name of hashOrder(names.value, names.value.length + 1)) {
    const text = get(amountKey(name));
    const amount: Parsed<bigint> | undefined = text === undefined ? undefined : parseValue('Long', text, version, dialect) as Parsed<bigint>;
    if (amount !== undefined && 'problem' in amount) return { key: amountKey(name), text: text!, problem: amount.problem };
    if (amount !== undefined && amount.value > 0n) resources.set(name, kept(amount.value));
  }
  const ordered = hashOrder([...resources.keys()], resources.size);
  return { listed: names.value, resources: new Map(ordered.map((name) => [name, resources.get(name)!])) };
}

function namesIn(list: string | undefined, { version, dialect }: Reading): Parsed<string[]> {
  return list === undefined || list === NONE ? { value: [] } : parseValue('List<String>', list, version, dialect) as Parsed<string[]>;
}

/** Flink keeps the amount as a double, and cuts what is too large down to 64 bits. */
function kept(amount: bigint): bigint {
  const { unscaled, scale } = shortestDecimal(Number(amount));
  return BigInt.asIntN(64, unscaled * 10n ** BigInt(-scale));
}

/** Different texts in the order of a hash table of Java that has room for so many of them at first. */
function hashOrder(texts: readonly string[], room: number): string[] {
  const different = [...new Set(texts)];
  let table = SMALLEST_TABLE;
  while (table * LOAD_FACTOR < room) table *= 2;
  return different.sort((a, b) => bucket(a, table) - bucket(b, table));
}

/* eslint-disable no-bitwise */
function bucket(text: string, table: number): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return ((hash ^ (hash >>> 16)) & (table - 1)) >>> 0;
}
/* eslint-enable no-bitwise */
