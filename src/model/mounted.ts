import { type FlinkFile } from '../props/flink-file';
import { type Part } from '../validation/problem';

/** A file that pods mount: given as a value, so that the cluster brings the object that holds it, or a key of an object that exists. */
export type FileSource = { readonly file: FlinkFile } | { readonly existing: string; readonly key: string };

/** Kerberos in every process of a cluster. */
export interface KerberosModel {
  /** Who Flink logs in as; absent where there is a krb5.conf alone. */
  readonly login?: { readonly keytab: FileSource; readonly principal: string };
  readonly krb5Conf?: FileSource;
}

/** The Hadoop configuration of every process of a cluster: a ConfigMap that exists, or files of which the cluster brings one. */
export type HadoopModel = { readonly existing: string } | { readonly files: readonly FlinkFile[] };

/** A Secret as files of one role's main container. */
export interface SecretMountModel {
  readonly secretName: string;
  readonly mountPath: string;
  /** Keys that become files, by their paths below the mount; absent where all do, under their own names. */
  readonly items?: readonly { readonly key: string; readonly path: string }[];
  /** Permission bits of the files. */
  readonly mode?: number;
  /** Whether pods start without the Secret. */
  readonly optional?: boolean;
}

/** A key of a Secret as an environment variable of one role's main container. */
export interface SecretEnvModel {
  readonly name: string;
  readonly secretName: string;
  readonly key: string;
}

/** An option whose value is a key of a Secret: an environment variable brings it, and an argument of the process refers to that. */
export interface SecretOption {
  readonly key: string;
  readonly env: string;
  /** Who stated it, and where. */
  readonly property: string;
  readonly part: Part;
}

/** The name under which a file lies in its object, and so in the pod. */
export function fileName(source: FileSource): string {
  return 'file' in source ? source.file.name : source.key;
}

/** Where keytabs lie in pods. */
export const KEYTAB_DIR = '/opt/kerberos/kerberos-keytab';

/** The place of a keytab in the pods, for `security.kerberos.login.keytab`. */
export function keytabPath(keytab: FileSource): string {
  return `${KEYTAB_DIR}/${fileName(keytab)}`;
}

/** Files beside the configuration directory that Flink reads as well, and that the cluster brings. */
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
