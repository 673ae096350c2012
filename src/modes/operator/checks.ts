import { type OperatorModel } from './operator-model';
import { type RoleModel } from '../../model/cluster-model';
import { type Problem, reporter } from '../../validation/problem';

/** What the operator takes for the configuration directory; it writes Flink's own file itself. */
const LOG_FILES: readonly string[] = ['log4j-console.properties', 'logback-console.xml'];

/** What a cluster says that has no place in the operator's resource. */
export function checkPlaces(cluster: OperatorModel, problems: Problem[]): void {
  const report = reporter(problems, 'cluster');
  for (const name of cluster.files.keys()) {
    if (!LOG_FILES.includes(name)) {
      report('FLK-OPM-02', `files.${name}`);
    }
  }
  checkRole(cluster.jobManager, 'jobManager', problems);
  checkRole(cluster.taskManager, 'taskManager', problems);
  if (cluster.queryableState !== undefined) {
    reporter(problems, 'taskManager')('FLK-OPM-04', 'queryableState');
  }
}

function checkRole(role: RoleModel, part: 'jobManager' | 'taskManager', problems: Problem[]): void {
  for (const property of ['strategy', 'revisionHistoryLimit'] as const) {
    if (role[property] !== undefined) {
      reporter(problems, part)('FLK-OPM-03', property);
    }
  }
}
