import { type ManifestJson } from '../kubernetes/manifest-json';

/** A pod under construction. The main container is separate, as in Flink, so that no step has to search for it. */
export interface FlinkPod {
  readonly metadata: ManifestJson & {
    readonly labels: { readonly [key: string]: string };
    readonly annotations: { readonly [key: string]: string };
  };
  /** The pod's `spec` without the main container. */
  readonly spec: ManifestJson;
  readonly main: ManifestJson;
}

/** Additions to a pod. Lists are appended; maps and scalars replace existing ones. */
export interface PodAdditions {
  readonly labels?: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: string };
  readonly spec?: ManifestJson;
  readonly main?: ManifestJson;
  readonly volumes?: readonly ManifestJson[];
  readonly volumeMounts?: readonly ManifestJson[];
  readonly env?: readonly ManifestJson[];
}

/** Returns a pod with additions. The given pod does not change; the result shares its unchanged parts. */
export function addToPod(
  { metadata, spec, main }: FlinkPod,
  { env = [], volumes = [], volumeMounts = [], ...fields }: PodAdditions,
): FlinkPod {
  return {
    metadata:
      fields.labels === undefined && fields.annotations === undefined
        ? metadata
        : {
            ...metadata,
            labels: { ...metadata.labels, ...fields.labels },
            annotations: { ...metadata.annotations, ...fields.annotations },
          },
    spec:
      fields.spec === undefined && volumes.length === 0
        ? spec
        : Object.assign(
            {},
            spec,
            fields.spec,
            volumes.length === 0 ? undefined : { volumes: [...(spec.volumes ?? []), ...volumes] },
          ),
    main:
      fields.main === undefined && volumeMounts.length === 0 && env.length === 0
        ? main
        : Object.assign(
            {},
            main,
            fields.main,
            volumeMounts.length === 0 ? undefined : { volumeMounts: [...(main.volumeMounts ?? []), ...volumeMounts] },
            env.length === 0 ? undefined : { env: [...(main.env ?? []), ...env] },
          ),
  };
}

/** Returns the pod template for Kubernetes. The main container is the first one, which is the default of kubectl. */
export function toPodTemplate(pod: FlinkPod): ManifestJson {
  const { labels, annotations } = pod.metadata;
  return {
    metadata: { labels, ...(Object.keys(annotations).length > 0 ? { annotations } : {}) },
    spec: Object.assign({}, pod.spec, { containers: [pod.main, ...((pod.spec.containers as ManifestJson[]) ?? [])] }),
  };
}
