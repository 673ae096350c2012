import { checkContainers } from './container-checks';
import { checkPodFields } from './pod-field-checks';
import { checkRestricted } from './restricted-checks';
import { checkTexts } from './text-checks';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { isDnsLabel } from '../kubernetes/names';
import { parseQuantity } from '../kubernetes/quantity';
import { type ClusterModel, type RoleModel } from '../model/cluster-model';
import { type FlinkPod } from '../model/flink-pod';
import { type Mode } from '../model/step-decorator';
import { Hardening } from '../props/hardening';
import { INVALID_VOLUME_NAME } from '../readers/volume-readers';
import { credentialIn } from '../validation/credentials';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';
import { nameIn } from '../validation/show';

/** Every rule that needs the finished pod: what single properties cannot know of each other. */
export function checkPod(
  pod: FlinkPod,
  role: RoleModel,
  cluster: ClusterModel,
  mode: Mode['name'],
  tell: Report,
): void {
  const told = new Set<unknown>();
  const report: Report = (id, property, got, facts) => {
    told.add(got);
    tell(id, property, got, facts);
  };
  const volumes = listOf(pod.spec.volumes);
  const names = new Set(role.volumeClaimTemplates.map((claim) => nameIn((claim.metadata as ManifestJson).name)));
  for (const volume of volumes) {
    const name = nameIn(volume.name);
    if (names.has(name)) {
      report(RULES['FLK-VOL-01'], `volumes.${name}`);
    }
    if (typeof volume.name !== 'string' || !isDnsLabel(name)) {
      report(INVALID_VOLUME_NAME, 'volumes', volume.name);
    }
    const sources = Object.keys(volume).filter((key) => key !== 'name');
    if (sources.length !== 1) {
      report(RULES['FLK-VOL-08'], `volumes.${name}`, sources.join(', ') || undefined);
    }
    names.add(name);
  }
  checkContainers(pod, names, cluster.allowedCredentials, report);
  checkCredentials(pod, report);
  // In native mode Flink itself sizes the container, and lets every TaskManager run once.
  if (mode !== 'native') {
    checkMemory(pod, role, report);
  }
  if (cluster.hardening !== Hardening.NONE) {
    checkRestricted(pod, cluster.hardening, report);
  }
  const grace: unknown = pod.spec.terminationGracePeriodSeconds;
  if (typeof grace === 'number' && grace < 10) {
    report(RULES['FLK-POD-09'], 'terminationGracePeriod', grace);
  }
  if (mode !== 'native' || role.role === 'jobManager') {
    checkOwnedFields(pod, cluster, report);
  }
  checkTexts(pod.metadata, 'metadata', report);
  checkTexts(pod.spec, '', report);
  checkTexts(pod.main, '', report);
  // The operator's own rules know which fields its releases have.
  if (mode !== 'operator') {
    checkPodFields(pod, told, tell);
  }
}

/** Arguments and annotations are read by everybody who can read pods. */
function checkCredentials({ main, spec, metadata }: FlinkPod, report: Report): void {
  for (const container of [main, ...listOf(spec.containers), ...listOf(spec.initContainers)]) {
    const at = container === main ? '' : `containers.${nameIn(container.name)}.`;
    for (const field of ['command', 'args']) {
      const words = Array.isArray(container[field]) ? (container[field] as unknown[]) : [];
      const found = words.flatMap((word) => (typeof word === 'string' ? (credentialIn(word) ?? []) : []))[0];
      if (found !== undefined) {
        report(RULES['FLK-SECRET-07'], `${at}${field}`, undefined, { found });
      }
    }
  }
  for (const [key, value] of Object.entries(metadata.annotations)) {
    const found = typeof value === 'string' ? credentialIn(value) : undefined;
    if (found !== undefined) {
      report(RULES['FLK-SECRET-07'], `podAnnotations.${key}`, undefined, { found });
    }
  }
}

/** What the kubelet lets the container use must hold what Flink will use. */
function checkMemory({ main }: FlinkPod, { memory }: RoleModel, report: Report): void {
  const needed = memory?.totalProcess;
  const limit: unknown = (main.resources as { limits?: ManifestJson } | undefined)?.limits?.memory;
  const available = limit === undefined ? undefined : parseQuantity(nameIn(limit));
  if (needed !== undefined && available !== undefined && available < needed) {
    report(RULES['FLK-RES-07'], 'resources.limits.memory', limit, { size: `${Math.ceil(needed / 1024 / 1024)}Mi` });
  }
}

/** The pod template must not undo what makes the pod a pod of this workload. */
function checkOwnedFields({ spec, main }: FlinkPod, { job, jobManager }: ClusterModel, report: Report): void {
  const isJob = job?.workload?.kind === 'Job' && main.name === jobManager.role;
  const policy: unknown = spec.restartPolicy;
  if (policy !== undefined && !(isJob ? ['Never', 'OnFailure'] : ['Always']).includes(policy as string)) {
    const problem = isJob
      ? 'pods of a Job are restarted on failure, or never'
      : 'pods of a Deployment are always restarted';
    report(RULES['FLK-POD-05'], 'podTemplate.spec.restartPolicy', policy, { problem });
  }
}

function listOf(value: unknown): ManifestJson[] {
  return Array.isArray(value) ? (value as ManifestJson[]) : [];
}
