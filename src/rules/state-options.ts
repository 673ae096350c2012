import { type FlinkOptions, type OptionEntry } from '../configuration/flink-options';
import { Keys } from '../configuration/keys';

/** Options about state and checkpoints under all of their names, the newest first. */
export const STATE_BACKEND = ['state.backend.type', 'state.backend'];
export const CHECKPOINT_STORAGE = ['execution.checkpointing.storage', 'state.checkpoint-storage'];
export const CHECKPOINT_DIRECTORY = ['execution.checkpointing.dir', Keys.CHECKPOINTS_DIR];
export const SAVEPOINT_DIRECTORY = ['execution.checkpointing.savepoint-dir', 'state.savepoints.dir'];
export const CHANGELOG_DIRECTORY = [Keys.CHANGELOG_DIR, Keys.CHANGELOG_DIR_OLD];

/** The statement of an option that has several names. */
export function entryOf(options: FlinkOptions, names: readonly string[]): OptionEntry | undefined {
  return names.map((name) => options.entry(name)).find((entry) => entry !== undefined);
}

/** The value of an option that has several names. */
export function valueOf(options: FlinkOptions, names: readonly string[]): string | undefined {
  return entryOf(options, names)?.value;
}

/** Whether the value of a boolean option is true, in any case. */
export function isTrue(value: string | undefined): boolean {
  return value?.toLowerCase() === 'true';
}

/** The state backend by its name in lower case; empty without one. */
export function stateBackend(options: FlinkOptions): string {
  return valueOf(options, STATE_BACKEND)?.trim().toLowerCase() ?? '';
}
