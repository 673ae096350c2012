import { findingOf } from './feature-problems';
import { flinkFile } from './file-reader';
import { container } from './fragment-readers';
import { dnsSubdomain, objectAnnotations, objectLabels, podAnnotations, podLabels } from './grammar-readers';
import { manifestJson } from './json-reader';
import { secretValue } from './object-readers';
import {
  unread,
  type Fields,
  boolean,
  instanceLike,
  join,
  list,
  map,
  nonEmptyString,
  oneOf,
  type Reader,
  struct,
  string,
} from './reader';
import { UNKNOWN_PROPERTY } from './type-rules';
import { hasVolumeName } from './volume-readers';
import { type ManifestJson } from '../kubernetes/manifest-json';
import {
  type FlinkContribution,
  type FlinkManifest,
  type FlinkPodContribution,
  type FlinkPolicyRule,
  type FlinkRestServiceContribution,
  type IFlinkCheck,
} from '../props/contribution';
import { type FlinkProblem } from '../props/flink-problem';

const POD: Fields<FlinkPodContribution> = {
  env: list(manifestJson),
  envFrom: list(manifestJson),
  volumes: list(manifestJson),
  volumeMounts: list(manifestJson),
  ports: list(manifestJson),
  initContainers: list(container),
  containers: list(container),
  labels: podLabels,
  annotations: podAnnotations,
};

const RULE: Fields<FlinkPolicyRule> = {
  apiGroups: list(string),
  resources: list(nonEmptyString),
  verbs: list(nonEmptyString),
};
const rules = list(struct<FlinkPolicyRule>(RULE, ['apiGroups', 'resources', 'verbs']));

const MANIFEST: Fields<FlinkManifest> = {
  apiVersion: nonEmptyString,
  kind: nonEmptyString,
  name: dnsSubdomain,
  fields: manifestFields,
  labels: objectLabels,
  annotations: objectAnnotations,
};

/** What a manifest has next to `fields` cannot be in them, too. */
function manifestFields(...[value, property, report]: Parameters<Reader<ManifestJson>>): ManifestJson | undefined {
  const given = manifestJson(value, property, report);
  for (const field of ['apiVersion', 'kind', 'metadata'].filter(
    (name) => given !== undefined && Object.hasOwn(given, name),
  )) {
    report(UNKNOWN_PROPERTY, join(property, field), undefined, {
      alternative: 'apiVersion, kind, name, labels and annotations next to fields',
    });
  }
  return given;
}

/** The template of a claim, whose name is also that of the volume. */
function volumeClaim(...[value, property, report]: Parameters<Reader<ManifestJson>>): ManifestJson | undefined {
  const given = manifestJson<ManifestJson>(value, property, report);
  const metadata = (given?.metadata ?? {}) as ManifestJson;
  return given !== undefined && hasVolumeName(metadata, `${property}.metadata`, report) ? given : undefined;
}

const REST_SERVICE: Fields<FlinkRestServiceContribution> = {
  type: oneOf(['ClusterIP', 'NodePort', 'LoadBalancer', 'Headless', 'None']),
  annotations: objectAnnotations,
  // Checked with the Service, as that of `RestAccess` is.
  nodePort: unread,
  loadBalancerSourceRanges: list(string),
};

const PROBLEM: Fields<FlinkProblem> = { property: string, rule: string, fix: string, got: string };
const problemOfUser = struct<FlinkProblem>(PROBLEM, ['property', 'rule', 'fix']);

/** Reports a problem that a feature of this library found under its own rule; other problems are FLK-FEAT-04. */
function problem(...[value, property, report]: Parameters<Reader<FlinkProblem>>): FlinkProblem | undefined {
  const finding = findingOf(value);
  if (finding === undefined) {
    return problemOfUser(value, property, report);
  }
  report(finding.rule, finding.property, finding.got, finding.facts);
  return undefined;
}

/** A reader for everything that a feature can contribute. */
export const CONTRIBUTION_FIELDS: Fields<FlinkContribution> = {
  configuration: unread,
  defaults: unread,
  pods: struct(POD),
  jobManager: struct(POD),
  taskManager: struct(POD),
  taskManagerVolumeClaims: list(volumeClaim),
  files: list(flinkFile),
  rules,
  jobManagerRules: rules,
  taskManagerRules: rules,
  manifests: list(struct<FlinkManifest>(MANIFEST, ['apiVersion', 'kind', 'name', 'fields'])),
  builtInPlugins: list(nonEmptyString),
  fileSystemSchemes: list(nonEmptyString),
  serviceAccountAnnotations: objectAnnotations,
  secretConfiguration: map(secretValue),
  restService: struct<FlinkRestServiceContribution>(REST_SERVICE, ['type']),
  managesTaskManagerReplicas: boolean,
  checks: list(instanceLike<IFlinkCheck>('an object with a method check, such as { check: () => [] }', 'check()')),
  problems: list(problem),
};
