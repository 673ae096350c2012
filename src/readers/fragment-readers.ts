import { podAnnotations, podLabels } from './grammar-readers';
import { manifestJson, manifestMap } from './json-reader';
import { type Fields, join, type Reader, readStruct } from './reader';
import { Types, wrongType } from './type-rules';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { CONTAINER_LISTS, CONTAINER_MAPS, isMap, POD_LISTS, POD_MAPS } from '../kubernetes/pod-shapes';
import { tolerationProblem } from '../kubernetes/toleration';
import { type Report } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

/**
 * Readers of Kubernetes fragments that the library changes or checks. Only the fields that it uses need the right type;
 * all others pass, because newer releases can add some.
 */

export const INVALID_TOLERATION = defineRule({
  id: 'FLK-POD-13',
  severity: 'error',
  rule: 'not a valid toleration: {problem}',
  fix:
    'set key, operator (Exists or Equal), value, effect (NoSchedule, PreferNoSchedule or NoExecute) ' +
    'and tolerationSeconds',
  source: Sources.KUBERNETES,
});

/** A container next to the main one. */
export function container<T = ManifestJson>(value: unknown, property: string, report: Report): T | undefined {
  const given: ManifestJson | undefined = manifestJson(value, property, report);
  return given && (shapedContainer(given, property, report) as T);
}

/** A toleration of taints. Kubernetes reads all of its fields. */
export const toleration: Reader<ManifestJson> = (value, property, report) => {
  let isWhole = true;
  const given = manifestJson(value, property, (...problem) => {
    isWhole = false;
    report(...problem);
  });
  const problem = given && tolerationProblem(given);
  if (problem !== undefined && isWhole) {
    report(INVALID_TOLERATION, property, given, { problem });
  }
  return given;
};

/** Security settings of a pod or a container. */
export const securityContext: Reader<ManifestJson> = (value, property, report) => {
  const given = manifestJson(value, property, report);
  return given && shapedContext(given, property, report);
};

interface PodTemplate {
  readonly metadata?: { readonly labels?: { [key: string]: string }; readonly annotations?: { [key: string]: string } };
  readonly spec?: ManifestJson;
}

const METADATA: Fields<NonNullable<PodTemplate['metadata']>> = { labels: podLabels, annotations: podAnnotations };
const TEMPLATE: Fields<PodTemplate> = {
  metadata: (value, property, report) => readStruct(value, METADATA, property, report),
  spec: (value, property, report) => {
    const given = manifestMap(value, property, report);
    return given && shapedSpec(given, property, report);
  },
};

/** An override of a pod template. Other fields than `metadata` and `spec` are reported: they would be lost silently. */
export const podTemplateOverride: Reader<ManifestJson> = (value, property, report) =>
  readStruct<PodTemplate>(value, TEMPLATE, property, report);

function shapedSpec(spec: ManifestJson, property: string, report: Report): ManifestJson {
  const shaped = shapedContext(
    withShapes(spec, { lists: [...POD_LISTS, 'containers', 'initContainers'], maps: POD_MAPS }, property, report),
    property,
    report,
  );
  for (const field of ['containers', 'initContainers']) {
    if (shaped[field] !== undefined) {
      shaped[field] = (shaped[field] as ManifestJson[]).map((item, index) =>
        shapedContainer(item, `${property}.${field}[${index}]`, report),
      );
    }
  }
  return shaped;
}

const RESOURCES: Shapes = { lists: ['claims'], maps: ['limits', 'requests'] };

function shapedContainer(given: ManifestJson, property: string, report: Report): ManifestJson {
  const shaped = withShapes(given, { lists: CONTAINER_LISTS, maps: CONTAINER_MAPS }, property, report);
  const { resources, securityContext: context } = shaped as {
    resources?: ManifestJson;
    securityContext?: ManifestJson;
  };
  return {
    ...shaped,
    ...(resources === undefined
      ? {}
      : { resources: withShapes(resources, RESOURCES, `${property}.resources`, report) }),
    ...(context === undefined
      ? {}
      : { securityContext: shapedContext(context, `${property}.securityContext`, report) }),
  };
}

function shapedContext(context: ManifestJson, property: string, report: Report): ManifestJson {
  const shaped = withShapes(context, { maps: ['capabilities', 'seccompProfile'] }, property, report);
  const capabilities = shaped.capabilities as ManifestJson | undefined;
  for (const field of ['add', 'drop']) {
    const names: unknown = capabilities?.[field];
    if (names !== undefined && !(Array.isArray(names) && names.every((name) => typeof name === 'string'))) {
      wrongType('a list of strings, such as ["…"]', names, `${property}.capabilities.${field}`, report);
      delete shaped.capabilities;
    }
  }
  return shaped;
}

/** Fields of a fragment by their type: lists of maps, and maps. */
interface Shapes {
  readonly lists?: readonly string[];
  readonly maps?: readonly string[];
}

/** A copy without the fields of a wrong type, which are reported. */
function withShapes(given: ManifestJson, shapes: Shapes, property: string, report: Report): ManifestJson {
  const { lists = [], maps = [] } = shapes;
  const result = { ...given };
  const check = (field: string, expected: string, fits: (value: unknown) => boolean): void => {
    if (Object.hasOwn(given, field) && !fits(given[field])) {
      wrongType(expected, given[field], join(property, field), report);
      delete result[field];
    }
  };
  const isListOfMaps = (value: unknown): boolean => Array.isArray(value) && value.every(isMap);
  lists.forEach((field) => check(field, 'a list of maps, such as [{ key: value }]', isListOfMaps));
  maps.forEach((field) => check(field, Types.MAP, isMap));
  return result;
}
