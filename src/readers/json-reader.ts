import { join, keysOf, readProperty, type Reader } from './reader';
import { NOT_JSON, Types, wrongType } from './type-rules';
import { type Report } from '../validation/problem';

/** Fields of pods whose names in the generated TypeScript structs differ from those in manifests. */
const WIRE_NAMES: { readonly [field: string]: string } = {
  clusterIp: 'clusterIP',
  diskUri: 'diskURI',
  hostIp: 'hostIP',
  hostIpc: 'hostIPC',
  hostPid: 'hostPID',
  pdId: 'pdID',
  setHostnameAsFqdn: 'setHostnameAsFQDN',
  storagePolicyId: 'storagePolicyID',
  targetWwNs: 'targetWWNs',
  volumeId: 'volumeID',
};

/** Fields with a map whose keys are the user's: a label named `hostIp` is not renamed. */
const USER_MAPS = new Set([
  'annotations',
  'labels',
  'limits',
  'matchLabels',
  'nodeSelector',
  'requests',
  'volumeAttributes',
]);
const MAX_DEPTH = 40;

interface Fragment {
  readonly [field: string]: unknown;
}

/**
 * Reads a Kubernetes fragment, which is a struct of cdk8s-plus or JSON, into the JSON of a manifest. Unknown fields are
 * kept, so that fields of newer Kubernetes releases can be used.
 */
export function manifestJson<T = Fragment>(value: unknown, property: string, report: Report): T | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrongType(Types.OBJECT, value, property, report);
  }
  return convert(value, property, report, { parents: [], renames: true, strict: false }) as T | undefined;
}

/** The same for a map instead of a typed struct. `undefined` is an invalid value, because it would be lost silently. */
export const manifestMap: Reader<Fragment> = (value, property, report) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrongType(Types.MAP, value, property, report);
  }
  return convert(value, property, report, { parents: [], renames: true, strict: true }) as Fragment | undefined;
};

interface Context {
  readonly parents: readonly object[];
  readonly renames: boolean;
  readonly strict: boolean;
}

function convert(value: unknown, property: string, report: Report, context: Context): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value + 0 : refuse(value, property, report, 'a number that is not finite');
    case 'object':
      return value === null ? refuse(value, property, report, 'null') : convertObject(value, property, report, context);
    default:
      return refuse(value, property, report, value === undefined ? 'undefined' : `a ${typeof value}`);
  }
}

function convertObject(value: object, property: string, report: Report, context: Context): unknown {
  if (context.parents.includes(value)) {
    return refuse(undefined, property, report, 'a cycle');
  }
  if (context.parents.length >= MAX_DEPTH) {
    return refuse(undefined, property, report, `more than ${MAX_DEPTH} nested levels`);
  }
  const inner = { ...context, parents: [...context.parents, value] };
  if (Array.isArray(value)) {
    return value
      .map((item, index) => convert(item, `${property}[${index}]`, report, inner))
      .filter((item) => item !== undefined);
  }
  const scalar = unwrapped(value);
  if (scalar !== undefined) {
    return scalar;
  }
  if (!isPlain(value)) {
    return refuse(value, property, report, 'an instance of a class');
  }
  const result: { [key: string]: unknown } = {};
  for (const key of keysOf(value, property, report)) {
    const at = join(property, key);
    const item = readProperty(value, key, at, report);
    if (item === undefined && !context.strict) {
      continue;
    }
    const converted = convert(item, at, report, { ...inner, renames: !USER_MAPS.has(key) });
    if (converted !== undefined) {
      result[context.renames && Object.hasOwn(WIRE_NAMES, key) ? WIRE_NAMES[key]! : key] = converted;
    }
  }
  return result;
}

/** `Quantity` and `IntOrString` of cdk8s-plus are objects around the scalar in the manifest. */
function unwrapped(value: object): string | number | undefined {
  if (isPlain(value) || !('value' in value)) {
    return undefined;
  }
  const inner = value.value;
  return typeof inner === 'string' || typeof inner === 'number' ? inner : undefined;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function refuse(value: unknown, property: string, report: Report, what: string): undefined {
  report(NOT_JSON, property, value, { what });
  return undefined;
}
