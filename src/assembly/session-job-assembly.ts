import { ApiObject, type Size } from 'cdk8s';
import { type Construct } from 'constructs';
import { type Assembly } from './assembly';
import { type FlinkPlainCredential } from '../constructs/cluster-options';
import { type FlinkCluster } from '../constructs/flink-cluster';
import { type IFlinkSessionCluster, type ReferenceRead, referenceOf } from '../constructs/session-cluster-reference';
import { type FlinkSessionJobProps } from '../constructs/session-job';
import { podTemplate } from '../derivation/pod-template';
import { image, withImage } from '../derivation/role-model';
import { statements } from '../derivation/statements';
import { emitResource } from '../emission/resource';
import { readJob } from '../jobs/read-job';
import { cpuQuantity, mebibyteQuantity } from '../kubernetes/quantity';
import { type ClusterModel } from '../model/cluster-model';
import { type JobModel } from '../model/job-model';
import { type SessionJobModel } from '../model/session-job-model';
import { ARTIFACT_NEEDS_A_POD } from '../modes/operator/rules/resource-rules';
import { type FlinkContribution } from '../props/contribution';
import { Hardening } from '../props/hardening';
import { type FlinkPodOptions } from '../props/pod-options';
import { CONTRIBUTION_FIELDS } from '../readers/contribution-fields';
import { objectAnnotations, objectLabels } from '../readers/grammar-readers';
import { POD_OPTION_FIELDS } from '../readers/pod-option-fields';
import {
  unread,
  type Fields,
  boolean,
  instanceLike,
  integer,
  list,
  nonEmptyString,
  join,
  number,
  readStruct,
  struct,
  string,
} from '../readers/reader';
import { size } from '../readers/size-reader';
import { checkEnv } from '../rules/container-checks';
import { checkObjectSize, holdsFiles } from '../rules/object-size-checks';
import { checkArguments, checkObjects, checkOption, checkTexts } from '../rules/secret-checks';
import { checkSessionJob, hasSavepointDirectory } from '../rules/session-job-checks';
import { checkSavepointPlace } from '../rules/storage-checks';
import { submissionJob } from '../submission/submission-job';
import { type Problem, type Report, reporter } from '../validation/problem';

export { warningsOf } from '../emission/resource';

const FIELDS: Fields<FlinkSessionJobProps> = {
  cluster: instanceLike<IFlinkSessionCluster>(
    'a session cluster, such as FlinkSessionCluster.fromClusterName(…)',
    'clusterName',
    'version',
    'restServiceName',
  ),
  job: unread,
  jobName: string,
  configuration: unread,
  allowPlainCredentials: list(
    struct<FlinkPlainCredential>({ key: nonEmptyString, reason: nonEmptyString }, ['key', 'reason']),
  ),
  pod: struct<FlinkPodOptions>(POD_OPTION_FIELDS),
  memory: size,
  cpu: number('a number above 0, in steps of a thousandth', (value) => value > 0),
  backoffLimit: integer(0, 2_147_483_647),
  replaceOnChange: boolean,
  labels: objectLabels,
  annotations: objectAnnotations,
};

/** What a job takes from its cluster. */
interface Host extends ReferenceRead {
  /** Absent where the cluster is made elsewhere. */
  readonly model?: ClusterModel;
  /** The model with what has been mounted since. */
  readonly latestModel?: () => ClusterModel;
}

interface AssembledJob {
  readonly jobName: string;
  readonly name: string;
  readonly problems: () => readonly Problem[];
}

/** Reads the props of a job, and makes the object that stands for it. */
export function assembleSessionJob(scope: Construct, props: FlinkSessionJobProps): AssembledJob {
  const problems: Problem[] = [];
  const report = reporter(problems, 'cluster');
  const read = readStruct<FlinkSessionJobProps>(props, FIELDS, '', report, ['cluster', 'job']);
  const jobName = read.jobName ?? scope.node.id.toLowerCase().replace(/[^a-z0-9]/g, '-');
  const { cluster } = read;
  const host = cluster && hostOf(cluster);
  problems.push(
    ...(host?.problems ?? []).map((problem) => ({ ...problem, property: join('cluster', problem.property) })),
  );
  const name = `${host?.clusterName ?? 'flink'}-${jobName}`;
  const given =
    host === undefined || read.job === undefined
      ? undefined
      : readJob(read.job, 'job', host.version, report, host.mode.name === 'operator' ? undefined : jobName);
  if (cluster === undefined || host === undefined || given === undefined) {
    emitResource(scope, { apiVersion: 'batch/v1', kind: 'Job', name, spec: () => ({}) }, () => problems);
    return { jobName, name, problems: () => problems };
  }
  const { clusterName, namespace, version } = host;
  const contribution = readStruct<FlinkContribution>(
    given.feature.bind({ clusterName, namespace, version }),
    CONTRIBUTION_FIELDS,
    'job.artifact',
    report,
  );
  const model = sessionJobModel(read, host, jobName, given.model, contribution, report);
  checkSessionJob(model, host, report);
  if (
    !host.mode._mode.traits.submitsJobs &&
    [contribution.pods, contribution.jobManager, contribution.manifests].some((part) => part !== undefined)
  ) {
    report(ARTIFACT_NEEDS_A_POD, 'job.artifact', given.model.artifact.kind);
  }
  const {
    spec,
    name: objectName = name,
    ...object
  } = host.mode._mode.sessionJob?.(model, host.model, problems) ?? submissionJob(model);
  const allProblems = (): Problem[] => [...problems, ...savepointProblems(cluster, given.model)];
  emitResource(scope, { ...object, name: objectName, namespace, spec }, allProblems);
  const allowed = [
    ...(host.model?.allowedCredentials ?? []),
    ...(read.allowPlainCredentials?.map(({ key }) => key) ?? []),
  ];
  checkCredentials(model, contribution, allowed, report);
  contribution.manifests
    ?.filter(holdsFiles)
    .forEach((manifest) => checkObjectSize(manifest, manifest.fields, 'job.artifact', report));
  contribution.manifests?.forEach(
    ({ fields, name: own, ...manifest }, index) =>
      new ApiObject(scope, `Extra${index}`, {
        ...manifest,
        metadata: { name: own, namespace, labels: object.labels },
        ...fields,
      }),
  );
  return { jobName, name: objectName, problems: allProblems };
}

