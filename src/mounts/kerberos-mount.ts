import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { isKeytab, isKrb5Conf, KEYTAB_IN_MANIFESTS } from './kerberos-files';
import { isOneOf } from './mount-readers';
import { Keys } from '../configuration/keys';
import { type Mounted, mountInto } from '../derivation/mount-host';
import { type FileSource, keytabPath } from '../model/mounted';
import { type FlinkFile } from '../props/flink-file';
import { flinkFile } from '../readers/file-reader';
import { configMap, objectKey, secret } from '../readers/object-readers';
import { type Fields, list, nonEmptyString, type Reader, readStruct, string } from '../readers/reader';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** Properties of a Kerberos login. One of `keytab` and `keytabFile` is needed, and at most one of `krb5Conf` and `krb5ConfigMap`. */
export interface KerberosMountProps {
  /** Who Flink logs in as: `flink/host@EXAMPLE.COM`. */
  readonly principal: string;
  /**
   * An existing Secret with the keytab.
   * @default - `keytabFile`
   */
  readonly keytab?: kplus.ISecret;
  /**
   * The key of the Secret that holds the keytab.
   * @default 'krb5.keytab'
   */
  readonly keytabKey?: string;
  /**
   * The keytab itself; a Secret is made of it, whose bytes lie in the manifests, which is a warning (`FLK-SECRET-06`).
   * @default - `keytab`
   */
  readonly keytabFile?: FlinkFile;
  /**
   * The file krb5.conf, of which a ConfigMap is made.
   * @default - `krb5ConfigMap`
   */
  readonly krb5Conf?: FlinkFile;
  /**
   * An existing ConfigMap with the file krb5.conf.
   * @default - `krb5Conf`
   */
  readonly krb5ConfigMap?: kplus.IConfigMap;
  /**
   * The key of the ConfigMap that holds the file.
   * @default 'krb5.conf'
   */
  readonly krb5ConfigMapKey?: string;
  /**
   * JAAS contexts that log in with the keytab: `Client` for ZooKeeper, `KafkaClient` for Kafka.
   * @default - none; Hadoop logs in without one
   */
  readonly contexts?: string[];
}

const FIELDS: Fields<KerberosMountProps> = {
  principal,
  keytab: secret,
  keytabKey: objectKey,
  keytabFile: flinkFile,
  krb5Conf: flinkFile,
  krb5ConfigMap: configMap,
  krb5ConfigMapKey: objectKey,
  contexts: list(nonEmptyString),
};

/**
 * Kerberos for every process of a cluster: the keytab, krb5.conf and the login.
 *
 * Both roles log in, so its scope is a cluster, or the `FlinkConfigMap` of parts made by hand.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/security/security-kerberos/
 */
export class KerberosMount extends Construct {
  constructor(scope: Construct, id: string, props: KerberosMountProps) {
    super(scope, id);
    mountInto(this, (report) => read(props, report));
  }
}

function read(props: unknown, report: Report): Mounted | undefined {
  const given = readStruct<KerberosMountProps>(props, FIELDS, '', report, ['principal']);
  const keytab = isOneOf(given, ['keytab', 'keytabFile'], report) ? keytabOf(given, report) : undefined;
  const krb5Conf = krb5Of(given, report);
  if (given.principal === undefined || keytab === undefined) {
    return undefined;
  }
  return {
    order: 'kerberos',
    contribution: {
      kerberos: { login: { keytab, principal: given.principal }, krb5Conf },
      configuration: {
        [Keys.KERBEROS_KEYTAB]: keytabPath(keytab),
        [Keys.KERBEROS_PRINCIPAL]: given.principal,
        ...(given.contexts === undefined || given.contexts.length === 0
          ? {}
          : { [Keys.KERBEROS_CONTEXTS]: given.contexts.join(',') }),
      },
    },
  };
}

function keytabOf(
  { keytab, keytabKey, keytabFile }: Partial<KerberosMountProps>,
  report: Report,
): FileSource | undefined {
  if (keytabFile === undefined) {
    return keytab && { existing: keytab.name, key: keytabKey ?? 'krb5.keytab' };
  }
  if (
    objectKey(keytabFile.name, 'keytabFile.name', report) === undefined ||
    !isKeytab(keytabFile, 'keytabFile', report)
  ) {
    return undefined;
  }
  report(KEYTAB_IN_MANIFESTS, 'keytabFile', keytabFile.name);
  return { file: keytabFile };
}

function krb5Of(given: Partial<KerberosMountProps>, report: Report): FileSource | undefined {
  const { krb5Conf, krb5ConfigMap, krb5ConfigMapKey } = given;
  if (krb5Conf === undefined && krb5ConfigMap === undefined) {
    report(RULES['FLK-KRB-05'], 'krb5Conf');
    return undefined;
  }
  if (!isOneOf(given, ['krb5Conf', 'krb5ConfigMap'], report)) {
    return undefined;
  }
  if (krb5Conf === undefined) {
    return krb5ConfigMap && { existing: krb5ConfigMap.name, key: krb5ConfigMapKey ?? 'krb5.conf' };
  }
  return objectKey(krb5Conf.name, 'krb5Conf.name', report) !== undefined && isKrb5Conf(krb5Conf, 'krb5Conf', report)
    ? { file: krb5Conf }
    : undefined;
}

function principal(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  const given = string(value, property, report);
  if (given !== undefined && !/^[^\s@/]+(?:\/[^\s@/]+)*(?:@[^\s@/]+)?$/.test(given)) {
    report(RULES['FLK-KRB-03'], property, given);
    return undefined;
  }
  return given;
}
