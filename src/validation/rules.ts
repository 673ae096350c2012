import { HIGH_AVAILABILITY_RULES } from './rules/high-availability';
import { KUBERNETES_RULES } from './rules/kubernetes';
import { MOUNT_RULES } from './rules/mounts';
import { NATIVE_RULES } from './rules/native';
import { OPERATOR_MODE_RULES } from './rules/operator-mode';
import { STATE_RULES } from './rules/state';

/** The rules that are not defined where they are found yet, by id and one file per area. */
export const RULES = {
  ...HIGH_AVAILABILITY_RULES,
  ...KUBERNETES_RULES,
  ...MOUNT_RULES,
  ...NATIVE_RULES,
  ...OPERATOR_MODE_RULES,
  ...STATE_RULES,
};
