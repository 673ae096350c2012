import { namedOptions } from './named-options';
import { readOptions } from './read-options';
import { type ForStOptions, type RocksDbOptions } from './state-backend';
import { size } from '../collection/size-reader';
import { type FlinkContribution, type IFlinkContext } from '../model/contribution';
import { type Fields, flag, integer, list, nonEmptyText, number, oneOf } from '../validation/readers';

const ROCKS_DB_FIELDS: Fields<RocksDbOptions> = {
  localDirs: list(nonEmptyText),
  managedMemory: flag,
  memoryPerSlot: size,
  writeBufferRatio: number('a number above 0 and up to 1', (value) => value > 0 && value <= 1),
  predefinedOptions: nonEmptyText,
  timerService: oneOf(['HEAP', 'ROCKSDB']),
  transferThreads: integer(1, 1024),
};

const FOR_ST_FIELDS: Fields<ForStOptions> = {
  primaryDir: nonEmptyText,
  localDir: nonEmptyText,
  cacheDir: nonEmptyText,
  cacheSize: size,
  cacheReserve: size,
};

/** By its oldest name; releases from 1.17 on have another. */
const BACKEND = 'state.backend';

/** State on the heap; before 1.13 the backend also says where checkpoints go, and this is the one that writes files. */
export function hashMap({ version }: IFlinkContext): FlinkContribution {
  return { configuration: namedOptions(version, { [BACKEND]: version._isAtLeast('1.13') ? 'hashmap' : 'filesystem' }) };
}

/** State in RocksDB. */
export function rocksDb(given: RocksDbOptions, { version }: IFlinkContext): FlinkContribution {
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
export function forSt(given: ForStOptions, { version }: IFlinkContext): FlinkContribution {
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
