import { type Duration } from 'cdk8s';
import { type OperatorIngress } from './operator-options';

/**
 * Options of a transition from one colour of a job to the other.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-main/docs/custom-resource/overview/
 */
export interface BlueGreenOptions {
  /**
   * The Ingress, which always routes to the active colour. `{{name}}` in its template is the name without a colour.
   * @default - none
   */
  readonly ingress?: OperatorIngress;
  /**
   * Time for the new colour to start. Afterwards the operator deletes it, and the old colour keeps running.
   * @default - the default of the operator, which is 10 minutes
   */
  readonly abortGracePeriod?: Duration;
  /**
   * Time after which the old colour is deleted, once the new one runs.
   * @default - the default of the operator, which is immediately
   */
  readonly deletionDelay?: Duration;
  /**
   * Time between two checks of a transition by the operator.
   * @default - the default of the operator, which is 15 seconds
   */
  readonly rescheduleInterval?: Duration;
}
