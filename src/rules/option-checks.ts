import { dialectOf } from '../configuration/dialect';
import { type FlinkOptions, type OptionEntry } from '../configuration/flink-options';
import { highAvailabilityOf } from '../configuration/high-availability';
import { isForOperator, Keys, PORTS } from '../configuration/keys';
import { prefixOverlaps } from '../configuration/overlap';
import { isScriptKey, scriptHazard } from '../configuration/script-keys';
import { isPort } from '../kubernetes/names';
import { type ClusterModel } from '../model/cluster-model';
import { type Mode } from '../model/step-decorator';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** Whole-map rules of the configuration: what the file cannot carry, what scripts would read as something else, what Kubernetes needs fixed. */
export function checkOptions({ version, options }: ClusterModel, mode: Mode['name'], report: Report): void {
  const { stated } = options;
  if (stated.length === 0) {
    return;
  }
  const dialect = dialectOf(version);
  for (const entry of stated) {
    const refused = dialect.refusal(entry.key, entry.value);
    if (refused !== undefined) {
      report(RULES['FLK-CONF-02'], `configuration.${entry.key}`, entry.value, {
        reason: refused,
        file: version.configFileName,
        source: entry.source,
      });
    }
    checkValue(entry, report);
    if (mode === 'standalone' && isIgnored(entry, options)) {
      report(RULES['FLK-CONF-10'], `configuration.${entry.key}`, entry.value);
    }
  }
  if (version._usesStandardYaml) {
    for (const { leaf, child } of prefixOverlaps(options.entries.map(({ key }) => key))) {
      report(RULES['FLK-CONF-06'], `configuration.${leaf}`, undefined, { leaf, child });
    }
  }
  checkLogin(options, report);
  if (stated.some(({ key }) => ALL_PORTS.has(key))) {
    checkPorts(options, report);
  }
}

/** What scripts, Flink and the mode make of a value that the file can carry. */
function checkValue({ key, value, source, kind }: OptionEntry, report: Report): void {
  const property = `configuration.${key}`;
  const hazard = isScriptKey(key) ? scriptHazard(value) : undefined;
  if (hazard !== undefined) {
    report(RULES['FLK-CONF-09'], property, value, { hazard, source });
  }
  if (/\$\{[A-Za-z_]/.test(value)) {
    report(RULES['FLK-CONF-11'], property, value, { source });
  }
  if (key === Keys.JAVA_DEFAULT_OPTS && kind === 'explicit' && !value.includes(OPENS_COLLECTIONS)) {
    report(RULES['FLK-CONF-12'], property, value, { opens: OPENS_COLLECTIONS });
  }
}

/** What the client of leader election reads in every mode. */
const OF_THE_CLIENT = /^kubernetes\.(?:client\.|config\.file$|context$|transactional-operation\.)/;

/** A standalone cluster knows nothing of Kubernetes, unless it remembers its leader there. */
function isIgnored({ key, source }: OptionEntry, options: FlinkOptions): boolean {
  const isForElection = OF_THE_CLIENT.test(key) && highAvailabilityOf(options) === 'kubernetes';
  return key.startsWith('kubernetes.') && source === 'configuration' && !isForOperator(key) && !isForElection;
}

/** Flink's serializers look into these classes, which Java 17 forbids without this option. */
const OPENS_COLLECTIONS = '--add-opens=java.base/java.util=ALL-UNNAMED';

/** Flink refuses one without the other. */
function checkLogin(options: FlinkOptions, report: Report): void {
  const keys = [Keys.KERBEROS_KEYTAB, Keys.KERBEROS_PRINCIPAL];
  const missing = keys.filter((key) => options.get(key) === undefined);
  if (missing.length === 1) {
    report(RULES['FLK-KRB-04'], `configuration.${keys.find((key) => key !== missing[0])!}`, undefined, {
      missing: missing[0]!,
    });
  }
}

/** Below this, a process that is not root cannot listen. */
const FIRST_UNPRIVILEGED = 1024;
const JOB_MANAGER_PORTS = [
  Keys.JOB_MANAGER_RPC_PORT,
  Keys.BLOB_SERVER_PORT,
  Keys.REST_PORT,
  Keys.REST_BIND_PORT,
  Keys.METRICS_QUERY_SERVICE_PORT,
  Keys.HIGH_AVAILABILITY_PORT,
];
/** Pairs of options that mean one port. */
const SAME_PORT = [
  `${Keys.REST_PORT} ${Keys.REST_BIND_PORT}`,
  `${Keys.JOB_MANAGER_RPC_PORT} ${Keys.HIGH_AVAILABILITY_PORT}`,
];
const TASK_MANAGER_PORTS = [
  Keys.TASK_MANAGER_RPC_PORT,
  Keys.TASK_MANAGER_DATA_PORT,
  Keys.QUERYABLE_STATE_PROXY_PORTS,
  Keys.METRICS_QUERY_SERVICE_PORT,
];

const ALL_PORTS: ReadonlySet<string> = new Set([...JOB_MANAGER_PORTS, ...TASK_MANAGER_PORTS]);

/** Services and probes need one fixed number per port, and each its own within a pod. */
function checkPorts(options: FlinkOptions, report: Report): void {
  for (const key of ALL_PORTS) {
    const value = options.get(key);
    const port = options.integer(key);
    if (value !== undefined && !isPort(port)) {
      report(RULES['FLK-CONF-08'], `configuration.${key}`, value);
    } else if (port !== undefined && port < FIRST_UNPRIVILEGED) {
      report(RULES['FLK-PORT-01'], `configuration.${key}`, value);
    }
  }
  for (const keys of [JOB_MANAGER_PORTS, TASK_MANAGER_PORTS]) {
    const owners = new Map<number, string>();
    for (const key of keys) {
      const port = options.integer(key) ?? (key === Keys.REST_PORT ? PORTS[key] : undefined);
      const owner = port === undefined ? undefined : owners.get(port);
      if (owner !== undefined && !SAME_PORT.includes(`${owner} ${key}`)) {
        report(RULES['FLK-PORT-02'], `configuration.${key}`, port, { owner });
      } else if (port !== undefined) {
        owners.set(port, key);
      }
    }
  }
}
