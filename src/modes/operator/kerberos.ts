import { type OperatorModel } from './operator-model';
import { LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { FlinkVersion } from '../../configuration/flink-version';
import { OperatorDeploymentMode } from '../../props/operator-options';

/** The option that disables Flink's own step for Kerberos, so that pod templates mount the files. */
export const KERBEROS_SWITCH: OptionEntry = {
  key: 'kubernetes.decorator.kerberos-mount.enabled',
  value: 'false',
  kind: 'explicit',
  source: LIBRARY,
};

/**
 * Whether Flink's own step for Kerberos can be disabled. Its client runs in the pod of the operator and would read the
 * files there, and JobManagers would look for Secrets with Flink's own names.
 */
export function canDisableKerberosStep({
  operator,
  release,
  version,
}: Pick<OperatorModel, 'operator' | 'release' | 'version'>): boolean {
  const isNative = operator.mode !== OperatorDeploymentMode.STANDALONE;
  const client = FlinkVersion.of(release.ownFlink);
  return isNative && [version, client].every((flink) => flink._can('disablesDecorators'));
}
