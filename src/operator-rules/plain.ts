import { reason } from '../readers/reader';

/** Data as YAML would hold it, or why it is none: no cycles, no getters that throw, no values without a text. */
export type Plain = { readonly value: unknown } | { readonly problem: string };

/** What would be left of a value if it were written and read again. */
export function asPlain(value: unknown): Plain {
  try {
    const text = JSON.stringify(value) as string | undefined;
    return { value: text === undefined ? undefined : JSON.parse(text) };
  } catch (error) {
    return { problem: reason(error) };
  }
}

/** The configuration of an operator as texts; what has none is left out. */
export function asConfig(value: unknown): { [key: string]: string } {
  const plain = asPlain(value);
  const entries = 'value' in plain && typeof plain.value === 'object' ? Object.entries(plain.value ?? {}) : [];
  return Object.fromEntries(
    entries
      .filter(([, text]) => ['string', 'number', 'boolean'].includes(typeof text))
      .map(([key, text]) => [key, String(text)]),
  );
}
