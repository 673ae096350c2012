import { type DeploymentContext } from './context';
import { operatorOptionRules } from './operator-option-rules';
import { Keys } from '../../configuration/keys';
import { prefixOverlaps } from '../../configuration/overlap';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { highAvailability, isHighlyAvailable, isKindOfHighAvailability } from '../high-availability';
import { isFlinkAtLeast } from '../operator-release';
import { type DeploymentSpec } from '../reading/specs';

/** Options that never reach Flink's configuration file. */
const OF_THE_OPERATOR = /^(?:kubernetes\.operator\.|job\.autoscaler\.)/;

/** What of the options of a FlinkDeployment fails later, or has no effect. */
export function configurationRules(context: DeploymentContext, report: Report): void {
  overlapRule(context, report);
  haRule(context, report);
  hiddenRule(context, report);
  operatorOptionRules(context.spec.flinkConfiguration, context.release, report);
}

function overlapRule({ spec: { flinkVersion }, options }: DeploymentContext, report: Report): void {
  if (flinkVersion === null || !isFlinkAtLeast(flinkVersion, 'v2_0')) {
    return;
  }
  const keys = [...options.keys()].filter((key) => !OF_THE_OPERATOR.test(key));
  const added = isHighlyAvailable(options) ? [Keys.HIGH_AVAILABILITY_CLUSTER_ID] : [];
  const told = new Set<string>();
  // What somebody has written is told before what the operator adds.
  for (const { leaf, child } of [...prefixOverlaps(keys), ...prefixOverlaps([...keys, ...added])]) {
    if (!told.has(leaf)) report(RULES['FLK-OPR-74'], options.find(leaf)!.property, options.get(leaf), { leaf, child });
    told.add(leaf);
  }
}

function haRule({ options }: DeploymentContext, report: Report): void {
  const found = highAvailability(options);
  if (found !== undefined && !isKindOfHighAvailability(found.text)) {
    report(RULES['FLK-OPR-89'], found.property, found.text, { source: found.property });
  }
}

/** Options that a field of the spec sets, too, with what it sets them to where that is a text. */
function hiddenOptions(spec: DeploymentSpec): [field: string, keys: string[], value: unknown][] {
  const { image, imagePullPolicy, serviceAccount, jobManager, taskManager, job } = spec;
  return [
    ['spec.image', ['kubernetes.container.image.ref', 'kubernetes.container.image'], image || null],
    ['spec.imagePullPolicy', ['kubernetes.container.image.pull-policy'], imagePullPolicy || null],
    ['spec.serviceAccount', ['kubernetes.service-account'], serviceAccount],
    ['spec.jobManager.resource.memory', [Keys.JOB_MANAGER_PROCESS_SIZE], jobManager?.resource?.memory ?? null],
    [
      'spec.jobManager.resource.cpu',
      ['kubernetes.jobmanager.cpu.amount', 'kubernetes.jobmanager.cpu'],
      jobManager?.resource?.cpu ?? null,
    ],
    ['spec.jobManager.replicas', ['kubernetes.jobmanager.replicas'], jobManager?.replicas ?? null],
    ['spec.taskManager.resource.memory', [Keys.TASK_MANAGER_PROCESS_SIZE], taskManager?.resource?.memory ?? null],
    [
      'spec.taskManager.resource.cpu',
      ['kubernetes.taskmanager.cpu.amount', 'kubernetes.taskmanager.cpu'],
      taskManager?.resource?.cpu ?? null,
    ],
    ['spec.job.parallelism', [Keys.PARALLELISM], job?.parallelism || null],
  ];
}

/** Only what the resource itself says: defaults of the operator are there to be overruled. */
function hiddenRule({ spec }: DeploymentContext, report: Report): void {
  for (const [field, keys, value] of hiddenOptions(spec)) {
    const key = keys.find((name) => spec.flinkConfiguration?.has(name));
    const text = key === undefined ? undefined : spec.flinkConfiguration!.get(key);
    if (key !== undefined && value !== null && text !== String(value)) {
      report(RULES['FLK-OPR-85'], `spec.flinkConfiguration.${key}`, text ?? undefined, { field });
    }
  }
}
