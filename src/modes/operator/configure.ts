import { checkPlaces } from './checks';
import { type OperatorModel } from './operator-model';
import { readOperatorOptions } from './read-options';
import { isProcessSize } from './resources';
import { FlinkOptions, LIBRARY } from '../../configuration/flink-options';
import { Keys } from '../../configuration/keys';
import { type ClusterModel } from '../../model/cluster-model';
import { Hardening } from '../../model/hardening';
import { OperatorDeploymentMode, type OperatorModeOptions } from '../../model/operator-options';
import { type Problem, reporter } from '../../validation/problem';
import { CHART_RULES } from '../shared/chart-access';
import { javaModules } from '../shared/java-modules';

/** The release that is meant where none is named. */
const DEFAULT_OPERATOR_VERSION = '1.15.0';
const GRAMMAR = /^(\d{1,3})\.(\d{1,3})(?:\.\d{1,3})?(?:-[0-9A-Za-z.-]+)?$/;

/** The model as the operator is told of it: what the library would add to a cluster is the operator's to add. */
export function configure(given: unknown, cluster: ClusterModel, problems: Problem[]): OperatorModel {
  const report = reporter(problems, 'cluster');
  const operator = readOperatorOptions(given, report);
  const isAtLeast = release(operator, () => report('FLK-OPM-01', 'mode.operatorVersion', operator.operatorVersion));
  const { jobManager } = cluster;
  const isBare = cluster.hardening === Hardening.NONE;
  const added = cluster.options.entries.filter(({ key, source }) => source === LIBRARY && (isBare || !isProcessSize(key)));
  const stated = cluster.options.changed([], added.map(({ key }) => key));
  const model: OperatorModel = {
    ...cluster,
    operator,
    isAtLeast,
    // Flink itself asks Kubernetes for TaskManagers, and needs the account's token for it.
    jobManager: operator.mode === OperatorDeploymentMode.STANDALONE ? jobManager : { ...jobManager, rules: [...jobManager.rules, ...CHART_RULES] },
    options: isBare || isAtLeast('1.11')
      ? stated
      : FlinkOptions.of(javaModules(stated.get(Keys.JAVA_OPTS), cluster.version), stated).options,
  };
  checkPlaces(model, problems);
  return model;
}

function release({ operatorVersion = DEFAULT_OPERATOR_VERSION }: Partial<OperatorModeOptions>, refuse: () => void): (line: string) => boolean {
  const match = GRAMMAR.exec(operatorVersion);
  if (match === null) {
    refuse();
  }
  const [major, minor] = match === null ? [1, 15] : [Number(match[1]), Number(match[2])];
  return (line) => {
    const [otherMajor, otherMinor] = line.split('.').map(Number) as [number, number];
    return major > otherMajor || (major === otherMajor && minor >= otherMinor);
  };
}
