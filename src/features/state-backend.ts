import { type Size } from 'cdk8s';
import { namedOptions } from './named-options';
import { readOptions } from './read-options';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { type Fields, boolean, integer, list, nonEmptyString, number, oneOf } from '../readers/reader';
import { size } from '../readers/size-reader';

/** State in RocksDB, on the TaskManagers' disks. */
export interface RocksDbOptions {
  /**
   * Directories of the database's files, on volumes, `state.backend.rocksdb.localdir`.
   * @default - below the working directory, or the one for temporary files
   */
  readonly localDirs?: string[];
  /**
   * Whether RocksDB lives on Flink's managed memory, `state.backend.rocksdb.memory.managed`.
   * @default true
   */
  readonly managedMemory?: boolean;
  /**
   * Memory of each slot, instead of managed memory, `state.backend.rocksdb.memory.fixed-per-slot`.
   * @default - managed memory
   */
  readonly memoryPerSlot?: Size;
  /**
   * Part of the memory for write buffers, above 0 and up to 1, `state.backend.rocksdb.memory.write-buffer-ratio`.
   * @default 0.5
   */
  readonly writeBufferRatio?: number;
  /**
   * Settings for a kind of disk, such as `SPINNING_DISK_OPTIMIZED_HIGH_MEM` or `FLASH_SSD_OPTIMIZED`, `state.backend.rocksdb.predefined-options`.
   * @default 'DEFAULT'
   */
  readonly predefinedOptions?: string;
  /**
   * Where timers are kept, `HEAP` or `ROCKSDB`, `state.backend.rocksdb.timer-service.factory`.
   * @default 'ROCKSDB'
   */
  readonly timerService?: string;
  /**
   * Threads that move files of checkpoints, `state.backend.rocksdb.checkpoint.transfer.thread.num`.
   * @default 4
   */
  readonly transferThreads?: number;
}

/** State in ForSt, whose files lie with the checkpoints. */
export interface ForStOptions {
  /**
   * Directory of the database's files, `state.backend.forst.primary-dir`.
   * @default - that of the checkpoints
   */
  readonly primaryDir?: string;
  /**
   * Directory on a volume for what must be local, `state.backend.forst.local-dir`.
   * @default - below the working directory
   */
  readonly localDir?: string;
  /**
   * Directory on a volume of the cache of remote files, `state.backend.forst.cache.dir`.
   * @default - below the working directory
   */
  readonly cacheDir?: string;
  /**
   * The cache's largest size, `state.backend.forst.cache.size-based-limit`.
   * @default - no limit
   */
  readonly cacheSize?: Size;
  /**
   * Space of the disk that the cache leaves free, `state.backend.forst.cache.reserve-size`.
   * @default Size.mebibytes(256)
   */
  readonly cacheReserve?: Size;
}

/**
 * Where the state of running jobs lives, where a job does not say so itself.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/state_backends/
 */
export class StateBackend implements IFlinkFeature {
  /** Objects on the heap: fast, and as large as the heap. Up to Flink 1.12 this is the backend named `filesystem`. */
  public static hashMap(): StateBackend {
    return new StateBackend((context) => hashMap(context));
  }

  /** RocksDB on the TaskManagers' disks: as large as the disks, with incremental checkpoints. */
  public static rocksDb(options: RocksDbOptions = {}): StateBackend {
    return new StateBackend((context) => rocksDb(options, context));
  }

  /** ForSt on the checkpoints' file system, with the disks as its cache; from Flink 2.0 on. */
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

/** By its oldest name; releases from 1.17 on have another. */
const BACKEND = 'state.backend';

/** State on the heap; before 1.13 the backend also says where checkpoints go, and this is the one that writes files. */
function hashMap({ version }: IFlinkContext): FlinkContribution {
  return { configuration: namedOptions(version, { [BACKEND]: version._isAtLeast('1.13') ? 'hashmap' : 'filesystem' }) };
}

/** State in RocksDB. */
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

/** State in ForSt. */
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
