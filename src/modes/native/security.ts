import { type Client, configFile } from './client';
import { OptionValues } from './option-values';
import { refusing } from './refusals';
import { type Release, releaseOf } from './release';
import { LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { Keys } from '../../configuration/keys';
import { type ClusterModel } from '../../model/cluster-model';
import { fileName, type FileSource, type HadoopModel, type KerberosModel, keytabPath } from '../../model/mounted';
import { FlinkFile } from '../../props/flink-file';
import { type Problem, type Report, reporter } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { objectNames } from '../shared/names';

const { KERBEROS_KEYTAB: KEYTAB, KERBEROS_PRINCIPAL: PRINCIPAL } = Keys;
const KRB5 = 'security.kerberos.krb5-conf.path';
const HADOOP_CONFIG_MAP = 'kubernetes.hadoop.conf.config-map.name';
/** Files of a Hadoop configuration that the client takes. */
const HADOOP_FILES = ['hdfs-site.xml', 'core-site.xml'];

/** A cluster whose Kerberos and Hadoop are those that Flink's steps mount. */
export interface Secured extends ClusterModel {
  /** Kerberos that the pod templates mount, because Flink's step would look for objects of its own names. */
  readonly mounted?: KerberosModel;
}

/** Kerberos and Hadoop as options name them: the files come from the client, and the keytab's path becomes that in the pod. */
export function withSecurity(cluster: ClusterModel, client: Client, problems: Problem[]): Secured {
  const release = releaseOf(cluster.version);
  const report = reporter(problems, 'cluster');
  const values = new OptionValues(
    cluster.options,
    cluster.version,
    configFile(client, cluster.version).dialect,
    refusing(report),
  );
  const isOn = (decorator: string): boolean => values.boolean(`kubernetes.decorator.${decorator}.enabled`) ?? true;
  const hadoop = isOn('hadoop-conf-mount')
    ? hadoopOf(values.text(HADOOP_CONFIG_MAP), cluster.hadoop ?? { files: client.hadoopConfDir })
    : undefined;
  const { kerberos: wanted } = cluster;
  if (wanted !== undefined && release.hasDecoratorSwitches && !hasOwnNames(wanted, cluster.clusterName)) {
    return {
      ...cluster,
      hadoop,
      kerberos: undefined,
      mounted: wanted,
      options: cluster.options.changed([
        set('kubernetes.decorator.kerberos-mount.enabled', 'false'),
        ...hadoopOption(hadoop),
      ]),
    };
  }
  const kerberos =
    release.hasSecrets && isOn('kerberos-mount')
      ? (wanted ?? kerberosOf(values, cluster.clusterName, client, release, report))
      : undefined;
  const { login, krb5Conf } = kerberos ?? {};
  return {
    ...cluster,
    kerberos,
    hadoop,
    options: cluster.options.changed([
      ...(login === undefined ? [] : [set(KEYTAB, keytabPath(login.keytab))]),
      ...(krb5Conf === undefined || wanted === undefined ? [] : [set(KRB5, `/etc/${fileName(krb5Conf)}`)]),
      ...hadoopOption(hadoop),
    ]),
  };
}

/** Whether the objects that exist are called as Flink calls its own, so that its step finds them. */
export function hasOwnNames({ login, krb5Conf }: KerberosModel, clusterName: string): boolean {
  const isOwn = (source: FileSource | undefined, name: string): boolean =>
    source === undefined || 'file' in source || source.existing === name;
  return (
    isOwn(login?.keytab, objectNames.kerberosKeytab(clusterName)) &&
    isOwn(krb5Conf, objectNames.kerberosKrb5Conf(clusterName))
  );
}

/** An existing ConfigMap is named by an option; files are found where they are mounted. */
function hadoopOption(hadoop: HadoopModel | undefined): OptionEntry[] {
  return hadoop !== undefined && 'existing' in hadoop ? [set(HADOOP_CONFIG_MAP, hadoop.existing)] : [];
}

function set(key: string, value: string): OptionEntry {
  return { key, value, kind: 'explicit', source: LIBRARY };
}

function kerberosOf(
  values: OptionValues,
  clusterName: string,
  client: Client,
  release: Release,
  report: Report,
): KerberosModel | undefined {
  const [keytab, principal, krb5] = [KEYTAB, PRINCIPAL, KRB5].map((key) => notBlank(values.text(key)));
  const isLone = keytab === undefined && principal !== undefined && client.isBare && !release.refusesLonePrincipal;
  if ((keytab === undefined) !== (principal === undefined) && !isLone) {
    report(RULES['FLK-NAT-05'], `configuration.${keytab === undefined ? PRINCIPAL : KEYTAB}`, keytab ?? principal, {
      missing: keytab === undefined ? KEYTAB : PRINCIPAL,
    });
  }
  const keytabFile = keytab === undefined ? undefined : clientFile(client, keytab);
  if (keytab !== undefined && principal !== undefined && keytabFile === undefined) {
    report(RULES['FLK-NAT-04'], `configuration.${KEYTAB}`, keytab);
  }
  const login =
    keytabFile === undefined || principal === undefined ? undefined : { keytab: { file: keytabFile }, principal };
  const krb5Conf = krb5 === undefined ? undefined : krb5Source(krb5, clusterName, client, report);
  return login === undefined && krb5Conf === undefined ? undefined : { login, krb5Conf };
}

/** A client without the file mounts it all the same, and the pod waits for the ConfigMap for ever. */
function krb5Source(path: string, clusterName: string, client: Client, report: Report): FileSource {
  const file = clientFile(client, path);
  if (file === undefined && !client.isBare) {
    report(RULES['FLK-NAT-04'], `configuration.${KRB5}`, path);
  }
  return file === undefined ? { existing: objectNames.kerberosKrb5Conf(clusterName), key: baseName(path) } : { file };
}

function hadoopOf(configMap: string | undefined, given: HadoopModel | undefined): HadoopModel | undefined {
  if (notBlank(configMap) !== undefined) {
    return { existing: configMap! };
  }
  if (given === undefined || 'existing' in given) {
    return given;
  }
  const files = HADOOP_FILES.flatMap((name) => given.files.find((file) => file.name === name) ?? []);
  return files.length === 0 ? undefined : { files };
}

/** A file of the client under the name that its path ends in. */
function clientFile({ files }: Client, path: string): FlinkFile | undefined {
  const file = files.get(path);
  const name = baseName(path);
  return file === undefined || file.name === name
    ? file
    : file._text === undefined
      ? FlinkFile.fromBytes(name, file._base64 ?? '')
      : FlinkFile.fromText(name, file._text);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function notBlank(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
