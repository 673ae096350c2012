import { ApiObject } from 'cdk8s';
import { type IConstruct } from 'constructs';

/** How a savepoint is written. */
export enum SavepointFormat {
  /** One format for all state backends; slower. */
  CANONICAL = 'CANONICAL',
  /** That of the state backend; faster, and bound to it. */
  NATIVE = 'NATIVE',
}

/** How a savepoint is taken. */
export interface SavepointOptions {
  /**
   * Folder that the savepoint is written to, with the scheme of a file system.
   * @default - the job's `execution.checkpointing.savepoint-dir`
   */
  readonly path?: string;
  /**
   * How it is written.
   * @default SavepointFormat.CANONICAL
   */
  readonly formatType?: SavepointFormat;
  /**
   * Whether the savepoint's files are deleted with the resource. Without a word they are, so that a pruned manifest deletes the state.
   * @default - the operator's own, which is true
   */
  readonly disposeOnDelete?: boolean;
}

/** How a savepoint that exists is known to the operator. */
export interface ExistingSavepointOptions {
  /**
   * Whether the savepoint's files are deleted with the resource. Without a word they are, so that a pruned manifest deletes the state.
   * @default - the operator's own, which is true
   */
  readonly disposeOnDelete?: boolean;
}

/** What a `FlinkStateSnapshot` asks for. */
export class StateSnapshot {
  /** A checkpoint; Flink 1.17 or newer. */
  public static checkpoint(): StateSnapshot {
    return new StateSnapshot({ checkpoint: {} });
  }

  /**
   * A savepoint.
   *
   * @param options Place and format
   */
  public static savepoint(options: SavepointOptions = {}): StateSnapshot {
    return new StateSnapshot({ savepoint: options });
  }

  /**
   * A savepoint that is there already, so that it has a resource; no job is asked.
   *
   * @param path Its folder, with the scheme of a file system
   * @param options What becomes of it
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

/** A job by the resource of the operator that runs it. */
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
   * The job of a construct of this app, in operator mode; the snapshot is held against what the job says.
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

/** The object that a construct stands for; nothing where it stands for none. */
function objectOf(job: IConstruct): ApiObject | undefined {
  try {
    return ApiObject.of(job);
  } catch {
    return undefined;
  }
}
