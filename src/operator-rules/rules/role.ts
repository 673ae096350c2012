import { jobManagerProcess, type OptionLookup, taskManagerProcess } from '../../memory/derive';
import { type MemoryRefusal } from '../../memory/refusal';
import { type Rule } from '../../validation/rule';
import { RULES } from '../../validation/rules';
import { type EffectiveOptions } from '../effective-options';

// Only Flink's start scripts read them, not the operator.
const NOT_OF_THE_OPERATOR = ['taskmanager.heap.size', 'taskmanager.heap.mb'];

/** What is said of a text that is no size to the operator, and of one that is no quantity. */
export const NO_SIZE = {
  what: 'size',
  problem: 'the operator takes no fractions, and no other units',
  fix: 'write a whole number with a unit of Flink or Kubernetes, such as 2048m, 2g or 2Gi',
};
export const NO_QUANTITY = {
  what: 'quantity',
  problem: 'Kubernetes knows no such unit, or no number is there',
  fix: 'write a quantity of Kubernetes, such as 500m or 2Gi',
};

/** A role, and the two rules about its memory. */
export interface Role {
  readonly property: 'spec.jobManager' | 'spec.taskManager';
  readonly undefinedRule: Rule;
  readonly unreadableRule: Rule;
  readonly refusal: (options: EffectiveOptions, get: OptionLookup) => MemoryRefusal | undefined;
}

export const JOB_MANAGER: Role = {
  property: 'spec.jobManager',
  undefinedRule: RULES['FLK-OPR-18'],
  unreadableRule: RULES['FLK-OPR-19'],
  refusal: ({ flink }, get) => refusalOf(jobManagerProcess(get, flink)),
};

export const TASK_MANAGER: Role = {
  property: 'spec.taskManager',
  undefinedRule: RULES['FLK-OPR-22'],
  unreadableRule: RULES['FLK-OPR-23'],
  refusal: ({ flink }, get) =>
    refusalOf(taskManagerProcess((key) => (NOT_OF_THE_OPERATOR.includes(key) ? undefined : get(key)), flink)),
};

function refusalOf(derived: object): MemoryRefusal | undefined {
  return 'refused' in derived ? (derived.refused as MemoryRefusal) : undefined;
}
