import { type Client, configFile } from './client';
import { set } from './entries';
import { hasOwnNames } from './objects';
import { OptionValues } from './option-values';
import { UNKNOWN_CLIENT_FILE } from './rules/client-file-rules';
import { KEYTAB_WITHOUT_PRINCIPAL } from './rules/kerberos-rules';
import { reportingUnreadable } from './rules/value-rules';
import { type OptionEntry } from '../../configuration/flink-options';
import { Keys } from '../../configuration/keys';
import { type ClusterModel } from '../../model/cluster-model';
import { fileName, type FileSource, type HadoopModel, type KerberosModel, keytabPath } from '../../model/mounted';
import { FlinkFile } from '../../props/flink-file';
import { type Problem, type Report, reporter } from '../../validation/problem';
import { objectNames } from '../shared/names';

const { KERBEROS_KEYTAB: KEYTAB, KERBEROS_PRINCIPAL: PRINCIPAL } = Keys;
const KRB5 = 'security.kerberos.krb5-conf.path';
const KERBEROS_SWITCH = 'kubernetes.decorator.kerberos-mount.enabled';
const HADOOP_SWITCH = 'kubernetes.decorator.hadoop-conf-mount.enabled';
const HADOOP_CONFIG_MAP = 'kubernetes.hadoop.conf.config-map.name';
/** Files of a Hadoop configuration that the client uses. */
const HADOOP_FILES = ['hdfs-site.xml', 'core-site.xml'];

/** A cluster whose Kerberos and Hadoop configuration are those that Flink's steps mount. */
export interface Secured extends ClusterModel {
  /** Kerberos files that the pod templates mount, because Flink's step would look for objects with its own names. */
  readonly mounted?: KerberosModel;
}

/** Resolves the Kerberos and Hadoop options: files come from the client, and the keytab gets its path in the pods. */
export function withSecurity(cluster: ClusterModel, client: Client, problems: Problem[]): Secured {
  const { clusterName, kerberos, options, version } = cluster;
  const report = reporter(problems, 'cluster');
  const { dialect } = configFile(client, version);
  const values = new OptionValues(options, version, dialect, reportingUnreadable(report));
  const hadoop =
    values.boolean(HADOOP_SWITCH) === false
      ? undefined
      : hadoopOf(values.text(HADOOP_CONFIG_MAP), cluster.hadoop ?? { files: client.hadoopConfDir });
  if (kerberos !== undefined && version._can('disablesDecorators') && !hasOwnNames(kerberos, clusterName)) {
    const changes = [set(KERBEROS_SWITCH, 'false'), ...hadoopOption(hadoop)];
    return { ...cluster, hadoop, kerberos: undefined, mounted: kerberos, options: options.changed(changes) };
  }
  const isMounted = version._can('mountsKerberosFiles') && values.boolean(KERBEROS_SWITCH) !== false;
  const mounted = isMounted ? (kerberos ?? kerberosOf(values, cluster, client, report)) : undefined;
  const changes = [...kerberosOptions(mounted, kerberos !== undefined), ...hadoopOption(hadoop)];
  return { ...cluster, kerberos: mounted, hadoop, options: options.changed(changes) };
}

/** The paths of the files in the pods. The path of krb5.conf that the client was configured with remains. */
function kerberosOptions({ login, krb5Conf }: KerberosModel = {}, isMount: boolean): OptionEntry[] {
  return [
    ...(login === undefined ? [] : [set(KEYTAB, keytabPath(login.keytab))]),
    ...(krb5Conf === undefined || !isMount ? [] : [set(KRB5, `/etc/${fileName(krb5Conf)}`)]),
  ];
}

/** An option names an existing ConfigMap; files need no option. */
function hadoopOption(hadoop: HadoopModel | undefined): OptionEntry[] {
  return hadoop !== undefined && 'existing' in hadoop ? [set(HADOOP_CONFIG_MAP, hadoop.existing)] : [];
}

function kerberosOf(
  values: OptionValues,
  { clusterName, version }: ClusterModel,
  client: Client,
  report: Report,
): KerberosModel | undefined {
  const [keytab, principal, krb5] = [KEYTAB, PRINCIPAL, KRB5].map((key) => notBlank(values.text(key)));
  const needsBoth = keytab !== undefined || !client.isBare || version._can('requiresKeytabForPrincipal');
  if ((keytab === undefined) !== (principal === undefined) && needsBoth) {
    const [found, missing] = keytab === undefined ? [PRINCIPAL, KEYTAB] : [KEYTAB, PRINCIPAL];
    report(KEYTAB_WITHOUT_PRINCIPAL, `configuration.${found}`, keytab ?? principal, { missing });
  }
  const login =
    keytab === undefined || principal === undefined ? undefined : loginOf(keytab, principal, client, report);
  const krb5Conf = krb5 === undefined ? undefined : krb5Source(krb5, clusterName, client, report);
  return login === undefined && krb5Conf === undefined ? undefined : { login, krb5Conf };
}

function loginOf(path: string, principal: string, client: Client, report: Report): KerberosModel['login'] {
  const file = clientFile(client, path);
  if (file === undefined) {
    report(UNKNOWN_CLIENT_FILE, `configuration.${KEYTAB}`, path);
  }
  return file === undefined ? undefined : { keytab: { file }, principal };
}

/** A client that does not have the file mounts it nevertheless, and the pod waits forever for the ConfigMap. */
function krb5Source(path: string, clusterName: string, client: Client, report: Report): FileSource {
  const file = clientFile(client, path);
  if (file === undefined && !client.isBare) {
    report(UNKNOWN_CLIENT_FILE, `configuration.${KRB5}`, path);
  }
  return file === undefined ? { existing: objectNames.kerberosKrb5Conf(clusterName), key: baseName(path) } : { file };
}

function hadoopOf(configMap: string | undefined, given: HadoopModel): HadoopModel | undefined {
  if (notBlank(configMap) !== undefined) {
    return { existing: configMap! };
  }
  if ('existing' in given) {
    return given;
  }
  const files = HADOOP_FILES.flatMap((name) => given.files.find((file) => file.name === name) ?? []);
  return files.length === 0 ? undefined : { files };
}

/** A file of the client, named as its path ends. */
function clientFile({ files }: Client, path: string): FlinkFile | undefined {
  const file = files.get(path);
  const name = baseName(path);
  if (file === undefined || file.name === name) {
    return file;
  }
  return file._text === undefined
    ? FlinkFile.fromBytes(name, file._base64 ?? '')
    : FlinkFile.fromText(name, file._text);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function notBlank(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}
