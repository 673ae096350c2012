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
  private readonly objects = new Map<string, ApiObject>();
  private rendered?: { readonly bodies: Map<string, Wire>; readonly pending: Set<string> };

  constructor(
    private readonly owners: { readonly [owner in Owner]?: Construct },
    private readonly namespace: string | undefined,
    private readonly bodies: Bodies,
  ) {}

  /** Makes, changes and removes objects until they are those of the plan. */
  public sync(plan: readonly Manifest[]): void {
    this.invalidate();
    const wanted = new Map(plan.map((manifest) => [keyOf(manifest), manifest]));
    for (const key of this.objects.keys()) {
      const object = this.objects.get(key)!;
      if (!sameDocument(object, wanted.get(key))) {
        object.node.scope?.node.tryRemoveChild(object.node.id);
        this.objects.delete(key);
      }
    }
    for (const [key, manifest] of wanted) {
      const present = this.objects.get(key);
      if (present === undefined) {
        this.create(key, manifest);
      } else {
        put(manifest.labels, (name, value) => present.metadata.addLabel(name, value));
        put(manifest.annotations, (name, value) => present.metadata.addAnnotation(name, value));
      }
    }
  }

  /** Forgets bodies that a later contribution has made wrong. */
  public invalidate(): void {
    this.rendered = undefined;
  }

  private create(key: string, manifest: Manifest): void {
    const owner = this.owners[manifest.owner];
    if (owner === undefined) {
      return;
    }
    const { apiVersion, kind, name, labels, annotations } = manifest;
    const namespace = this.namespace === undefined ? {} : { namespace: this.namespace };
    const props: { [field: string]: unknown } = { apiVersion, kind, metadata: { name, ...namespace, labels: { ...labels }, annotations: { ...annotations } } };
    for (const field of manifest.fields) {
      props[field] = Lazy.any({ produce: () => this.take(key, field) });
    }
    this.objects.set(key, new ApiObject(owner, manifest.id, props as unknown as ApiObjectProps));
  }

  private take(key: string, field: string): unknown {
    const slot = `${key} ${field}`;
    if (this.rendered === undefined || !this.rendered.pending.has(slot)) {
      this.render();
    }
    const { bodies, pending } = this.rendered!;
    const value = bodies.get(key)?.[field] as unknown;
    pending.delete(slot);
    if (pending.size === 0) {
      this.rendered = undefined;
    }
    return value;
  }

  private render(): void {
    const manifests = this.bodies().filter((manifest) => this.objects.has(keyOf(manifest)));
    const pending = manifests.flatMap((manifest) => manifest.fields.map((field) => `${keyOf(manifest)} ${field}`));
    this.rendered = { bodies: new Map(manifests.map((manifest) => [keyOf(manifest), manifest.body()])), pending: new Set(pending) };
  }
}

function keyOf({ owner, id }: Manifest): string {
  return `${owner}/${id}`;
}

/** Whether the object can stay: its kind, name and fields cannot be changed once it is made. */
function sameDocument(object: ApiObject, manifest: Manifest | undefined): boolean {
  return manifest !== undefined && object.kind === manifest.kind && object.apiVersion === manifest.apiVersion && object.name === manifest.name
    && manifest.fields.every((field) => field in (object as unknown as { props: object }).props);
}

function put(entries: { readonly [name: string]: string }, add: (name: string, value: string) => void): void {
  for (const [name, value] of Object.entries(entries)) {
    add(name, value);
  }
}
