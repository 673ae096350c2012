import { KUBERNETES_RULES } from './rules/kubernetes';
import { NATIVE_RULES } from './rules/native';
import { OPERATOR_MODE_RULES } from './rules/operator-mode';

/** The rules that are not defined where they are found yet, by id and one file per area. */
export const RULES = {
  ...KUBERNETES_RULES,
  ...NATIVE_RULES,
  ...OPERATOR_MODE_RULES,
};
