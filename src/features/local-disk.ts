import { type Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../model/contribution';
import { lazily } from '../validation/lazily';

/** Where a disk is mounted. */
export interface LocalDiskOptions {
  /**
   * The mount path.
   * @default '/scratch'
   */
  readonly mountPath?: string;
}

/** A part of the node's disk. */
export interface EmptyDirDiskOptions extends LocalDiskOptions {
  /**
   * Size at which the pod is evicted.
   * @default - the space of the node
   */
  readonly sizeLimit?: Size;
}

/** A volume that is made and deleted with each pod. */
export interface EphemeralVolumeDiskOptions extends LocalDiskOptions {
  /** Size of each volume. */
  readonly size: Size;
  /**
   * Class of the storage, which must exist.
   * @default - the default class of the Kubernetes cluster
   */
  readonly storageClassName?: string;
}

const bound = lazily(() => require('./local-disk-options') as typeof import('./local-disk-options'));

/**
 * The disk that TaskManagers keep the state of running jobs on: their working directory from Flink 1.15 on, the directories of RocksDB and
 * of local recovery before.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/working_directory/
 */
export class LocalDisk implements IFlinkFeature {
  /** A part of the node's disk, with a limit. */
  public static emptyDir(options: EmptyDirDiskOptions = {}): LocalDisk {
    return new LocalDisk((context) => bound().emptyDirDisk(options, context));
  }

  /** A volume of its own for each pod, made and deleted with it. */
  public static ephemeralVolume(options: EphemeralVolumeDiskOptions): LocalDisk {
    return new LocalDisk((context) => bound().ephemeralVolumeDisk(options, context));
  }

  /** A claim that exists and that all TaskManagers share; each has a directory of its own in it. */
  public static persistentVolumeClaim(claim: kplus.IPersistentVolumeClaim, options: LocalDiskOptions = {}): LocalDisk {
    return new LocalDisk((context) => bound().claimDisk(claim, options, context));
  }

  private constructor(private readonly contribution: (context: IFlinkContext) => FlinkContribution) {}

  public bind(context: IFlinkContext): FlinkContribution {
    return this.contribution(context);
  }
}
