import { ApiObject, type ApiObjectMetadata, type ApiObjectProps, JsonPatch, Lazy, type OwnerReference } from 'cdk8s';
import { type Construct } from 'constructs';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type Manifest, type Owner } from '../model/manifest';

/** Derives all manifests again, for objects that are read more than once. */
export type Source = () => Manifest[];

interface Document {
  readonly object: ApiObject;
  /** Kept until every field has been read. */
  body?: ManifestJson;
  unread: number;
}

/**
 * Keeps the ApiObjects below the constructs of a cluster in step with the plan, and fills them when they are written.
 *
 * A body is dropped when all of its fields have been read: an app is usually written once, and retained objects slow
 * down garbage collection.
 */
export class Emitter {
  private documents: Document[] = [];

  constructor(
    private readonly owners: { readonly [owner in Owner]?: Construct },
    private readonly namespace: string | undefined,
    private readonly source: Source,
  ) {}

  /**
   * Creates, changes and removes objects until they match the plan.
   *
   * @param plan The manifests
   * @param isFinal Whether the plan has no errors, so that its bodies can be written
   */
  public sync(plan: readonly Manifest[], isFinal: boolean): void {
    const kept = this.documents.filter((document) => plan.some((manifest) => this.isFor(document, manifest)));
    for (const {
      object: { node },
    } of this.documents.filter((document) => !kept.includes(document))) {
      node.scope?.node.tryRemoveChild(node.id);
    }
    this.documents = plan.flatMap((manifest) => {
      const present = kept.find((document) => this.isFor(document, manifest));
      const document = present === undefined ? this.create(manifest) : relabelled(present, manifest);
      if (document !== undefined) {
        fill(document, isFinal ? manifest.body() : undefined, manifest);
      }
      return document ?? [];
    });
  }

  /** Whether the object belongs to the manifest; its kind, name and fields cannot be changed after its creation. */
  private isFor({ object }: Document, { owner, id, kind, apiVersion, name, fields }: Manifest): boolean {
    return (
      object.node.id === id &&
      object.node.scope === this.owners[owner] &&
      object.kind === kind &&
      object.apiVersion === apiVersion &&
      object.name === name &&
      fields.every((field) => field in (object as unknown as { props: object }).props)
    );
  }

  private create(manifest: Manifest): Document | undefined {
    const { owner, id, apiVersion, kind, fields, standsFor = [] } = manifest;
    const scope = this.owners[owner];
    if (scope === undefined) {
      return undefined;
    }
    const props: ManifestJson & ApiObjectProps = { apiVersion, kind, metadata: this.metadata(manifest) };
    for (const field of fields) {
      props[field] = Lazy.any({ produce: () => this.take(document, field) });
    }
    const document: Document = { object: new ApiObject(scope, id, props), unread: 0 };
    if (manifest.sendsEmptyAnnotations && Object.keys(manifest.annotations).length === 0) {
      document.object.addJsonPatch(JsonPatch.add('/metadata/annotations', {}));
    }
    standsFor.forEach((represented) => this.setDefaultChild(represented, document.object));
    return document;
  }

  private setDefaultChild(owner: Owner, object: ApiObject): void {
    const construct = this.owners[owner];
    if (construct !== undefined) {
      construct.node.defaultChild = object;
    }
  }

  private metadata({ name, namespace, labels, annotations, ownerReferences = [] }: Manifest): ApiObjectMetadata {
    const metadata = {
      name,
      namespace: namespace === undefined ? this.namespace : namespace.name,
      labels,
      annotations,
    };
    return ownerReferences.length === 0
      ? metadata
      : { ...metadata, ownerReferences: ownerReferences as OwnerReference[] };
  }

  private take(document: Document, field: string): unknown {
    if (document.body === undefined) {
      this.derive();
    }
    const value: unknown = document.body?.[field];
    if (--document.unread <= 0) {
      document.body = undefined;
    }
    return value;
  }

  private derive(): void {
    for (const manifest of this.source()) {
      const document = this.documents.find((candidate) => this.isFor(candidate, manifest));
      if (document !== undefined) {
        fill(document, manifest.body(), manifest);
      }
    }
  }
}

function fill(document: Document, body: ManifestJson | undefined, { fields }: Manifest): void {
  document.body = body;
  document.unread = fields.length;
}

function relabelled(document: Document, { labels, annotations }: Manifest): Document {
  const { metadata } = document.object;
  Object.entries(labels).forEach(([name, value]) => metadata.addLabel(name, value));
  Object.entries(annotations).forEach(([name, value]) => metadata.addAnnotation(name, value));
  return document;
}
