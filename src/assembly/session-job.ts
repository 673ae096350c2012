import { ApiObject } from 'cdk8s';
import { type Construct } from 'constructs';
import { type CheckedJob, checkSessionJob, laterProblems } from './check-session-job';
import { type JobHost, jobHost } from './job-host';
import { type SessionJobInput, sessionJobModel } from './session-job-model';
import { emitResource } from '../emission/resource';
import { type FlinkJob } from '../jobs/flink-job';
import { readJob } from '../jobs/read-job';
import { toObjectName } from '../kubernetes/names';
import { type SessionJobResource } from '../model/session-job-model';
import { type FlinkContribution } from '../props/contribution';
import { type FlinkFindingOptions, type FlinkPlainCredential } from '../props/finding-options';
import { type IFlinkSessionCluster } from '../props/session-cluster';
import { CONTRIBUTION_FIELDS } from '../readers/contribution-fields';
import { join, readStruct } from '../readers/reader';
import { submissionJob } from '../submission/submission-job';
import { Findings } from '../validation/findings';
import { type Problem, type Report, reporter } from '../validation/problem';

/** The props of a session job as they were read; any of them can be missing. */
export interface SessionJobProps extends SessionJobInput, FlinkFindingOptions {
  readonly cluster?: IFlinkSessionCluster;
  readonly job?: FlinkJob;
  readonly jobName?: string;
  readonly allowPlainCredentials?: readonly FlinkPlainCredential[];
}

/** A session job with its object. */
export interface AssembledJob {
  readonly jobName: string;
  readonly name: string;
  readonly findings: Findings;
}

/** Creates the object of a session job: a Job that submits it, or a resource of the operator. */
export function assembleSessionJob(scope: Construct, props: SessionJobProps, problems: Problem[]): AssembledJob {
  const report = reporter(problems, 'cluster');
  const { cluster, strict, suppressions } = props;
  const jobName = props.jobName ?? toObjectName(scope.node.id);
  const host = cluster && jobHost(cluster);
  const later = { problems: (): readonly Problem[] => [] };
  const findings = new Findings({
    problems: () => [...problems, ...later.problems()],
    strictness: () => ({
      strict: strict ?? host?.strictness.strict,
      suppressions: suppressions ?? host?.strictness.suppressions,
    }),
    constructOf: () => scope,
  });
  const name = `${host?.clusterName ?? 'flink'}-${jobName}`;
  problems.push(
    ...(host?.problems ?? []).map((problem) => ({ ...problem, property: join('cluster', problem.property) })),
  );
  const checked = host && checkedJob(props, host, jobName, report);
  if (host === undefined || checked === undefined) {
    emitResource(scope, { apiVersion: 'batch/v1', kind: 'Job', name, spec: () => ({}) }, findings);
    return { jobName, name, findings };
  }
  checkSessionJob(checked, report);
  later.problems = () => laterProblems(checked);
  const { sessionJob } = host.mode._mode;
  const resource = sessionJob?.(checked.model, host.model, problems) ?? submissionJob(checked.model);
  emitJob(scope, { name, ...resource }, checked, findings);
  return { jobName, name: resource.name ?? name, findings };
}

/** The model of a job with its sources; `undefined` if the job cannot be read. */
function checkedJob(props: SessionJobProps, host: JobHost, jobName: string, report: Report): CheckedJob | undefined {
  const { clusterName, namespace, version, mode, model } = host;
  const nameOfScript = mode._mode.traits.submitsJobs ? jobName : undefined;
  const read = props.job && readJob(props.job, { version, submittedAs: nameOfScript }, report);
  if (read === undefined) {
    return undefined;
  }
  const bound = read.feature.bind({ clusterName, namespace, version });
  const contribution = readStruct<FlinkContribution>(bound, CONTRIBUTION_FIELDS, 'job.artifact', report);
  const sources = { input: props, host, jobName, job: read.model, contribution };
  const allowedCredentials = [
    ...(model?.allowedCredentials ?? []),
    ...(props.allowPlainCredentials?.map(({ key }) => key) ?? []),
  ];
  return { sources, model: sessionJobModel(sources, report), allowedCredentials };
}

function emitJob(
  scope: Construct,
  resource: SessionJobResource & { readonly name: string },
  { sources: { host, contribution } }: CheckedJob,
  findings: Findings,
): void {
  const { namespace } = host;
  emitResource(scope, { ...resource, namespace }, findings);
  contribution.manifests?.forEach(({ fields, name, ...manifest }, index) => {
    const metadata = { name, namespace, labels: resource.labels };
    new ApiObject(scope, `Extra${index}`, { ...manifest, metadata, ...fields });
  });
}
