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
