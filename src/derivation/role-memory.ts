import { type ClusterInput } from './inputs';
import { type FlinkOptions } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { containerLookup } from '../memory/container';
import { jobManagerProcess, taskManagerProcess } from '../memory/derive';
import { type JobManagerMemory, type TaskManagerMemory } from '../memory/portion';
import { type MemoryRefusal } from '../memory/refusal';
import { type Role } from '../model/role';
import { defineRule } from '../validation/rule';

export const INVALID_MEMORY = defineRule({
  id: 'FLK-MEM-01',
  severity: 'error',
  rule: 'Flink would not start{given}: {problem}',
  fix: '{fix}',
  source: 'Flink: memory configuration',
});

/** The memory components of a process, or why Flink would not start it. */
export type RoleMemory =
  { readonly memory: JobManagerMemory | TaskManagerMemory } | { readonly refused: MemoryRefusal };

/** Prefixes of the options that the arithmetic reads. */
const READ: { readonly [role in Role]: readonly string[] } = {
  jobManager: ['jobmanager.memory.', 'jobmanager.heap.'],
  taskManager: [
    'taskmanager.memory.',
    'taskmanager.heap.',
    'taskmanager.network.',
    'taskmanager.cpu.',
    'taskmanager.numberOfTaskSlots',
  ],
};

/** Most clusters of an app have the same sizes, so results are cached by everything that they depend on. */
const remembered = new Map<string, RoleMemory>();
const MOST_REMEMBERED = 256;

/** Derives the memory of a role's process by Flink's own arithmetic. */
export function roleMemory(
  role: Role,
  options: FlinkOptions,
  { version, sizesContainers }: Pick<ClusterInput, 'version' | 'sizesContainers'>,
): RoleMemory {
  const question = `${sizesContainers ? 'container ' : ''}${questionOf(role, options, version)}`;
  const known = remembered.get(question);
  if (known !== undefined) {
    return known;
  }
  const derive = role === 'jobManager' ? jobManagerProcess : taskManagerProcess;
  const derived = derive(sizesContainers ? containerLookup(options, version) : (key) => options.get(key), version);
  const result = 'ok' in derived ? { memory: derived.ok.memory } : derived;
  if (remembered.size >= MOST_REMEMBERED) {
    remembered.clear();
  }
  remembered.set(question, result);
  return result;
}

function questionOf(role: Role, options: FlinkOptions, version: FlinkVersion): string {
  let question = `${role} ${version.releaseLine}`;
  const { [role]: prefixes } = READ;
  for (const { key, value } of options.unordered) {
    if (prefixes.some((prefix) => key.startsWith(prefix))) {
      question += `\0${key}\0${value}`;
    }
  }
  return question;
}
