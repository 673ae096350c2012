import { type DeploymentContext } from './context';
import { Keys } from '../../configuration/keys';
import { jobManagerProcess, type OptionLookup, taskManagerProcess } from '../../memory/derive';
import { type MemoryRefusal } from '../../memory/refusal';
import { type EffectiveOptions } from '../effective-options';
import { type OperatorRelease } from '../operator-release';
import { type RoleSpec } from '../reading/specs';

/** The section of a FlinkDeployment for one of the two roles. */
export interface RoleSection {
  readonly property: 'spec.jobManager' | 'spec.taskManager';
  /** The option with the memory of its process. */
  readonly processSize: string;
  /** Why Flink cannot derive the memory of the process from the options; `undefined` if it can. */
  readonly refusal: (options: EffectiveOptions, get: OptionLookup) => MemoryRefusal | undefined;
}

/** A role of a FlinkDeployment. */
export interface RoleContext {
  readonly section: RoleSection;
  readonly role: RoleSpec | null;
  readonly options: EffectiveOptions;
  readonly release: OperatorRelease;
}

// Only the start scripts of Flink read these options, and the operator does not.
const READ_BY_SCRIPTS = ['taskmanager.heap.size', 'taskmanager.heap.mb'];

const JOB_MANAGER: RoleSection = {
  property: 'spec.jobManager',
  processSize: Keys.JOB_MANAGER_PROCESS_SIZE,
  refusal: ({ flink }, get) => refusalOf(jobManagerProcess(get, flink)),
};

const TASK_MANAGER: RoleSection = {
  property: 'spec.taskManager',
  processSize: Keys.TASK_MANAGER_PROCESS_SIZE,
  refusal: ({ flink }, get) =>
    refusalOf(taskManagerProcess((key) => (READ_BY_SCRIPTS.includes(key) ? undefined : get(key)), flink)),
};

/** The JobManager of a FlinkDeployment. */
export function jobManagerOf({ spec, options, release }: DeploymentContext): RoleContext[] {
  return [{ section: JOB_MANAGER, role: spec.jobManager, options, release }];
}

/** The TaskManagers of a FlinkDeployment. */
export function taskManagersOf({ spec, options, release }: DeploymentContext): RoleContext[] {
  return [{ section: TASK_MANAGER, role: spec.taskManager, options, release }];
}

/** The `resources` of a role, if the release reads them. */
export function requirementsOf({ role, release }: RoleContext): RoleSpec['resources'] {
  return release.can('readsResourceRequirements') ? (role?.resources ?? null) : null;
}

/** Why Flink cannot derive the memory of the process; `size` replaces the option for it. */
export function memoryRefusal({ section, options }: RoleContext, size?: string): MemoryRefusal | undefined {
  return section.refusal(options, (key) =>
    size !== undefined && key === section.processSize ? size : options.get(key),
  );
}

function refusalOf(derived: object): MemoryRefusal | undefined {
  return 'refused' in derived ? (derived.refused as MemoryRefusal) : undefined;
}
