import { parseImage } from '../kubernetes/image';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { isConfigKey, isDnsLabel, isEnvName, isPort, isPortName } from '../kubernetes/names';
import { isMountPath, isReservedMountPath, normalizeMountPath } from '../kubernetes/paths';
import { parseQuantity } from '../kubernetes/quantity';
import { type FlinkPod } from '../model/flink-pod';
import { INVALID_VARIABLE_NAME } from '../readers/env-rules';
import { INVALID_PROBE } from '../readers/pod-option-fields';
import { Types, wrongType } from '../readers/type-rules';
import { INVALID_MOUNT_PATH, INVALID_SUB_PATH, MOUNT_HIDES_DISTRIBUTION } from '../readers/volume-readers';
import { credentialIn, isCredentialName } from '../validation/credentials';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';
import { nameIn } from '../validation/show';

/** The library's and Flink's own mounts at reserved places. */
const OWN_MOUNTS: ReadonlyMap<string, unknown> = new Map([
  ['/opt/flink/conf', 'flink-config-volume'],
  ['/opt/flink/pod-template', 'pod-template-volume'],
]);

/** Containers, their ports, environment, mounts and resources. */
export function checkContainers(
  { main, spec }: FlinkPod,
  volumes: ReadonlySet<string>,
  allowedCredentials: readonly string[],
  report: Report,
): void {
  const names = new Set<unknown>();
  const ports = new Map<string, string>();
  const init = listOf(spec.initContainers);
  for (const container of [main, ...listOf(spec.containers), ...init]) {
    const at = container === main ? '' : `containers.${nameIn(container.name)}.`;
    checkIdentity(container, container === main, names, report);
    checkEnv(container, at, allowedCredentials, report);
    checkMounts(container, at, volumes, container === main, report);
    checkResources(container, at, report);
    checkProbes(container, at, report);
    if (!init.includes(container)) {
      checkPorts(container, at, ports, report);
    }
  }
}

function checkIdentity({ name, image }: ManifestJson, isMain: boolean, names: Set<unknown>, report: Report): void {
  if (typeof name !== 'string' || !isDnsLabel(name)) {
    report(RULES['FLK-POD-01'], 'containers', name);
  } else if (names.has(name)) {
    report(RULES['FLK-POD-02'], `containers.${name}`);
  }
  names.add(name);
  if (!isMain && (typeof image !== 'string' || parseImage(image) === undefined)) {
    report(RULES['FLK-IMG-01'], `containers.${nameIn(name)}.image`, image);
  }
}

/** The variables of a container; `at` stands before each in messages. */
export function checkEnv(
  container: ManifestJson,
  at: string,
  allowedCredentials: readonly string[],
  report: Report,
): void {
  const seen = new Set<string>();
  for (const { name, value, valueFrom } of listOf(container.env)) {
    const property = `${at}env.${nameIn(name)}`;
    if (typeof name !== 'string' || !isEnvName(name)) {
      report(INVALID_VARIABLE_NAME, `${at}env`, name, { hint: '' });
      continue;
    }
    if (seen.has(name)) {
      report(RULES['FLK-ENV-03'], property);
    }
    seen.add(name);
    if (value !== undefined && typeof value !== 'string') {
      wrongType(Types.STRING, value, property, report);
    }
    if (value !== undefined && valueFrom !== undefined) {
      report(RULES['FLK-ENV-05'], property);
    }
    if (typeof value === 'string' && !allowedCredentials.includes(name)) {
      checkPlainValue(name, value, property, report);
    }
    const { secretKeyRef, configMapKeyRef } = (valueFrom ?? {}) as {
      secretKeyRef?: ManifestJson;
      configMapKeyRef?: ManifestJson;
    };
    const key = secretKeyRef ?? configMapKeyRef;
    if (key !== undefined && !(typeof key.key === 'string' && isConfigKey(key.key))) {
      report(RULES['FLK-SECRET-05'], property, key.key);
    }
  }
}

/** A reference to another variable, and a place, tell nothing. */
const NO_CREDENTIAL = /^(?:|\$\([^)]*\)|\/\S*|true|false)$/;

function checkPlainValue(name: string, value: string, property: string, report: Report): void {
  const found = credentialIn(value);
  if (found !== undefined) {
    report(RULES['FLK-SECRET-07'], property, undefined, { found });
  } else if (isCredentialName(name) && !NO_CREDENTIAL.test(value)) {
    report(RULES['FLK-SECRET-04'], property);
  }
}

