import { type Inputs } from './inputs';
import { podTemplate } from './pod-template';
import { type FlinkOptions } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { Keys } from '../configuration/keys';
import { formatImage, isFixed, parseImage } from '../kubernetes/image';
import { isDnsSubdomain } from '../kubernetes/names';
import { cpuQuantity, mebibyteQuantity } from '../kubernetes/quantity';
import { type Wire } from '../kubernetes/wire';
import { parseMemorySize } from '../memory/memory-size';
import { type Role, type RoleModel } from '../model/cluster-model';
import { type FlinkRoleOptions } from '../model/role-options';
import { type Part, type Problem, type Report, reporter } from '../validation/problem';

const ROLES = {
  jobmanager: { part: 'jobManager', replicas: 1, processSize: Keys.JOB_MANAGER_PROCESS_SIZE },
  taskmanager: { part: 'taskManager', replicas: 2, processSize: Keys.TASK_MANAGER_PROCESS_SIZE },
} as const satisfies { [role in Role]: { part: Part; replicas: number; processSize: string } };

/** One role with every default decided. */
export function roleModel(role: Role, inputs: Inputs, options: FlinkOptions, problems: Problem[]): RoleModel {
  const { part, replicas } = ROLES[role];
  const given: FlinkRoleOptions = inputs[part]?.options ?? {};
  const report = reporter(problems, part);
  const contributions = inputs.contributions.flatMap(({ contribution }) => [contribution.pods ?? [], contribution[part] ?? []].flat());
  return {
    role,
    template: podTemplate(given, contributions, report),
    image: image(given, inputs.cluster.version, report),
    replicas: given.replicas ?? replicas,
    resources: resources(role, given, options, report),
    serviceAccountName: given.serviceAccount?.name,
    rules: inputs.contributions.flatMap(({ contribution }) => [
      contribution.rules ?? [], contribution[part === 'jobManager' ? 'jobManagerRules' : 'taskManagerRules'] ?? [],
    ].flat()),
    livenessProbe: given.livenessProbe,
    readinessProbe: given.readinessProbe,
    startupProbe: given.startupProbe,
    strategy: given.strategy?._render(),
    revisionHistoryLimit: given.revisionHistoryLimit,
    podSecurityContext: given.podSecurityContext,
    securityContext: given.securityContext,
    override: given.podTemplate,
  };
}

function image(given: FlinkRoleOptions, version: FlinkVersion, report: Report): string {
  const text = given.image ?? version.defaultImage;
  if (text === undefined) {
    if (version._isVersion) {
      report('FLK-IMG-02', 'image', undefined, { version: version.version });
    }
    return '';
  }
  if (text === version.defaultImage && given.imageRegistry === undefined && given.imageDigest === undefined) {
    return text;
  }
  const parsed = parseImage(text);
  if (parsed === undefined) {
    report('FLK-IMG-01', 'image', text);
    return text;
  }
  checkRegistry(given, report);
  const reference = { ...parsed, digest: given.imageDigest ?? parsed.digest };
  if (!isFixed(reference)) {
    report('FLK-IMG-03', 'image', text);
  }
  const tagged = /(?:^|\/)flink$/.test(parsed.repository) ? /^(\d+\.\d+)(?:\.\d+)?(?:-|$)/.exec(parsed.tag ?? '')?.[1] : undefined;
  if (tagged !== undefined && version._isVersion && tagged !== version.releaseLine) {
    report('FLK-IMG-04', 'image', text, { tagged, version: version.releaseLine });
  }
  const plain = formatImage(reference);
  return given.imageRegistry === undefined ? plain : `${given.imageRegistry.replace(/\/+$/, '')}/${plain}`;
}

function checkRegistry({ imageRegistry, imageDigest }: FlinkRoleOptions, report: Report): void {
  const [host, ...path] = (imageRegistry ?? 'localhost').replace(/\/+$/, '').split('/') as [string, ...string[]];
  const isHost = isDnsSubdomain(host.replace(/:\d{1,5}$/, ''));
  if (!isHost || path.some((segment) => !/^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/.test(segment))) {
    report('FLK-IMG-05', 'imageRegistry', imageRegistry);
  }
  if (imageDigest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(imageDigest)) {
    report('FLK-IMG-06', 'imageDigest', imageDigest);
  }
}

/** The container asks for what Flink will use: the size of the whole process. */
function resources(role: Role, given: FlinkRoleOptions, options: FlinkOptions, report: Report): Wire {
  const key = ROLES[role].processSize;
  const size = options.get(key);
  const bytes = size === undefined ? undefined : parseMemorySize(size);
  if (size === undefined) {
    report('FLK-RES-01', 'memory', undefined, { key });
  } else if (bytes === undefined || bytes <= 0n) {
    report('FLK-RES-02', 'memory', size, { key });
  }
  const memory = Number(bytes ?? 0n);
  const cpu = given.cpu ?? 1;
  const requests = quantities(memory, cpu);
  const { memoryLimitFactor = 1, cpuLimitFactor = 1 } = given;
  const isLimited = memoryLimitFactor === 1 && cpuLimitFactor === 1;
  return { requests, limits: isLimited ? requests : quantities(wholeMebibytes(memory * memoryLimitFactor, memory), cpu * cpuLimitFactor) };
}

function quantities(memory: number, cpu: number): Wire {
  return { cpu: cpuQuantity(Math.ceil(Math.round(cpu * 1e6) / 1e3) / 1e3), memory: mebibyteQuantity(memory) };
}

/** A limit is a whole number of MiB, but never below the request. */
function wholeMebibytes(bytes: number, least: number): number {
  const mebibyte = 1024 * 1024;
  return Math.max(Math.trunc(bytes / mebibyte) * mebibyte, least);
}
