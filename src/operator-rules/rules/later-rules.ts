import { type DeploymentContext } from './context';
import { configurationRules } from './later-option-rules';
import { JOB_MANAGER, type Role, TASK_MANAGER } from './role';
import { isBlank } from './text';
import { FlinkVersion } from '../../configuration/flink-version';
import { Keys } from '../../configuration/keys';
import { isDnsSubdomain } from '../../kubernetes/names';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { isHighlyAvailable } from '../high-availability';
import { expandIngress, ingressDanger, TEMPLATE_EXAMPLE } from '../ingress';
import { parseJavaUri } from '../java/uri';
import { memoryBytes } from '../memory-text';
import { isFlinkAtLeast, type OperatorRelease } from '../operator-release';
import { type RoleSpec } from '../reading/specs';

const OPENED_BY_JAVA = ['local', 'file', 'http', 'https', 'jar'];
const PULL_POLICIES = ['IfNotPresent', 'Always', 'Never'];

type LaterCheck = (context: DeploymentContext, report: Report) => void;

/** What no validator asks of a FlinkDeployment, and what fails then, or is not what was meant. */
export const LATER_CHECKS: readonly LaterCheck[] = [
  checkObjectName,
  checkVersion,
  checkPullPolicy,
  checkIngress,
  checkJar,
  checkMode,
  checkStart,
  checkSize,
  configurationRules,
];

function checkObjectName({ resource }: DeploymentContext, report: Report): void {
  nameRule(resource.name, report);
}

/** The API server asks this of every object. */
export function nameRule(name: string | null, report: Report): void {
  if (name !== null && !isDnsSubdomain(name)) {
    report(RULES['FLK-OPR-90'], 'metadata.name', name);
  }
}

function checkVersion({ spec: { flinkVersion, job }, release }: DeploymentContext, report: Report): void {
  if (flinkVersion === null) {
    return;
  }
  const { version, crdFlinkVersions, deprecatedFlinkVersions } = release;
  const newest = crdFlinkVersions[crdFlinkVersions.length - 1]!;
  if (!crdFlinkVersions.includes(flinkVersion)) {
    report(RULES['FLK-OPR-88'], 'spec.flinkVersion', flinkVersion, { version, newest });
  }
  if (deprecatedFlinkVersions.includes(flinkVersion)) {
    report(RULES['FLK-OPR-92'], 'spec.flinkVersion', flinkVersion, { version });
  }
  if (job?.checkpointTriggerNonce != null && !isFlinkAtLeast(flinkVersion, 'v1_17')) {
    report(RULES['FLK-OPR-77'], 'spec.job.checkpointTriggerNonce', job.checkpointTriggerNonce, { flink: flinkVersion });
  }
}

function checkPullPolicy({ spec: { imagePullPolicy: policy } }: DeploymentContext, report: Report): void {
  if (policy !== null && !isBlank(policy) && !PULL_POLICIES.includes(policy)) {
    report(RULES['FLK-OPR-75'], 'spec.imagePullPolicy', policy);
  }
}

function checkIngress({ spec: { ingress }, resource }: DeploymentContext, report: Report): void {
  ingressRule(ingress?.template ?? null, resource.name ?? '', resource.namespace, 'spec.ingress.template', report);
}

/** Templates that the operator takes and nobody means; what it refuses is told elsewhere. */
export function ingressRule(
  template: string | null,
  name: string,
  namespace: string,
  property: string,
  report: Report,
): void {
  const expanded = template === null ? undefined : expandIngress(template, name, namespace);
  const problem =
    template === null || expanded === undefined || 'problem' in expanded
      ? undefined
      : ingressDanger(template, expanded);
  if (problem !== undefined) {
    report(RULES['FLK-OPR-87'], property, template, { problem, example: TEMPLATE_EXAMPLE });
  }
}

function checkJar({ spec: { job, mode, flinkVersion }, release }: DeploymentContext, report: Report): void {
  const uri = job === null || job.jarURI === null ? undefined : parseJavaUri(job.jarURI);
  const problem =
    job === null
      ? undefined
      : uri === undefined
        ? mode === 'standalone'
          ? undefined
          : 'a native application cluster fails without it'
        : 'problem' in uri
          ? `Flink reads it as a URI: ${uri.problem}`
          : mode === 'standalone'
            ? standaloneJarProblem(uri.scheme)
            : nativeJarProblem(uri.scheme, flinkVersion, release);
  if (problem !== undefined) {
    report(RULES['FLK-OPR-76'], 'spec.job.jarURI', job?.jarURI ?? undefined, { problem });
  }
}

