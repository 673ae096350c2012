import { type ManifestJson } from './manifest-json';

/** Fields of a pod that the library looks into, by the shape that they must have; all others are left to Kubernetes. */
export const CONTAINER_LISTS = ['env', 'envFrom', 'ports', 'volumeDevices', 'volumeMounts'];
export const CONTAINER_MAPS = [
  'lifecycle',
  'livenessProbe',
  'readinessProbe',
  'resources',
  'securityContext',
  'startupProbe',
];
export const POD_LISTS = ['hostAliases', 'imagePullSecrets', 'tolerations', 'topologySpreadConstraints', 'volumes'];
export const POD_MAPS = ['affinity', 'dnsConfig', 'nodeSelector', 'securityContext'];

/** Maps, and lists of maps, each with those below it. */
interface Shape {
  readonly maps?: { readonly [field: string]: Shape };
  readonly lists?: { readonly [field: string]: Shape };
}

const all = (fields: readonly string[]): { [field: string]: Shape } =>
  Object.fromEntries(fields.map((field) => [field, {}]));

const CONTAINER: Shape = {
  lists: all(CONTAINER_LISTS),
  maps: { ...all(CONTAINER_MAPS), resources: { maps: all(['limits', 'requests']) } },
};
const POD: Shape = {
  maps: {
    metadata: { maps: all(['annotations', 'labels']) },
    spec: { maps: all(POD_MAPS), lists: { ...all(POD_LISTS), containers: CONTAINER, initContainers: CONTAINER } },
  },
};

/** What first has another shape in the manifest of a pod than Kubernetes reads, as a clause; fields without a value are not there. */
export function misshapen(pod: ManifestJson): string | undefined {
  return within(pod, POD, '');
}

function within(map: ManifestJson, { maps = {}, lists = {} }: Shape, at: string): string | undefined {
  for (const [field, shape] of Object.entries({ ...maps, ...lists })) {
    const value: unknown = map[field];
    const [path, isList] = [`${at}${field}`, Object.hasOwn(lists, field)];
    const items = isList ? value : [value];
    if (value === undefined || value === null) {
      continue;
    }
    if (!Array.isArray(items) || !items.every(isMap)) {
      return `${path} is not a ${isList ? 'list of maps' : 'map'}`;
    }
    const problem = items
      .map((item, index) => within(item, shape, isList ? `${path}[${index}].` : `${path}.`))
      .find((text) => text !== undefined);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

/** Whether a value has named properties, and is no list. */
export function isMap(value: unknown): value is ManifestJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
