import { type ManifestJson } from '../kubernetes/manifest-json';
import { type FlinkPod } from '../model/flink-pod';
import { Hardening } from '../props/hardening';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';
import { nameIn } from '../validation/show';

/** Volume types that the Pod Security Standard `restricted` lets in. */
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

/**
 * What the Pod Security Standard `restricted` asks for, where the user's own settings may have undone it.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function checkRestricted({ main, spec }: FlinkPod, hardening: Hardening, report: Report): void {
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
    if (spec[field] === true) {
      report(RULES['FLK-POD-06'], field, true);
    }
  }
  for (const volume of (spec.volumes ?? []) as ManifestJson[]) {
    for (const type of Object.keys(volume).filter((key) => key !== 'name' && !VOLUME_TYPES.has(key))) {
      if (!(type === 'hostPath' && hardening === Hardening.RESTRICTED_WITH_HOST_PATH)) {
        report(type === 'hostPath' ? RULES['FLK-VOL-06'] : RULES['FLK-VOL-10'], `volumes.${nameIn(volume.name)}`, type);
      }
    }
  }
  const pod = (spec.securityContext ?? {}) as ManifestJson;
  checkContext(pod, pod, 'podSecurityContext', false, report);
  for (const container of [
    main,
    ...((spec.containers ?? []) as ManifestJson[]),
    ...((spec.initContainers ?? []) as ManifestJson[]),
  ]) {
    const at = container === main ? 'securityContext' : `containers.${nameIn(container.name)}.securityContext`;
    checkContext((container.securityContext ?? {}) as ManifestJson, pod, at, true, report);
    for (const { name, containerPort, hostPort } of (container.ports ?? []) as ManifestJson[]) {
      if (hostPort !== undefined) {
        report(
          RULES['FLK-POD-06'],
          `${container === main ? '' : `containers.${nameIn(container.name)}.`}ports.${nameIn(name ?? containerPort)}.hostPort`,
          hostPort,
        );
      }
    }
  }
}

function checkContext(
  context: ManifestJson,
  pod: ManifestJson,
  at: string,
  isContainer: boolean,
  report: Report,
): void {
  const wrong = (field: string, needed: string): void =>
    report(RULES['FLK-POD-07'], `${at}.${field}`, context[field], { needed });
  const user: unknown = context.runAsUser;
  if (user !== undefined && !(typeof user === 'number' && Number.isInteger(user) && user >= 1 && user <= LARGEST_ID)) {
    wrong('runAsUser', `a whole number from 1 to ${LARGEST_ID}`);
  }
  if ((context.runAsNonRoot ?? pod.runAsNonRoot) !== true) {
    wrong('runAsNonRoot', 'true');
  }
  const seccomp: unknown = ((context.seccompProfile ?? pod.seccompProfile) as ManifestJson | undefined)?.type;
  if (seccomp !== 'RuntimeDefault' && seccomp !== 'Localhost') {
    wrong('seccompProfile', 'the type RuntimeDefault or Localhost');
  }
  if (!isContainer) {
    return;
  }
  if (context.privileged === true) {
    wrong('privileged', 'false');
  }
  if (context.allowPrivilegeEscalation !== false) {
    wrong('allowPrivilegeEscalation', 'false');
  }
  const { add = [], drop = [] } = (context.capabilities ?? {}) as { add?: string[]; drop?: string[] };
  if (!drop.includes('ALL') || add.some((capability) => capability !== 'NET_BIND_SERVICE')) {
    wrong('capabilities', 'to drop ALL and add none but NET_BIND_SERVICE');
  }
}
