import { listOf, type PodContext, podRule, type PodRule } from './pod-rule';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { Hardening } from '../../props/hardening';
import { Sources } from '../../validation/rule';
import { nameIn } from '../../validation/show';

/** Volume types that the Pod Security Standard `restricted` allows. */
const VOLUME_TYPES = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
  'image',
]);
const LARGEST_ID = 2_147_483_647;

export const NODE_NAMESPACE_OR_PORT = podRule({
  id: 'FLK-POD-06',
  severity: 'error',
  rule: 'pods must not use the network, the processes or the ports of the node',
  fix: 'remove it, or set hardening to NONE',
  source: Sources.RESTRICTED,
  find({ pod, containers }, report) {
    for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
      if (pod.spec[field] === true) {
        report(field, true);
      }
    }
    for (const { container, at } of containers) {
      for (const { name, containerPort, hostPort } of listOf(container.ports)) {
        if (hostPort !== undefined) {
          report(`${at}ports.${nameIn(name ?? containerPort)}.hostPort`, hostPort);
        }
      }
    }
  },
});

/** The types of a pod's volumes that `restricted` does not allow. */
function forbiddenVolumes({ pod }: PodContext): { readonly property: string; readonly type: string }[] {
  return listOf(pod.spec.volumes).flatMap((volume) =>
    Object.keys(volume)
      .filter((key) => key !== 'name' && !VOLUME_TYPES.has(key))
      .map((type) => ({ property: `volumes.${nameIn(volume.name)}`, type })),
  );
}

export const HOST_PATH_VOLUME = podRule({
  id: 'FLK-VOL-06',
  severity: 'error',
  rule: 'a hostPath volume gives access to the file system of the node',
  fix: 'use another volume, or Hardening.RESTRICTED_WITH_HOST_PATH in a namespace that allows it',
  source: Sources.RESTRICTED,
  find(context, report) {
    for (const { property, type } of forbiddenVolumes(context)) {
      if (type === 'hostPath' && context.hardening !== Hardening.RESTRICTED_WITH_HOST_PATH) {
        report(property, type);
      }
    }
  },
});

export const FORBIDDEN_VOLUME_TYPE = podRule({
  id: 'FLK-VOL-10',
  severity: 'error',
  rule: 'namespaces that enforce the restricted standard reject this volume type',
  fix: 'use a PersistentVolumeClaim, or set hardening to NONE',
  source: Sources.RESTRICTED,
  find(context, report) {
    for (const { property, type } of forbiddenVolumes(context)) {
      if (type !== 'hostPath') {
        report(property, type);
      }
    }
  },
});

export const SECURITY_CONTEXT_NOT_RESTRICTED = podRule({
  id: 'FLK-POD-07',
  severity: 'error',
  rule: 'the hardening of the cluster requires {needed} here',
  fix: 'remove the setting, or set hardening to NONE',
  source: Sources.RESTRICTED,
  find({ pod, containers }, report) {
    const ofPod = (pod.spec.securityContext ?? {}) as ManifestJson;
    for (const [field, needed] of violations(ofPod, ofPod)) {
      report(`podSecurityContext.${field}`, ofPod[field], { needed });
    }
    for (const { container, at } of containers) {
      const own = (container.securityContext ?? {}) as ManifestJson;
      for (const [field, needed] of [...violations(own, ofPod), ...containerViolations(own)]) {
        report(`${at}securityContext.${field}`, own[field], { needed });
      }
    }
  },
});

type Violation = readonly [field: string, needed: string];

/** The violations of a security context of a pod or a container; a container inherits the settings of its pod. */
function violations(context: ManifestJson, pod: ManifestJson): Violation[] {
  const { runAsUser } = context as { runAsUser?: unknown };
  const isValidUser =
    typeof runAsUser === 'number' && Number.isInteger(runAsUser) && runAsUser >= 1 && runAsUser <= LARGEST_ID;
  const profile = (context.seccompProfile ?? pod.seccompProfile) as ManifestJson | undefined;
  const found: [boolean, Violation][] = [
    [runAsUser !== undefined && !isValidUser, ['runAsUser', `an integer from 1 to ${LARGEST_ID}`]],
    [(context.runAsNonRoot ?? pod.runAsNonRoot) !== true, ['runAsNonRoot', 'true']],
    [
      !['RuntimeDefault', 'Localhost'].includes(profile?.type as string),
      ['seccompProfile', 'the type RuntimeDefault or Localhost'],
    ],
  ];
  return found.filter(([isViolated]) => isViolated).map(([, violation]) => violation);
}

function containerViolations(context: ManifestJson): Violation[] {
  const { add = [], drop = [] } = (context.capabilities ?? {}) as { add?: string[]; drop?: string[] };
  const dropsAll = drop.includes('ALL') && add.every((capability) => capability === 'NET_BIND_SERVICE');
  const found: [boolean, Violation][] = [
    [context.privileged === true, ['privileged', 'false']],
    [context.allowPrivilegeEscalation !== false, ['allowPrivilegeEscalation', 'false']],
    [!dropsAll, ['capabilities', 'to drop ALL and add at most NET_BIND_SERVICE']],
  ];
  return found.filter(([isViolated]) => isViolated).map(([, violation]) => violation);
}

/**
 * Rules of the Pod Security Standard `restricted`, which settings of the user can violate.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export const RESTRICTED_RULES: readonly PodRule[] = [
  NODE_NAMESPACE_OR_PORT,
  HOST_PATH_VOLUME,
  FORBIDDEN_VOLUME_TYPE,
  SECURITY_CONTEXT_NOT_RESTRICTED,
];
