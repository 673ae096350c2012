import { type SessionJobSources } from './session-job-model';
import { type SessionJobModel } from '../model/session-job-model';
import { ARTIFACT_NEEDS_A_POD } from '../modes/operator/rules/resource-rules';
import { PLAIN_TEXT_RULES } from '../rules/credential-rules';
import { checkObjectSize } from '../rules/file-rules';
import { checkPod } from '../rules/pods/check-pod';
import { checkSessionJobRules } from '../rules/session-job-rules';
import { checkSavepointLocation } from '../rules/storage-rules';
import { checkTexts } from '../rules/text-rules';
import { submissionPod } from '../submission/submission-pod';
import { runCheck } from '../validation/check';
import { type Problem, type Report, reporter, within } from '../validation/problem';

/** A session job to be checked. */
export interface CheckedJob {
  readonly sources: SessionJobSources;
  readonly model: SessionJobModel;
  /** Options and environment variables that can contain credentials in plain text. */
  readonly allowedCredentials: readonly string[];
}

/** Checks a session job on its own, except for its pod. */
export function checkSessionJob({ sources, model, allowedCredentials }: CheckedJob, report: Report): void {
  const { host, contribution, job } = sources;
  checkSessionJobRules({ model, cluster: host.model, traits: host.mode._mode.traits }, () => report);
  const { pods, jobManager, manifests = [] } = contribution;
  const changesPods = pods !== undefined || jobManager !== undefined || contribution.manifests !== undefined;
  if (!host.mode._mode.traits.submitsJobs && changesPods) {
    report(ARTIFACT_NEEDS_A_POD, 'job.artifact', job.artifact.kind);
  }
  const { annotations, options, version } = model;
  const objects = [{ part: 'cluster', property: 'job.artifact', manifests }] as const;
  const texts = { version, allowedCredentials, options, annotations, job: model.job, objects };
  PLAIN_TEXT_RULES.forEach((rule) => runCheck(rule, texts, () => report));
  manifests.forEach((manifest) => checkObjectSize(manifest, 'job.artifact', () => report));
}

/**
 * Problems that depend on the final state of the cluster: mounts, which add file systems and parts of the pod, can be
 * created after the job.
 */
export function laterProblems(checked: CheckedJob): Problem[] {
  const { host, job } = checked.sources;
  const { assembly } = host;
  const problems: Problem[] = [];
  const report = reporter(problems, 'cluster');
  if (assembly !== undefined && job.savepoint !== undefined) {
    checkSavepointLocation(job, assembly.model, assembly.collector.inputs, () => report);
  }
  if (host.mode._mode.traits.submitsJobs) {
    problems.push(...podProblems(checked));
  }
  return problems;
}

/** The problems of the finished pod, except for those in parts of the JobManager, which the cluster reports. */
function podProblems({ sources: { host, job }, model, allowedCredentials }: CheckedJob): Problem[] {
  const problems: Problem[] = [];
  const pod = submissionPod(model, {});
  const { hardening } = model;
  const restartPolicies = ['OnFailure', 'Never'];
  checkPod({ pod, hardening, allowedCredentials, restartPolicies }, within('pod', reporter(problems, 'cluster')));
  // The arguments of the container are those of the program, which are reported as such.
  checkTexts(job.args, 'job.args', reporter(problems, 'cluster'));
  const known = new Set(host.assembly?.problems().map(({ rule, property }) => `${rule.id} pod.${property}`));
  return problems.filter(
    ({ rule, property }) => !property.startsWith('pod.args') && !known.has(`${rule.id} ${property}`),
  );
}
