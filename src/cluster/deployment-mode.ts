import { type BlueGreenOptions } from '../model/blue-green-options';
import { type NativeModeOptions } from '../model/native-options';
import { type OperatorModeOptions } from '../model/operator-options';
import { type Mode } from '../model/step-decorator';
import { lazily } from '../validation/lazily';

const client = lazily(() => require('./flink-client') as typeof import('./flink-client'));

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
    const load = (blueGreen?: BlueGreenOptions): Mode =>
      (require('../modes/operator/operator-mode') as typeof import('../modes/operator/operator-mode')).operatorMode(
        options,
        (request, role, problems) => client().flinkClient(request, role, problems),
        blueGreen,
      );
    return new DeploymentMode('operator', load, (blueGreen) => new DeploymentMode('operator', () => load(blueGreen)));
  }

  /**
   * One Deployment for the JobManager; Flink makes its TaskManagers itself, and gives them back.
   *
   * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/native_kubernetes/
   */
  public static native(options: NativeModeOptions = {}): DeploymentMode {
    return new DeploymentMode('native', () =>
      (require('../modes/native/native-mode') as typeof import('../modes/native/native-mode')).nativeMode(options),
    );
  }

  private static readonly STANDALONE = new DeploymentMode(
    'standalone',
    () =>
      (require('../modes/standalone/standalone-mode') as typeof import('../modes/standalone/standalone-mode'))
        .STANDALONE,
  );

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
