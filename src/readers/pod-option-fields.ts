import { type Duration } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { environment } from './environment-readers';
import { container, podTemplateOverride, securityContext, toleration } from './fragment-readers';
import { dnsSubdomain, nodeSelector, podAnnotations, podLabels } from './grammar-readers';
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
import { wrongType } from './type-rules';
import { ImagePullPolicy } from '../kubernetes/image-pull-policy';
import { type FlinkProbe } from '../kubernetes/probe';
import { isMillicores } from '../kubernetes/quantity';
import { type RolloutStrategy } from '../kubernetes/rollout-strategy';
import { type FlinkPodOptions, type HeapDumpOptions } from '../props/pod-options';
import { type FlinkRoleOptions, type JobManagerOptions, type TaskManagerOptions } from '../props/role-options';
import { defineRule, type Rule, Sources } from '../validation/rule';

/**
 * A reader for every pod option. What passes has the right type and is valid according to the grammars of Kubernetes.
 */

export const INVALID_PROBE = defineRule({
  id: 'FLK-POD-08',
  severity: 'error',
  rule: 'the probe {problem}',
  fix: 'correct the probe',
  source: Sources.KUBERNETES,
});

export const INVALID_TIME_ZONE = defineRule({
  id: 'FLK-POD-10',
  severity: 'error',
  rule: 'not a valid name of a time zone',
  fix: 'use an IANA name, such as Europe/Berlin or UTC',
  source: 'IANA time zone database',
});

export const INVALID_STRATEGY = defineRule({
  id: 'FLK-POD-11',
  severity: 'error',
  rule: 'the strategy {problem}',
  fix: 'correct the strategy',
  source: Sources.KUBERNETES,
});

const HEAP_DUMP_FIELDS: Fields<HeapDumpOptions> = { path: nonEmptyString, volume: manifestJson };

/** How the library treats a pod option. */
interface PodOption<T> {
  readonly read: Reader<NonNullable<T>>;
  /**
   * How the option of one role and that of both roles are combined: the role's replaces the common one, a map has the
   * entries of both, a list has the items of both with the common ones first, and a fragment of a manifest is merged
   * like the pod template.
   */
  readonly merge: NonNullable<T> extends readonly unknown[] ? 'list' : 'replace' | 'map' | 'fragment';
  /** `spec` for a field of the pod's `spec` with the same name and structure; else `derivation/` has code for it. */
  readonly place: 'spec' | 'derived';
}

/** Every pod option; an option without an entry does not compile. The fields of `spec` are written in this order. */
export const POD_OPTIONS: { readonly [Option in keyof Required<FlinkPodOptions>]: PodOption<FlinkPodOptions[Option]> } =
  {
    image: { read: string, merge: 'replace', place: 'derived' },
    imageRegistry: { read: string, merge: 'replace', place: 'derived' },
    imageDigest: { read: string, merge: 'replace', place: 'derived' },
    imagePullPolicy: { read: oneOf(Object.values(ImagePullPolicy)), merge: 'replace', place: 'derived' },
    imagePullSecrets: { read: list(secret), merge: 'list', place: 'derived' },
    env: { read: environment(string), merge: 'map', place: 'derived' },
    envValues: { read: environment(envValue), merge: 'map', place: 'derived' },
    envFromSecrets: { read: list(secret), merge: 'list', place: 'derived' },
    envFromConfigMaps: { read: list(configMap), merge: 'list', place: 'derived' },
    volumes: { read: list<kplus.k8s.Volume>(manifestJson), merge: 'list', place: 'derived' },
    volumeMounts: { read: list<kplus.k8s.VolumeMount>(manifestJson), merge: 'list', place: 'derived' },
    initContainers: { read: list<kplus.k8s.Container>(container), merge: 'list', place: 'derived' },
    sidecars: { read: list<kplus.k8s.Container>(container), merge: 'list', place: 'derived' },
    nodeSelector: { read: nodeSelector, merge: 'map', place: 'spec' },
    tolerations: { read: list(toleration), merge: 'list', place: 'spec' },
    affinity: { read: manifestJson, merge: 'fragment', place: 'spec' },
    topologySpreadConstraints: {
      read: list<kplus.k8s.TopologySpreadConstraint>(manifestJson),
      merge: 'list',
      place: 'spec',
    },
    priorityClassName: { read: dnsSubdomain, merge: 'replace', place: 'spec' },
    runtimeClassName: { read: dnsSubdomain, merge: 'replace', place: 'spec' },
    schedulerName: { read: dnsSubdomain, merge: 'replace', place: 'spec' },
    serviceAccount: { read: serviceAccount, merge: 'replace', place: 'derived' },
    podSecurityContext: { read: securityContext, merge: 'fragment', place: 'derived' },
    securityContext: { read: securityContext, merge: 'fragment', place: 'derived' },
    podLabels: { read: podLabels, merge: 'map', place: 'derived' },
    podAnnotations: { read: podAnnotations, merge: 'map', place: 'derived' },
    lifecycle: { read: manifestJson, merge: 'fragment', place: 'derived' },
    terminationGracePeriod: { read: seconds, merge: 'replace', place: 'derived' },
    revisionHistoryLimit: { read: integer(0, 1000), merge: 'replace', place: 'derived' },
    hostAliases: { read: list(manifestJson), merge: 'list', place: 'spec' },
    dnsPolicy: {
      read: oneOf(['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None']),
      merge: 'replace',
      place: 'spec',
    },
    dnsConfig: { read: manifestJson, merge: 'fragment', place: 'spec' },
    timeZone: { read: timeZone, merge: 'replace', place: 'derived' },
    heapDumps: { read: struct(HEAP_DUMP_FIELDS), merge: 'replace', place: 'derived' },
    podTemplate: { read: podTemplateOverride, merge: 'fragment', place: 'derived' },
  };

