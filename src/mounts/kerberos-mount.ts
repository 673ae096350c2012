import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { isKeytab, isKrb5Conf, KEYTAB_IN_MANIFESTS } from './kerberos-files';
import { isOneOf } from './mount-source';
import { Keys } from '../configuration/keys';
import { type Mounted, mountInto } from '../derivation/mount-host';
import { type FileSource, keytabPath } from '../model/mounted';
import { type FlinkFile } from '../props/flink-file';
import { flinkFile } from '../readers/file-reader';
import { configMap, objectKey, secret } from '../readers/object-readers';
import { type Fields, list, nonEmptyString, type Reader, readStruct, requiring, string } from '../readers/reader';
import { type Report } from '../validation/problem';
import { defineRule } from '../validation/rule';

export const INVALID_PRINCIPAL = defineRule({
  id: 'FLK-KRB-03',
  severity: 'error',
  rule: 'not a valid principal',
  fix: 'use primary or primary/instance, with or without @REALM',
  source: 'Kerberos principal names',
});

export const MISSING_KRB5_CONF = defineRule({
  id: 'FLK-KRB-05',
  severity: 'warning',
  rule: 'without a krb5.conf the JVM does not find the realm, and the official image contains none',
  fix: 'set krb5ConfFile or krb5ConfigMap, or suppress this if the image contains the file',
  source: 'Java: Kerberos requirements',
});

/**
 * Properties of a Kerberos login. One of `keytab` and `keytabFile` is required, and at most one of `krb5ConfFile` and
 * `krb5ConfigMap` can be set.
 */
export interface KerberosMountProps {
  /** The principal that Flink logs in as: `flink/host@EXAMPLE.COM`. */
  readonly principal: string;
  /**
   * An existing Secret with the keytab.
   * @default - `keytabFile`
   */
  readonly keytab?: kplus.ISecret;
  /**
   * The key of the keytab in the Secret.
   * @default 'krb5.keytab'
   */
  readonly keytabKey?: string;
  /**
   * The keytab itself. It is written to a Secret in the manifests, which is a warning (`FLK-SECRET-06`).
   * @default - `keytab`
   */
  readonly keytabFile?: FlinkFile;
  /**
   * The file krb5.conf, which is written to a ConfigMap.
   * @default - `krb5ConfigMap`
   */
  readonly krb5ConfFile?: FlinkFile;
  /**
   * An existing ConfigMap with the file krb5.conf.
   * @default - `krb5ConfFile`
   */
  readonly krb5ConfigMap?: kplus.IConfigMap;
  /**
   * The key of the file in the ConfigMap.
   * @default 'krb5.conf'
   */
  readonly krb5ConfigMapKey?: string;
  /**
   * JAAS contexts that log in with the keytab, `security.kerberos.login.contexts`: `Client` for ZooKeeper,
   * `KafkaClient` for Kafka.
   * @default - none; Hadoop logs in without a context
   */
  readonly jaasContexts?: string[];
}

const FIELDS: Fields<KerberosMountProps> = {
  principal,
  keytab: secret,
  keytabKey: objectKey,
  keytabFile: flinkFile,
  krb5ConfFile: flinkFile,
  krb5ConfigMap: configMap,
  krb5ConfigMapKey: objectKey,
  jaasContexts: list(nonEmptyString),
};

/**
 * Kerberos for every process of a cluster: the keytab, krb5.conf and the login.
 *
 * Both roles log in, so the scope is a cluster, or the `FlinkConfigMap` of separate parts.
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
  const given = readStruct<KerberosMountProps>(props, requiring(FIELDS, 'principal'), '', report);
  const keytab = isOneOf(given, ['keytab', 'keytabFile'], report) ? keytabOf(given, report) : undefined;
  const krb5Conf = krb5Of(given, report);
  const { jaasContexts = [], principal: name } = given;
  if (name === undefined || keytab === undefined) {
    return undefined;
  }
  return {
    order: 'kerberos',
    contribution: {
      kerberos: { login: { keytab, principal: name }, krb5Conf },
      configuration: {
        [Keys.KERBEROS_KEYTAB]: keytabPath(keytab),
        [Keys.KERBEROS_PRINCIPAL]: name,
        ...(jaasContexts.length === 0 ? {} : { [Keys.KERBEROS_CONTEXTS]: jaasContexts.join(',') }),
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
  const { krb5ConfFile: file, krb5ConfigMap, krb5ConfigMapKey } = given;
  if (file === undefined && krb5ConfigMap === undefined) {
    report(MISSING_KRB5_CONF, 'krb5ConfFile');
    return undefined;
  }
  if (!isOneOf(given, ['krb5ConfFile', 'krb5ConfigMap'], report)) {
    return undefined;
  }
  if (file === undefined) {
    return krb5ConfigMap && { existing: krb5ConfigMap.name, key: krb5ConfigMapKey ?? 'krb5.conf' };
  }
  return objectKey(file.name, 'krb5ConfFile.name', report) !== undefined && isKrb5Conf(file, 'krb5ConfFile', report)
    ? { file }
    : undefined;
}

function principal(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  const given = string(value, property, report);
  if (given !== undefined && !/^[^\s@/]+(?:\/[^\s@/]+)*(?:@[^\s@/]+)?$/.test(given)) {
    report(INVALID_PRINCIPAL, property, given);
    return undefined;
  }
  return given;
}
