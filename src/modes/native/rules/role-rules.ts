import { CLIENT } from './sources';
import { firstRelease } from '../../../configuration/releases';
import { type RoleModel } from '../../../model/cluster-model';
import { type StepContext } from '../../../model/step-decorator';
import { type Check, checkOf } from '../../../validation/check';
import { carriedByOptions } from '../template-options';

/** Rules about what a role sets and native mode, or a release in native mode, does not support. */

const NEW = firstRelease('readsPodTemplates');

const roleRule = checkOf<StepContext>();

export const NO_LIMIT_FACTORS = roleRule({
  id: 'FLK-NAT-15',
  severity: 'error',
  rule: 'Flink {release} limits a container to its requests',
  fix: `remove it, or use Flink ${firstRelease('setsLimitFactors')} or newer`,
  source: CLIENT,
  find({ cluster: { version }, role: { role, stated } }, report) {
    for (const property of ['cpuLimitFactor', 'memoryLimitFactor'] as const) {
      if (stated[property] !== undefined && !version._can('setsLimitFactors')) {
        report.on(role)(property, stated[property], { release: version.releaseLine });
      }
    }
  },
});

export const NO_TASK_MANAGER_WORKLOAD = roleRule({
  id: 'FLK-NAT-16',
  severity: 'warning',
  rule: 'Flink creates the pods of TaskManagers itself, so there is no workload with this field',
  fix: 'remove it',
  source: CLIENT,
  find({ role }, report) {
    for (const property of ['strategy', 'revisionHistoryLimit'] as const) {
      if (role.role === 'taskManager' && role[property] !== undefined) {
        report.on(role.role)(property);
      }
    }
  },
});

export const NO_POD_TEMPLATE = roleRule({
  id: 'FLK-NAT-17',
  severity: 'error',
  rule: 'this needs a pod template, which Flink {release} does not support',
  fix: `use Flink ${NEW} or newer, an option such as containerized.master.env.NAME, or DeploymentMode.standalone()`,
  source: CLIENT,
  find({ cluster, role }, report) {
    const { version, jobManager, taskManager } = cluster;
    if (version._can('readsPodTemplates')) {
      return;
    }
    const { properties } = carriedByOptions(role, cluster);
    const others = templateProperties(role).filter((property) => !properties.has(property));
    if (others.length > 0 || jobManager.image !== taskManager.image) {
      report.on(role.role)(others[0] ?? 'image', undefined, { release: version.releaseLine });
    }
  },
});

/** What a release does not support of one role. */
export const POD_RULES: readonly Check<StepContext>[] = [NO_LIMIT_FACTORS, NO_TASK_MANAGER_WORKLOAD, NO_POD_TEMPLATE];

const SETTINGS = [
  'podSecurityContext',
  'securityContext',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
] as const satisfies readonly (keyof RoleModel)[];

/** Properties of a role that are part of its pod template. */
function templateProperties(role: RoleModel): string[] {
  const { template, secretMounts, secretEnv, stated } = role;
  const { metadata, spec, main } = template;
  const { imagePullPolicy: _policy, ...container } = main;
  const others = {
    podLabels: Object.keys(metadata.labels).length > 0,
    podAnnotations: Object.keys(metadata.annotations).length > 0,
    SecretMount: secretMounts.length > 0,
    SecretEnv: secretEnv.length > 0,
    imagePullPolicy: stated.imagePullPolicy !== undefined,
    ...Object.fromEntries(SETTINGS.map((name) => [name, role[name] !== undefined])),
    podTemplate: role.override !== undefined,
  };
  const isSet = Object.entries(others).filter(([, isPresent]) => isPresent);
  return [...Object.keys({ ...spec, ...container }), ...isSet.map(([property]) => property)];
}
