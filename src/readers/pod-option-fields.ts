import { type Duration } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { container, podTemplateOverride, securityContext, toleration } from './fragment-readers';
import { dnsSubdomain, environment, nodeSelector, podAnnotations, podLabels } from './grammar-readers';
import { manifestJson } from './json-reader';
import { JOB_MANAGER_MEMORY_FIELDS, TASK_MANAGER_MEMORY_FIELDS } from './memory-option-fields';
import { configMap, secret, serviceAccount } from './object-readers';
import {
  type Fields,
  instanceLike,
  integer,
  list,
  nonEmptyString,
  number,
  oneOf,
  type Reader,
  struct,
  string,
} from './reader';
import { isWhole, size } from './size-reader';
import { ImagePullPolicy } from '../kubernetes/image-pull-policy';
import { type FlinkProbe } from '../kubernetes/probe';
import { isMillicores } from '../kubernetes/quantity';
import { type RolloutStrategy } from '../kubernetes/rollout-strategy';
import { type FlinkPodOptions, type HeapDumpOptions } from '../props/pod-options';
import { type FlinkRoleOptions, type JobManagerOptions, type TaskManagerOptions } from '../props/role-options';
import { type Rule } from '../validation/rule';
import { RULES } from '../validation/rules';

/** A reader for every pod option: what arrives behind it has the right type and passes the grammars of Kubernetes. */

const HEAP_DUMP_FIELDS: Fields<HeapDumpOptions> = { path: nonEmptyString, volume: manifestJson };

const POD_FIELDS: Fields<FlinkPodOptions> = {
  image: string,
  imageRegistry: string,
  imageDigest: string,
  imagePullPolicy: oneOf(Object.values(ImagePullPolicy)),
  imagePullSecrets: list(secret),
  env: environment(string),
  envValues: environment(envValue),
  envFromSecrets: list(secret),
  envFromConfigMaps: list(configMap),
  volumes: list<kplus.k8s.Volume>(manifestJson),
  volumeMounts: list<kplus.k8s.VolumeMount>(manifestJson),
  initContainers: list<kplus.k8s.Container>(container),
  sidecars: list<kplus.k8s.Container>(container),
  nodeSelector,
  tolerations: list(toleration),
  affinity: manifestJson,
  topologySpreadConstraints: list<kplus.k8s.TopologySpreadConstraint>(manifestJson),
  priorityClassName: dnsSubdomain,
  runtimeClassName: dnsSubdomain,
  schedulerName: dnsSubdomain,
  serviceAccount,
  podSecurityContext: securityContext,
  securityContext: securityContext,
  podLabels,
  podAnnotations,
  lifecycle: manifestJson,
  terminationGracePeriod: seconds,
  revisionHistoryLimit: integer(0, 1000),
  hostAliases: list(manifestJson),
  dnsPolicy: oneOf(['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None']),
  dnsConfig: manifestJson,
  timeZone,
  heapDumps: struct(HEAP_DUMP_FIELDS),
  podTemplate: podTemplateOverride,
};

const factor = number('a number from 1 to 100', (value) => value >= 1 && value <= 100);

const ROLE_FIELDS: Fields<FlinkRoleOptions> = {
  ...POD_FIELDS,
  memory: size,
  cpu: number('a number of cores above 0, in steps of 0.001', isMillicores),
  memoryLimitFactor: factor,
  cpuLimitFactor: factor,
  replicas: integer(1, 10_000),
  jvmOptions: list(nonEmptyString),
  livenessProbe: checked<FlinkProbe>('a FlinkProbe', RULES['FLK-POD-08']),
  readinessProbe: checked<FlinkProbe>('a FlinkProbe', RULES['FLK-POD-08']),
  startupProbe: checked<FlinkProbe>('a FlinkProbe', RULES['FLK-POD-08']),
  strategy: checked<RolloutStrategy>('a RolloutStrategy', RULES['FLK-POD-11']),
};

export const POD_OPTION_FIELDS = POD_FIELDS;
export const JOB_MANAGER_FIELDS: Fields<JobManagerOptions> = {
  ...ROLE_FIELDS,
  memoryOptions: struct(JOB_MANAGER_MEMORY_FIELDS),
};
export const TASK_MANAGER_FIELDS: Fields<TaskManagerOptions> = {
  ...ROLE_FIELDS,
  taskSlots: integer(1, 100_000),
  memoryOptions: struct(TASK_MANAGER_MEMORY_FIELDS),
};

/** An `EnvValue` holds either a text or a reference in wire form. */
function envValue(...[value, property, report]: Parameters<Reader<kplus.EnvValue>>): kplus.EnvValue | undefined {
  if (typeof value !== 'object' || value === null || !('value' in value || 'valueFrom' in value)) {
    report(RULES['FLK-TYPE-02'], property, value, { expected: 'an EnvValue, such as EnvValue.fromSecretValue(…)' });
    return undefined;
  }
  const { value: plain, valueFrom } = value as { value?: unknown; valueFrom?: unknown };
  const read =
    valueFrom === undefined
      ? { value: string(plain, property, report) }
      : { valueFrom: manifestJson(valueFrom, property, report) };
  return Object.values(read)[0] === undefined ? undefined : (read as kplus.EnvValue);
}

function seconds(...[value, property, report]: Parameters<Reader<Duration>>): Duration | undefined {
  const given = instanceLike<Duration>('a Duration, such as Duration.seconds(60)', 'toSeconds()')(
    value,
    property,
    report,
  );
  if (given !== undefined && !isWhole(() => given.toSeconds())) {
    report(RULES['FLK-TYPE-02'], property, value, { expected: 'a Duration of whole seconds' });
    return undefined;
  }
  return given;
}

/** A value class that knows what is wrong with itself. */
function checked<T extends { _problem(): string | undefined }>(expected: string, id: Rule): Reader<T> {
  const isOne = instanceLike<T>(expected, '_problem()', '_render()');
  return (value, property, report) => {
    const given = isOne(value, property, report);
    const problem = given?._problem();
    if (problem !== undefined) {
      report(id, property, undefined, { problem });
      return undefined;
    }
    return given;
  };
}

/** The zone data of a machine differs from the image's, so only the form of the name is checked. */
function timeZone(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  const given = string(value, property, report);
  if (given !== undefined && !/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/.test(given)) {
    report(RULES['FLK-POD-10'], property, given);
    return undefined;
  }
  return given;
}
