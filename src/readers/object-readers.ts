import type * as kplus from 'cdk8s-plus-27';
import { dnsSubdomain } from './grammar-readers';
import { type Fields, instanceLike, type Reader, readStruct, requiring, string } from './reader';
import { isConfigKey } from '../kubernetes/names';
import { defineRule, Sources } from '../validation/rule';

/** The rules about containers report this rule, too. */
export const INVALID_OBJECT_KEY = defineRule({
  id: 'FLK-SECRET-05',
  severity: 'error',
  rule: 'not a valid key of a Secret or a ConfigMap',
  fix: 'use at most 253 letters, digits, ".", "-" and "_"',
  source: Sources.KUBERNETES,
});

/**
 * Readers of objects that the library refers to by their names. They can be constructs of any release of cdk8s-plus.
 */

export const secret = named<kplus.ISecret>('a Secret, such as Secret.fromSecretName(…)');
export const configMap = named<kplus.IConfigMap>('a ConfigMap, such as ConfigMap.fromConfigMapName(…)');
export const claim = named<kplus.IPersistentVolumeClaim>(
  'a PersistentVolumeClaim, such as PersistentVolumeClaim.fromClaimName(…)',
);
const namedServiceAccount = named<kplus.IServiceAccount>(
  'a ServiceAccount, such as FlinkServiceAccount.fromServiceAccountName(…)',
);

/** A ServiceAccount. One of this library also has annotations and a namespace. */
export const serviceAccount: Reader<kplus.IServiceAccount> = (value, property, report) => {
  const read = namedServiceAccount(value, property, report);
  const { _annotations, namespace } = (value ?? {}) as { readonly _annotations?: object; readonly namespace?: string };
  return read && { ...read, _annotations, namespace };
};

/** A key of a Secret or a ConfigMap, and so a file name. */
export const objectKey: Reader<string> = (value, property, report) => {
  const given = string(value, property, report);
  if (given !== undefined && !isConfigKey(given)) {
    report(INVALID_OBJECT_KEY, property, given);
    return undefined;
  }
  return given;
};

const SECRET_VALUE: Fields<kplus.SecretValue> = { secret, key: objectKey };

/** A value in a Secret. */
export const secretValue: Reader<kplus.SecretValue> = (value, property, report) => {
  const read = readStruct<kplus.SecretValue>(value, requiring(SECRET_VALUE, 'secret', 'key'), property, report);
  return read.secret === undefined || read.key === undefined ? undefined : (read as kplus.SecretValue);
};

/** Only the name is used. */
function named<T>(expected: string): Reader<T> {
  const isNamed = instanceLike<{ name: unknown }>(expected, 'name');
  return (value, property, report) => {
    const given = isNamed(value, property, report);
    const name = given && dnsSubdomain(given.name, `${property}.name`, report);
    return name === undefined ? undefined : ({ name } as T);
  };
}