const POD_FIELDS = Object.fromEntries(
  Object.entries(POD_OPTIONS).map(([option, { read }]) => [option, read]),
) as unknown as Fields<FlinkPodOptions>;

const factor = number('a number from 1 to 100, such as 1.5', (value) => value >= 1 && value <= 100);

const ROLE_FIELDS: Fields<FlinkRoleOptions> = {
  ...POD_FIELDS,
  memory: size,
  cpu: number('a number of cores above 0 in steps of 0.001, such as 0.5', isMillicores),
  memoryLimitFactor: factor,
  cpuLimitFactor: factor,
  replicas: integer(1, 10_000),
  jvmOptions: list(nonEmptyString),
  livenessProbe: checked<FlinkProbe>('a FlinkProbe, such as FlinkProbe.tcpSocket()', INVALID_PROBE),
  readinessProbe: checked<FlinkProbe>('a FlinkProbe, such as FlinkProbe.tcpSocket()', INVALID_PROBE),
  startupProbe: checked<FlinkProbe>('a FlinkProbe, such as FlinkProbe.tcpSocket()', INVALID_PROBE),
  strategy: checked<RolloutStrategy>('a RolloutStrategy, such as RolloutStrategy.recreate()', INVALID_STRATEGY),
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

/** An `EnvValue` contains either a string, or a reference as in a manifest. */
function envValue(...[value, property, report]: Parameters<Reader<kplus.EnvValue>>): kplus.EnvValue | undefined {
  if (typeof value !== 'object' || value === null || !('value' in value || 'valueFrom' in value)) {
    return wrongType('an EnvValue, such as EnvValue.fromSecretValue(…)', value, property, report);
  }
  const { value: plain, valueFrom } = value as { value?: unknown; valueFrom?: unknown };
  const read =
    valueFrom === undefined
      ? { value: string(plain, property, report) }
      : { valueFrom: manifestJson(valueFrom, property, report) };
  return Object.values(read)[0] === undefined ? undefined : (read as kplus.EnvValue);
}

const SECONDS = 'such as Duration.seconds(60)';
const isDuration = instanceLike<Duration>(`a Duration, ${SECONDS}`, 'toSeconds()');

function seconds(...[value, property, report]: Parameters<Reader<Duration>>): Duration | undefined {
  const given = isDuration(value, property, report);
  return given === undefined || isWhole(() => given.toSeconds())
    ? given
    : wrongType(`a Duration of whole seconds, ${SECONDS}`, value, property, report);
}

/** An instance of a class that validates itself. */
function checked<T extends { _problem(): string | undefined }>(expected: string, rule: Rule<'problem'>): Reader<T> {
  const isOne = instanceLike<T>(expected, '_problem()', '_render()');
  return (value, property, report) => {
    const given = isOne(value, property, report);
    const problem = given?._problem();
    if (problem !== undefined) {
      report(rule, property, undefined, { problem });
      return undefined;
    }
    return given;
  };
}

/** The time zones of this machine can differ from those of the image, so only the form of the name is checked. */
function timeZone(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  const given = string(value, property, report);
  if (given !== undefined && !/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/.test(given)) {
    report(INVALID_TIME_ZONE, property, given);
    return undefined;
  }
  return given;
}
