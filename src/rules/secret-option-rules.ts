import { type ClusterContext, type ClusterRule, clusterRule, clusterRuleOf } from './cluster-rule';
import { PORTS } from '../configuration/keys';
import { firstRelease } from '../configuration/releases';
import { isScriptKey } from '../configuration/script-keys';
import { CONTRADICTING_VALUES } from '../derivation/cluster-options';
import { Sources } from '../validation/rule';

/** Rules about options whose values are in Secrets. */

/** Prefixes of keys that other parties than the process read: the calculation of memory, Services, probes. */
const READ_ELSEWHERE = [
  'jobmanager.memory.',
  'taskmanager.memory.',
  'kubernetes.',
  'jobmanager.rpc.',
  'high-availability.cluster-id',
];

/** Whether other parties than the process read an option, so that its value cannot be passed on the command line. */
export function isReadElsewhere(key: string): boolean {
  return isScriptKey(key) || key in PORTS || READ_ELSEWHERE.some((prefix) => key.startsWith(prefix));
}

export const NO_OPTIONS_ON_COMMAND_LINE = clusterRule({
  id: 'FLK-SECRET-03',
  severity: 'error',
  rule: 'the command line of Flink {where} accepts no options, and the configuration file cannot contain a secret',
  fix: 'use a SecretEnv or a SecretMount if the reader of the value looks there, or use an identity of the pods',
  source: Sources.FLINK,
  find(context, report) {
    const where = withoutOptions(context);
    for (const { property, part } of where === undefined ? [] : context.cluster.secretOptions) {
      report.on(part)(property, undefined, { where: where! });
    }
  },
});

function withoutOptions({ cluster: { job, version }, traits }: ClusterContext): string | undefined {
  if (!traits.takesSecretOptions) {
    return `in ${traits.name} mode`;
  }
  return job === undefined && !version._can('readsSessionArguments')
    ? `in a session cluster before Flink ${firstRelease('readsSessionArguments')}`
    : undefined;
}

export const SECRET_READ_ELSEWHERE = clusterRule({
  id: 'FLK-SECRET-02',
  severity: 'error',
  rule: 'other parties than the Flink process read this option, and only from the configuration file',
  fix: 'set it in configuration',
  source: 'start scripts of the distribution',
  find({ cluster }, report) {
    for (const { property, part } of cluster.secretOptions.filter(({ key }) => isReadElsewhere(key))) {
      report.on(part)(property);
    }
  },
});

const CONTRADICTING_SECRET = clusterRuleOf(CONTRADICTING_VALUES, {
  find({ cluster: { options, secretOptions } }, report) {
    for (const { key, property, part } of secretOptions) {
      if (!isReadElsewhere(key) && options.get(key) !== undefined) {
        const facts = { first: 'configuration', firstValue: '******', second: property };
        report.on(part)(property, undefined, facts);
      }
    }
  },
});

export const SECRET_OPTION_RULES: readonly ClusterRule[] = [
  NO_OPTIONS_ON_COMMAND_LINE,
  SECRET_READ_ELSEWHERE,
  CONTRADICTING_SECRET,
];
