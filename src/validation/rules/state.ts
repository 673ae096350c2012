import { error, FLINK, type Rule } from './rule';

const CHECKPOINTS = 'Flink: checkpoint storage';

/** Rules about checkpoints, savepoints and the files of running jobs. */
export const STATE_RULES = {
  'FLK-STATE-01': error('{where}, so what one pod writes no other can read (given by {source})', 'mount a PersistentVolumeClaim in both roles at this path or above it, or use an object store', CHECKPOINTS),
  'FLK-STATE-02': error('{where}, and the root file system is read-only (given by {source})', 'mount an emptyDir or a claim at this path or above it, for example with LocalDisk', FLINK),
} as const satisfies { readonly [id: string]: Rule };
