import type * as kplus from 'cdk8s-plus-27';
import { dnsSubdomain } from './grammar-readers';
import { isConfigKey } from '../kubernetes/names';
import { having, type Reader, text } from '../validation/readers';

/** Readers of objects of others that the library refers to by their names, of whichever line of cdk8s-plus. */

export const secret = named<kplus.ISecret>('a Secret, such as Secret.fromSecretName(…)');
export const configMap = named<kplus.IConfigMap>('a ConfigMap, such as ConfigMap.fromConfigMapName(…)');
export const claim = named<kplus.IPersistentVolumeClaim>('a PersistentVolumeClaim, such as PersistentVolumeClaim.fromClaimName(…)');
export const serviceAccount = named<kplus.IServiceAccount>('a ServiceAccount, such as ServiceAccount.fromServiceAccountName(…)');

/** A key of a Secret or a ConfigMap, and so a file name. */
export const objectKey: Reader<string> = (value, property, report) => {
  const given = text(value, property, report);
  if (given !== undefined && !isConfigKey(given)) {
    report('FLK-SECRET-05', property, given);
    return undefined;
  }
  return given;
};

/** Only the name is used. */
function named<T>(expected: string): Reader<T> {
  const isNamed = having<{ name: unknown }>(expected, 'name');
  return (value, property, report) => {
    const given = isNamed(value, property, report);
    const name = given && dnsSubdomain(given.name, `${property}.name`, report);
    return name === undefined ? undefined : { name } as T;
  };
}
