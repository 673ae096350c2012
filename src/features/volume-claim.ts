import { type Size } from 'cdk8s';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { binaryQuantity } from '../kubernetes/quantity';
import { dnsSubdomain } from '../readers/grammar-readers';
import { type Fields, nonEmptyString } from '../readers/reader';
import { size } from '../readers/size-reader';

/** Options of features that claim a volume for each pod. */
interface ClaimOptions {
  readonly size: Size;
  readonly storageClassName?: string;
  readonly mountPath?: string;
}

/** Readers of the options of a volume that is claimed for each pod. */
export const CLAIM_FIELDS: Fields<ClaimOptions> = {
  size,
  storageClassName: dnsSubdomain,
  mountPath: nonEmptyString,
};

/** The `spec` of a PersistentVolumeClaim that one pod mounts. */
export function claimSpec({ size: requested, storageClassName }: Partial<ClaimOptions>): ManifestJson {
  return {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: requested === undefined ? '' : quantity(requested) } },
    ...(storageClassName === undefined ? {} : { storageClassName }),
  };
}

/** A size as a quantity of Kubernetes. */
export function quantity(given: Size): string {
  return binaryQuantity(given.toKibibytes() * 1024);
}
