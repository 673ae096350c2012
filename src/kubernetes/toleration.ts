import { type ManifestJson } from './manifest-json';
import { isQualifiedName } from './names';

const FIELDS = ['key', 'operator', 'value', 'effect', 'tolerationSeconds'];
/** `Lt` and `Gt` were added in Kubernetes 1.35. */
const OPERATORS = ['Exists', 'Equal', 'Lt', 'Gt'];
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Returns why Kubernetes would reject a toleration, as a clause; `undefined` if it is valid. */
export function tolerationProblem(toleration: ManifestJson): string | undefined {
  const {
    key = '',
    operator = 'Equal',
    value = '',
    effect = '',
    tolerationSeconds,
  } = toleration as { [field: string]: unknown };
  const unknown = Object.keys(toleration).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) {
    return `it has no field ${unknown}`;
  }
  if (!OPERATORS.includes(operator as string)) {
    return `no operator is called ${String(operator)}`;
  }
  if (effect !== '' && !EFFECTS.includes(effect as string)) {
    return `no effect is called ${String(effect)}`;
  }
  if (key === '' ? operator !== 'Exists' : !isQualifiedName(String(key))) {
    return key === '' ? 'without a key, it needs the operator Exists' : `${String(key)} is not a valid key of a taint`;
  }
  if (operator === 'Exists' && value !== '') {
    return 'with the operator Exists, it has no value';
  }
  return tolerationSeconds !== undefined && effect !== 'NoExecute'
    ? 'tolerationSeconds needs the effect NoExecute'
    : undefined;
}
