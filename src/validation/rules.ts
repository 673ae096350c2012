import { CONFIGURATION_RULES } from './rules/configuration';
import { JOB_RULES } from './rules/jobs';
import { KUBERNETES_RULES } from './rules/kubernetes';
import { LIBRARY_RULES } from './rules/library';
import { MOUNT_RULES } from './rules/mounts';
import { NATIVE_RULES } from './rules/native';
import { OPERATOR_RULES } from './rules/operator';
import { OPERATOR_MODE_RULES } from './rules/operator-mode';
import { STATE_RULES } from './rules/state';

/** Every rule by its id, a file per area. Drives the messages, the tests and `docs/errors.md`; ids are never reused. */
export const RULES = {
  ...CONFIGURATION_RULES,
  ...JOB_RULES,
  ...KUBERNETES_RULES,
  ...LIBRARY_RULES,
  ...MOUNT_RULES,
  ...NATIVE_RULES,
  ...OPERATOR_MODE_RULES,
  ...STATE_RULES,
  ...OPERATOR_RULES,
};
