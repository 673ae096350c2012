import { container } from './fragment-readers';
import { dnsSubdomain, objectAnnotations, objectLabels, podAnnotations, podLabels } from './grammar-readers';
import { secretValue } from './object-readers';
import { isDnsLabel } from '../kubernetes/names';
import { type Wire } from '../kubernetes/wire';
import {
  type FlinkContribution,
  type FlinkManifest,
  type FlinkPodContribution,
  type FlinkPolicyRule,
  type FlinkRestServiceContribution,
  type IFlinkCheck,
} from '../model/contribution';
import { flinkFile } from '../model/file-reader';
import { type FlinkProblem } from '../model/flink-problem';
import {
  asGiven,
  type Fields,
  flag,
  having,
  join,
  list,
  map,
  nonEmptyText,
  oneOf,
  type Reader,
  struct,
  text,
} from '../validation/readers';
import { wire } from '../validation/wire-reader';

/** Options are read where they become statements, so here they pass as they are. */
const anyNumber: Reader<number> = (value) => value as number;

const POD: Fields<FlinkPodContribution> = {
  env: list(wire),
  envFrom: list(wire),
  volumes: list(wire),
  volumeMounts: list(wire),
  ports: list(wire),
  initContainers: list(container),
  containers: list(container),
  labels: podLabels,
  annotations: podAnnotations,
};

const RULE: Fields<FlinkPolicyRule> = {
  apiGroups: list(text),
  resources: list(nonEmptyText),
  verbs: list(nonEmptyText),
};
const rules = list(struct<FlinkPolicyRule>(RULE, ['apiGroups', 'resources', 'verbs']));

const MANIFEST: Fields<FlinkManifest> = {
  apiVersion: nonEmptyText,
  kind: nonEmptyText,
  name: dnsSubdomain,
  fields: manifestFields,
  labels: objectLabels,
  annotations: objectAnnotations,
};

/** What stands beside `fields` cannot stand in them too. */
function manifestFields(...[value, property, report]: Parameters<Reader<Wire>>): Wire | undefined {
  const given = wire(value, property, report);
  for (const field of ['apiVersion', 'kind', 'metadata'].filter(
    (name) => given !== undefined && Object.hasOwn(given, name),
  )) {
    report('FLK-TYPE-03', join(property, field), undefined, {
      suggestion: 'remove it; apiVersion, kind, name, labels and annotations stand beside fields',
    });
  }
  return given;
}

/** The library names volumes by these names, and reads nothing else of them. */
function volumeClaim(...[value, property, report]: Parameters<Reader<Wire>>): Wire | undefined {
  const given = wire(value, property, report);
  const name: unknown = (given?.metadata as Wire | undefined)?.name;
  if (given !== undefined && (typeof name !== 'string' || !isDnsLabel(name))) {
    report('FLK-VOL-07', join(property, 'metadata.name'), name);
    return undefined;
  }
  return given;
}

const REST_SERVICE: Fields<FlinkRestServiceContribution> = {
  type: oneOf(['ClusterIP', 'NodePort', 'LoadBalancer', 'Headless', 'None']),
  annotations: objectAnnotations,
  nodePort: anyNumber,
  loadBalancerSourceRanges: list(text),
};

const PROBLEM: Fields<FlinkProblem> = { property: text, rule: text, fix: text, got: text };

/** A reader for everything that a feature may contribute. */
export const CONTRIBUTION_FIELDS: Fields<FlinkContribution> = {
  configuration: asGiven,
  defaults: asGiven,
  pods: struct(POD),
  jobManager: struct(POD),
  taskManager: struct(POD),
  taskManagerVolumeClaims: list(volumeClaim),
  files: list(flinkFile),
  rules,
  jobManagerRules: rules,
  taskManagerRules: rules,
  manifests: list(struct<FlinkManifest>(MANIFEST, ['apiVersion', 'kind', 'name', 'fields'])),
  builtInPlugins: list(nonEmptyText),
  fileSystemSchemes: list(nonEmptyText),
  serviceAccountAnnotations: objectAnnotations,
  secretConfiguration: map(secretValue),
  restService: struct<FlinkRestServiceContribution>(REST_SERVICE, ['type']),
  scalesTaskManagers: flag,
  checks: list(having<IFlinkCheck>('an object with a method check', 'check()')),
  problems: list(struct<FlinkProblem>(PROBLEM, ['property', 'rule', 'fix'])),
};
