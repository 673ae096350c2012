import { AUTOSCALER_STEPS } from './autoscaler-rules';
import {
  APPLICATION_TO_SESSION_CLUSTER,
  changeOfDeployment,
  NATIVE_TO_STANDALONE,
  NEW_BUT_SUSPENDED,
  REDEPLOYMENT_WITHOUT_SAVEPOINT,
  SESSION_CLUSTER_TO_APPLICATION,
  STANDALONE_TO_NATIVE,
} from './change-rules';
import {
  HEALTH_CHECK,
  HEALTH_CHECK_WITHOUT_RECOVERY,
  OVERLAPPING_OPTIONS,
  OVERRIDDEN_OPTION,
  RECOVERY,
  RESERVED_OPTION,
  ROLLBACK,
  ROLLBACK_WITHOUT_HIGH_AVAILABILITY,
  UNKNOWN_HIGH_AVAILABILITY,
} from './cluster-option-rules';
import {
  DYNAMIC_RPC_PORT,
  HOST_ARGUMENT_OF_FLINK_1,
  INVALID_PULL_POLICY,
  MISSING_SERVICE_ACCOUNT,
  REPLICAS_IN_NATIVE_MODE,
  UNKNOWN_LOGGING_FILE,
} from './cluster-rules';
import { type DeploymentContext } from './context';
import {
  CHECKPOINT_ON_REQUEST,
  checkpointOfJob,
  DEPRECATED_FLINK_VERSION,
  MISSING_FLINK_VERSION,
  UNDEFINED_FLINK_VERSION,
  UNSUPPORTED_FLINK_VERSION,
  VERSION_CHANGED_WHILE_SUSPENDED,
} from './flink-version-rules';
import { INGRESS_RUNTIME_STEPS, ingressOf, INVALID_INGRESS_TEMPLATE, MISSING_INGRESS_TEMPLATE } from './ingress-rules';
import { JAR_RULES, jarOf } from './jar-rules';
import { JOB_STEPS, jobOfDeployment } from './job-rules';
import { INVALID_NAME, INVALID_OBJECT_NAME, MISSING_NAME } from './object-rules';
import { OPERATOR_OPTION_STEPS } from './operator-option-rules';
import {
  INVALID_JOB_MANAGER_MEMORY,
  INVALID_JOB_MANAGER_QUANTITY,
  INVALID_TASK_MANAGER_MEMORY,
  INVALID_TASK_MANAGER_QUANTITY,
  quantitiesOf,
  REQUEST_ABOVE_LIMIT,
  REQUIREMENT_TOO_SMALL,
} from './quantity-rules';
import {
  JOB_MANAGER_WITHOUT_MEMORY,
  MEMORY_TOO_SMALL,
  NO_CPU,
  NO_JOB_MANAGER,
  NO_TASK_MANAGER,
  RESOURCES_WITHOUT_MEMORY,
  rolesOf,
  STANDBY_WITHOUT_HIGH_AVAILABILITY,
  TASK_MANAGER_WITHOUT_MEMORY,
} from './role-rules';
import { jobManagerOf, taskManagersOf } from './role-section';
import { OPTION_WITHOUT_VALUE, UNREADABLE_OPTION } from './unreadable-option-rules';
import { forEach, type Order } from '../operator-rule';
import { isEnabled, type OptionReading, readings, type Switch } from '../typed-options';

function switchOf(option: Switch): (context: DeploymentContext) => OptionReading[] {
  return ({ options }) => readings(options, 'Boolean', options.find(option.key));
}

export const DEPLOYMENT_ORDER: Order<DeploymentContext> = [
  [forEach(optionsOfDeployment, [OPTION_WITHOUT_VALUE])],
  [MISSING_NAME, INVALID_NAME],
  [MISSING_FLINK_VERSION, UNSUPPORTED_FLINK_VERSION, VERSION_CHANGED_WHILE_SUSPENDED],
  [
    RESERVED_OPTION,
    forEach(switchOf(ROLLBACK), [UNREADABLE_OPTION]),
    ROLLBACK_WITHOUT_HIGH_AVAILABILITY,
    forEach(switchOf(HEALTH_CHECK), [UNREADABLE_OPTION]),
    forEach(
      (context) => (isEnabled(context.options, HEALTH_CHECK) ? switchOf(RECOVERY)(context) : []),
      [UNREADABLE_OPTION],
    ),
    HEALTH_CHECK_WITHOUT_RECOVERY,
  ],
  [forEach(ingressOf, [MISSING_INGRESS_TEMPLATE, INVALID_INGRESS_TEMPLATE])],
  [UNKNOWN_LOGGING_FILE],
  [forEach(jobOfDeployment, JOB_STEPS)],
  [
    forEach(jobManagerOf, [
      JOB_MANAGER_WITHOUT_MEMORY,
      forEach(quantitiesOf, [INVALID_JOB_MANAGER_MEMORY, INVALID_JOB_MANAGER_QUANTITY, REQUIREMENT_TOO_SMALL]),
      REQUEST_ABOVE_LIMIT,
      NO_JOB_MANAGER,
      STANDBY_WITHOUT_HIGH_AVAILABILITY,
    ]),
  ],
  [
    forEach(taskManagersOf, [
      TASK_MANAGER_WITHOUT_MEMORY,
      forEach(quantitiesOf, [INVALID_TASK_MANAGER_MEMORY, INVALID_TASK_MANAGER_QUANTITY, REQUIREMENT_TOO_SMALL]),
      REQUEST_ABOVE_LIMIT,
      NO_TASK_MANAGER,
    ]),
  ],
  [
    forEach(changeOfDeployment, [
      SESSION_CLUSTER_TO_APPLICATION,
      APPLICATION_TO_SESSION_CLUSTER,
      NATIVE_TO_STANDALONE,
      STANDALONE_TO_NATIVE,
      REDEPLOYMENT_WITHOUT_SAVEPOINT,
    ]),
  ],
  [MISSING_SERVICE_ACCOUNT],
  AUTOSCALER_STEPS,
  // From here on, errors at run time.
  [INVALID_OBJECT_NAME],
  [UNDEFINED_FLINK_VERSION, DEPRECATED_FLINK_VERSION, forEach(checkpointOfJob, [CHECKPOINT_ON_REQUEST])],
  [INVALID_PULL_POLICY],
  [forEach(ingressOf, INGRESS_RUNTIME_STEPS)],
  [forEach(jarOf, JAR_RULES)],
  [REPLICAS_IN_NATIVE_MODE, DYNAMIC_RPC_PORT, HOST_ARGUMENT_OF_FLINK_1],
  [NEW_BUT_SUSPENDED],
  [forEach(rolesOf, [MEMORY_TOO_SMALL, RESOURCES_WITHOUT_MEMORY, NO_CPU])],
  [OVERLAPPING_OPTIONS, UNKNOWN_HIGH_AVAILABILITY, OVERRIDDEN_OPTION, ...OPERATOR_OPTION_STEPS],
];

function optionsOfDeployment({ spec }: DeploymentContext) {
  return [{ given: spec.flinkConfiguration, path: 'spec.flinkConfiguration' }];
}
