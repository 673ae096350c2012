import { type Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { readOptions } from './read-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { Keys } from '../configuration/keys';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { binaryQuantity } from '../kubernetes/quantity';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { dnsSubdomain } from '../readers/grammar-readers';
import { type Fields, instanceLike, nonEmptyString } from '../readers/reader';
import { size } from '../readers/size-reader';

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

/**
 * The disk that TaskManagers keep the state of running jobs on: their working directory from Flink 1.15 on, the directories of RocksDB and
 * of local recovery before.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/working_directory/
 */
export class LocalDisk implements IFlinkFeature {
  /** A part of the node's disk, with a limit. */
  public static emptyDir(options: EmptyDirDiskOptions = {}): LocalDisk {
    return new LocalDisk((context) => emptyDirDisk(options, context));
  }

  /** A volume of its own for each pod, made and deleted with it. */
  public static ephemeralVolume(options: EphemeralVolumeDiskOptions): LocalDisk {
    return new LocalDisk((context) => ephemeralVolumeDisk(options, context));
  }

  /** A claim that exists and that all TaskManagers share; each has a directory of its own in it. */
  public static persistentVolumeClaim(claim: kplus.IPersistentVolumeClaim, options: LocalDiskOptions = {}): LocalDisk {
    return new LocalDisk((context) => claimDisk(claim, options, context));
  }

  private constructor(private readonly contribution: (context: IFlinkContext) => FlinkContribution) {}

  public bind(context: IFlinkContext): FlinkContribution {
    return this.contribution(context);
  }
}

/** Readers of the options of a volume that is claimed. */
export const CLAIM_FIELDS: Fields<EphemeralVolumeDiskOptions> = {
  size,
  storageClassName: dnsSubdomain,
  mountPath: nonEmptyString,
};
const EMPTY_DIR_FIELDS: Fields<EmptyDirDiskOptions> = { sizeLimit: size, mountPath: nonEmptyString };
const SHARED_FIELDS: Fields<LocalDiskOptions & { claim?: { name: string } }> = {
  claim: instanceLike<{ name: string }>(
    'a PersistentVolumeClaim, such as PersistentVolumeClaim.fromClaimName(…)',
    'name',
  ),
  mountPath: nonEmptyString,
};

const DISK = 'local-disk';
const DISK_PATH = '/scratch';

function emptyDirDisk(given: EmptyDirDiskOptions, { version }: IFlinkContext): FlinkContribution {
  const { options, problems } = readOptions(given, EMPTY_DIR_FIELDS, 'localDisk');
  const emptyDir = options.sizeLimit === undefined ? {} : { sizeLimit: quantity(options.sizeLimit) };
  return { ...disk({ emptyDir }, options.mountPath, version), problems };
}

function ephemeralVolumeDisk(given: EphemeralVolumeDiskOptions, { version }: IFlinkContext): FlinkContribution {
  const { options, problems } = readOptions(given, CLAIM_FIELDS, 'localDisk', ['size']);
  const ephemeral = { volumeClaimTemplate: { spec: claimSpec(options.size, options.storageClassName) } };
  return { ...disk({ ephemeral }, options.mountPath, version), problems };
}

function claimDisk(
  claim: kplus.IPersistentVolumeClaim,
  given: LocalDiskOptions,
  { version }: IFlinkContext,
): FlinkContribution {
  const { options, problems } = readOptions({ ...given, claim }, SHARED_FIELDS, 'localDisk', ['claim']);
  return {
    ...disk({ persistentVolumeClaim: { claimName: options.claim?.name ?? '' } }, options.mountPath, version),
    problems,
  };
}

/** Before 1.15 there is no working directory, and the same files have a key each. */
function disk(volume: ManifestJson, mountPath = DISK_PATH, version: FlinkVersion): FlinkContribution {
  const root = mountPath.replace(/\/+$/, '');
  const configuration = version._isAtLeast('1.15')
    ? { [Keys.TASK_MANAGER_WORKING_DIR]: mountPath }
    : {
        'state.backend.rocksdb.localdir': `${root}/rocksdb`,
        'taskmanager.state.local.root-dirs': `${root}/local-recovery`,
      };
  return {
    configuration,
    taskManager: { volumes: [{ name: DISK, ...volume }], volumeMounts: [{ name: DISK, mountPath }] },
  };
}

/** The `spec` of a PersistentVolumeClaim that one pod mounts. */
export function claimSpec(requested: Size | undefined, storageClassName: string | undefined): ManifestJson {
  return {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: requested === undefined ? '' : quantity(requested) } },
    ...(storageClassName === undefined ? {} : { storageClassName }),
  };
}

function quantity(given: Size): string {
  return binaryQuantity(given.toKibibytes() * 1024);
}
