import { type Role } from './role';
import { type ManifestJson } from '../kubernetes/manifest-json';

/** The construct below which an object is made. */
export type Owner = 'config' | Role;

/**
 * An object of the plan: which document there will be and what it is called. Its body is a thunk, because plans are made more often
 * than documents.
 */
export interface Manifest {
  readonly owner: Owner;
  /** Constructs beside the owner that the object stands for too: the default child of each. */
  readonly standsFor?: readonly Owner[];
  /** Id of the construct, constant over all clusters: ids that differ per cluster cost V8 its hidden classes. */
  readonly id: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
  /** Stands in for the cluster's namespace, where the object is to have another or none. */
  readonly namespace?: { readonly name: string | undefined };
  readonly ownerReferences?: readonly ManifestJson[];
  /** Whether annotations are written even where there are none. */
  readonly sendsEmptyAnnotations?: boolean;
  /** The top-level fields beside `metadata`, in output order. */
  readonly fields: readonly string[];
  readonly body: () => ManifestJson;
}