/** What everybody could read who can read the manifests of a job. */
function checkCredentials(
  model: SessionJobModel,
  { manifests }: FlinkContribution,
  allowedCredentials: readonly string[],
  report: Report,
): void {
  const {
    annotations,
    job,
    options,
    submission: { template },
    version,
  } = model;
  options.forEach(({ key, spelt = key, value, source }) =>
    checkOption(key, spelt, value, source, { version, allowedCredentials }, report),
  );
  checkArguments(job, allowedCredentials, report);
  checkTexts(annotations, 'annotations', report);
  checkObjects(manifests, 'job.artifact', report);
  checkEnv(template.main, 'pod.', allowedCredentials, report);
}

/** Found out when it is asked for: mounts that bring a file system may come after the job. */
function savepointProblems(cluster: IFlinkSessionCluster, job: JobModel): Problem[] {
  const own = assemblyOf(cluster);
  const problems: Problem[] = [];
  if (own !== undefined && job.savepoint !== undefined) {
    checkSavepointPlace(job, own.model, own.collector.inputs, reporter(problems, 'cluster'));
  }
  return problems;
}

function assemblyOf(cluster: IFlinkSessionCluster): Assembly | undefined {
  return (cluster as FlinkCluster).config?._assembly;
}

function hostOf(cluster: IFlinkSessionCluster): Host {
  const own = assemblyOf(cluster);
  if (own === undefined) {
    return referenceOf(cluster);
  }
  const { clusterName, namespace, version, restServiceName, restPort } = cluster;
  return {
    clusterName,
    namespace,
    version,
    restServiceName,
    restPort,
    mode: own.mode,
    model: own.model,
    latestModel: () => own.model,
    problems: [],
  };
}

function sessionJobModel(
  read: Partial<FlinkSessionJobProps>,
  host: Host,
  jobName: string,
  job: SessionJobModel['job'],
  contribution: FlinkContribution,
  report: Report,
): SessionJobModel {
  const { mode, model, clusterName, namespace, version, restServiceName, restPort } = host;
  const { pod = {}, labels = {}, annotations = {}, configuration } = read;
  const reference =
    pod.image === undefined && model !== undefined && model.jobManager.image !== ''
      ? model.jobManager.image
      : image(pod, version, report);
  const secrets: unknown = model?.jobManager.template.spec.imagePullSecrets;
  const parts = [contribution.pods ?? [], contribution.jobManager ?? []]
    .flat()
    .map((part) => withImage(part, reference));
  const template = podTemplate(pod, parts, report);
  return {
    clusterName,
    namespace,
    jobName,
    version,
    hardening: model?.hardening ?? Hardening.RESTRICTED,
    rest: { serviceName: restServiceName, port: restPort },
    configMapName: mode._mode.names.configMap(clusterName),
    job: mode._mode.traits.submitsJobs
      ? {
          ...job,
          upgradeMode: job.upgradeMode ?? (model !== undefined && hasSavepointDirectory(model) ? 'savepoint' : 'fail'),
        }
      : job,
    options:
      configuration === undefined
        ? []
        : statements(configuration, 'explicit', 'configuration', 'configuration', { version }, report),
    labels,
    annotations,
    submission: {
      template:
        secrets === undefined ? template : { ...template, spec: { imagePullSecrets: secrets, ...template.spec } },
      image: reference,
      resources: resources(read.cpu ?? 1, read.memory),
      serviceAccountName: pod.serviceAccount?.name,
      podSecurityContext: pod.podSecurityContext,
      securityContext: pod.securityContext,
      override: pod.podTemplate,
      backoffLimit: read.backoffLimit,
      replace: read.replaceOnChange ?? true,
    },
    cluster: () => host.latestModel?.(),
  };
}

function resources(cpu: number, memory: Size | undefined): object {
  const amounts = {
    cpu: cpuQuantity(Math.ceil(cpu * 1000) / 1000),
    memory: mebibyteQuantity((memory?.toKibibytes() ?? 1024 * 1024) * 1024),
  };
  return { requests: amounts, limits: amounts };
}
