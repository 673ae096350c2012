/** The parts of an image name. Without a registry, the container runtime chooses one. */
export interface ImageReference {
  readonly registry?: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const HOST_LABEL = '[A-Za-z0-9](?:[-A-Za-z0-9]*[A-Za-z0-9])?';
const HOST = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[0-9a-fA-F:]+\\])(?::\\d+)?$`);
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
// The only algorithms that container runtimes can verify.
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;
const IMAGE_ID = /^[0-9a-f]{64}$/;

// Container runtimes add this prefix to names without a registry, and it counts towards the length.
const DEFAULT_REGISTRY = 'docker.io/library';
const MAX_NAME = 255;

/**
 * Parses an image name by the grammar that the kubelet and container runtimes share; `undefined` if they would reject
 * it.
 *
 * @see https://pkg.go.dev/github.com/distribution/reference
 */
export function parseImage(text: string): ImageReference | undefined {
  const [named, digest] = splitAt(text, text.indexOf('@'));
  const slash = named.indexOf('/');
  const registry = slash > 0 && isRegistry(named.slice(0, slash)) ? named.slice(0, slash) : undefined;
  const path = registry === undefined ? named : named.slice(slash + 1);
  const [repository, tag] = splitAt(path, path.indexOf(':'));
  const valid =
    isName(registry, repository) &&
    (tag === undefined || TAG.test(tag)) &&
    (digest === undefined || DIGEST.test(digest)) &&
    !IMAGE_ID.test(text);
  return valid ? compact(registry, repository, tag, digest) : undefined;
}

/** Formats an image name; the inverse of {@link parseImage}. */
export function formatImage(image: ImageReference): string {
  const registry = image.registry === undefined ? '' : `${image.registry}/`;
  const tag = image.tag === undefined ? '' : `:${image.tag}`;
  const digest = image.digest === undefined ? '' : `@${image.digest}`;
  return `${registry}${image.repository}${tag}${digest}`;
}

/** Whether the reference has a digest, or a tag other than `latest`, which is the tag if it is missing. */
export function isFixed(image: ImageReference): boolean {
  return image.digest !== undefined || (image.tag !== undefined && image.tag !== 'latest');
}

function splitAt(text: string, index: number): [string, string | undefined] {
  return index === -1 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}

function isRegistry(component: string): boolean {
  return component === 'localhost' || /[.:]/.test(component);
}

function isName(registry: string | undefined, repository: string): boolean {
  const length = `${registry ?? DEFAULT_REGISTRY}/${repository}`.length;
  return length <= MAX_NAME && (registry === undefined || HOST.test(registry)) && REPOSITORY.test(repository);
}

function compact(
  registry: string | undefined,
  repository: string,
  tag: string | undefined,
  digest: string | undefined,
): ImageReference {
  return {
    ...(registry === undefined ? {} : { registry }),
    repository,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}
