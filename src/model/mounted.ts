import { type FlinkFile } from '../props/flink-file';
import { type Part } from '../validation/problem';

/** A file that pods mount: a value for which the cluster creates an object, or a key of an existing object. */
export type FileSource = { readonly file: FlinkFile } | { readonly existing: string; readonly key: string };

/** The Kerberos settings of every process of a cluster. */
export interface KerberosModel {
  /** The credentials of Flink; absent if there is only a krb5.conf. */
  readonly login?: { readonly keytab: FileSource; readonly principal: string };
  readonly krb5Conf?: FileSource;
}

/**
 * The Hadoop configuration of every process of a cluster: an existing ConfigMap, or files for which the cluster creates
 * one.
 */
export type HadoopModel = { readonly existing: string } | { readonly files: readonly FlinkFile[] };

/** A Secret that is mounted as files into the main container of a role. */
export interface SecretMountModel {
  readonly secretName: string;
  readonly mountPath: string;
  /** Keys that become files, with their paths below the mount; absent if all keys become files with their own names. */
  readonly items?: readonly { readonly key: string; readonly path: string }[];
  /** Permission bits of the files. */
  readonly mode?: number;
  /** Whether pods can start without the Secret. */
  readonly optional?: boolean;
}

/** A key of a Secret as an environment variable of the main container of a role. */
export interface SecretEnvModel {
  readonly name: string;
  readonly secretName: string;
  readonly key: string;
}

/**
 * An option whose value is in a Secret: an argument of the process refers to an environment variable with the value.
 */
export interface SecretOption {
  readonly key: string;
  readonly env: string;
  /** The property that sets it. */
  readonly property: string;
  readonly part: Part;
}

/** The name of a file in its object, which is its name in the pod, too. */
export function fileName(source: FileSource): string {
  return 'file' in source ? source.file.name : source.key;
}

/** The directory of keytabs in pods. */
export const KEYTAB_DIR = '/opt/kerberos/kerberos-keytab';

/** The path of a keytab in the pods, for `security.kerberos.login.keytab`. */
export function keytabPath(keytab: FileSource): string {
  return `${KEYTAB_DIR}/${fileName(keytab)}`;
}

/** Files outside the configuration directory that Flink reads, too, and for which the cluster creates objects. */
export function mountedFiles({
  kerberos,
  hadoop,
}: {
  readonly kerberos?: KerberosModel;
  readonly hadoop?: HadoopModel;
}): FlinkFile[] {
  const sources = [kerberos?.login?.keytab, kerberos?.krb5Conf].flatMap((source) =>
    source !== undefined && 'file' in source ? source.file : [],
  );
  return [...sources, ...(hadoop !== undefined && 'files' in hadoop ? hadoop.files : [])];
}