/** The jar becomes an entry of the class path, which Java opens by itself. */
function standaloneJarProblem(scheme: string | undefined): string | undefined {
  return scheme === undefined
    ? 'a standalone cluster needs a scheme'
    : OPENED_BY_JAVA.includes(scheme.toLowerCase())
      ? undefined
      : `a standalone cluster opens no jar by ${scheme}`;
}

/** Both Flinks must be able to fetch jars: the one in the operator refuses them else, and the one in the image does not find them. */
function nativeJarProblem(
  scheme: string | undefined,
  flinkVersion: string | null,
  { version, ownFlink }: OperatorRelease,
): string | undefined {
  if (scheme === undefined || scheme === 'local') {
    return undefined;
  }
  return !FlinkVersion.of(ownFlink)._isAtLeast('1.19')
    ? `operator ${version} takes jars in the image only`
    : flinkVersion !== null && !isFlinkAtLeast(flinkVersion, 'v1_19')
      ? 'Flink fetches jars from 1.19 on'
      : undefined;
}

function checkMode(
  { spec: { mode, job, taskManager, flinkVersion }, options, release }: DeploymentContext,
  report: Report,
): void {
  if (mode !== 'standalone') {
    if (job === null && taskManager?.replicas != null) {
      report(RULES['FLK-OPR-82'], 'spec.taskManager.replicas', taskManager.replicas);
    }
    return;
  }
  const port = options.findFlink(Keys.TASK_MANAGER_RPC_PORT);
  if (port !== undefined && Number(port.text) === 0) {
    report(RULES['FLK-OPR-79'], port.property, port.text);
  }
  const isFlink2 = flinkVersion !== null && isFlinkAtLeast(flinkVersion, 'v2_0');
  if (isFlink2 && !release.isAtLeast('1.16') && isHighlyAvailable(options)) {
    report(RULES['FLK-OPR-80'], 'spec.mode', mode, { version: release.version });
  }
}

function checkStart({ spec: { job }, previous }: DeploymentContext, report: Report): void {
  if (previous === undefined && job?.state === 'suspended') {
    report(RULES['FLK-OPR-81'], 'spec.job.state', job.state);
  }
}

function checkSize({ spec: { jobManager, taskManager }, ...context }: DeploymentContext, report: Report): void {
  roleRule(JOB_MANAGER, jobManager, context, report);
  roleRule(TASK_MANAGER, taskManager, context, report);
}

/** The memory that the operator configures: `resources`, once it holds anything, hides `resource`. */
function configuredMemory({ resource, resources }: RoleSpec, isNew: boolean): string | undefined {
  const required = { ...resources?.limits, ...resources?.requests };
  return isNew && Object.keys(required).length > 0 ? required.memory : (resource?.memory ?? undefined);
}

function roleRule(
  role: Role,
  spec: RoleSpec | null,
  { options, release }: Pick<DeploymentContext, 'options' | 'release'>,
  report: Report,
): void {
  if (spec === null) {
    return;
  }
  const text = configuredMemory(spec, release.isAtLeast('1.16'));
  const bytes = text === undefined ? undefined : memoryBytes(text);
  const size = role === JOB_MANAGER ? Keys.JOB_MANAGER_PROCESS_SIZE : Keys.TASK_MANAGER_PROCESS_SIZE;
  const refusal =
    bytes === undefined ? undefined : role.refusal(options, (key) => (key === size ? String(bytes) : options.get(key)));
  const isLost =
    text === undefined &&
    !isBlank(spec.resource?.memory) &&
    role.refusal(options, (key) => options.get(key)) !== undefined;
  if (refusal !== undefined || isLost) {
    const problem = refusal?.text ?? 'resources hides resource, and holds no memory';
    report(RULES['FLK-OPR-84'], `${role.property}.${isLost ? 'resources' : 'resource.memory'}`, text, { problem });
  }
  const cpu = spec.resource?.cpu ?? null;
  if (cpu !== null && !(cpu > 0)) {
    report(RULES['FLK-OPR-91'], `${role.property}.resource.cpu`, cpu);
  }
}
