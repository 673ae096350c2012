import { type ClusterRule, clusterRule } from './cluster-rule';
import { dialectOf } from '../configuration/dialect';
import { highAvailabilityOf } from '../configuration/high-availability';
import { isForOperator, Keys } from '../configuration/keys';
import { prefixOverlaps } from '../configuration/overlap';
import { isScriptKey, scriptHazard } from '../configuration/script-keys';
import { Sources } from '../validation/rule';

/** Rules about single options: whether their values reach Flink, and whether Flink reads them in this mode. */

/** The serializers of Flink access these classes by reflection, which Java 17 rejects without this option. */
const OPENS_COLLECTIONS = '--add-opens=java.base/java.util=ALL-UNNAMED';
/** The client for leader election reads these options in every mode. */
const OF_ELECTION_CLIENT = /^kubernetes\.(?:client\.|config\.file$|context$|transactional-operation\.)/;
const VARIABLE = /\$\{[A-Za-z_]/;

export const UNREPRESENTABLE_VALUE = clusterRule({
  id: 'FLK-CONF-02',
  severity: 'error',
  rule: '{file} cannot represent this option (set by {source}): {reason}',
  fix: 'change the value',
  source: 'Flink configuration readers',
  find({ cluster: { options, version } }, report) {
    const dialect = dialectOf(version);
    for (const { key, value, source } of options.stated) {
      const reason = dialect.refusal(key, value);
      if (reason !== undefined) {
        report(`configuration.${key}`, value, { reason, source, file: version.configFileName });
      }
    }
  },
});

export const SHELL_SYNTAX = clusterRule({
  id: 'FLK-CONF-09',
  severity: 'error',
  rule: 'start scripts pass this value (set by {source}) through a shell, and it contains {hazard}',
  fix: 'use plain arguments separated by single spaces',
  source: 'start scripts of the distribution',
  find({ cluster: { options } }, report) {
    for (const { key, value, source } of options.stated) {
      const hazard = isScriptKey(key) ? scriptHazard(value) : undefined;
      if (hazard !== undefined) {
        report(`configuration.${key}`, value, { hazard, source });
      }
    }
  },
});

export const UNEXPANDED_VARIABLE = clusterRule({
  id: 'FLK-CONF-11',
  severity: 'warning',
  rule: 'Flink does not replace variables in its configuration file (set by {source})',
  fix: 'write the value itself',
  source: Sources.FLINK,
  find({ cluster: { options } }, report) {
    for (const { key, value, source } of options.stated) {
      if (VARIABLE.test(value)) {
        report(`configuration.${key}`, value, { source });
      }
    }
  },
});

export const MISSING_MODULE_OPTIONS = clusterRule({
  id: 'FLK-CONF-12',
  severity: 'warning',
  rule: 'the value replaces the module options of the library, and on Java 17 jobs fail without {opens}',
  fix: 'use jvmOptions, which are appended to these options',
  source: 'Flink: configuration file of the image',
  reads: [Keys.JAVA_DEFAULT_OPTS],
  find({ cluster: { options } }, report) {
    const { key, value, kind } = options.entry(Keys.JAVA_DEFAULT_OPTS) ?? {};
    if (kind === 'explicit' && !value!.includes(OPENS_COLLECTIONS)) {
      report(`configuration.${key}`, value, { opens: OPENS_COLLECTIONS });
    }
  },
});

export const IGNORED_KUBERNETES_OPTION = clusterRule({
  id: 'FLK-CONF-10',
  severity: 'warning',
  rule: 'Flink reads kubernetes.* options only in native mode; a standalone cluster ignores this one',
  fix: 'remove it, or use the typed property with the same meaning',
  source: Sources.FLINK,
  reads: ['kubernetes.'],
  modes: ({ readsKubernetesOptions }) => !readsKubernetesOptions,
  find({ cluster: { options } }, report) {
    const elects = highAvailabilityOf(options) === 'kubernetes';
    for (const { key, value, source } of options.stated) {
      const isRead = isForOperator(key) || (elects && OF_ELECTION_CLIENT.test(key));
      if (key.startsWith('kubernetes.') && source === 'configuration' && !isRead) {
        report(`configuration.${key}`, value);
      }
    }
  },
});

export const IGNORED_OPERATOR_OPTION = clusterRule({
  id: 'FLK-OPM-05',
  severity: 'warning',
  rule: 'only the Flink Kubernetes Operator reads this option (set by {source}), and it does not manage this cluster',
  fix: 'use DeploymentMode.operator(), or remove the option',
  source: 'Flink Kubernetes Operator',
  reads: ['kubernetes.operator.', 'job.autoscaler.'],
  modes: ({ readsOperatorOptions }) => !readsOperatorOptions,
  find({ cluster: { options } }, report) {
    for (const { key, value, source } of options.stated) {
      if (isForOperator(key)) {
        report(`configuration.${key}`, value, { source });
      }
    }
  },
});

export const KEY_IS_PREFIX = clusterRule({
  id: 'FLK-CONF-06',
  severity: 'error',
  rule: '{leaf} has a value and is also a prefix of {child}, so config.yaml cannot be rewritten in nested form',
  fix: 'use the current name of {leaf}, or remove one of the two',
  source: 'FLINK-29372',
  find({ cluster: { options, version } }, report) {
    const overlaps = version._usesStandardYaml ? prefixOverlaps(options.entries.map(({ key }) => key)) : [];
    for (const { leaf, child } of overlaps) {
      report(`configuration.${leaf}`, undefined, { leaf, child });
    }
  },
});

export const OPTION_RULES: readonly ClusterRule[] = [
  UNREPRESENTABLE_VALUE,
  SHELL_SYNTAX,
  UNEXPANDED_VARIABLE,
  MISSING_MODULE_OPTIONS,
  IGNORED_KUBERNETES_OPTION,
  KEY_IS_PREFIX,
  IGNORED_OPERATOR_OPTION,
];
