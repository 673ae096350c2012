import { join, keysOf, readProperty, type Reader } from './reader';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** Fields whose name in the generated TypeScript structs differs from the one on the wire, as far as pods have them. */
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

/** Fields that hold a map of the user's own keys: a label named `hostIp` stays as it is. */
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
 * Reads a Kubernetes fragment, given as a struct of cdk8s-plus or as wire JSON, into plain wire JSON. Fields that the structs do not
 * know yet pass, so newer Kubernetes releases need no new library.
 */
export function manifestJson<T = Fragment>(value: unknown, property: string, report: Report): T | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report(RULES['FLK-TYPE-02'], property, value, { expected: 'an object with named properties' });
    return undefined;
  }
  return convert(value, property, report, { parents: [], renames: true, strict: false }) as T | undefined;
}

/** The same for a map that is no typed struct: `undefined` in it is refused, because it would vanish without a word. */
export const manifestMap: Reader<Fragment> = (value, property, report) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report(RULES['FLK-TYPE-02'], property, value, { expected: 'a map' });
    return undefined;
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
      return Number.isFinite(value) ? value + 0 : refuse(value, property, report, 'not a finite number');
    case 'object':
      return value === null ? refuse(value, property, report, 'null') : convertObject(value, property, report, context);
    default:
      return refuse(value, property, report, value === undefined ? 'undefined' : `a ${typeof value}`);
  }
}

function convertObject(value: object, property: string, report: Report, context: Context): unknown {
  if (context.parents.includes(value)) {
    return refuse(undefined, property, report, 'part of a cycle');
  }
  if (context.parents.length >= MAX_DEPTH) {
    return refuse(undefined, property, report, `nested deeper than ${MAX_DEPTH} levels`);
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
    return refuse(value, property, report, 'no plain object');
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

/** `Quantity` and `IntOrString` of cdk8s-plus are objects around the scalar that goes on the wire. */
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
  report(RULES['FLK-TYPE-05'], property, value, { what });
  return undefined;
}
