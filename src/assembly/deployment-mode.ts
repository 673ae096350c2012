import { flinkClient } from './flink-client';
import { type Mode } from '../model/step-decorator';
import { nativeMode } from '../modes/native/native-mode';
import { operatorMode } from '../modes/operator/operator-mode';
import { STANDALONE } from '../modes/standalone/standalone-mode';
import { type BlueGreenOptions } from '../props/blue-green-options';
import { type NativeModeOptions } from '../props/native-options';
import { type OperatorModeOptions } from '../props/operator-options';

/**
 * How a cluster is deployed. The same definition of a cluster works in every mode.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/overview/
 */
export class DeploymentMode {
  /** Standalone mode: ordinary Kubernetes workloads run both roles, and Flink itself does not create pods. */
  public static standalone(): DeploymentMode {
    return DeploymentMode.STANDALONE;
  }

  /**
   * Operator mode: a `FlinkDeployment` that the Flink Kubernetes Operator runs. In addition to your settings, the
   * resource contains sizes, the image, the ServiceAccount and the pod template of the hardening; with
   * `Hardening.NONE`, it contains only your settings.
   *
   * @param options The release and the settings of the operator
   * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/
   */
  public static operator(options: OperatorModeOptions = {}): DeploymentMode {
    const load = (blueGreen?: BlueGreenOptions): Mode => operatorMode(options, flinkClient, blueGreen);
    return new DeploymentMode('operator', load, (blueGreen) => new DeploymentMode('operator', () => load(blueGreen)));
  }

  /**
   * Native mode: a Deployment runs the JobManager, and Flink itself creates and deletes the TaskManagers.
   *
   * @param options The settings of native mode
   * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/native_kubernetes/
   */
  public static native(options: NativeModeOptions = {}): DeploymentMode {
    return new DeploymentMode('native', () => nativeMode(options));
  }

  private static readonly STANDALONE = new DeploymentMode('standalone', () => STANDALONE);

  private mode?: Mode;

  private constructor(
    /** Name of the mode. */
    public readonly name: string,
    private readonly load: () => Mode,
    /**
     * The same mode for a blue/green deployment; absent if the mode does not support it.
     * @internal
     */
    public readonly _blueGreen?: (blueGreen: BlueGreenOptions) => DeploymentMode,
  ) {}

  /** @internal */
  public get _mode(): Mode {
    return (this.mode ??= this.load());
  }
}
