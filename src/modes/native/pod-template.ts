import { parse } from 'yaml';
import { releaseOf } from './release';
import { dropUnknownFields } from './template-fields';
import { type FlinkVersion } from '../../configuration/flink-version';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { isMap, misshapen } from '../../kubernetes/pod-shapes';
import { type FlinkPod } from '../../model/flink-pod';

const MAIN_CONTAINER = 'flink-main-container';
export const EMPTY_POD: FlinkPod = { metadata: { labels: {}, annotations: {} }, spec: {}, main: {} };

/** The pod of a template file, and what its manifest says of itself. */
export interface LoadedTemplate {
  readonly pod: FlinkPod;
  readonly kind: string;
  readonly apiVersion: string;
  readonly mainContainers: number;
}

/** A pod from the text of a template file, or why the client would refuse it. */
export function loadPodTemplate(text: string, version: FlinkVersion): LoadedTemplate | { readonly problem: string } {
  const release = releaseOf(version);
  let manifest: unknown;
  try {
    manifest = parse(text, { logLevel: 'error' });
  } catch (error) {
    return { problem: `it is no YAML: ${(error as Error).message.split('\n')[0]}` };
  }
  if (!isMap(manifest)) {
    return { problem: 'it is no manifest' };
  }
  if (manifest.kind !== 'Pod' && release.refusesOtherKinds) {
    return { problem: `it is a ${String(manifest.kind)}, not a Pod` };
  }
  if ((manifest.spec ?? undefined) === undefined && release.needsTemplateSpec) {
    return { problem: 'it has no spec' };
  }
  const problem =
    misshapen(manifest) ??
    (release.refusesNullContainers && (manifest.spec as ManifestJson | undefined)?.containers === null
      ? 'spec.containers is null'
      : undefined);
  if (problem !== undefined) {
    return { problem };
  }
  const pod = podOf(asKubernetesReads(release.keepsUnknownFields ? manifest : dropUnknownFields(manifest, version)));
  const {
    kind,
    apiVersion = 'v1',
    spec,
  } = manifest as { kind: unknown; apiVersion?: unknown; spec?: { containers?: ManifestJson[] } };
  const mainContainers = (spec?.containers ?? []).filter(({ name }) => name === MAIN_CONTAINER).length;
  return { pod, kind: String(kind), apiVersion: String(apiVersion), mainContainers };
}

/** Splits a manifest into the main container and the rest. */
export function podOf({ metadata, spec }: ManifestJson): FlinkPod {
  const { labels, annotations, ...about } = (metadata ?? {}) as { labels?: ManifestJson; annotations?: ManifestJson };
  const { containers = [], ...rest } = (spec ?? {}) as { containers?: ManifestJson[] };
  const others = containers.filter(({ name }) => name !== MAIN_CONTAINER);
  return {
    metadata: { ...about, labels: { ...labels }, annotations: { ...annotations } },
    spec: others.length === 0 ? rest : { ...rest, containers: others },
    main: containers.find(({ name }) => name === MAIN_CONTAINER) ?? {},
  };
}

/** Brings a pod into the form of a manifest again; the main container comes last, as Flink puts it. */
export function manifestOf(pod: FlinkPod, sendsEmptyMaps: boolean): ManifestJson {
  const {
    metadata: { labels, annotations, ...about },
    spec: { containers = [], ...spec },
    main,
  } = pod;
  return {
    metadata: { ...about, labels, ...(sendsEmptyMaps || Object.keys(annotations).length > 0 ? { annotations } : {}) },
    spec: {
      ...(sendsEmptyMaps ? spec : withoutEmptySelector(spec)),
      containers: [...(containers as ManifestJson[]), main],
    },
  };
}

function withoutEmptySelector(spec: ManifestJson): ManifestJson {
  const { nodeSelector, ...rest } = spec;
  return isMap(nodeSelector) && Object.keys(nodeSelector).length === 0 ? rest : spec;
}

const TEXT_MAPS = new Set(['requests', 'limits', 'overhead', 'labels', 'annotations', 'nodeSelector', 'matchLabels']);
const TEXT_LISTS = new Set(['command', 'args']);
const TEXTS = new Set(['sizeLimit', 'divisor', 'value']);

/** What a typed client makes of a manifest: numbers become texts where it has texts, and what is empty is not there. */
function asKubernetesReads(value: ManifestJson): ManifestJson {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const read = readItem(key, item);
      return read === undefined ? [] : [[key, read]];
    }),
  );
}

function readItem(key: string, item: unknown): unknown {
  if (item === null || (Array.isArray(item) && item.length === 0)) {
    return undefined;
  }
  if (Array.isArray(item)) {
    return item.map((element: unknown) =>
      isMap(element) ? asKubernetesReads(element) : TEXT_LISTS.has(key) ? String(element) : element,
    );
  }
  if (isMap(item)) {
    return TEXT_MAPS.has(key)
      ? Object.fromEntries(Object.entries(item).map(([name, text]) => [name, String(text)]))
      : asKubernetesReads(item);
  }
  return TEXTS.has(key) ? String(item) : item;
}
