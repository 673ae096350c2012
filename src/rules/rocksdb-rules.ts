import { type ClusterRule, clusterRule } from './cluster-rule';
import { isTrue } from './state-options';
import { type FlinkOptions } from '../configuration/flink-options';
import { parseDouble } from '../configuration/parsing/float';

const PREFIX = 'state.backend.rocksdb';
const WRITE_BUFFERS = `${PREFIX}.memory.write-buffer-ratio`;
const HIGH_PRIORITY = `${PREFIX}.memory.high-prio-pool-ratio`;
const PREDEFINED = `${PREFIX}.predefined-options`;
const FIXED = `${PREFIX}.memory.fixed-per-slot`;
const MANAGED = `${PREFIX}.memory.managed`;

const DEFAULT_RATIOS: { readonly [key: string]: string } = { [WRITE_BUFFERS]: '0.5', [HIGH_PRIORITY]: '0.1' };
const PREDEFINED_OPTIONS = [
  'DEFAULT',
  'SPINNING_DISK_OPTIMIZED',
  'SPINNING_DISK_OPTIMIZED_HIGH_MEM',
  'FLASH_SSD_OPTIMIZED',
];

export const ROCKSDB_RATIOS_TOO_LARGE = clusterRule({
  id: 'FLK-STATE-15',
  severity: 'error',
  rule: 'together with {key}, which is {other}, it exceeds the whole memory of RocksDB',
  fix: 'use at most {most}',
  source: 'Flink: RocksDBMemoryConfiguration',
  find({ cluster: { options } }, report) {
    const [key, otherKey] =
      options.get(WRITE_BUFFERS) === undefined ? [HIGH_PRIORITY, WRITE_BUFFERS] : [WRITE_BUFFERS, HIGH_PRIORITY];
    const other = ratio(otherKey, options);
    if (options.get(key) !== undefined && ratio(key, options) + other > 1) {
      const most = Math.max(0, Number((1 - other).toFixed(6)));
      report(`configuration.${key}`, options.get(key), { key: otherKey, other, most });
    }
  },
});

export const UNKNOWN_PREDEFINED_OPTIONS = clusterRule({
  id: 'FLK-STATE-16',
  severity: 'error',
  rule: 'not predefined options of RocksDB (set by {source})',
  fix: 'use one of {known}, in capitals',
  source: 'Flink: PredefinedOptions',
  find({ cluster: { options } }, report) {
    const predefined = options.entry(PREDEFINED);
    if (predefined !== undefined && !PREDEFINED_OPTIONS.includes(predefined.value)) {
      const facts = { source: predefined.source, known: PREDEFINED_OPTIONS.join(', ') };
      report(`configuration.${PREDEFINED}`, predefined.value, facts);
    }
  },
});

export const MANAGED_MEMORY_REPLACED = clusterRule({
  id: 'FLK-STATE-21',
  severity: 'warning',
  rule: 'Flink ignores this option: {key} replaces managed memory',
  fix: 'remove managedMemory or memoryPerSlot',
  source: 'Flink: RocksDBMemoryConfiguration',
  find({ cluster: { options } }, report) {
    const managed = options.entry(MANAGED);
    if (managed?.kind === 'explicit' && isTrue(managed.value) && options.get(FIXED) !== undefined) {
      report(`configuration.${MANAGED}`, managed.value, { key: FIXED });
    }
  },
});

/** Rules about options of RocksDB that Flink rejects when a task starts, or ignores. */
export const ROCKSDB_RULES: readonly ClusterRule[] = [
  ROCKSDB_RATIOS_TOO_LARGE,
  UNKNOWN_PREDEFINED_OPTIONS,
  MANAGED_MEMORY_REPLACED,
];

/** The value of a ratio, or its default; 0 if it is not a number, which another rule reports. */
function ratio(key: string, options: FlinkOptions): number {
  const parsed = parseDouble(options.get(key) ?? DEFAULT_RATIOS[key]!);
  return 'value' in parsed ? parsed.value : 0;
}
