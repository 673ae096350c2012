import { parse } from 'yaml';
import { TEMPLATE_NOT_A_POD, type TemplateProblem, templateProblem, UNREADABLE_TEMPLATE } from './rules/template-rules';
import { dropUnknownFields } from './template-fields';
import { type FlinkVersion } from '../../configuration/flink-version';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { isMap, misshapen } from '../../kubernetes/pod-shapes';
import { type FlinkPod } from '../../model/flink-pod';
import { MAIN_CONTAINER } from '../shared/pod-template-override-decorator';

export const EMPTY_POD: FlinkPod = { metadata: { labels: {}, annotations: {} }, spec: {}, main: {} };

/** The pod in a template file, and the identity of its manifest. */
export interface LoadedTemplate {
  readonly pod: FlinkPod;
  readonly kind: string;
  readonly apiVersion: string;
  readonly mainContainers: number;
}

/** Returns the pod in a template file, or why the client would reject the file. */
export function loadPodTemplate(
  text: string,
  version: FlinkVersion,
): LoadedTemplate | { readonly problem: TemplateProblem } {
  const parsed = parsedMap(text);
  if ('unreadable' in parsed) {
    return { problem: templateProblem(UNREADABLE_TEMPLATE, { problem: parsed.unreadable }) };
  }
  const { manifest } = parsed;
  const { kind, apiVersion = 'v1' } = manifest as { kind: unknown; apiVersion?: unknown };
  const identity = { kind: String(kind), apiVersion: String(apiVersion) };
  if (kind !== 'Pod' && version._can('checksTemplateKind')) {
    return { problem: templateProblem(TEMPLATE_NOT_A_POD, identity) };
  }
  const problem = shapeProblem(manifest, version);
  if (problem !== undefined) {
    return { problem: templateProblem(UNREADABLE_TEMPLATE, { problem }) };
  }
  const known = version._can('keepsUnknownPodFields') ? manifest : dropUnknownFields(manifest, version);
  const { containers } = (manifest.spec ?? {}) as { containers?: ManifestJson[] | null };
  const mainContainers = (containers ?? []).filter(({ name }) => name === MAIN_CONTAINER).length;
  return { ...identity, pod: podOf(asKubernetesReads(known)), mainContainers };
}

function parsedMap(text: string): { readonly manifest: ManifestJson } | { readonly unreadable: string } {
  try {
    const manifest: unknown = parse(text, { logLevel: 'error' });
    return isMap(manifest) ? { manifest } : { unreadable: 'it is not a manifest' };
  } catch (error) {
    return { unreadable: `it is not valid YAML: ${(error as Error).message.split('\n')[0]}` };
  }
}

function shapeProblem(manifest: ManifestJson, version: FlinkVersion): string | undefined {
  if ((manifest.spec ?? undefined) === undefined && version._can('requiresTemplateSpec')) {
    return 'it has no spec';
  }
  const isNull = (manifest.spec as ManifestJson | undefined)?.containers === null;
  return (
    misshapen(manifest) ?? (isNull && !version._can('readsNullContainers') ? 'spec.containers is null' : undefined)
  );
}

/** Splits a manifest into the main container and the rest. */
export function podOf({ metadata, spec }: ManifestJson): FlinkPod {
  const { labels, annotations, ...identity } = (metadata ?? {}) as {
    labels?: ManifestJson;
    annotations?: ManifestJson;
  };
  const { containers = [], ...rest } = (spec ?? {}) as { containers?: ManifestJson[] };
  const others = containers.filter(({ name }) => name !== MAIN_CONTAINER);
  return {
    metadata: { ...identity, labels: { ...labels }, annotations: { ...annotations } },
    spec: others.length === 0 ? rest : { ...rest, containers: others },
    main: containers.find(({ name }) => name === MAIN_CONTAINER) ?? {},
  };
}

/** Converts a pod into a manifest; the main container is the last one, as in Flink. */
export function manifestOf(pod: FlinkPod, writesEmptyMaps: boolean): ManifestJson {
  const {
    metadata: { labels, annotations, ...identity },
    spec: { containers = [], ...spec },
    main,
  } = pod;
  const hasAnnotations = writesEmptyMaps || Object.keys(annotations).length > 0;
  return {
    metadata: { ...identity, labels, ...(hasAnnotations ? { annotations } : {}) },
    spec: {
      ...(writesEmptyMaps ? spec : withoutEmptySelector(spec)),
      containers: [...(containers as ManifestJson[]), main],
    },
  };
}

function withoutEmptySelector(spec: ManifestJson): ManifestJson {
  const { nodeSelector, ...rest } = spec;
  return isMap(nodeSelector) && Object.keys(nodeSelector).length === 0 ? rest : spec;
}

const STRING_MAPS = new Set(['requests', 'limits', 'overhead', 'labels', 'annotations', 'nodeSelector', 'matchLabels']);
const STRING_LISTS = new Set(['command', 'args']);
const STRINGS = new Set(['sizeLimit', 'divisor', 'value']);

/** Converts a manifest as a typed client does: numbers become strings in string fields, empty fields are removed. */
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
    return item.map((element: unknown) => readElement(key, element));
  }
  if (!isMap(item)) {
    return STRINGS.has(key) ? String(item) : item;
  }
  return STRING_MAPS.has(key)
    ? Object.fromEntries(Object.entries(item).map(([name, value]) => [name, String(value)]))
    : asKubernetesReads(item);
}

function readElement(key: string, element: unknown): unknown {
  if (isMap(element)) {
    return asKubernetesReads(element);
  }
  return STRING_LISTS.has(key) ? String(element) : element;
}
