import { parseValue } from './parsing/parse-value';
import { type Parsed, type Reading } from './parsing/parsed';
import { shortestDecimal } from '../memory/java-decimal';
import { hashOrder } from '../memory/java-hash-order';
import { amountKey, TASK_MANAGER } from '../memory/options';

/** External resources by name, in the order in which Flink passes them on; or the option that Flink cannot read. */
export type ExternalResources =
  | { readonly listed: readonly string[]; readonly resources: ReadonlyMap<string, bigint> }
  | { readonly key: string; readonly text: string; readonly problem: string };

const NONE = 'none';

/**
 * The external resources, such as GPUs, with which a TaskManager of Flink 1.13 or newer is started. Flink ignores a
 * resource without an amount above 0 and logs it.
 * @param get Returns the value of an effective option
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/advanced/external_resources/
 */
export function externalResources(get: (key: string) => string | undefined, reading: Reading): ExternalResources {
  const list = get(TASK_MANAGER.externalResources.key);
  const names = namesIn(list, reading);
  if ('problem' in names) return { key: TASK_MANAGER.externalResources.key, text: list!, problem: names.problem };
  const resources = new Map<string, bigint>();
  for (const name of hashOrder(names.value, names.value.length + 1)) {
    const text = get(amountKey(name));
    const amount: Parsed<bigint> | undefined =
      text === undefined ? undefined : (parseValue('Long', text, reading) as Parsed<bigint>);
    if (amount !== undefined && 'problem' in amount) {
      return { key: amountKey(name), text: text!, problem: amount.problem };
    }
    if (amount !== undefined && amount.value > 0n) resources.set(name, kept(amount.value));
  }
  const ordered = hashOrder([...resources.keys()], resources.size);
  return { listed: names.value, resources: new Map(ordered.map((name) => [name, resources.get(name)!])) };
}

function namesIn(list: string | undefined, reading: Reading): Parsed<string[]> {
  return list === undefined || list === NONE
    ? { value: [] }
    : (parseValue('List<String>', list, reading) as Parsed<string[]>);
}

/** Flink stores the amount as a double and truncates it to 64 bits. */
function kept(amount: bigint): bigint {
  const { unscaled, scale } = shortestDecimal(Number(amount));
  return BigInt.asIntN(64, unscaled * 10n ** BigInt(-scale));
}
