import { reason } from '../readers/reader';

/** Data that YAML can contain, or why it is not: no cycles, no getters that throw, no values without a notation. */
export type Plain = { readonly value: unknown } | { readonly problem: string };

/** The value as it would be if it were written and read again. */
export function asPlain(value: unknown): Plain {
  try {
    const text = JSON.stringify(value) as string | undefined;
    return { value: text === undefined ? undefined : JSON.parse(text) };
  } catch (error) {
    return { problem: reason(error) };
  }
}

/** The configuration of an operator as strings. Values that are not scalars are left out. */
export function asConfig(value: unknown): { [key: string]: string } {
  const plain = asPlain(value);
  const entries = 'value' in plain && typeof plain.value === 'object' ? Object.entries(plain.value ?? {}) : [];
  return Object.fromEntries(
    entries
      .filter(([, text]) => ['string', 'number', 'boolean'].includes(typeof text))
      .map(([key, text]) => [key, String(text)]),
  );
}
