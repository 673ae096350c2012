import { withoutEmpty } from './without-empty';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type BlueGreenOptions } from '../../props/blue-green-options';

/** The `spec` of a FlinkBlueGreenDeployment, which contains that of its FlinkDeployments. */
export function blueGreenSpec(
  { ingress, abortGracePeriod, deletionDelay, rescheduleInterval }: BlueGreenOptions,
  spec: ManifestJson,
): ManifestJson {
  const times = {
    'abort.grace-period': abortGracePeriod,
    'deployment-deletion.delay': deletionDelay,
    'reconciliation.reschedule-interval': rescheduleInterval,
  };
  const configuration = Object.entries(times).flatMap(([key, time]) =>
    time === undefined ? [] : [[`kubernetes.operator.bluegreen.${key}`, `${time.toMilliseconds()} ms`] as const],
  );
  return withoutEmpty({ configuration: Object.fromEntries(configuration), ingress, template: { spec } });
}
