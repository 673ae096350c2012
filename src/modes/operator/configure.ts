import { checkPlaces } from './checks';
import { type OperatorModel } from './operator-model';
import { readBlueGreenIngress, readOperatorOptions } from './read-options';
import { isProcessSize } from './resources';
import { FlinkOptions, LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { FlinkVersion } from '../../configuration/flink-version';
import { Keys } from '../../configuration/keys';
import { type ClusterModel } from '../../model/cluster-model';
import { DEFAULT_OPERATOR_VERSION, OperatorRelease } from '../../operator-rules/operator-release';
import { type BlueGreenOptions } from '../../props/blue-green-options';
import { Hardening } from '../../props/hardening';
import { OperatorDeploymentMode } from '../../props/operator-options';
import { type Problem, reporter } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { CHART_RULES } from '../shared/chart-access';
import { javaModules } from '../shared/java-modules';

/** The model as the operator is told of it: what the library would add to a cluster is the operator's to add. */
export function configure(
  given: unknown,
  blueGreen: BlueGreenOptions | undefined,
  cluster: ClusterModel,
  problems: Problem[],
): OperatorModel {
  const { operator, release } = readOperator(given, problems);
  const { jobManager } = cluster;
  const isBare = cluster.hardening === Hardening.NONE;
  const added = cluster.options.entries.filter(
    ({ key, source }) => source === LIBRARY && (isBare || !isProcessSize(key)),
  );
  const stated = cluster.options.changed(
    [],
    added.map(({ key }) => key),
  );
  const options = leavesKerberos(cluster, operator.mode, release, problems)
    ? stated.changed([KERBEROS_SWITCH])
    : stated;
  const model: OperatorModel = {
    ...cluster,
    operator,
    release,
    blueGreen: blueGreen && {
      ...blueGreen,
      ingress: readBlueGreenIngress(blueGreen.ingress, reporter(problems, 'cluster')),
    },
    // Flink itself asks Kubernetes for TaskManagers, and needs the account's token for it.
    jobManager:
      operator.mode === OperatorDeploymentMode.STANDALONE
        ? jobManager
        : { ...jobManager, rules: [...jobManager.rules, ...CHART_RULES] },
    options:
      isBare || release.can('addsJavaModuleOptions')
        ? options
        : FlinkOptions.of(javaModules(options.get(Keys.JAVA_OPTS), cluster.version), options).options,
  };
  checkPlaces(model, problems);
  return model;
}

const KERBEROS_SWITCH: OptionEntry = {
  key: 'kubernetes.decorator.kerberos-mount.enabled',
  value: 'false',
  kind: 'explicit',
  source: LIBRARY,
};

/**
 * Whether Flink is told to leave the keytab and krb5.conf to the templates: its client, which runs in the pod of the operator, would read them there,
 * and JobManagers would look for Secrets of their own names. Where it cannot be told, that is an error.
 */
function leavesKerberos(
  { kerberos, version }: ClusterModel,
  mode: OperatorDeploymentMode | undefined,
  release: OperatorRelease,
  problems: Problem[],
): boolean {
  if (kerberos === undefined) {
    return false;
  }
  const canBeTold =
    mode !== OperatorDeploymentMode.STANDALONE &&
    version._isAtLeast('1.17') &&
    FlinkVersion.of(release.ownFlink)._isAtLeast('1.17');
  if (!canBeTold) {
    reporter(problems, 'cluster')(RULES['FLK-OPM-14'], 'mode', undefined);
  }
  return canBeTold;
}

/** What is said of the operator itself, and its release: the newest stable one where the text names none. */
export function readOperator(given: unknown, problems: Problem[]): Pick<OperatorModel, 'operator' | 'release'> {
  const report = reporter(problems, 'cluster');
  const operator = readOperatorOptions(given, report);
  const release = OperatorRelease.parse(operator.operatorVersion ?? DEFAULT_OPERATOR_VERSION);
  if (release === undefined) {
    report(RULES['FLK-OPM-01'], 'mode.operatorVersion', operator.operatorVersion);
  }
  return { operator, release: release ?? OperatorRelease.parse(DEFAULT_OPERATOR_VERSION)! };
}
