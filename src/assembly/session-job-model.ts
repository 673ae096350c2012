import { type Size } from 'cdk8s';
import { type JobHost } from './job-host';
import { accountAnnotations } from '../derivation/account-annotations';
import { image, withImage } from '../derivation/image';
import { podTemplate } from '../derivation/pod-template';
import { statements } from '../derivation/statements';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { cpuQuantity, mebibyteQuantity } from '../kubernetes/quantity';
import { type JobModel } from '../model/job-model';
import { type SessionJobModel, type SubmissionModel } from '../model/session-job-model';
import { type FlinkContribution } from '../props/contribution';
import { Hardening } from '../props/hardening';
import { type FlinkPodOptions } from '../props/pod-options';
import { hasSavepointDirectory } from '../rules/session-job-rules';
import { type Report, within } from '../validation/problem';

const CONFIGURATION = { kind: 'explicit', source: 'configuration', property: 'configuration' } as const;

/** The options of a session job, as they were read. */
export interface SessionJobInput {
  readonly configuration?: { readonly [key: string]: unknown };
  readonly pod?: FlinkPodOptions;
  readonly memory?: Size;
  readonly cpu?: number;
  readonly backoffLimit?: number;
  readonly replaceOnChange?: boolean;
  readonly labels?: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: string };
}

/** The sources of the model of a session job. */
export interface SessionJobSources {
  readonly input: SessionJobInput;
  readonly host: JobHost;
  readonly jobName: string;
  readonly job: JobModel;
  /** The additions of the artifact to the pod. */
  readonly contribution: FlinkContribution;
}

/** Derives the model of a session job, and reports errors. */
export function sessionJobModel(sources: SessionJobSources, report: Report): SessionJobModel {
  const { host, input, job, jobName } = sources;
  const { mode, model, clusterName, namespace, version, restServiceName, restPort } = host;
  const { labels = {}, annotations = {}, configuration } = input;
  return {
    clusterName,
    namespace,
    jobName,
    version,
    hardening: model?.hardening ?? Hardening.RESTRICTED,
    rest: { serviceName: restServiceName, port: restPort },
    configMapName: mode._mode.names.configMap(clusterName),
    job: mode._mode.traits.submitsJobs ? withUpgradeMode(job, host) : job,
    options: configuration === undefined ? [] : statements(configuration, CONFIGURATION, { version }, report),
    labels,
    annotations,
    submission: submissionModel(sources, report),
    cluster: () => host.assembly?.model,
  };
}

/** A job is upgraded with a savepoint by default if the cluster has a directory for savepoints. */
function withUpgradeMode(job: JobModel, { model }: JobHost): JobModel {
  const byDefault = model !== undefined && hasSavepointDirectory(model) ? 'savepoint' : 'fail';
  return { ...job, upgradeMode: job.upgradeMode ?? byDefault };
}

function submissionModel({ input, host, contribution }: SessionJobSources, report: Report): SubmissionModel {
  const { pod = {} } = input;
  const { model, version } = host;
  const reportPod = within('pod', report);
  const ownsImage = [pod.image, pod.imageRegistry, pod.imageDigest].some((option) => option !== undefined);
  const clusterImage = model?.jobManager.image ?? '';
  const reference = ownsImage || clusterImage === '' ? image(pod, version, reportPod) : clusterImage;
  const parts = [contribution.pods, contribution.jobManager].filter((part) => part !== undefined);
  const template = podTemplate(
    pod,
    parts.map((part) => withImage(part, reference)),
    reportPod,
  );
  accountAnnotations(pod, [], host.namespace, reportPod);
  const pullSecrets: unknown = model?.jobManager.template.spec.imagePullSecrets;
  return {
    template:
      pullSecrets === undefined ? template : { ...template, spec: { imagePullSecrets: pullSecrets, ...template.spec } },
    image: reference,
    resources: resources(input.cpu ?? 1, input.memory),
    serviceAccountName: pod.serviceAccount?.name,
    podSecurityContext: pod.podSecurityContext,
    securityContext: pod.securityContext,
    override: pod.podTemplate,
    backoffLimit: input.backoffLimit,
    replace: input.replaceOnChange ?? true,
  };
}

const GIBIBYTE_IN_KIBIBYTES = 1024 * 1024;

function resources(cpu: number, memory: Size | undefined): ManifestJson {
  const kibibytes = memory?.toKibibytes() ?? GIBIBYTE_IN_KIBIBYTES;
  const amounts = {
    cpu: cpuQuantity(Math.ceil(cpu * 1000) / 1000),
    memory: mebibyteQuantity(kibibytes * 1024),
  };
  return { requests: amounts, limits: amounts };
}
