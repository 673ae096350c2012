import { type ManifestJson } from './manifest-json';

/** How many pods can be added and unavailable during a rolling update. */
export interface RollingUpdateOptions {
  /**
   * Pods above the configured number, as a count or a percentage such as `25%`.
   * @default '25%'
   */
  readonly maxSurge?: string;
  /**
   * Unavailable pods below the configured number, as a count or a percentage such as `25%`.
   * @default '25%'
   */
  readonly maxUnavailable?: string;
}

/**
 * How the pods of a role are replaced when their template changes.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
 */
export class RolloutStrategy {
  /**
   * Stops all old pods before the first new pod starts. JobManagers without high availability need this: two of them
   * would be two clusters.
   */
  public static recreate(): RolloutStrategy {
    return new RolloutStrategy();
  }

  /** Replaces old pods step by step as new pods become ready. */
  public static rollingUpdate(options: RollingUpdateOptions = {}): RolloutStrategy {
    return new RolloutStrategy(options);
  }

  private constructor(private readonly rolling?: RollingUpdateOptions) {}

  /** @internal */
  public _problem(): string | undefined {
    if (this.rolling === undefined) {
      return undefined;
    }
    const { maxSurge = '25%', maxUnavailable = '25%', ...unknown } = this.rolling;
    if (
      Object.keys(unknown).length > 0 ||
      ![maxSurge, maxUnavailable].every((pods) => typeof pods === 'string' && /^\d{1,9}$|^(?:100|\d{1,2})%$/.test(pods))
    ) {
      return 'must have maxSurge and maxUnavailable as strings, a count or a percentage up to 100%, and nothing else';
    }
    return parseInt(maxSurge, 10) === 0 && parseInt(maxUnavailable, 10) === 0
      ? 'must not have both maxSurge and maxUnavailable at 0'
      : undefined;
  }

  /** @internal */
  public _render(): ManifestJson {
    if (this.rolling === undefined) {
      return { type: 'Recreate' };
    }
    const { maxSurge, maxUnavailable } = this.rolling;
    const rollingUpdate = { ...amount('maxSurge', maxSurge), ...amount('maxUnavailable', maxUnavailable) };
    return { type: 'RollingUpdate', ...(Object.keys(rollingUpdate).length > 0 ? { rollingUpdate } : {}) };
  }
}

function amount(field: string, value: string | undefined): ManifestJson {
  return value === undefined ? {} : { [field]: value.endsWith('%') ? value : Number(value) };
}
