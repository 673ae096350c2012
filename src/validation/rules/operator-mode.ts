import { warning, identified } from './rule';

const OPERATOR = 'Flink Kubernetes Operator';

/** Rules about settings that only the operator acts on; the others are in `modes/operator/rules/`. */
export const OPERATOR_MODE_RULES = identified({
  'FLK-OPM-05': warning(
    'only the Flink Kubernetes Operator reads this option (set by {source}), and it does not manage this cluster',
    'use DeploymentMode.operator(), or remove it',
    OPERATOR,
  ),
  'FLK-OPM-06': warning(
    'only the Flink Kubernetes Operator acts on these numbers, and it does not manage this cluster',
    'use DeploymentMode.operator(), or remove it',
    OPERATOR,
  ),
});
