import { type ManifestJson } from './manifest-json';

/** The fields of a container that the library reads and that must be lists of maps. */
export const CONTAINER_LISTS = ['env', 'envFrom', 'ports', 'volumeDevices', 'volumeMounts'];
/** The fields of a container that the library reads and that must be maps. */
export const CONTAINER_MAPS = [
  'lifecycle',
  'livenessProbe',
  'readinessProbe',
  'resources',
  'securityContext',
  'startupProbe',
];
/** The fields of a pod that the library reads and that must be lists of maps. */
export const POD_LISTS = ['hostAliases', 'imagePullSecrets', 'tolerations', 'topologySpreadConstraints', 'volumes'];
/** The fields of a pod that the library reads and that must be maps. */
export const POD_MAPS = ['affinity', 'dnsConfig', 'nodeSelector', 'securityContext'];

/** The fields of a map that must be maps or lists of maps, with their own fields. */
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

/**
 * Returns the first field of a pod that must be a map or a list of maps and is not, as a clause. Ignores fields without
 * a value.
 */
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

/** Whether a value is an object and not a list. */
export function isMap(value: unknown): value is ManifestJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
