import { ApiObject, type ApiObjectProps, Lazy } from 'cdk8s';
import { type Construct } from 'constructs';
import { type Wire } from '../kubernetes/wire';
import { type Manifest, type Owner } from '../model/manifest';

/** Where the bodies come from: derived when the first document is written, forgotten after the last. */
export type Bodies = () => Manifest[];

/**
 * Keeps the ApiObjects below a cluster's constructs in step with the plan, and fills them when they are written.
 *
 * Bodies are derived once for all documents and forgotten after the last one: what survives costs the garbage collector more than
 * deriving it anew.
 */
export class Emitter {
  private objects: ApiObject[] = [];
  /** Values of fields that have not been written yet. */
  private rendered?: Map<ApiObject, Map<string, unknown>>;

  constructor(
    private readonly owners: { readonly [owner in Owner]?: Construct },
    private readonly namespace: string | undefined,
    private readonly bodies: Bodies,
  ) {}

  /** Makes, changes and removes objects until they are those of the plan. */
  public sync(plan: readonly Manifest[]): void {
    this.invalidate();
    const kept = new Set<ApiObject>();
    const missing: Manifest[] = [];
    for (const manifest of plan) {
      const present = this.find(manifest);
      if (present === undefined || !isSameDocument(present, manifest)) {
        missing.push(manifest);
        continue;
      }
      kept.add(present);
      put(manifest.labels, (name, value) => present.metadata.addLabel(name, value));
      put(manifest.annotations, (name, value) => present.metadata.addAnnotation(name, value));
    }
    for (const { node } of this.objects.filter((object) => !kept.has(object))) {
      node.scope?.node.tryRemoveChild(node.id);
    }
    this.objects = [...kept];
    missing.forEach((manifest) => this.create(manifest));
  }

  /** Forgets bodies that a later contribution has made wrong. */
  public invalidate(): void {
    this.rendered = undefined;
  }

  private find({ owner, id }: Manifest): ApiObject | undefined {
    const scope = this.owners[owner];
    return this.objects.find(({ node }) => node.id === id && node.scope === scope);
  }

  private create({ owner, id, apiVersion, kind, name, labels, annotations, fields }: Manifest): void {
    const scope = this.owners[owner];
    if (scope === undefined) {
      return;
    }
    const props: Wire & ApiObjectProps = { apiVersion, kind, metadata: { name, namespace: this.namespace, labels, annotations } };
    for (const field of fields) {
      props[field] = Lazy.any({ produce: () => this.take(object, field) });
    }
    const object: ApiObject = new ApiObject(scope, id, props);
    this.objects.push(object);
  }

  private take(object: ApiObject, field: string): unknown {
    if (this.rendered?.get(object)?.has(field) !== true) {
      this.render();
    }
    const rendered = this.rendered!;
    const values = rendered.get(object);
    const value = values?.get(field);
    values?.delete(field);
    if (values?.size === 0) {
      rendered.delete(object);
    }
    if (rendered.size === 0) {
      this.rendered = undefined;
    }
    return value;
  }

  private render(): void {
    this.rendered = new Map();
    for (const manifest of this.bodies()) {
      const object = this.find(manifest);
      if (object !== undefined) {
        const body = manifest.body();
        this.rendered.set(object, new Map(manifest.fields.map((field) => [field, body[field]])));
      }
    }
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
