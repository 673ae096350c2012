import { type DeploymentContext } from './context';
import { Keys } from '../../configuration/keys';
import { prefixOverlaps } from '../../configuration/overlap';
import { highAvailability, isHighlyAvailable, isTypeOfHighAvailability } from '../high-availability';
import { flinkOf } from '../operator-release';
import { operatorRuleFor } from '../operator-rule';
import { OperatorStage } from '../operator-stage';
import { type DeploymentSpec } from '../reading/specs';
import { isEnabled, type Switch } from '../typed-options';

const optionRule = operatorRuleFor<DeploymentContext>();

const VALIDATOR = 'operator: DefaultValidator.validateFlinkDeploymentConfig';
const RESERVED = [Keys.KUBERNETES_NAMESPACE, Keys.KUBERNETES_CLUSTER_ID, Keys.HIGH_AVAILABILITY_CLUSTER_ID];
/** Options that the operator does not write to Flink's configuration file. */
const OPTION_OF_OPERATOR = /^(?:kubernetes\.operator\.|job\.autoscaler\.)/;

export const ROLLBACK: Switch = { key: 'kubernetes.operator.deployment.rollback.enabled', standard: false };
export const HEALTH_CHECK: Switch = { key: 'kubernetes.operator.cluster.health-check.enabled', standard: false };
export const RECOVERY: Switch = { key: 'kubernetes.operator.jm-deployment-recovery.enabled', standard: true };

export const RESERVED_OPTION = optionRule({
  id: 'FLK-OPR-05',
  severity: 'error',
  check: 'V05',
  stage: OperatorStage.VALIDATION,
  message: '^Forbidden Flink config key',
  rule: 'the operator sets this option from the name and the namespace of the resource (set in {source})',
  fix: 'remove it',
  source: VALIDATOR,
  find({ options }, report) {
    for (const key of RESERVED) {
      const found = options.find(key);
      if (found !== undefined) report(found.property, found.text, { source: found.property });
    }
  },
});

export const ROLLBACK_WITHOUT_HIGH_AVAILABILITY = optionRule({
  id: 'FLK-OPR-06',
  severity: 'error',
  check: 'V06',
  stage: OperatorStage.VALIDATION,
  message: '^HA must be enabled for rollback',
  rule: 'a rollback needs high availability, which is disabled (requested by {source})',
  fix: 'set high-availability.type to kubernetes, with high-availability.storageDir',
  source: VALIDATOR,
  find({ options }, report) {
    if (isEnabled(options, ROLLBACK) && !isHighlyAvailable(options)) {
      const { property, text } = options.find(ROLLBACK.key)!;
      report(property, text, { source: property });
    }
  },
});

export const HEALTH_CHECK_WITHOUT_RECOVERY = optionRule({
  id: 'FLK-OPR-07',
  severity: 'error',
  check: 'V07',
  stage: OperatorStage.VALIDATION,
  message: '^Deployment recovery \\(',
  rule: 'the health check restarts the JobManager, but kubernetes.operator.jm-deployment-recovery.enabled is false',
  fix: 'enable the recovery, or disable the health check',
  source: VALIDATOR,
  find({ options }, report) {
    if (isEnabled(options, HEALTH_CHECK) && !isEnabled(options, RECOVERY)) {
      const { property, text } = options.find(HEALTH_CHECK.key)!;
      report(property, text);
    }
  },
});

