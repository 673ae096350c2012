import { ApiObject, type ApiObjectMetadata, type ApiObjectProps, JsonPatch, Lazy, type OwnerReference } from 'cdk8s';
import { type Construct } from 'constructs';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type Manifest, type Owner } from '../model/manifest';

/** Derives all manifests anew, for objects that are read more than once. */
export type Source = () => Manifest[];

interface Document {
  readonly object: ApiObject;
  /** Kept until as many fields have been read as there are. */
  body?: ManifestJson;
  unread: number;
}

/**
 * Keeps the ApiObjects below a cluster's constructs in step with the plan, and fills them when they are written.
 *
 * A field is forgotten when it has been read: an app is written once as a rule, and what survives costs the garbage collector.
 */
export class Emitter {
  private documents: Document[] = [];

  constructor(
    private readonly owners: { readonly [owner in Owner]?: Construct },
    private readonly namespace: string | undefined,
    private readonly source: Source,
  ) {}

  /**
   * Makes, changes and removes objects until they are those of the plan.
   *
   * @param isFinal Whether the plan is right as it is, so that its bodies are those to be written
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

  /** Whether the object is that of the manifest; its kind, name and fields cannot be changed once it is made. */
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
    standsFor.forEach((other) => this.standIn(other, document.object));
    return document;
  }

  private standIn(owner: Owner, object: ApiObject): void {
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
