import { type BlueGreenOptions } from '../model/blue-green-options';
import { type FlinkFile } from '../model/flink-file';
import { type OperatorModeOptions } from '../model/operator-options';
import { type Mode } from '../model/step-decorator';

/** What Flink's own client would find where it runs, and how closely it is followed. */
export interface NativeModeOptions {
  /**
   * Renders what Flink's client would create and no more: no defaults of this library, no account, hardening, strategy or checksum, and only
   * what Flink itself refuses is an error.
   * @default false
   */
  readonly parity?: boolean;
  /**
   * Whether an application has the options that `flink run-application` states beside the given ones, such as `execution.attached`; a
   * program that calls Flink's descriptor itself states none.
   * @default true
   */
  readonly commandLine?: boolean;
  /**
   * Files of the client's configuration directory: `config.yaml` or `flink-conf.yaml`, whose options yield to `configuration`, and
   * logging files.
   * @default - none
   */
  readonly confDir?: FlinkFile[];
  /**
   * Files of the client's `HADOOP_CONF_DIR`; `HadoopConfMount` does the same in every mode.
   * @default - none
   */
  readonly hadoopConfDir?: FlinkFile[];
  /**
   * Files that options name by their path on the client: pod templates, keytab, krb5.conf.
   * @default - none
   */
  readonly clientFiles?: { [path: string]: FlinkFile };
}

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
    const load = (blueGreen?: BlueGreenOptions): Mode => (
      require('../modes/operator/operator-mode') as typeof import('../modes/operator/operator-mode')
    ).operatorMode(options, blueGreen);
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

  private static readonly STANDALONE = new DeploymentMode(
    'standalone', () => (require('../modes/standalone/standalone-mode') as typeof import('../modes/standalone/standalone-mode')).STANDALONE,
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
    return this.mode ??= this.load();
  }
}

function nativeMode({ parity = false, commandLine = true, confDir = [], hadoopConfDir = [], clientFiles = {} }: NativeModeOptions): Mode {
  const native = require('../modes/native/native-mode') as typeof import('../modes/native/native-mode');
  return native.nativeMode({ isBare: parity, isCommandLine: commandLine, confDir, hadoopConfDir, files: new Map(Object.entries(clientFiles)) });
}
