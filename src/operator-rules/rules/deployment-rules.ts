import { autoscalerRules } from './autoscaler-rules';
import { type DeploymentContext } from './context';
import { jobRules } from './job-rules';
import { jobManagerRules, taskManagerRules } from './role-rules';
import { isBlank, isDeploymentName, LONGEST_NAME } from './text';
import { Keys } from '../../configuration/keys';
import { toDns1035Label } from '../../kubernetes/names';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { isHighlyAvailable } from '../high-availability';
import { expandIngress, TEMPLATE_EXAMPLE } from '../ingress';
import { isFlinkAtLeast } from '../operator-release';
import { isOn } from '../typed-options';

const FORBIDDEN = [Keys.KUBERNETES_NAMESPACE, Keys.KUBERNETES_CLUSTER_ID, Keys.HIGH_AVAILABILITY_CLUSTER_ID];
const LOG_FILES = ['log4j-console.properties', 'logback-console.xml'];

const ROLLBACK = { key: 'kubernetes.operator.deployment.rollback.enabled', standard: false };
const HEALTH_CHECK = { key: 'kubernetes.operator.cluster.health-check.enabled', standard: false };
const RECOVERY = { key: 'kubernetes.operator.jm-deployment-recovery.enabled', standard: true };

/** A check of the operator: of what it reports, the operator itself gets to see the first. */
export type Check = (context: DeploymentContext, report: Report) => void;

/** What the validator asks of a FlinkDeployment, in its order. */
export const DEPLOYMENT_CHECKS: readonly Check[] = [
  checkName,
  checkVersion,
  checkOptions,
  checkIngress,
  checkLogging,
  jobRules,
  jobManagerRules,
  taskManagerRules,
  checkChange,
  checkAccount,
  ({ options, release }, report) => autoscalerRules(options, release, report),
];

function checkName({ resource: { name } }: DeploymentContext, report: Report): void {
  if (name === null) {
    report(RULES['FLK-OPR-56'], 'metadata.name', undefined, { fix: 'write a name' });
  } else if (!isDeploymentName(name)) {
    report(RULES['FLK-OPR-01'], 'metadata.name', name, { suggestion: toDns1035Label(name, LONGEST_NAME) || 'flink' });
  }
}

function checkVersion({ spec, previous, release }: DeploymentContext, report: Report): void {
  const { flinkVersion, job } = spec;
  if (flinkVersion === null) {
    report(RULES['FLK-OPR-02'], 'spec.flinkVersion', undefined, { known: release.flinkVersions.join(', ') });
    return;
  }
  if (release.isAtLeast('1.9') && !isFlinkAtLeast(flinkVersion, 'v1_15')) {
    report(RULES['FLK-OPR-03'], 'spec.flinkVersion', flinkVersion, { version: release.version });
  }
  const before = previous?.job;
  const isBound =
    before?.state === 'suspended' &&
    before.upgradeMode === 'last-state' &&
    job !== null &&
    job.upgradeMode !== 'stateless';
  if (isBound && previous!.flinkVersion !== flinkVersion) {
    report(RULES['FLK-OPR-04'], 'spec.flinkVersion', flinkVersion, {
      before: previous!.flinkVersion ?? 'another Flink',
    });
  }
}

function checkOptions({ options }: DeploymentContext, report: Report): void {
  for (const key of FORBIDDEN) {
    const found = options.find(key);
    if (found !== undefined) report(RULES['FLK-OPR-05'], found.property, found.text, { source: found.property });
  }
  if (isOn(options, ROLLBACK, report) && !isHighlyAvailable(options)) {
    const { property, text } = options.find(ROLLBACK.key)!;
    report(RULES['FLK-OPR-06'], property, text, { source: property });
  }
  if (isOn(options, HEALTH_CHECK, report) && !isOn(options, RECOVERY, report)) {
    const { property, text } = options.find(HEALTH_CHECK.key)!;
    report(RULES['FLK-OPR-07'], property, text);
  }
}

function checkIngress({ resource, spec: { ingress } }: DeploymentContext, report: Report): void {
  if (ingress === null) {
    return;
  }
  if (ingress.template === null) {
    report(RULES['FLK-OPR-08'], 'spec.ingress.template', undefined, { example: TEMPLATE_EXAMPLE });
    return;
  }
  const expanded = expandIngress(ingress.template, resource.name ?? '', resource.namespace);
  if ('problem' in expanded) {
    report(RULES['FLK-OPR-09'], 'spec.ingress.template', ingress.template, {
      problem: expanded.problem,
      example: TEMPLATE_EXAMPLE,
    });
  }
}

function checkLogging({ spec: { logConfiguration } }: DeploymentContext, report: Report): void {
  for (const file of Object.keys(logConfiguration ?? {})) {
    if (!LOG_FILES.includes(file)) report(RULES['FLK-OPR-10'], `spec.logConfiguration.${file}`);
  }
}

function checkChange({ spec, previous, release }: DeploymentContext, report: Report): void {
  if (previous === undefined) {
    return;
  }
  if ((spec.job === null) !== (previous.job === null)) {
    report(spec.job === null ? RULES['FLK-OPR-26'] : RULES['FLK-OPR-25'], 'spec.job');
  }
  const [before, now] = [previous.mode ?? 'native', spec.mode ?? 'native'];
  if (before !== now) {
    report(before === 'native' ? RULES['FLK-OPR-27'] : RULES['FLK-OPR-28'], 'spec.mode', spec.mode ?? undefined);
  }
  const { savepointRedeployNonce: nonce, initialSavepointPath: path } = spec.job ?? {
    savepointRedeployNonce: null,
    initialSavepointPath: null,
  };
  const isRedeployed =
    release.isAtLeast('1.8') &&
    previous.job !== null &&
    nonce !== null &&
    nonce !== previous.job.savepointRedeployNonce;
  if (isRedeployed && isBlank(path)) {
    report(RULES['FLK-OPR-29'], 'spec.job.initialSavepointPath', path ?? undefined);
  }
}

function checkAccount({ spec: { serviceAccount } }: DeploymentContext, report: Report): void {
  if (serviceAccount === null) {
    report(RULES['FLK-OPR-30'], 'spec.serviceAccount');
  }
}
