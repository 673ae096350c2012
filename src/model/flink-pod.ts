import { type ManifestJson } from '../kubernetes/manifest-json';

/** A pod under construction; the main container is kept apart, as in Flink, so that no step has to look for it. */
export interface FlinkPod {
  readonly metadata: ManifestJson & {
    readonly labels: { readonly [key: string]: string };
    readonly annotations: { readonly [key: string]: string };
  };
  /** The pod's `spec` without the main container. */
  readonly spec: ManifestJson;
  readonly main: ManifestJson;
}

/** Changes of a pod; lists are appended to, maps and scalars are put over what is there. */
export interface PodAdditions {
  readonly labels?: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: string };
  readonly spec?: ManifestJson;
  readonly main?: ManifestJson;
  readonly volumes?: readonly ManifestJson[];
  readonly volumeMounts?: readonly ManifestJson[];
  readonly env?: readonly ManifestJson[];
}

/** A pod with additions; the pod itself is left as it is, and what does not change is shared. */
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

/** The pod template as Kubernetes wants it; the main container is the first, the one that kubectl shows when asked for no other. */
export function toPodTemplate(pod: FlinkPod): ManifestJson {
  const { labels, annotations } = pod.metadata;
  return {
    metadata: { labels, ...(Object.keys(annotations).length > 0 ? { annotations } : {}) },
    spec: Object.assign({}, pod.spec, { containers: [pod.main, ...((pod.spec.containers as ManifestJson[]) ?? [])] }),
  };
}