export const OVERLAPPING_OPTIONS = optionRule({
  id: 'FLK-OPR-74',
  severity: 'error',
  check: 'R1',
  stage: OperatorStage.RUNTIME,
  rule: '{leaf} has a value and is also the prefix of {child}, which the operator rejects for Flink 2',
  fix: 'use the current name of {leaf}, or remove one of the two',
  source: 'operator: configuration file for Flink 2',
  find({ spec: { flinkVersion }, options }, report) {
    if (flinkVersion === null || flinkOf(flinkVersion)._can('readsLegacyFile')) {
      return;
    }
    const keys = [...options.keys()].filter((key) => !OPTION_OF_OPERATOR.test(key));
    const added = isHighlyAvailable(options) ? [Keys.HIGH_AVAILABILITY_CLUSTER_ID] : [];
    const reported = new Set<string>();
    // An option that the user sets is reported instead of one that the operator adds.
    for (const { leaf, child } of [...prefixOverlaps(keys), ...prefixOverlaps([...keys, ...added])]) {
      if (!reported.has(leaf)) report(options.find(leaf)!.property, options.get(leaf), { leaf, child });
      reported.add(leaf);
    }
  },
});

export const UNKNOWN_HIGH_AVAILABILITY = optionRule({
  id: 'FLK-OPR-89',
  severity: 'error',
  check: 'R23',
  stage: OperatorStage.RUNTIME,
  rule: 'neither a type of high availability nor the name of a class, so it counts as enabled (set in {source})',
  fix: 'write kubernetes, zookeeper or NONE',
  source: 'operator: HighAvailabilityMode',
  find({ options }, report) {
    const found = highAvailability(options);
    if (found !== undefined && !isTypeOfHighAvailability(found.text)) {
      report(found.property, found.text, { source: found.property });
    }
  },
});

export const OVERRIDDEN_OPTION = optionRule({
  id: 'FLK-OPR-85',
  severity: 'warning',
  check: 'R19',
  stage: OperatorStage.RUNTIME,
  rule: '{field} sets this option and takes precedence',
  fix: 'remove the option',
  source: 'operator: FlinkConfigBuilder',
  // Only the options of the resource itself: the defaults of the operator are meant to be overridden.
  find({ spec }, report) {
    for (const { field, keys, value } of fieldsThatSetOptions(spec)) {
      const key = keys.find((name) => spec.flinkConfiguration?.has(name));
      const text = key === undefined ? undefined : spec.flinkConfiguration!.get(key);
      if (key !== undefined && value !== null && text !== String(value)) {
        report(`spec.flinkConfiguration.${key}`, text ?? undefined, { field });
      }
    }
  },
});

/** A field that sets an option of Flink. */
interface FieldOfOption {
  readonly field: string;
  /** The names of the option in different releases. */
  readonly keys: readonly string[];
  /** The value of the field, null if it does not set the option. */
  readonly value: string | number | null;
}

function fieldsThatSetOptions(spec: DeploymentSpec): FieldOfOption[] {
  const { image, imagePullPolicy, serviceAccount, jobManager, taskManager, job } = spec;
  const [jobManagerResource, taskManagerResource] = [jobManager?.resource, taskManager?.resource];
  const own = (field: string, keys: string[], value: string | number | null | undefined): FieldOfOption => ({
    field: `spec.${field}`,
    keys,
    value: value ?? null,
  });
  return [
    own('image', ['kubernetes.container.image.ref', 'kubernetes.container.image'], image || null),
    own('imagePullPolicy', ['kubernetes.container.image.pull-policy'], imagePullPolicy || null),
    own('serviceAccount', ['kubernetes.service-account'], serviceAccount),
    own('jobManager.resource.memory', [Keys.JOB_MANAGER_PROCESS_SIZE], jobManagerResource?.memory),
    own('jobManager.resource.cpu', cpuKeys('jobmanager'), jobManagerResource?.cpu),
    own('jobManager.replicas', ['kubernetes.jobmanager.replicas'], jobManager?.replicas),
    own('taskManager.resource.memory', [Keys.TASK_MANAGER_PROCESS_SIZE], taskManagerResource?.memory),
    own('taskManager.resource.cpu', cpuKeys('taskmanager'), taskManagerResource?.cpu),
    own('job.parallelism', [Keys.PARALLELISM], job?.parallelism || null),
  ];
}

function cpuKeys(role: string): string[] {
  return [`kubernetes.${role}.cpu.amount`, `kubernetes.${role}.cpu`];
}
