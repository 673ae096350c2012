import { type Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { readOptions } from './read-options';
import { CLAIM_FIELDS, claimSpec, quantity } from './volume-claim';
import { type FlinkVersion } from '../configuration/flink-version';
import { Keys } from '../configuration/keys';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { type Fields, instanceLike, nonEmptyString } from '../readers/reader';
import { size } from '../readers/size-reader';

/** Options that all local disks have. */
export interface LocalDiskOptions {
  /**
   * The mount path.
   * @default '/scratch'
   */
  readonly mountPath?: string;
}

/** Options of a local disk on the disk of the node. */
export interface EmptyDirDiskOptions extends LocalDiskOptions {
  /**
   * Size at which the pod is evicted.
   * @default - no limit except for the space of the node
   */
  readonly sizeLimit?: Size;
}

/** Options of a local disk on a volume that is created and deleted with each pod. */
export interface EphemeralVolumeDiskOptions extends LocalDiskOptions {
  /** Size of each volume. */
  readonly size: Size;
  /**
   * Name of an existing StorageClass.
   * @default - the default StorageClass of the Kubernetes cluster
   */
  readonly storageClassName?: string;
}

/**
 * The disk on which TaskManagers store the state of running jobs: their working directory from Flink 1.15 on, the
 * directories of RocksDB and of local recovery in earlier releases.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/working_directory/
 */
export class LocalDisk implements IFlinkFeature {
  /** A directory on the disk of the node, optionally with a limit. */
  public static emptyDir(options: EmptyDirDiskOptions = {}): LocalDisk {
    return new LocalDisk((context) => emptyDirDisk(options, context));
  }

  /** One volume for each pod, which is created and deleted with it. */
  public static ephemeralVolume(options: EphemeralVolumeDiskOptions): LocalDisk {
    return new LocalDisk((context) => ephemeralVolumeDisk(options, context));
  }

  /** An existing PersistentVolumeClaim that all TaskManagers share; each has its own directory in it. */
  public static persistentVolumeClaim(claim: kplus.IPersistentVolumeClaim, options: LocalDiskOptions = {}): LocalDisk {
    return new LocalDisk((context) => claimDisk(claim, options, context));
  }

  private constructor(private readonly contribution: (context: IFlinkContext) => FlinkContribution) {}

  public bind(context: IFlinkContext): FlinkContribution {
    return this.contribution(context);
  }
}

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
  const ephemeral = { volumeClaimTemplate: { spec: claimSpec(options) } };
  return { ...disk({ ephemeral }, options.mountPath, version), problems };
}

function claimDisk(
  claim: kplus.IPersistentVolumeClaim,
  given: LocalDiskOptions,
  { version }: IFlinkContext,
): FlinkContribution {
  const { options, problems } = readOptions({ ...given, claim }, SHARED_FIELDS, 'localDisk', ['claim']);
  const persistentVolumeClaim = { claimName: options.claim?.name ?? '' };
  return { ...disk({ persistentVolumeClaim }, options.mountPath, version), problems };
}

/** Without a working directory, each directory of state has its own option. */
function disk(volume: ManifestJson, mountPath = DISK_PATH, version: FlinkVersion): FlinkContribution {
  const root = mountPath.replace(/\/+$/, '');
  const configuration = version._can('hasWorkingDirectory')
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
