import { ApiObject, type ApiObjectProps, Lazy } from 'cdk8s';
import { type Construct } from 'constructs';
import { type Wire } from '../kubernetes/wire';
import { type Manifest, type Owner } from '../model/manifest';

/** Derives all manifests anew, for objects that are read more than once. */
export type Source = () => Manifest[];

interface Document {
  readonly object: ApiObject;
  /** The fields that have not been read yet. */
  body?: Wire;
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
    const kept = new Set<Document>();
    const missing: Manifest[] = [];
    for (const manifest of plan) {
      const present = this.find(manifest);
      if (present === undefined || !isSameDocument(present.object, manifest)) {
        missing.push(manifest);
        continue;
      }
      kept.add(present);
      const { metadata } = present.object;
      put(manifest.labels, (name, value) => metadata.addLabel(name, value));
      put(manifest.annotations, (name, value) => metadata.addAnnotation(name, value));
    }
    for (const { object: { node } } of this.documents.filter((document) => !kept.has(document))) {
      node.scope?.node.tryRemoveChild(node.id);
    }
    this.documents = [...kept];
    missing.forEach((manifest) => this.create(manifest));
    this.fill(isFinal ? plan : []);
  }

  private find({ owner, id }: Manifest): Document | undefined {
    const scope = this.owners[owner];
    return this.documents.find(({ object: { node } }) => node.id === id && node.scope === scope);
  }

  private create({ owner, id, apiVersion, kind, name, labels, annotations, fields }: Manifest): void {
    const scope = this.owners[owner];
    if (scope === undefined) {
      return;
    }
    const props: Wire & ApiObjectProps = { apiVersion, kind, metadata: { name, namespace: this.namespace, labels, annotations } };
    for (const field of fields) {
      props[field] = Lazy.any({ produce: () => this.take(document, field) });
    }
    const document: Document = { object: new ApiObject(scope, id, props) };
    this.documents.push(document);
  }

  private fill(manifests: readonly Manifest[]): void {
    for (const document of this.documents) {
      document.body = undefined;
    }
    for (const manifest of manifests) {
      const document = this.find(manifest);
      if (document !== undefined) {
        document.body = manifest.body();
      }
    }
  }

  private take(document: Document, field: string): unknown {
    if (document.body === undefined || !(field in document.body)) {
      this.fill(this.source());
    }
    const { [field]: value, ...unread } = document.body ?? {};
    document.body = Object.keys(unread).length === 0 ? undefined : unread;
    return value;
  }
}

/** Whether the object can stay: its kind, name and fields cannot be changed once it is made. */
function isSameDocument(object: ApiObject, manifest: Manifest): boolean {
  return object.kind === manifest.kind && object.apiVersion === manifest.apiVersion && object.name === manifest.name
    && manifest.fields.every((field) => field in (object as unknown as { props: object }).props);
}

function put(entries: { readonly [name: string]: string }, add: (name: string, value: string) => void): void {
  for (const [name, value] of Object.entries(entries)) {
    add(name, value);
  }
}
