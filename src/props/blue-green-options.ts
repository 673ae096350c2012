import { type Duration } from 'cdk8s';
import { type OperatorIngress } from './operator-options';

/**
 * How the operator goes from one colour of a job to the other.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-main/docs/custom-resource/overview/
 */
export interface BlueGreenOptions {
  /**
   * The Ingress that always leads to the active colour; `{{name}}` in its template is the name without a colour.
   * @default - none
   */
  readonly ingress?: OperatorIngress;
  /**
   * How long the new colour may take until it runs; after that it is given up, and the old one stays.
   * @default - the operator's own, which is 10 minutes
   */
  readonly abortGracePeriod?: Duration;
  /**
   * How long the old colour is kept once the new one runs.
   * @default - the operator's own, which is not at all
   */
  readonly deletionDelay?: Duration;
  /**
   * How often the operator looks at a transition.
   * @default - the operator's own, which is 15 seconds
   */
  readonly rescheduleInterval?: Duration;
}
