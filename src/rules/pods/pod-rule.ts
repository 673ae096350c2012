import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type FlinkPod } from '../../model/flink-pod';
import { type Hardening } from '../../props/hardening';
import { type Check, checkOf, type Finding } from '../../validation/check';
import { type Rule } from '../../validation/rule';
import { nameIn } from '../../validation/show';

/** A finished pod, and the requirements of its workload and its cluster. */
export interface PodContext {
  readonly pod: FlinkPod;
  /** The main container first, then sidecars and init containers. */
  readonly containers: readonly PodContainer[];
  /** Names of the volumes that the workload adds to each pod from its volume claim templates. */
  readonly claimNames: ReadonlySet<string>;
  readonly hardening: Hardening;
  /** Environment variables that can contain credentials in plain text. */
  readonly allowedCredentials: readonly string[];
  /** Memory of the Flink process in bytes; absent if Flink or the operator sizes the container. */
  readonly processMemory?: number;
  /** Restart policies that the workload allows; absent if the policy is ignored. */
  readonly restartPolicies?: readonly string[];
}

/** A container with its property path. */
export interface PodContainer {
  readonly container: ManifestJson;
  readonly kind: 'main' | 'sidecar' | 'init';
  /** Prefix of the fields of the container in property paths; empty for the main container. */
  readonly at: string;
}

/** The requirements of a workload and its cluster for a pod; see `PodContext`. */
export interface PodDemands extends Omit<PodContext, 'containers' | 'claimNames'> {
  readonly claimNames?: ReadonlySet<string>;
  /** Whether other rules check the fields of the pod, instead of those about the newest fields of Kubernetes. */
  readonly skipsFields?: boolean;
}

/** A rule about a finished pod. */
export type PodRule = Check<PodContext>;

/** Defines a rule about a finished pod. */
export const podRule = checkOf<PodContext>();

/** Defines how a rule that readers of properties report, too, finds violations in a finished pod. */
export function alsoInPods<Fact extends string>(
  rule: Rule<Fact>,
  find: (context: PodContext, report: Finding<Fact>) => void,
): Check<PodContext, Fact> {
  return { ...rule, find };
}

/** The containers of a pod with their property paths. */
export function containersOf({ main, spec }: FlinkPod): PodContainer[] {
  const furtherContainers = (containers: unknown, kind: 'sidecar' | 'init'): PodContainer[] =>
    listOf(containers).map((container) => ({ container, kind, at: `containers.${nameIn(container.name)}.` }));
  return [
    { container: main, kind: 'main', at: '' },
    ...furtherContainers(spec.containers, 'sidecar'),
    ...furtherContainers(spec.initContainers, 'init'),
  ];
}

/** A field that should be a list of objects; empty if it is not a list. */
export function listOf(value: unknown): ManifestJson[] {
  return Array.isArray(value) ? (value as ManifestJson[]) : [];
}
