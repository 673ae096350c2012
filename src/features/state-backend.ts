import { type Size } from 'cdk8s';
import { namedOptions } from './named-options';
import { readOptions } from './read-options';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { type Fields, boolean, integer, list, nonEmptyString, number, oneOf } from '../readers/reader';
import { size } from '../readers/size-reader';

/** Options of state in RocksDB, on the disks of the TaskManagers. */
export interface RocksDbOptions {
  /**
   * Directories of the files of the database, on volumes; sets `state.backend.rocksdb.localdir`.
   * @default - in the working directory, or in the directory of temporary files
   */
  readonly localDirs?: string[];
  /**
   * Limits RocksDB to the managed memory of Flink; sets `state.backend.rocksdb.memory.managed`.
   * @default true
   */
  readonly managedMemory?: boolean;
  /**
   * Memory of each slot, instead of managed memory; sets `state.backend.rocksdb.memory.fixed-per-slot`.
   * @default - managed memory
   */
  readonly memoryPerSlot?: Size;
  /**
   * Fraction of the memory for write buffers, above 0 and up to 1; sets
   * `state.backend.rocksdb.memory.write-buffer-ratio`.
   * @default 0.5
   */
  readonly writeBufferRatio?: number;
  /**
   * Settings for a type of disk, such as `SPINNING_DISK_OPTIMIZED_HIGH_MEM` or `FLASH_SSD_OPTIMIZED`; sets
   * `state.backend.rocksdb.predefined-options`.
   * @default 'DEFAULT'
   */
  readonly predefinedOptions?: string;
  /**
   * Where timers are stored, `HEAP` or `ROCKSDB`; sets `state.backend.rocksdb.timer-service.factory`.
   * @default 'ROCKSDB'
   */
  readonly timerService?: string;
  /**
   * Number of threads that transfer files of checkpoints; sets
   * `state.backend.rocksdb.checkpoint.transfer.thread.num`.
   * @default 4
   */
  readonly transferThreads?: number;
}

/** Options of state in ForSt, whose files are stored with the checkpoints. */
export interface ForStOptions {
  /**
   * Directory of the files of the database; sets `state.backend.forst.primary-dir`.
   * @default - the directory of the checkpoints
   */
  readonly primaryDir?: string;
  /**
   * Directory on a volume for files that must be local; sets `state.backend.forst.local-dir`.
   * @default - in the working directory
   */
  readonly localDir?: string;
  /**
   * Directory on a volume of the cache of remote files; sets `state.backend.forst.cache.dir`.
   * @default - in the working directory
   */
  readonly cacheDir?: string;
  /**
   * Maximum size of the cache; sets `state.backend.forst.cache.size-based-limit`.
   * @default - no limit
   */
  readonly cacheSize?: Size;
  /**
   * Space on the disk that the cache does not use; sets `state.backend.forst.cache.reserve-size`.
   * @default Size.mebibytes(256)
   */
  readonly cacheReserve?: Size;
}

/**
 * Where the state of running jobs is stored. A job can select another state backend.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/state_backends/
 */
export class StateBackend implements IFlinkFeature {
  /** Objects on the heap: fast, and limited by the heap. Up to Flink 1.12 this is the backend named `filesystem`. */
  public static hashMap(): StateBackend {
    return new StateBackend((context) => hashMap(context));
  }

  /** RocksDB on the disks of the TaskManagers: limited by the disks, with incremental checkpoints. */
  public static rocksDb(options: RocksDbOptions = {}): StateBackend {
    return new StateBackend((context) => rocksDb(options, context));
  }

  /** ForSt on the file system of the checkpoints, with the disks as a cache; requires Flink 2.0. */
  public static forSt(options: ForStOptions = {}): StateBackend {
    return new StateBackend((context) => forSt(options, context));
  }

  private constructor(private readonly contribution: (context: IFlinkContext) => FlinkContribution) {}

  public bind(context: IFlinkContext): FlinkContribution {
    return this.contribution(context);
  }
}

const ROCKS_DB_FIELDS: Fields<RocksDbOptions> = {
  localDirs: list(nonEmptyString),
  managedMemory: boolean,
  memoryPerSlot: size,
  writeBufferRatio: number('a number above 0 and up to 1, such as 0.5', (value) => value > 0 && value <= 1),
  predefinedOptions: nonEmptyString,
  timerService: oneOf(['HEAP', 'ROCKSDB']),
  transferThreads: integer(1, 1024),
};

const FOR_ST_FIELDS: Fields<ForStOptions> = {
  primaryDir: nonEmptyString,
  localDir: nonEmptyString,
  cacheDir: nonEmptyString,
  cacheSize: size,
  cacheReserve: size,
};

/** The oldest name of the option. */
const BACKEND = 'state.backend';

/** State on the heap. Without checkpoint storage, this is the backend that writes checkpoints to files. */
function hashMap({ version }: IFlinkContext): FlinkContribution {
  const backend = version._can('separatesCheckpointStorage') ? 'hashmap' : 'filesystem';
  return { configuration: namedOptions(version, { [BACKEND]: backend }) };
}

function rocksDb(given: RocksDbOptions, { version }: IFlinkContext): FlinkContribution {
  const { options, problems } = readOptions(given, ROCKS_DB_FIELDS, 'stateBackend');
  const prefix = 'state.backend.rocksdb';
  const configuration = namedOptions(version, {
    [BACKEND]: 'rocksdb',
    [`${prefix}.localdir`]: options.localDirs?.join(','),
    [`${prefix}.memory.managed`]: options.managedMemory,
    [`${prefix}.memory.fixed-per-slot`]: options.memoryPerSlot,
    [`${prefix}.memory.write-buffer-ratio`]: options.writeBufferRatio,
    [`${prefix}.predefined-options`]: options.predefinedOptions,
    [`${prefix}.timer-service.factory`]: options.timerService,
    [`${prefix}.checkpoint.transfer.thread.num`]: options.transferThreads,
  });
  return { configuration, problems };
}

function forSt(given: ForStOptions, { version }: IFlinkContext): FlinkContribution {
  const { options, problems } = readOptions(given, FOR_ST_FIELDS, 'stateBackend');
  const prefix = 'state.backend.forst';
  const configuration = namedOptions(version, {
    [BACKEND]: 'forst',
    [`${prefix}.primary-dir`]: options.primaryDir,
    [`${prefix}.local-dir`]: options.localDir,
    [`${prefix}.cache.dir`]: options.cacheDir,
    [`${prefix}.cache.size-based-limit`]: options.cacheSize,
    [`${prefix}.cache.reserve-size`]: options.cacheReserve,
  });
  return { configuration, problems };
}
