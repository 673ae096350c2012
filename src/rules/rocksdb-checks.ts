import { parseDouble } from '../configuration/parsing/float';
import { type ClusterModel } from '../model/cluster-model';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

const PREFIX = 'state.backend.rocksdb';
const WRITE_BUFFERS = `${PREFIX}.memory.write-buffer-ratio`;
const HIGH_PRIORITY = `${PREFIX}.memory.high-prio-pool-ratio`;
const PREDEFINED = `${PREFIX}.predefined-options`;
const FIXED = `${PREFIX}.memory.fixed-per-slot`;
const MANAGED = `${PREFIX}.memory.managed`;

/** What is taken where nothing is said. */
const RATIOS: { readonly [key: string]: string } = { [WRITE_BUFFERS]: '0.5', [HIGH_PRIORITY]: '0.1' };
const SETTINGS = ['DEFAULT', 'SPINNING_DISK_OPTIMIZED', 'SPINNING_DISK_OPTIMIZED_HIGH_MEM', 'FLASH_SSD_OPTIMIZED'];

/** What RocksDB's part of Flink refuses when a task starts, or ignores. */
export function checkRocksDb({ options }: ClusterModel, report: Report): void {
  const blamed = options.get(WRITE_BUFFERS) === undefined ? HIGH_PRIORITY : WRITE_BUFFERS;
  if (options.get(blamed) !== undefined) {
    const other = blamed === WRITE_BUFFERS ? HIGH_PRIORITY : WRITE_BUFFERS;
    const parts = [blamed, other].map((key) => parseDouble(options.get(key) ?? RATIOS[key]!));
    const [own, rest] = parts.map((part) => ('value' in part ? part.value : 0)) as [number, number];
    if (own + rest > 1) {
      report(RULES['FLK-STATE-15'], `configuration.${blamed}`, options.get(blamed), {
        key: other,
        other: rest,
        most: Math.max(0, Number((1 - rest).toFixed(6))),
      });
    }
  }
  const predefined = options.entry(PREDEFINED);
  if (predefined !== undefined && !SETTINGS.includes(predefined.value)) {
    report(RULES['FLK-STATE-16'], `configuration.${PREDEFINED}`, predefined.value, {
      source: predefined.source,
      known: SETTINGS.join(', '),
    });
  }
  if (
    options.get(MANAGED)?.toLowerCase() === 'true' &&
    options.get(FIXED) !== undefined &&
    options.entry(MANAGED)!.kind === 'explicit'
  ) {
    report(RULES['FLK-STATE-12'], `configuration.${MANAGED}`, options.get(MANAGED), {
      reason: `${FIXED} takes the place of managed memory`,
      fix: 'keep one of managedMemory and memoryPerSlot',
    });
  }
}
