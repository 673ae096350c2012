import { type SessionJobSources } from './session-job-model';
import { type SessionJobModel } from '../model/session-job-model';
import { checkObjectSize, holdsFiles } from '../rules/object-size-checks';
import { checkPod } from '../rules/pods/check-pod';
import { checkArguments, checkObjects, checkOption, checkTexts } from '../rules/secret-checks';
import { checkSessionJob as checkLegacy } from '../rules/session-job-checks';
import { checkSavepointPlace } from '../rules/storage-checks';
import { checkTexts as checkHazards } from '../rules/text-checks';
import { submissionPod } from '../submission/submission-pod';
import { type Problem, type Report, reporter, within } from '../validation/problem';
import { RULES } from '../validation/rules';

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
  checkLegacy(model, { mode: host.mode, model: host.model }, report);
  const { pods, jobManager, manifests = [] } = contribution;
  const changesPods = pods !== undefined || jobManager !== undefined || contribution.manifests !== undefined;
  if (!host.mode._mode.traits.submitsJobs && changesPods) {
    report(RULES['FLK-OPM-10'], 'job.artifact', job.artifact.kind);
  }
  const { annotations, options, version } = model;
  options.forEach(({ key, spelt = key, value, source }) =>
    checkOption(key, spelt, value, source, { version, allowedCredentials }, report),
  );
  checkArguments(model.job, allowedCredentials, report);
  checkTexts(annotations, 'annotations', report);
  checkObjects(manifests, 'job.artifact', report);
  manifests
    .filter(holdsFiles)
    .forEach((manifest) => checkObjectSize(manifest, manifest.fields, 'job.artifact', report));
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
    checkSavepointPlace(job, assembly.model, assembly.collector.inputs, report);
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
  // The arguments of the container are those of the program, so they are reported for the program.
  checkHazards(job.args, 'job.args', reporter(problems, 'cluster'));
  const known = new Set(host.assembly?.problems().map(({ rule, property }) => `${rule.id} pod.${property}`));
  return problems.filter(
    ({ rule, property }) => !property.startsWith('pod.args') && !known.has(`${rule.id} ${property}`),
  );
}
