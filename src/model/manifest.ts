import { type Role } from './role';
import { type ManifestJson } from '../kubernetes/manifest-json';

/** The construct below which an object is created. */
export type Owner = 'config' | Role;

/**
 * A Kubernetes object of the plan. Its body is a function, because plans are made more often than objects are written.
 */
export interface Manifest {
  readonly owner: Owner;
  /** Further constructs, in addition to the owner, whose default child is this object. */
  readonly standsFor?: readonly Owner[];
  /**
   * Id of the construct, equal in all clusters: ids that differ per cluster would prevent V8 from sharing hidden
   * classes.
   */
  readonly id: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
  /** Replaces the namespace of the cluster, if the object needs another one or none. */
  readonly namespace?: { readonly name: string | undefined };
  readonly ownerReferences?: readonly ManifestJson[];
  /** Whether an empty map of annotations is written, too. */
  readonly sendsEmptyAnnotations?: boolean;
  /** The top-level fields except for `metadata`, in output order. */
  readonly fields: readonly string[];
  readonly body: () => ManifestJson;
}
