import { type FlinkVersion } from './flink-version';
import { type ByRelease, valueFor } from './releases';

/**
 * Options that the library sets and whose names differ between releases. Flink reads the old names in newer releases,
 * too, but not the new names in older ones.
 */
const NAMES = {
  claimMode: [
    { value: 'execution.savepoint-restore-mode' },
    { since: '1.20', value: 'execution.state-recovery.claim-mode' },
  ],
  containerImage: [{ value: 'kubernetes.container.image' }, { since: '1.17', value: 'kubernetes.container.image.ref' }],
  jobManagerCpu: [{ value: 'kubernetes.jobmanager.cpu' }, { since: '1.17', value: 'kubernetes.jobmanager.cpu.amount' }],
  savepointPath: [{ value: 'execution.savepoint.path' }, { since: '1.20', value: 'execution.state-recovery.path' }],
  taskManagerCpu: [
    { value: 'kubernetes.taskmanager.cpu' },
    { since: '1.17', value: 'kubernetes.taskmanager.cpu.amount' },
  ],
  unclaimedState: [
    { value: 'execution.savepoint.ignore-unclaimed-state' },
    { since: '1.20', value: 'execution.state-recovery.ignore-unclaimed-state' },
  ],
} as const satisfies { readonly [name: string]: ByRelease<string> };

/** The name of an option in a release. */
export function optionName(version: FlinkVersion, name: keyof typeof NAMES): string {
  return valueFor<string>(version, NAMES[name]);
}
