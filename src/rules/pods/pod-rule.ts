import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type FlinkPod } from '../../model/flink-pod';
import { type Hardening } from '../../props/hardening';
import { type Check, checkOf, type Finding } from '../../validation/check';
import { type Rule } from '../../validation/rule';
import { nameIn } from '../../validation/show';

/** A finished pod, whichever workload runs it, and what its workload and its cluster demand of it. */
export interface PodContext {
  readonly pod: FlinkPod;
  /** The main container first, then sidecars and init containers. */
  readonly containers: readonly PodContainer[];
  /** Names of volumes that the workload adds for each pod, from templates of claims. */
  readonly claimNames: ReadonlySet<string>;
  readonly hardening: Hardening;
  /** Environment variables that may hold credentials in plain text. */
  readonly allowedCredentials: readonly string[];
  /** Bytes that the Flink process will use; absent if another party sizes the container. */
  readonly processMemory?: number;
  /** Restart policies that the workload allows; absent if the policy is ignored. */
  readonly restartPolicies?: readonly string[];
}

/** A container with its place in messages. */
export interface PodContainer {
  readonly container: ManifestJson;
  readonly kind: 'main' | 'sidecar' | 'init';
  /** What precedes the container's fields in property paths: empty for the main container. */
  readonly at: string;
}

/** What a workload and its cluster demand of a pod; see `PodContext`. */
export interface PodDemands extends Omit<PodContext, 'containers' | 'claimNames'> {
  readonly claimNames?: ReadonlySet<string>;
  /** Whether the fields of the pod are checked by other rules than Kubernetes' newest fields. */
  readonly skipsFields?: boolean;
}

export type PodRule = Check<PodContext>;

/** Defines a rule about a finished pod. */
export const podRule = checkOf<PodContext>();

/** A rule that readers of properties report, too, with what finds its violations in a finished pod. */
export function alsoInPods<Fact extends string>(
  rule: Rule<Fact>,
  find: (context: PodContext, report: Finding<Fact>) => void,
): Check<PodContext, Fact> {
  return { ...rule, find };
}

/** The containers of a pod as rules see them. */
export function containersOf({ main, spec }: FlinkPod): PodContainer[] {
  const beside = (containers: unknown, kind: 'sidecar' | 'init'): PodContainer[] =>
    listOf(containers).map((container) => ({ container, kind, at: `containers.${nameIn(container.name)}.` }));
  return [
    { container: main, kind: 'main', at: '' },
    ...beside(spec.containers, 'sidecar'),
    ...beside(spec.initContainers, 'init'),
  ];
}

/** A field that should be a list of objects; empty if it is not a list. */
export function listOf(value: unknown): ManifestJson[] {
  return Array.isArray(value) ? (value as ManifestJson[]) : [];
}
