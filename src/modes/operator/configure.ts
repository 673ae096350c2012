import { canDisableKerberosStep, KERBEROS_SWITCH } from './kerberos';
import { type OperatorModel } from './operator-model';
import { readBlueGreenIngress, readOperatorOptions } from './read-options';
import { isProcessSize } from './resources';
import { CLUSTER_RULES } from './rules/cluster-rules';
import { INVALID_OPERATOR_VERSION } from './rules/resource-rules';
import { FlinkOptions, LIBRARY } from '../../configuration/flink-options';
import { Keys } from '../../configuration/keys';
import { type ClusterModel } from '../../model/cluster-model';
import { DEFAULT_OPERATOR_VERSION, OperatorRelease } from '../../operator-rules/operator-release';
import { type BlueGreenOptions } from '../../props/blue-green-options';
import { Hardening } from '../../props/hardening';
import { OperatorDeploymentMode } from '../../props/operator-options';
import { runChecks } from '../../validation/check';
import { type Problem, reporter } from '../../validation/problem';
import { CHART_RULES } from '../shared/chart-access';
import { javaModules } from '../shared/java-modules';

type Operator = Pick<OperatorModel, 'operator' | 'release'>;

/** The model for the operator's resource, without the options of the library that the operator adds itself. */
export function configure(
  given: unknown,
  blueGreen: BlueGreenOptions | undefined,
  cluster: ClusterModel,
  problems: Problem[],
): OperatorModel {
  const read = readOperator(given, problems);
  const model: OperatorModel = {
    ...cluster,
    ...read,
    blueGreen: blueGreen && {
      ...blueGreen,
      ingress: readBlueGreenIngress(blueGreen.ingress, reporter(problems, 'cluster')),
    },
    jobManager: withPermissions(cluster, read),
    options: optionsOf(cluster, read),
  };
  runChecks(CLUSTER_RULES, model, (part) => reporter(problems, part));
  return model;
}

/** In native mode, the JobManager itself creates TaskManagers, so its pod needs a token of its ServiceAccount. */
function withPermissions({ jobManager }: ClusterModel, { operator }: Operator): ClusterModel['jobManager'] {
  return operator.mode === OperatorDeploymentMode.STANDALONE
    ? jobManager
    : { ...jobManager, rules: [...jobManager.rules, ...CHART_RULES] };
}

function optionsOf({ hardening, kerberos, options, version }: ClusterModel, read: Operator): FlinkOptions {
  const isBare = hardening === Hardening.NONE;
  const added = options.entries.filter(({ key, source }) => source === LIBRARY && (isBare || !isProcessSize(key)));
  const isSwitchNeeded = kerberos !== undefined && canDisableKerberosStep({ ...read, version });
  const changed = options.changed(
    [],
    added.map(({ key }) => key),
  );
  const switched = isSwitchNeeded ? changed.changed([KERBEROS_SWITCH]) : changed;
  return isBare || read.release.can('addsJavaModuleOptions')
    ? switched
    : FlinkOptions.of(javaModules(switched.get(Keys.JAVA_OPTS), version), switched).options;
}

/** Reads the options of the operator and its release: the newest stable one, if the version is not valid. */
export function readOperator(given: unknown, problems: Problem[]): Operator {
  const report = reporter(problems, 'cluster');
  const operator = readOperatorOptions(given, report);
  const release = OperatorRelease.parse(operator.operatorVersion ?? DEFAULT_OPERATOR_VERSION);
  if (release === undefined) {
    report(INVALID_OPERATOR_VERSION, 'mode.operatorVersion', operator.operatorVersion);
  }
  return { operator, release: release ?? OperatorRelease.parse(DEFAULT_OPERATOR_VERSION)! };
}
