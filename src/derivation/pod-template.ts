import { orderEnv } from '../kubernetes/env';
import { ImagePullPolicy } from '../kubernetes/image-pull-policy';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { normalizeMountPath } from '../kubernetes/paths';
import { type FlinkPod } from '../model/flink-pod';
import { type FlinkPodContribution } from '../props/contribution';
import { type FlinkPodOptions } from '../props/pod-options';
import { CYCLIC_VARIABLES } from '../readers/env-rules';
import { POD_OPTIONS } from '../readers/pod-option-fields';
import { type Report } from '../validation/problem';

const HEAP_DUMP_VOLUME = 'heap-dumps';
const HEAP_DUMP_PATH = '/opt/flink/heap-dumps';

/** JVM options that write heap dumps to the volume for them. */
export function heapDumpOptions(options: FlinkPodOptions): string[] {
  return options.heapDumps === undefined
    ? []
    : ['-XX:+HeapDumpOnOutOfMemoryError', `-XX:HeapDumpPath=${heapDumpPath(options)}`];
}

const SPEC_FIELDS = (Object.keys(POD_OPTIONS) as (keyof FlinkPodOptions)[]).filter(
  (option) => POD_OPTIONS[option].place === 'spec',
);

/** Options that other parts of the model read. Most roles have only these, and therefore the same template. */
const ELSEWHERE: ReadonlySet<string> = new Set(['cpu', 'image', 'jvmOptions', 'memory', 'replicas', 'taskSlots']);
const BARE: FlinkPod = {
  metadata: { labels: {}, annotations: {} },
  spec: {},
  main: { imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT },
};

/** The pod template of a role from the user and the features, as a manifest, before a mode changes it. */
export function podTemplate(
  options: FlinkPodOptions,
  contributions: readonly FlinkPodContribution[],
  report: Report,
): FlinkPod {
  return contributions.length === 0 && Object.keys(options).every((option) => ELSEWHERE.has(option))
    ? BARE
    : {
        metadata: {
          labels: Object.assign({}, ...contributions.map(({ labels }) => labels), options.podLabels) as {
            [key: string]: string;
          },
          annotations: Object.assign(
            {},
            ...contributions.map(({ annotations }) => annotations),
            options.podAnnotations,
          ) as { [key: string]: string },
        },
        spec: podSpec(options, contributions),
        main: mainContainer(options, contributions, report),
      };
}

function podSpec(options: FlinkPodOptions, contributions: readonly FlinkPodContribution[]): ManifestJson {
  const spec: ManifestJson = {};
  SPEC_FIELDS.forEach((field) => put(spec, field, options[field]));
  put(
    spec,
    'volumes',
    [distinct(collect(contributions, 'volumes')), options.volumes ?? [], heapDumpVolume(options) ?? []].flat(),
  );
  put(spec, 'initContainers', collect(contributions, 'initContainers', options.initContainers));
  put(spec, 'containers', collect(contributions, 'containers', options.sidecars));
  put(
    spec,
    'imagePullSecrets',
    options.imagePullSecrets?.map(({ name }) => ({ name })),
  );
  put(spec, 'terminationGracePeriodSeconds', options.terminationGracePeriod?.toSeconds());
  return spec;
}

function mainContainer(
  options: FlinkPodOptions,
  contributions: readonly FlinkPodContribution[],
  report: Report,
): ManifestJson {
  const main: ManifestJson = {};
  const fromSecrets = options.envFromSecrets?.map(({ name }) => ({ secretRef: { name } }));
  const fromConfigMaps = options.envFromConfigMaps?.map(({ name }) => ({ configMapRef: { name } }));
  put(main, 'imagePullPolicy', options.imagePullPolicy ?? ImagePullPolicy.IF_NOT_PRESENT);
  put(main, 'env', environment(options, contributions, report));
  put(main, 'envFrom', collect(contributions, 'envFrom', fromSecrets, fromConfigMaps));
  put(main, 'ports', collect(contributions, 'ports'));
  put(main, 'volumeMounts', collect(contributions, 'volumeMounts', options.volumeMounts, heapDumpMount(options)));
  put(main, 'lifecycle', options.lifecycle);
  return main;
}

/** The order of maps has no meaning, so variables are sorted by name, after those that they refer to. */
function environment(
  options: FlinkPodOptions,
  contributions: readonly FlinkPodContribution[],
  report: Report,
): ManifestJson[] {
  const values = Object.entries(options.env ?? {}).map(([name, value]) => ({ name, value }));
  const sources = Object.entries(options.envValues ?? {}).map(([name, given]) => ({ name, ...given }));
  const timeZone = options.timeZone === undefined ? [] : [{ name: 'TZ', value: options.timeZone }];
  const entries = collect(contributions, 'env', [values, sources].flat(), timeZone) as unknown as {
    name: string;
    value?: string;
    valueFrom?: unknown;
  }[];
  if (entries.length < 2) {
    return entries as unknown as ManifestJson[];
  }
  const { ordered, cycle } = orderEnv(entries);
  if (cycle !== undefined) {
    report(CYCLIC_VARIABLES, 'env', undefined, { cycle: cycle.join(' → ') });
  }
  return ordered as unknown as ManifestJson[];
}

function heapDumpPath({ heapDumps }: FlinkPodOptions): string {
  return normalizeMountPath(heapDumps?.path ?? HEAP_DUMP_PATH);
}

function heapDumpVolume({ heapDumps }: FlinkPodOptions): ManifestJson[] | undefined {
  return heapDumps === undefined ? undefined : [{ ...(heapDumps.volume ?? { emptyDir: {} }), name: HEAP_DUMP_VOLUME }];
}

function heapDumpMount(options: FlinkPodOptions): ManifestJson[] | undefined {
  return options.heapDumps === undefined ? undefined : [{ name: HEAP_DUMP_VOLUME, mountPath: heapDumpPath(options) }];
}

/** The items of a list that features contribute, followed by those of the options. */
function collect(
  contributions: readonly FlinkPodContribution[],
  field: keyof FlinkPodContribution,
  own: readonly object[] = [],
  more: readonly object[] = [],
): ManifestJson[] {
  return [contributions.flatMap((contribution) => contribution[field] ?? []), own, more].flat();
}

/** Mounts of the same object share one volume, which each of them contributes. */
function distinct(volumes: readonly ManifestJson[]): readonly ManifestJson[] {
  const texts = volumes.length < 2 ? [] : volumes.map((volume) => JSON.stringify(volume));
  return texts.length === 0 ? volumes : volumes.filter((_, index) => texts.indexOf(texts[index]!) === index);
}

/** Sets a field, unless the value is undefined or an empty list, which have the same meaning. */
function put(fields: ManifestJson, field: string, value: unknown): void {
  if (value !== undefined && !(Array.isArray(value) && value.length === 0)) {
    fields[field] = value;
  }
}
