import { type Inputs } from './inputs';
import { heapDumpOptions } from './pod-template';
import { statement, statements } from './statements';
import { jobManagerMemoryStatements, taskManagerMemoryStatements, webStatements } from './typed-options';
import { FlinkOptions, LIBRARY, type OptionEntry } from '../configuration/flink-options';
import { Keys, PORTS } from '../configuration/keys';
import { isSameValue } from '../configuration/same-value';
import { type FlinkRoleOptions } from '../props/role-options';
import { type Problem, reporter } from '../validation/problem';
import { RULES } from '../validation/rules';
import { show } from '../validation/show';

/** Default sizes of the processes, and the options that each decide the size too, so that the default must stand back. */
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

/** Brings all statements of options together; explicit ones first, defaults behind them. */
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
  // A command line lets its own arguments win, and says nothing.
  for (const { first, second } of inputs.cluster.isBare ? [] : conflicts) {
    if (isSameValue(first.key, first.value, second.value, inputs.cluster.version)) continue;
    reporter(problems, 'cluster')(RULES['FLK-CONF-05'], `configuration.${first.key}`, second.value, {
      first: first.source,
      firstValue: show(first.value, first.key),
      second: second.source,
    });
  }
  return options;
}

function typedStatements({ cluster, job, jobManager, taskManager }: Inputs): OptionEntry[] {
  const jm = jobManager?.options;
  const tm = taskManager?.options;
  const allOpts = cluster.version._isAtLeast('1.17') ? Keys.JAVA_OPTS : Keys.JAVA_OPTS_OLD;
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
  given(allOpts, joined(cluster.jvmOptions), 'jvmOptions');
  given(Keys.JAVA_OPTS_JOB_MANAGER, joined(jvmOptions(jm)), 'jobManager.jvmOptions');
  given(Keys.JAVA_OPTS_TASK_MANAGER, joined(jvmOptions(tm)), 'taskManager.jvmOptions');
  given(Keys.QUERYABLE_STATE_ENABLE, taskManager?.queryableState === undefined ? undefined : true, 'queryableState');
  return entries;
}

function jvmOptions(options: FlinkRoleOptions | undefined): readonly string[] {
  return options === undefined ? [] : [...(options.jvmOptions ?? []), ...heapDumpOptions(options)];
}

function userStatements({ cluster }: Inputs, problems: Problem[]): OptionEntry[] {
  return cluster.configuration === undefined
    ? []
    : statements(
        cluster.configuration,
        'explicit',
        'configuration',
        'configuration',
        cluster,
        reporter(problems, 'cluster'),
      );
}

function featureStatements({ cluster, contributions }: Inputs, problems: Problem[]): OptionEntry[] {
  return contributions.flatMap(({ contribution, source, property, part }) =>
    contribution.configuration === undefined
      ? []
      : statements(contribution.configuration, 'explicit', source, property, cluster, reporter(problems, part)),
  );
}

function defaults(inputs: Inputs, explicit: readonly OptionEntry[], problems: Problem[]): OptionEntry[] {
  const { cluster, contributions, taskManager } = inputs;
  const contributed = contributions.flatMap(({ contribution, source, property, part }) =>
    contribution.defaults === undefined
      ? []
      : statements(contribution.defaults, 'default', source, property, cluster, reporter(problems, part)),
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
