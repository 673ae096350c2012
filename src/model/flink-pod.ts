import { type Wire } from '../kubernetes/wire';

/** A pod under construction; the main container is kept apart, as in Flink, so that no step has to look for it. */
export interface FlinkPod {
  readonly metadata: { readonly labels: { readonly [key: string]: string }; readonly annotations: { readonly [key: string]: string } };
  /** The pod's `spec` without the main container. */
  readonly spec: Wire;
  readonly main: Wire;
}

/** Changes of a pod; lists are appended to, maps and scalars are put over what is there. */
export interface PodAdditions {
  readonly labels?: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: string };
  readonly spec?: Wire;
  readonly main?: Wire;
  readonly volumes?: readonly Wire[];
  readonly volumeMounts?: readonly Wire[];
  readonly env?: readonly Wire[];
}

/** A pod with additions; the pod itself is left as it is, and what does not change is shared. */
export function addToPod(pod: FlinkPod, additions: PodAdditions): FlinkPod {
  return {
    metadata: {
      labels: additions.labels === undefined ? pod.metadata.labels : { ...pod.metadata.labels, ...additions.labels },
      annotations: additions.annotations === undefined ? pod.metadata.annotations : { ...pod.metadata.annotations, ...additions.annotations },
    },
    spec: appended(over(pod.spec, additions.spec), 'volumes', additions.volumes),
    main: appended(appended(over(pod.main, additions.main), 'volumeMounts', additions.volumeMounts), 'env', additions.env),
  };
}

function over(owner: Wire, fields: Wire | undefined): Wire {
  return fields === undefined ? owner : { ...owner, ...fields };
}

function appended(owner: Wire, field: string, items: readonly Wire[] | undefined): Wire {
  return items === undefined || items.length === 0 ? owner : { ...owner, [field]: [...owner[field] ?? [], ...items] };
}

/** The pod template as Kubernetes wants it; the main container is the first, the one that kubectl shows when asked for no other. */
export function toPodTemplate(pod: FlinkPod): Wire {
  const { containers = [], ...spec } = pod.spec;
  const { labels, annotations } = pod.metadata;
  return {
    metadata: { labels, ...(Object.keys(annotations).length > 0 ? { annotations } : {}) },
    spec: { ...spec, containers: [pod.main, ...containers as Wire[]] },
  };
}
