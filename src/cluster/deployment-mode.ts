import { type OperatorModeOptions } from '../model/operator-options';
import { type Mode } from '../model/step-decorator';

/**
 * How a cluster is deployed; the same definition renders in every mode.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/overview/
 */
export class DeploymentMode {
  /** Ordinary Deployments that Kubernetes keeps running; Flink does not know that it runs on Kubernetes. */
  public static standalone(): DeploymentMode {
    return DeploymentMode.STANDALONE;
  }

  /**
   * A `FlinkDeployment` that the Flink Kubernetes Operator runs. Nothing but what was stated is written, beside sizes, image, account and
   * the hardening's pod template; with `Hardening.NONE` not even those.
   *
   * @param options Release and settings of the operator
   * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/
   */
  public static operator(options: OperatorModeOptions = {}): DeploymentMode {
    return new DeploymentMode(
      'operator', () => (require('../modes/operator/operator-mode') as typeof import('../modes/operator/operator-mode')).operatorMode(options),
    );
  }

  private static readonly STANDALONE = new DeploymentMode(
    'standalone', () => (require('../modes/standalone/standalone-mode') as typeof import('../modes/standalone/standalone-mode')).STANDALONE,
  );

  private mode?: Mode;

  private constructor(
    /** The mode's name. */
    public readonly name: string,
    private readonly load: () => Mode,
  ) {}

  /** @internal */
  public get _mode(): Mode {
    return this.mode ??= this.load();
  }
}
