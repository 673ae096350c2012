import { type Inputs } from './inputs';
import { heapDumpOptions } from './pod-template';
import { statement, statements } from './statements';
import { FlinkOptions, LIBRARY, type OptionEntry } from '../configuration/flink-options';
import { Keys, PORTS } from '../configuration/keys';
import { type FlinkRoleOptions } from '../model/role-options';
import { type Problem, reporter } from '../validation/problem';
import { show } from '../validation/show';

/** Options that each decide the size of the process, so that a default size must stand back. */
const DECIDES_SIZE: { readonly [processSize: string]: readonly string[] } = {
  [Keys.JOB_MANAGER_PROCESS_SIZE]: [
    'jobmanager.memory.flink.size', 'jobmanager.memory.heap.size', 'jobmanager.heap.size', 'jobmanager.heap.mb',
  ],
  [Keys.TASK_MANAGER_PROCESS_SIZE]: [
    'taskmanager.memory.flink.size', 'taskmanager.memory.task.heap.size', 'taskmanager.heap.size', 'taskmanager.heap.mb',
  ],
};

/** Brings all statements of options together; explicit ones first, defaults behind them. */
export function clusterOptions(inputs: Inputs, problems: Problem[]): FlinkOptions {
  const explicit = [typedStatements(inputs), userStatements(inputs, problems), featureStatements(inputs, problems)].flat();
  const { options, conflicts } = FlinkOptions.of(explicit.concat(defaults(inputs, explicit, problems)));
  for (const { first, second } of conflicts) {
    reporter(problems, 'cluster')('FLK-CONF-05', `configuration.${first.key}`, second.value, {
      first: first.source, firstValue: show(first.value, first.key), second: second.source,
    });
  }
  return options;
}

function typedStatements({ cluster, jobManager, taskManager }: Inputs): OptionEntry[] {
  const jm = jobManager?.options;
  const tm = taskManager?.options;
  const allOpts = cluster.version._isAtLeast('1.17') ? Keys.JAVA_OPTS : Keys.JAVA_OPTS_OLD;
  return [
    given(Keys.JOB_MANAGER_PROCESS_SIZE, jm?.memory, 'jobManager.memory'),
    given(Keys.TASK_MANAGER_PROCESS_SIZE, tm?.memory, 'taskManager.memory'),
    given(Keys.TASK_SLOTS, tm?.taskSlots, 'taskManager.taskSlots'),
    given(allOpts, joined(cluster.jvmOptions), 'jvmOptions'),
    given(Keys.JAVA_OPTS_JOB_MANAGER, joined(jvmOptions(jm)), 'jobManager.jvmOptions'),
    given(Keys.JAVA_OPTS_TASK_MANAGER, joined(jvmOptions(tm)), 'taskManager.jvmOptions'),
    given(Keys.QUERYABLE_STATE_ENABLE, taskManager?.queryableState === undefined ? undefined : true, 'queryableState'),
  ].flat();
}

function jvmOptions(options: FlinkRoleOptions | undefined): readonly string[] {
  return options === undefined ? [] : [...options.jvmOptions ?? [], ...heapDumpOptions(options)];
}

function userStatements({ cluster }: Inputs, problems: Problem[]): OptionEntry[] {
  return cluster.configuration === undefined
    ? []
    : statements(cluster.configuration, 'explicit', 'configuration', 'configuration', cluster.version, reporter(problems, 'cluster'));
}

function featureStatements({ cluster, contributions }: Inputs, problems: Problem[]): OptionEntry[] {
  return contributions.flatMap(({ contribution, source, property, part }) => (contribution.configuration === undefined
    ? []
    : statements(contribution.configuration, 'explicit', source, property, cluster.version, reporter(problems, part))));
}

function defaults(inputs: Inputs, explicit: readonly OptionEntry[], problems: Problem[]): OptionEntry[] {
  const { cluster, contributions, taskManager } = inputs;
  const size = (key: string, value: string): OptionEntry[] =>
    (explicit.some((entry) => DECIDES_SIZE[key]!.includes(entry.key)) ? [] : statement(key, value, 'default', LIBRARY));
  return [
    contributions.flatMap(({ contribution, source, property, part }) => (contribution.defaults === undefined
      ? []
      : statements(contribution.defaults, 'default', source, property, cluster.version, reporter(problems, part)))),
    size(Keys.JOB_MANAGER_PROCESS_SIZE, '1600m'),
    size(Keys.TASK_MANAGER_PROCESS_SIZE, '1728m'),
    statement(Keys.TASK_SLOTS, 2, 'default', LIBRARY),
    taskManager?.queryableState === undefined
      ? []
      : statement(Keys.QUERYABLE_STATE_PROXY_PORTS, PORTS[Keys.QUERYABLE_STATE_PROXY_PORTS], 'default', LIBRARY),
  ].flat();
}

function given(key: string, value: unknown, source: string): OptionEntry[] {
  return value === undefined ? [] : statement(key, value, 'explicit', source);
}

function joined(words: readonly string[] | undefined): string | undefined {
  return words === undefined || words.length === 0 ? undefined : words.join(' ');
}
