import { flinkClient } from './flink-client';
import { type Mode } from '../model/step-decorator';
import { nativeMode } from '../modes/native/native-mode';
import { operatorMode } from '../modes/operator/operator-mode';
import { STANDALONE } from '../modes/standalone/standalone-mode';
import { type BlueGreenOptions } from '../props/blue-green-options';
import { type NativeModeOptions } from '../props/native-options';
import { type OperatorModeOptions } from '../props/operator-options';

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
    const load = (blueGreen?: BlueGreenOptions): Mode => operatorMode(options, flinkClient, blueGreen);
    return new DeploymentMode('operator', load, (blueGreen) => new DeploymentMode('operator', () => load(blueGreen)));
  }

  /**
   * One Deployment for the JobManager; Flink makes its TaskManagers itself, and gives them back.
   *
   * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/native_kubernetes/
   */
  public static native(options: NativeModeOptions = {}): DeploymentMode {
    return new DeploymentMode('native', () => nativeMode(options));
  }

  private static readonly STANDALONE = new DeploymentMode('standalone', () => STANDALONE);

  private mode?: Mode;

  private constructor(
    /** The mode's name. */
    public readonly name: string,
    private readonly load: () => Mode,
    /**
     * The same for a job of two colours, where the mode has such a thing.
     * @internal
     */
    public readonly _ofTwoColours?: (blueGreen: BlueGreenOptions) => DeploymentMode,
  ) {}

  /** @internal */
  public get _mode(): Mode {
    return (this.mode ??= this.load());
  }
}
