/**
 * Violations of the Pod Security Standard `restricted` in a pod, as `/json/pointer: text`. Written only from the
 * standard, so that it detects errors in the check of the library.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function restrictedViolations(pod: any): string[] {
  const found: string[] = [];
  const wrong = (where: string, text: string): void => void found.push(`${where}: ${text}`);
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
    if (pod[field] === true) wrong(`/${field}`, 'host namespaces');
  }
  for (const [index, volume] of (pod.volumes ?? []).entries()) {
    const types = Object.keys(volume).filter((key) => key !== 'name');
    if (!types.every((type) => VOLUMES.includes(type))) wrong(`/volumes/${index}`, `volume type ${types.join()}`);
  }
  for (const sysctl of pod.securityContext?.sysctls ?? []) {
    if (!SYSCTLS.includes(sysctl.name)) wrong('/securityContext/sysctls', sysctl.name);
  }
  checkShared(pod.securityContext ?? {}, '/securityContext', wrong);
  for (const list of ['initContainers', 'containers', 'ephemeralContainers']) {
    (pod[list] ?? []).forEach((container: any, index: number) =>
      checkContainer(container, pod, `/${list}/${index}`, wrong),
    );
  }
  return found;
}

const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];
const SYSCTLS = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
];
const SELINUX_TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
const ADDABLE = ['NET_BIND_SERVICE'];

type Wrong = (where: string, text: string) => void;

/** The checks that apply to pods and containers. */
function checkShared(context: any, where: string, wrong: Wrong): void {
  if (context.runAsUser === 0) wrong(where, 'root user');
  if (context.runAsNonRoot === false) wrong(where, 'runAsNonRoot');
  if (context.windowsOptions?.hostProcess === true) wrong(where, 'host process');
  if (context.seccompProfile !== undefined && !['RuntimeDefault', 'Localhost'].includes(context.seccompProfile.type)) {
    wrong(where, 'seccomp');
  }
  if (
    context.appArmorProfile !== undefined &&
    !['RuntimeDefault', 'Localhost'].includes(context.appArmorProfile.type)
  ) {
    wrong(where, 'AppArmor');
  }
  const { type = '', user = '', role = '' } = context.seLinuxOptions ?? {};
  if (!SELINUX_TYPES.includes(type) || user !== '' || role !== '') wrong(where, 'SELinux');
}

function checkContainer(container: any, pod: any, where: string, wrong: Wrong): void {
  const context = container.securityContext ?? {};
  const at = `${where}/securityContext`;
  checkShared(context, at, wrong);
  if (context.privileged === true) wrong(at, 'privileged');
  if (context.allowPrivilegeEscalation !== false) wrong(at, 'privilege escalation');
  if (!(context.capabilities?.drop ?? []).includes('ALL')) wrong(at, 'capabilities not dropped');
  if ((context.capabilities?.add ?? []).some((name: string) => !ADDABLE.includes(name))) {
    wrong(at, 'capabilities added');
  }
  if (context.procMount !== undefined && context.procMount !== 'Default') wrong(at, 'procMount');
  if ((context.runAsNonRoot ?? pod.securityContext?.runAsNonRoot) !== true) wrong(at, 'runAsNonRoot is not set');
  if ((context.seccompProfile ?? pod.securityContext?.seccompProfile) === undefined) wrong(at, 'seccomp is not set');
  for (const port of container.ports ?? []) {
    if ((port.hostPort ?? 0) !== 0) wrong(`${where}/ports`, `host port ${port.hostPort}`);
  }
  for (const probe of [
    container.livenessProbe,
    container.readinessProbe,
    container.startupProbe,
    container.lifecycle?.preStop,
    container.lifecycle?.postStart,
  ]) {
    if ((probe?.httpGet?.host ?? probe?.tcpSocket?.host ?? '') !== '') wrong(where, 'host of a probe');
  }
}
