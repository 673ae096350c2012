import { podAnnotations, podLabels } from './grammar-readers';
import { manifestJson, manifestMap } from './json-reader';
import { type Fields, join, type Reader, readStruct } from './reader';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { CONTAINER_LISTS, CONTAINER_MAPS, isMap, POD_LISTS, POD_MAPS } from '../kubernetes/pod-shapes';
import { tolerationProblem } from '../kubernetes/toleration';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/**
 * Readers of Kubernetes fragments that the library looks into. Only the fields it works on must have their shape; all others pass, as
 * newer releases may add some.
 */

/** A container beside the main one. */
export function container<T = ManifestJson>(value: unknown, property: string, report: Report): T | undefined {
  const given: ManifestJson | undefined = manifestJson(value, property, report);
  return given && (shapedContainer(given, property, report) as T);
}

/** A toleration of taints, of which every field has a meaning to Kubernetes. */
export const toleration: Reader<ManifestJson> = (value, property, report) => {
  let isWhole = true;
  const given = manifestJson(value, property, (...problem) => {
    isWhole = false;
    report(...problem);
  });
  const problem = given && tolerationProblem(given);
  if (problem !== undefined && isWhole) {
    report(RULES['FLK-POD-13'], property, given, { problem });
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

/** The user's last word on a pod template; what stands elsewhere in it would be lost without a word. */
export const podTemplateOverride: Reader<ManifestJson> = (value, property, report) =>
  readStruct<PodTemplate>(value, TEMPLATE, property, report);

function shapedSpec(spec: ManifestJson, property: string, report: Report): ManifestJson {
  const shaped = shapedContext(
    withShapes(spec, [...POD_LISTS, 'containers', 'initContainers'], POD_MAPS, property, report),
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

function shapedContainer(given: ManifestJson, property: string, report: Report): ManifestJson {
  const shaped = withShapes(given, CONTAINER_LISTS, CONTAINER_MAPS, property, report);
  const { resources, securityContext: context } = shaped as {
    resources?: ManifestJson;
    securityContext?: ManifestJson;
  };
  return {
    ...shaped,
    ...(resources === undefined
      ? {}
      : { resources: withShapes(resources, ['claims'], ['limits', 'requests'], `${property}.resources`, report) }),
    ...(context === undefined
      ? {}
      : { securityContext: shapedContext(context, `${property}.securityContext`, report) }),
  };
}

function shapedContext(context: ManifestJson, property: string, report: Report): ManifestJson {
  const shaped = withShapes(context, [], ['capabilities', 'seccompProfile'], property, report);
  const capabilities = shaped.capabilities as ManifestJson | undefined;
  for (const field of ['add', 'drop']) {
    const names: unknown = capabilities?.[field];
    if (names !== undefined && !(Array.isArray(names) && names.every((name) => typeof name === 'string'))) {
      report(RULES['FLK-TYPE-02'], `${property}.capabilities.${field}`, names, { expected: 'a list of texts' });
      delete shaped.capabilities;
    }
  }
  return shaped;
}

/** A copy without the fields that have another shape than they must have; those are reported. */
function withShapes(
  given: ManifestJson,
  lists: readonly string[],
  maps: readonly string[],
  property: string,
  report: Report,
): ManifestJson {
  const result = { ...given };
  const check = (field: string, expected: string, fits: (value: unknown) => boolean): void => {
    if (Object.hasOwn(given, field) && !fits(given[field])) {
      report(RULES['FLK-TYPE-02'], join(property, field), given[field], { expected });
      delete result[field];
    }
  };
  lists.forEach((field) => check(field, 'a list of maps', (value) => Array.isArray(value) && value.every(isMap)));
  maps.forEach((field) => check(field, 'a map', isMap));
  return result;
}
