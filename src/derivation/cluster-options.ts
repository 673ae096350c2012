import { type Inputs } from './inputs';
import { heapDumpOptions } from './pod-template';
import { statement, statements } from './statements';
import { jobManagerMemoryStatements, taskManagerMemoryStatements, webStatements } from './typed-options';
import { FlinkOptions, LIBRARY, type OptionConflict, type OptionEntry } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { Keys, PORTS } from '../configuration/keys';
import { isSameValue } from '../configuration/same-value';
import { type FlinkRoleOptions } from '../props/role-options';
import { type Problem, type Report, reporter } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';
import { show } from '../validation/show';

/** The rules about options report this rule, too, about several names of an option and about options in Secrets. */
export const CONTRADICTING_VALUES = defineRule({
  id: 'FLK-CONF-05',
  severity: 'error',
  rule: '{first} sets {firstValue}, but {second} sets another value',
  fix: 'keep one of the two',
  source: Sources.LIBRARY,
});

/** Default sizes of the processes, and the options that also decide the size, so that the default does not apply. */
const SIZES: readonly { readonly size: OptionEntry; readonly unless: readonly string[] }[] = [
  {
    size: byDefault(Keys.JOB_MANAGER_PROCESS_SIZE, '1600m'),
    unless: [
      'jobmanager.memory.flink.size',
      'jobmanager.memory.heap.size',
      'jobmanager.heap.size',
      'jobmanager.heap.mb',
    ],
  },
  {
    size: byDefault(Keys.TASK_MANAGER_PROCESS_SIZE, '1728m'),
    unless: [
      'taskmanager.memory.flink.size',
      'taskmanager.memory.task.heap.size',
      'taskmanager.heap.size',
      'taskmanager.heap.mb',
    ],
  },
];
const SLOTS = byDefault(Keys.TASK_SLOTS, '2');
const QUERYABLE_STATE_PORT = byDefault(
  Keys.QUERYABLE_STATE_PROXY_PORTS,
  String(PORTS[Keys.QUERYABLE_STATE_PROXY_PORTS]),
);

function byDefault(key: string, value: string): OptionEntry {
  return { key, value, kind: 'default', source: LIBRARY };
}

/** Merges the options from all sources; explicit ones override defaults. */
export function clusterOptions(inputs: Inputs, problems: Problem[]): FlinkOptions {
  const explicit = [
    ...typedStatements(inputs),
    ...userStatements(inputs, problems),
    ...featureStatements(inputs, problems),
  ];
  const { options, conflicts } = FlinkOptions.of([
    ...explicit,
    ...(inputs.cluster.base ?? []),
    ...defaults(inputs, explicit, problems),
  ]);
  // The command line of Flink overrides options silently.
  if (!inputs.cluster.isBare) {
    reportConflicts(conflicts, inputs.cluster.version, reporter(problems, 'cluster'));
  }
  return options;
}

function reportConflicts(conflicts: readonly OptionConflict[], version: FlinkVersion, report: Report): void {
  for (const { first, second } of conflicts) {
    if (!isSameValue(first.key, first.value, second.value, version)) {
      const firstValue = show(first.value, first.key);
      const facts = { first: first.source, firstValue, second: second.source };
      report(CONTRADICTING_VALUES, `configuration.${first.key}`, second.value, facts);
    }
  }
}

function typedStatements({ cluster, job, jobManager, taskManager }: Inputs): OptionEntry[] {
  const jm = jobManager?.options;
  const tm = taskManager?.options;
  const javaOptions = cluster.version._can('nestableJavaOptionsKey') ? Keys.JAVA_OPTS : Keys.JAVA_OPTS_OLD;
  const entries: OptionEntry[] = [];
  const given = (key: string, value: unknown, source: string): void => {
    if (value !== undefined) {
      entries.push(...statement(key, value, 'explicit', source));
    }
  };
  given(Keys.JOB_MANAGER_PROCESS_SIZE, jm?.memory, 'jobManager.memory');
  given(Keys.TASK_MANAGER_PROCESS_SIZE, tm?.memory, 'taskManager.memory');
  given(Keys.TASK_SLOTS, tm?.taskSlots, 'taskManager.taskSlots');
  given(Keys.PARALLELISM, cluster.parallelism, 'parallelism');
  given(Keys.PARALLELISM, job?.parallelism, 'job.parallelism');
  entries.push(
    ...webStatements(cluster.web),
    ...jobManagerMemoryStatements(jm?.memoryOptions),
    ...taskManagerMemoryStatements(tm?.memoryOptions),
  );
  given(javaOptions, joined(cluster.jvmOptions), 'jvmOptions');
  given(Keys.JAVA_OPTS_JOB_MANAGER, joined(jvmOptions(jm)), 'jobManager.jvmOptions');
  given(Keys.JAVA_OPTS_TASK_MANAGER, joined(jvmOptions(tm)), 'taskManager.jvmOptions');
  given(Keys.QUERYABLE_STATE_ENABLE, taskManager?.queryableState === undefined ? undefined : true, 'queryableState');
  return entries;
}

function jvmOptions(options: FlinkRoleOptions | undefined): readonly string[] {
  return options === undefined ? [] : [...(options.jvmOptions ?? []), ...heapDumpOptions(options)];
}

function userStatements({ cluster }: Inputs, problems: Problem[]): OptionEntry[] {
  const origin = { kind: 'explicit', source: 'configuration', property: 'configuration' } as const;
  return cluster.configuration === undefined
    ? []
    : statements(cluster.configuration, origin, cluster, reporter(problems, 'cluster'));
}

function featureStatements({ cluster, contributions }: Inputs, problems: Problem[]): OptionEntry[] {
  return contributions.flatMap(({ contribution: { configuration }, source, property, part }) =>
    configuration === undefined
      ? []
      : statements(configuration, { kind: 'explicit', source, property }, cluster, reporter(problems, part)),
  );
}

function defaults(inputs: Inputs, explicit: readonly OptionEntry[], problems: Problem[]): OptionEntry[] {
  const { cluster, contributions, taskManager } = inputs;
  const contributed = contributions.flatMap(({ contribution, source, property, part }) =>
    contribution.defaults === undefined
      ? []
      : statements(contribution.defaults, { kind: 'default', source, property }, cluster, reporter(problems, part)),
  );
  if (cluster.isBare) {
    return contributed;
  }
  const sizes = SIZES.filter(({ unless }) => !explicit.some(({ key }) => unless.includes(key))).map(({ size }) => size);
  return contributed.concat(sizes, SLOTS, taskManager?.queryableState === undefined ? [] : QUERYABLE_STATE_PORT);
}

function joined(words: readonly string[] | undefined): string | undefined {
  return words === undefined || words.length === 0 ? undefined : words.join(' ');
}