function checkMounts(
  container: ManifestJson,
  at: string,
  volumes: ReadonlySet<string>,
  isMain: boolean,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const { name, mountPath, subPath } of listOf(container.volumeMounts)) {
    const property = `${at}volumeMounts.${nameIn(mountPath)}`;
    if (!volumes.has(nameIn(name))) {
      report(RULES['FLK-VOL-02'], property, name);
    }
    if (typeof mountPath !== 'string' || !isMountPath(mountPath)) {
      report(INVALID_MOUNT_PATH, property, mountPath);
      continue;
    }
    const path = normalizeMountPath(mountPath);
    if (seen.has(path)) {
      report(RULES['FLK-VOL-03'], property, mountPath);
    } else if (isMain && isReservedMountPath(path) && OWN_MOUNTS.get(path) !== name) {
      report(MOUNT_HIDES_DISTRIBUTION, property, mountPath);
    }
    seen.add(path);
    if (
      subPath !== undefined &&
      (typeof subPath !== 'string' || subPath.startsWith('/') || subPath.split('/').includes('..'))
    ) {
      report(INVALID_SUB_PATH, `${property}.subPath`, subPath);
    }
  }
}

/** Kubernetes counts in 64 bits with a sign. */
const LARGEST = 2 ** 63;

function checkResources({ resources }: ManifestJson, at: string, report: Report): void {
  const { requests = {}, limits = {} } = (resources ?? {}) as { requests?: ManifestJson; limits?: ManifestJson };
  for (const [field, quantities] of [
    ['requests', requests],
    ['limits', limits],
  ] as const) {
    for (const [name, quantity] of Object.entries(quantities)) {
      const property = `${at}resources.${field}.${name}`;
      const amount = parseQuantity(nameIn(quantity));
      if (amount === undefined || amount < 0) {
        report(RULES['FLK-RES-03'], property, quantity);
      } else if (amount >= LARGEST) {
        report(RULES['FLK-RES-06'], property, quantity);
      } else if (name !== 'cpu' && /\dm$/.test(nameIn(quantity))) {
        report(RULES['FLK-RES-04'], property, quantity);
      } else if (
        field === 'requests' &&
        limits[name] !== undefined &&
        amount > (parseQuantity(nameIn(limits[name])) ?? amount)
      ) {
        report(RULES['FLK-RES-05'], property, quantity, { limit: nameIn(limits[name]) });
      }
    }
  }
}

/** One success is all that a container needs to live or to have started. */
function checkProbes(container: ManifestJson, at: string, report: Report): void {
  for (const probe of ['livenessProbe', 'startupProbe']) {
    const successes: unknown = (container[probe] as ManifestJson | undefined)?.successThreshold;
    if (successes !== undefined && successes !== 1) {
      report(INVALID_PROBE, `${at}${probe}`, successes, {
        problem: 'must have successThreshold 1; only readiness may need more',
      });
    }
  }
}

/** Ports of the main container that options decide; of those the options are blamed. */
const OPTION_PORTS = new Set(['ports.rpc', 'ports.blob-server', 'ports.webui', 'ports.data', 'ports.query-state']);

function checkPorts(container: ManifestJson, at: string, taken: Map<string, string>, report: Report): void {
  const names = new Set<unknown>();
  for (const { name, containerPort, protocol = 'TCP' } of listOf(container.ports)) {
    const property = `${at}ports.${nameIn(name ?? containerPort)}`;
    if (!isPort(containerPort)) {
      report(RULES['FLK-PORT-03'], property, containerPort);
      continue;
    }
    if (name !== undefined && (typeof name !== 'string' || !isPortName(name))) {
      report(RULES['FLK-PORT-04'], property, name);
    } else if (name !== undefined && names.has(name)) {
      report(RULES['FLK-PORT-05'], property, name);
    }
    names.add(name);
    const key = `${nameIn(containerPort)}/${nameIn(protocol)}`;
    const owner = taken.get(key);
    if (owner !== undefined && !(OPTION_PORTS.has(owner) && OPTION_PORTS.has(property))) {
      report(RULES['FLK-PORT-02'], property, containerPort, { owner });
    }
    taken.set(key, property);
  }
}

function listOf(value: unknown): ManifestJson[] {
  return Array.isArray(value) ? (value as ManifestJson[]) : [];
}
