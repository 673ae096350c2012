import { type OperatorModel } from './operator-model';
import { type RoleModel } from '../../model/cluster-model';
import { type FlinkPolicyRule } from '../../props/contribution';
import { type Problem, reporter } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { CHART_ACCOUNT, CHART_RULES } from '../shared/chart-access';

/** What the operator takes for the configuration directory; it writes Flink's own file itself. */
const LOG_FILES: readonly string[] = ['log4j-console.properties', 'logback-console.xml'];

/** What a cluster says that has no place in the operator's resource. */
export function checkPlaces(cluster: OperatorModel, problems: Problem[]): void {
  const report = reporter(problems, 'cluster');
  for (const name of cluster.files.keys()) {
    if (!LOG_FILES.includes(name)) {
      report(RULES['FLK-OPM-02'], `files.${name}`);
    }
  }
  const { type, nodePort, loadBalancerSourceRanges } = cluster.restService;
  if (type === 'None' || nodePort !== undefined || loadBalancerSourceRanges !== undefined) {
    reporter(problems, 'jobManager')(RULES['FLK-OPM-07'], 'restAccess', type);
  }
  const isChartsOwn =
    cluster.jobManager.serviceAccountName === undefined && cluster.taskManager.serviceAccountName === undefined;
  for (const [key, value] of isChartsOwn ? Object.entries(cluster.jobManager.serviceAccountAnnotations) : []) {
    reporter(problems, 'jobManager')(RULES['FLK-OPM-13'], 'serviceAccount', CHART_ACCOUNT, { key, value });
  }
  checkRole(cluster.jobManager, 'jobManager', problems);
  checkRole(cluster.taskManager, 'taskManager', problems);
  if (cluster.queryableState !== undefined) {
    reporter(problems, 'taskManager')(RULES['FLK-OPM-04'], 'queryableState');
  }
}

function checkRole(role: RoleModel, part: 'jobManager' | 'taskManager', problems: Problem[]): void {
  for (const { resources } of role.rules.filter((rule) => !isGiven(rule))) {
    reporter(problems, part)(RULES['FLK-OPM-08'], 'features', resources.join(', '));
  }
  for (const property of ['strategy', 'revisionHistoryLimit'] as const) {
    if (role[property] !== undefined) {
      reporter(problems, part)(RULES['FLK-OPM-03'], property);
    }
  }
}

/** Whether the Role of the operator's chart holds a right. */
function isGiven({ apiGroups, resources, verbs }: FlinkPolicyRule): boolean {
  return apiGroups.every((group) =>
    CHART_RULES.some(
      (rule) =>
        rule.apiGroups.includes(group) &&
        resources.every((resource) => rule.resources.includes(resource)) &&
        verbs.every((verb) => rule.verbs.includes(verb)),
    ),
  );
}
