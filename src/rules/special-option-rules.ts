import { type ClusterRule, clusterRule } from './cluster-rule';
import { readingOf } from '../configuration/dialect';
import { externalResources } from '../configuration/external-resources';
import { highAvailabilityOf } from '../configuration/high-availability';
import { isForOperator, Keys } from '../configuration/keys';
import { Sources } from '../validation/rule';

/** Rules about options that few clusters set. */

/** The serializers of Flink access these classes by reflection, which Java 17 rejects without this option. */
const OPENS_COLLECTIONS = '--add-opens=java.base/java.util=ALL-UNNAMED';
/** The client for leader election reads these options in every mode. */
const OF_ELECTION_CLIENT = /^kubernetes\.(?:client\.|config\.file$|context$|transactional-operation\.)/;
const LOGIN = [Keys.KERBEROS_KEYTAB, Keys.KERBEROS_PRINCIPAL] as const;

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

export const KEYTAB_WITHOUT_PRINCIPAL = clusterRule({
  id: 'FLK-KRB-04',
  severity: 'error',
  rule: 'a Kerberos login needs a keytab and a principal, and {missing} is not set',
  fix: 'use a KerberosMount, or set both options',
  source: Sources.FLINK,
  reads: LOGIN,
  find({ cluster: { options } }, report) {
    const missing = LOGIN.filter((key) => options.get(key) === undefined);
    if (missing.length === 1) {
      const present = LOGIN.find((key) => key !== missing[0]);
      report(`configuration.${present}`, undefined, { missing: missing[0]! });
    }
  },
});

export const RESOURCE_WITHOUT_AMOUNT = clusterRule({
  id: 'FLK-OPT-07',
  severity: 'warning',
  rule: 'Flink ignores the resource {name}, because it has no amount above 0',
  fix: 'set {amount}, or remove {name} from the list',
  source: Sources.FLINK,
  reads: [Keys.EXTERNAL_RESOURCES],
  find({ cluster: { options, version } }, report) {
    const read = externalResources((key) => options.get(key), readingOf(version));
    // Another rule reports a value that cannot be read.
    const names = 'problem' in read ? [] : read.listed.filter((name) => !read.resources.has(name));
    for (const name of names) {
      const amount = `external-resource.${name}.amount`;
      report(`configuration.${Keys.EXTERNAL_RESOURCES}`, options.get(Keys.EXTERNAL_RESOURCES), { name, amount });
    }
  },
});

export const SPECIAL_OPTION_RULES: readonly ClusterRule[] = [
  MISSING_MODULE_OPTIONS,
  IGNORED_KUBERNETES_OPTION,
  IGNORED_OPERATOR_OPTION,
  KEYTAB_WITHOUT_PRINCIPAL,
  RESOURCE_WITHOUT_AMOUNT,
];
