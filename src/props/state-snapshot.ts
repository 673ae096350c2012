import { ApiObject } from 'cdk8s';
import { type IConstruct } from 'constructs';

/** How a savepoint is written. */
export enum SavepointFormat {
  /** The same format for all state backends. Slower. */
  CANONICAL = 'CANONICAL',
  /** The format of the state backend. Faster, but only this backend can read it. */
  NATIVE = 'NATIVE',
}

/** Options of a savepoint that is triggered. */
export interface SavepointOptions {
  /**
   * URI of the directory for the savepoint, with the scheme of a file system.
   * @default - `execution.checkpointing.savepoint-dir` of the job
   */
  readonly path?: string;
  /**
   * The format of the savepoint.
   * @default SavepointFormat.CANONICAL
   */
  readonly formatType?: SavepointFormat;
  /**
   * Whether the files of the savepoint are deleted with the resource. If true, pruning the manifest deletes the state.
   * @default - the default of the operator, which is true
   */
  readonly disposeOnDelete?: boolean;
}

/** Options of an existing savepoint. */
export interface ExistingSavepointOptions {
  /**
   * Whether the files of the savepoint are deleted with the resource. If true, pruning the manifest deletes the state.
   * @default - the default of the operator, which is true
   */
  readonly disposeOnDelete?: boolean;
}

/** The snapshot of a `FlinkStateSnapshot`. */
export class StateSnapshot {
  /** A checkpoint. Requires Flink 1.17 or newer. */
  public static checkpoint(): StateSnapshot {
    return new StateSnapshot({ checkpoint: {} });
  }

  /**
   * A savepoint.
   *
   * @param options Location and format
   */
  public static savepoint(options: SavepointOptions = {}): StateSnapshot {
    return new StateSnapshot({ savepoint: options });
  }

  /**
   * A savepoint that exists already. Only its resource is created; no snapshot is triggered.
   *
   * @param path URI of its directory, with the scheme of a file system
   * @param options What happens to its files
   */
  public static existingSavepoint(path: string, options: ExistingSavepointOptions = {}): StateSnapshot {
    return new StateSnapshot({ savepoint: options }, { path, alreadyExists: true });
  }

  private constructor(
    /** @internal */
    public readonly _asked: { readonly checkpoint?: object; readonly savepoint?: object },
    /** @internal */
    public readonly _existing?: { readonly path: string; readonly alreadyExists: boolean },
  ) {}
}

/** A reference to the resource of a job that the operator runs. */
export class OperatorJob {
  /**
   * The job of an application cluster.
   *
   * @param name Name of the `FlinkDeployment`
   */
  public static deployment(name: string): OperatorJob {
    return new OperatorJob('FlinkDeployment', name);
  }

  /**
   * A job of a session cluster.
   *
   * @param name Name of the `FlinkSessionJob`
   */
  public static sessionJob(name: string): OperatorJob {
    return new OperatorJob('FlinkSessionJob', name);
  }

  /**
   * The job of a construct in this app, in operator mode. The snapshot is checked against the job.
   *
   * @param job A `FlinkApplicationCluster` or a `FlinkSessionJob`
   */
  public static of(job: IConstruct): OperatorJob {
    const object = objectOf(job);
    return new OperatorJob(object?.kind ?? String(job?.constructor?.name), object?.name ?? '', object, job);
  }

  private constructor(
    /** Kind of the resource. */
    public readonly kind: string,
    /** Name of the resource, which is in the namespace of the snapshot. */
    public readonly name: string,
    /** @internal */
    public readonly _object?: ApiObject,
    /** @internal */
    public readonly _construct?: IConstruct,
  ) {}
}

/** The default ApiObject of a construct, if it has one. */
function objectOf(job: IConstruct): ApiObject | undefined {
  try {
    return ApiObject.of(job);
  } catch {
    return undefined;
  }
}
