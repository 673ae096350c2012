import { autoscalerRules } from './autoscaler-rules';
import { type Surroundings } from './context';
import { jobRules } from './job-rules';
import { isDeploymentName } from './text';
import { type Report } from '../../validation/problem';
import { type Rule } from '../../validation/rule';
import { RULES } from '../../validation/rules';
import { EffectiveOptions } from '../effective-options';
import { isAddress, isRestrictedAddress } from '../java/inet-address';
import { parseJavaUri } from '../java/uri';
import { type DeploymentSpec, type ReadResource, type SessionJobSpec } from '../reading/specs';
import { readFound } from '../typed-options';

const ALLOWED_SCHEMES = 'kubernetes.operator.user.artifacts.allowed-schemes';
const RESTRICTED_HOSTS = 'kubernetes.operator.user.artifacts.disallow-restricted-hosts';

/** All that a check of a FlinkSessionJob looks at. */
export interface SessionJobContext extends Surroundings {
  readonly resource: ReadResource<SessionJobSpec>;
  readonly spec: SessionJobSpec;
  readonly previous?: SessionJobSpec;
  /** The cluster that it is for, where that is known; only then is the job looked at. */
  readonly session?: ReadResource<DeploymentSpec>;
}

export type SessionJobCheck = (context: SessionJobContext, report: Report) => void;

/** What the validator asks of a FlinkSessionJob, in its order. */
export const SESSION_JOB_CHECKS: readonly SessionJobCheck[] = [
  checkClusterName,
  checkJob,
  checkMove,
  checkJar,
  checkCluster,
  checkOptions,
  checkAutoscaler,
];

function checkClusterName({ spec: { deploymentName: name } }: SessionJobContext, report: Report): void {
  if (name === null) {
    report(RULES['FLK-OPR-56'], 'spec.deploymentName', undefined, { fix: 'write the name of the FlinkDeployment' });
  } else if (!isDeploymentName(name)) {
    report(RULES['FLK-OPR-43'], 'spec.deploymentName', name);
  }
}

function checkJob({ spec: { job }, release }: SessionJobContext, report: Report): void {
  if (job === null) {
    report(release.isAtLeast('1.10') ? RULES['FLK-OPR-44'] : RULES['FLK-OPR-56'], 'spec.job', undefined, {
      fix: 'write job, with jarURI and parallelism',
    });
  } else if (!release.isAtLeast('1.10') && job.upgradeMode === 'last-state') {
    report(RULES['FLK-OPR-51'], 'spec.job.upgradeMode', job.upgradeMode);
  }
}

function checkMove({ spec: { deploymentName }, previous }: SessionJobContext, report: Report): void {
  if (previous?.deploymentName === null) {
    report(RULES['FLK-OPR-56'], 'previous.spec.deploymentName', undefined, {
      fix: 'delete the resource, and create it anew with the name of a cluster',
    });
  } else if (previous !== undefined && previous.deploymentName !== deploymentName) {
    report(RULES['FLK-OPR-45'], 'spec.deploymentName', deploymentName ?? undefined, {
      before: previous.deploymentName,
    });
  }
}

/** Only the operator's own configuration counts here, without any default for the namespace. */
function checkJar({ spec: { job }, release, config, resolve }: SessionJobContext, report: Report): void {
  if (!release.isAtLeast('1.15') || job?.jarURI === null || job?.jarURI === undefined) {
    return;
  }
  const base = new EffectiveOptions(release, config, '', null);
  const allowed = readFound(base, base.find(ALLOWED_SCHEMES), 'List<String>', ['https'], report).map((scheme) =>
    scheme.toLowerCase(),
  );
  const isStrict = readFound(base, base.find(RESTRICTED_HOSTS), 'Boolean', true, report);
  const uri = parseJavaUri(job.jarURI);
  const tell = (id: Rule, facts: { [name: string]: string }) => report(id, 'spec.job.jarURI', job.jarURI, facts);
  if ('problem' in uri || uri.scheme === undefined) {
    tell(RULES['FLK-OPR-46'], {
      version: release.version,
      problem: 'problem' in uri ? uri.problem : 'it has no scheme',
    });
    return;
  }
  if (!allowed.includes(uri.scheme.toLowerCase())) {
    tell(RULES['FLK-OPR-47'], { allowed: allowed.join(', ') });
  }
  const problem = isStrict && /^https?$/i.test(uri.scheme) ? hostProblem(uri.host, resolve) : undefined;
  if (problem !== undefined) {
    tell(RULES['FLK-OPR-48'], { problem });
  }
}

function hostProblem(host: string | undefined, resolve: Surroundings['resolve']): string | undefined {
  if (host === undefined || host === '') {
    return 'it names no host';
  }
  const addresses = isAddress(host) ? [host] : resolve?.(host);
  if (addresses?.length === 0) {
    return `nobody knows ${host}`;
  }
  return addresses?.some(isRestrictedAddress) ? `${host} is an address inside a network` : undefined;
}

function checkCluster({ spec, session }: SessionJobContext, report: Report): void {
  if (session === undefined) {
    return;
  }
  if ((session.spec?.job ?? null) !== null) {
    report(RULES['FLK-OPR-49'], 'spec.deploymentName', spec.deploymentName ?? undefined, {
      name: session.name ?? 'the cluster',
    });
  }
  if (session.name !== spec.deploymentName) {
    report(RULES['FLK-OPR-50'], 'spec.deploymentName', spec.deploymentName ?? undefined, {
      name: session.name ?? 'otherwise',
    });
  }
}

/** The configuration of the operator, then that of the cluster, then, from 1.10 on, that of the job. */
export function sessionJobOptions({ release, config, resource, spec, session }: SessionJobContext): EffectiveOptions {
  const options = new EffectiveOptions(release, config, resource.namespace, session?.spec?.flinkVersion ?? null);
  return options
    .add(session?.spec?.flinkConfiguration ?? null, 'session.spec.flinkConfiguration')
    .add(release.isAtLeast('1.10') ? spec.flinkConfiguration : null, 'spec.flinkConfiguration');
}

function checkOptions(context: SessionJobContext, report: Report): void {
  if (context.session !== undefined) {
    jobRules(
      { release: context.release, options: sessionJobOptions(context), spec: { job: context.spec.job } },
      report,
    );
  }
}

function checkAutoscaler(context: SessionJobContext, report: Report): void {
  if (context.session !== undefined) {
    autoscalerRules(sessionJobOptions(context), context.release, report);
  }
}
