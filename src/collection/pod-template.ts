import { orderEnv } from '../kubernetes/env';
import { normalizeMountPath } from '../kubernetes/paths';
import { type Wire } from '../kubernetes/wire';
import { type FlinkPodContribution } from '../model/contribution';
import { type FlinkPod } from '../model/flink-pod';
import { type FlinkPodOptions } from '../model/pod-options';
import { type Report } from '../validation/problem';

const HEAP_DUMP_VOLUME = 'heap-dumps';
const HEAP_DUMP_PATH = '/opt/flink/heap-dumps';

/** JVM options that write a heap dump where the volume is. */
export function heapDumpOptions(options: FlinkPodOptions): string[] {
  return options.heapDumps === undefined
    ? []
    : ['-XX:+HeapDumpOnOutOfMemoryError', `-XX:HeapDumpPath=${heapDumpPath(options)}`];
}

/**
 * The pod template of a role: what the user and the features want, in the form that goes on the wire, before any mode has touched it.
 */
export function podTemplate(options: FlinkPodOptions, contributions: readonly FlinkPodContribution[], report: Report): FlinkPod {
  return {
    metadata: {
      labels: Object.assign({}, ...contributions.map(({ labels }) => labels), options.podLabels) as { [key: string]: string },
      annotations: Object.assign({}, ...contributions.map(({ annotations }) => annotations), options.podAnnotations) as { [key: string]: string },
    },
    spec: compact({
      volumes: [collect(contributions, 'volumes'), options.volumes ?? [], heapDumpVolume(options)].flat(),
      initContainers: [collect(contributions, 'initContainers'), options.initContainers ?? []].flat(),
      containers: [collect(contributions, 'containers'), options.sidecars ?? []].flat(),
      imagePullSecrets: options.imagePullSecrets?.map(({ name }) => ({ name })),
      nodeSelector: options.nodeSelector,
      tolerations: options.tolerations,
      affinity: options.affinity,
      topologySpreadConstraints: options.topologySpreadConstraints,
      priorityClassName: options.priorityClassName,
      runtimeClassName: options.runtimeClassName,
      schedulerName: options.schedulerName,
      terminationGracePeriodSeconds: options.terminationGracePeriod?.toSeconds(),
      hostAliases: options.hostAliases,
      dnsPolicy: options.dnsPolicy,
      dnsConfig: options.dnsConfig,
    }),
    main: compact({
      imagePullPolicy: options.imagePullPolicy,
      env: environment(options, contributions, report),
      envFrom: [
        collect(contributions, 'envFrom'),
        options.envFromSecrets?.map(({ name }) => ({ secretRef: { name } })) ?? [],
        options.envFromConfigMaps?.map(({ name }) => ({ configMapRef: { name } })) ?? [],
      ].flat(),
      ports: collect(contributions, 'ports'),
      volumeMounts: [collect(contributions, 'volumeMounts'), options.volumeMounts ?? [], heapDumpMount(options)].flat(),
      lifecycle: options.lifecycle,
    }),
  };
}

/** Maps say nothing of order, so variables come by name, those that others refer to first. */
function environment(options: FlinkPodOptions, contributions: readonly FlinkPodContribution[], report: Report): Wire[] {
  const entries = [
    collect(contributions, 'env'),
    Object.entries(options.env ?? {}).map(([name, value]) => ({ name, value })),
    Object.entries(options.envValues ?? {}).map(([name, given]) => ({ name, ...given })),
    options.timeZone === undefined ? [] : [{ name: 'TZ', value: options.timeZone }],
  ].flat() as { name: string; value?: string; valueFrom?: unknown }[];
  if (entries.length < 2) {
    return entries;
  }
  const { ordered, cycle } = orderEnv(entries);
  if (cycle !== undefined) {
    report('FLK-ENV-04', 'env', undefined, { cycle: cycle.join(' → ') });
  }
  return ordered as unknown as Wire[];
}

function heapDumpPath({ heapDumps }: FlinkPodOptions): string {
  return normalizeMountPath(heapDumps?.path ?? HEAP_DUMP_PATH);
}

function heapDumpVolume({ heapDumps }: FlinkPodOptions): Wire[] {
  return heapDumps === undefined ? [] : [{ ...heapDumps.volume ?? { emptyDir: {} }, name: HEAP_DUMP_VOLUME }];
}

function heapDumpMount(options: FlinkPodOptions): Wire[] {
  return options.heapDumps === undefined ? [] : [{ name: HEAP_DUMP_VOLUME, mountPath: heapDumpPath(options) }];
}

function collect(contributions: readonly FlinkPodContribution[], field: keyof FlinkPodContribution): Wire[] {
  return contributions.flatMap((contribution) => (contribution[field] as Wire[] | undefined) ?? []);
}

/** Without what is not set and without empty lists, which say the same. */
function compact(fields: Wire): Wire {
  const result: Wire = {};
  for (const field of Object.keys(fields)) {
    const value: unknown = fields[field];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) {
      result[field] = value;
    }
  }
  return result;
}
