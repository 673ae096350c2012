import { CONFIGURATION_RULES } from './rules/configuration';
import { HIGH_AVAILABILITY_RULES } from './rules/high-availability';
import { JOB_RULES } from './rules/jobs';
import { KUBERNETES_RULES } from './rules/kubernetes';
import { LIBRARY_RULES } from './rules/library';
import { MOUNT_RULES } from './rules/mounts';
import { OPERATOR_RULES } from './rules/operator';
import { OPERATOR_MODE_RULES } from './rules/operator-mode';
import { STATE_RULES } from './rules/state';

/** Every rule by its id, a file per area. Drives the messages, the tests and `docs/errors.md`; ids are never reused. */
export const RULES = {
  ...CONFIGURATION_RULES,
  ...HIGH_AVAILABILITY_RULES,
  ...JOB_RULES,
  ...KUBERNETES_RULES,
  ...LIBRARY_RULES,
  ...MOUNT_RULES,
  ...STATE_RULES,
  ...OPERATOR_MODE_RULES,
  ...OPERATOR_RULES,
};
