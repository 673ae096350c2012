import { blamingMounts } from './mount-blame';
import { MISSING_JOB_MANAGER, MISSING_TASK_MANAGER } from './part-rules';
import { type Inputs, isMount } from '../derivation/inputs';
import { hasUserParts } from '../derivation/user-parts';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type ClusterModel, type RoleModel } from '../model/cluster-model';
import { type FlinkPod } from '../model/flink-pod';
import { type Manifest } from '../model/manifest';
import { type Role, ROLES } from '../model/role';
import { type Mode } from '../model/step-decorator';
import { rolePod } from '../modes/shared/steps';
import { type ClusterContext } from '../rules/cluster-rule';
import { checkObjectSizes } from '../rules/file-rules';
import { checkPlaceRules } from '../rules/place-rules';
import { checkPod } from '../rules/pods/check-pod';
import { type PodDemands } from '../rules/pods/pod-rule';
import { checkClusterRules } from '../rules/rule-sets';
import { type Problem, reporter } from '../validation/problem';
import { nameIn } from '../validation/show';

/** A cluster to be checked: the collected input, and everything that derives from it. */
export interface CheckedCluster {
  readonly model: ClusterModel;
  readonly inputs: Inputs;
  readonly mode: Mode;
  /** The objects of the cluster, whose bodies derive from these pods. */
  readonly manifests: (pod: (role: RoleModel) => FlinkPod) => Manifest[];
}

/** Checks a cluster against every rule. Returns the pods, which have to be decorated for the checks. */
export function checkCluster(checked: CheckedCluster, problems: Problem[]): ReadonlyMap<Role, FlinkPod> {
  const { model, mode } = checked;
  // With parity, only what Flink itself rejects is an error.
  if (!mode.traits.isBare) {
    checkClusterRules(contextOf(checked), (part) => reporter(problems, part));
  }
  const pods = new Map<Role, FlinkPod>();
  for (const role of ROLES.filter((candidate) => model.present[candidate])) {
    const pod = rolePod(mode, { cluster: model, role: model[role] });
    pods.set(role, pod);
    if (!mode.traits.isBare) {
      checkRole(pod, role, checked, problems);
    }
  }
  const podOf = (role: RoleModel): FlinkPod => pods.get(role.role) ?? role.template;
  reportMissingRoles(model, problems);
  if (!mode.traits.isBare && pods.size === ROLES.length) {
    checkObjectSizes(
      contextOf(checked),
      () => checked.manifests(podOf),
      (part) => reporter(problems, part),
    );
  }
  mode.check?.(model, podOf, problems);
  return pods;
}

function contextOf({ model, inputs, mode }: CheckedCluster): ClusterContext {
  return { cluster: model, inputs, traits: mode.traits };
}

function reportMissingRoles({ present }: ClusterModel, problems: Problem[]): void {
  const report = reporter(problems, 'cluster');
  if (!present.jobManager) {
    report(MISSING_JOB_MANAGER, 'config');
  }
  if (!present.taskManager) {
    report(MISSING_TASK_MANAGER, 'config');
  }
}

function checkRole(pod: FlinkPod, role: Role, { model, inputs, mode }: CheckedCluster, problems: Problem[]): void {
  // Faults in additions of a mount are reported for the mount.
  const hasMounts = inputs.contributions.some(isMount);
  const report = hasMounts ? blamingMounts(problems, role, inputs) : reporter(problems, role);
  // The library's own pods are checked by its tests, once, instead of for every cluster.
  if (mode.traits.buildsPodsFromOptions || hasUserParts(model[role])) {
    checkPod(demandsOf(pod, model[role], model, mode), report);
  }
  checkPlaceRules({ pod, role, cluster: model }, () => report);
}

/** The requirements of the workload and the cluster for the pod of a role. */
function demandsOf(pod: FlinkPod, role: RoleModel, cluster: ClusterModel, { traits }: Mode): PodDemands {
  const isJob = role.role === 'jobManager' && cluster.job?.workload?.kind === 'Job';
  const ignoresPolicy = role.role === 'taskManager' && traits.createsTaskManagerPods;
  return {
    pod,
    claimNames: new Set(role.volumeClaimTemplates.map((claim) => nameIn((claim.metadata as ManifestJson).name))),
    hardening: cluster.hardening,
    allowedCredentials: cluster.allowedCredentials,
    processMemory: traits.sizesContainers ? undefined : role.memory?.totalProcess,
    restartPolicies: ignoresPolicy ? undefined : allowedPolicies(isJob),
    skipsFields: traits.checksOwnPodFields,
  };
}

function allowedPolicies(isJob: boolean): readonly string[] {
  return isJob ? ['Never', 'OnFailure'] : ['Always'];
}
