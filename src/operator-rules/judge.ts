import { EffectiveOptions } from './effective-options';
import { type OperatorRelease } from './operator-release';
import { asConfig, asPlain } from './plain';
import { RULES } from '../validation/rules';
import { readResource } from './reading/read-resource';
import { type AnyResource, type BlueGreenSpec, type DeploymentSpec, type ReadResource } from './reading/specs';
import { blueGreenRules } from './rules/blue-green-rules';
import { type DeploymentContext, type Surroundings } from './rules/context';
import { DEPLOYMENT_CHECKS } from './rules/deployment-rules';
import { LATER_CHECKS } from './rules/later-rules';
import { laterSessionJobRules } from './rules/later-session-job-rules';
import { laterSnapshotRules } from './rules/later-snapshot-rules';
import { SESSION_JOB_CHECKS } from './rules/session-job-rules';
import { type SnapshotContext, snapshotRules } from './rules/snapshot-rules';
import { type Report } from '../validation/problem';
import { type Facts, type Rule } from '../validation/rule';
import { type OperatorRule } from '../validation/rules/operator';

/** A rule that does not hold, and where. */
export interface Found {
  readonly rule: Rule;
  readonly property: string;
  readonly got?: unknown;
  readonly facts: Facts;
}

/** What a resource is judged with; the related ones are raw, too. */
export interface Given extends Surroundings {
  readonly previous?: unknown;
  readonly session?: unknown;
  readonly target?: unknown;
}

/** What is known of a resource once it is judged. */
export interface Judgement {
  /** In the order in which the operator would come upon them: its own answer is the first, if its validator gives one at all. */
  readonly found: readonly Found[];
  /** The resource as the operator reads it; nothing where it cannot, or cannot read a related one. */
  readonly resource?: AnyResource;
}

/** The row of the rule table, as far as the rule is one of the operator's. */
export function operatorRule(rule: Rule): OperatorRule | undefined {
  return 'stage' in rule ? (rule as OperatorRule) : undefined;
}

/** Runs every check on its own, and puts what they found into the order of the operator. */
function inOrder(checks: readonly ((report: Report) => void)[]): Found[] {
  const groups = checks.map(collect);
  // All checks are computed before the first message is picked, so that an exception in any of them hides every message.
  const crash = groups.find(([first]) => first !== undefined && operatorRule(first.rule)?.stage === 'crash')?.[0];
  const all = groups.flat();
  return crash === undefined ? all : [crash, ...all.filter((one) => one !== crash)];
}

/** A reporter that collects into a list. */
function collector(found: Found[]): Report {
  return (rule, property, got, facts) => void found.push({ rule, property, got, facts: facts ?? {} });
}

function collect(check: (report: Report) => void): Found[] {
  const found: Found[] = [];
  check(collector(found));
  return found;
}

/** A related resource, of one kind; what cannot be read is told under its name. */
function related(given: unknown, name: string, release: OperatorRelease, report: Report): AnyResource | undefined {
  return given === undefined || given === null
    ? undefined
    : readResource(given, release, (id, property, got, facts) => report(id, `${name}.${property}`, got, facts))
        ?.resource;
}

/** Judges a resource by the rules of a release of the operator: all at once, where the operator itself stops at the first. */
export function judge(given: unknown, { previous, session, target, ...surroundings }: Given): Judgement {
  const { release } = surroundings;
  const unread: Found[] = [];
  const report = collector(unread);
  const reading = readResource(given, release, report);
  const before = related(previous, 'previous', release, report);
  const cluster = related(session, 'session', release, report);
  const job = related(target, 'target', release, report);
  if (reading === undefined || unread.length > 0) {
    return { found: unread };
  }
  const { resource } = reading;
  const checks = checksOf(resource, surroundings, { before, cluster, job });
  return { found: [...inOrder(checks), ...reading.remarks.flatMap((remark) => collect(remark))], resource };
}

/** The same for whatever a caller may give; what is no data is told. */
export function judgePlain(
  resource: unknown,
  { previous, session, target }: Pick<Given, 'previous' | 'session' | 'target'>,
  config: unknown,
  release: OperatorRelease,
): readonly Found[] {
  const given = Object.entries({ resource, previous, session, target }).map(
    ([name, value]) => [name, asPlain(value)] as const,
  );
  const broken = given.flatMap(([name, plain]): Found[] =>
    'value' in plain
      ? []
      : [
          {
            rule: RULES['FLK-OPR-58'],
            property: name,
            facts: { expected: `plain data, as YAML holds it (${plain.problem})` },
          },
        ],
  );
  const { resource: data, ...others } = Object.fromEntries(
    given.map(([name, plain]) => [name, 'value' in plain ? plain.value : undefined]),
  );
  return broken.length > 0 ? broken : judge(data, { ...others, config: asConfig(config), release }).found;
}

interface Related {
  readonly before?: AnyResource;
  readonly cluster?: AnyResource;
  readonly job?: AnyResource;
}

function checksOf(
  resource: AnyResource,
  surroundings: Surroundings,
  { before, cluster, job }: Related,
): ((report: Report) => void)[] {
  const previous = before?.kind === resource.kind ? (before.spec ?? undefined) : undefined;
  if (resource.spec === null) {
    return [(report) => report(RULES['FLK-OPR-56'], 'spec', null, { fix: 'write a spec, or leave it out' })];
  }
  switch (resource.kind) {
    case 'FlinkDeployment': {
      const context = deploymentContext(resource, surroundings, previous as DeploymentSpec | undefined);
      return deploymentChecks(context);
    }
    case 'FlinkSessionJob': {
      const session = cluster?.kind === 'FlinkDeployment' ? cluster : undefined;
      const context = {
        ...surroundings,
        resource,
        spec: resource.spec,
        previous: previous as typeof resource.spec | undefined,
        session,
      };
      const options =
        session === undefined
          ? []
          : [nulls(session.spec?.flinkConfiguration ?? null), nulls(resource.spec.flinkConfiguration)];
      return [
        ...options,
        ...[...SESSION_JOB_CHECKS, laterSessionJobRules].map((check) => (report: Report) => check(context, report)),
      ];
    }
    case 'FlinkStateSnapshot':
      return snapshotChecks({ ...surroundings, resource, spec: resource.spec, target: job });
    case 'FlinkBlueGreenDeployment':
      return blueGreenChecks(resource, surroundings);
  }
}

function snapshotChecks(context: SnapshotContext): ((report: Report) => void)[] {
  return [snapshotRules, laterSnapshotRules].map((check) => (report) => check(context, report));
}

/** Those of its own, and those of the child that would be created later: the one with the longer name. */
function blueGreenChecks(
  resource: ReadResource<BlueGreenSpec>,
  surroundings: Surroundings,
): ((report: Report) => void)[] {
  const own = (report: Report) => blueGreenRules(resource, surroundings, report);
  const template = resource.spec?.template?.spec ?? null;
  if (template === null || template.job === null) {
    return [own];
  }
  const path = 'spec.template.spec.flinkConfiguration';
  const child = deploymentContext(
    { ...resource, kind: 'FlinkDeployment', spec: template },
    surroundings,
    undefined,
    path,
  );
  return [
    own,
    ...deploymentChecks(child).map(
      (check) => (report: Report) =>
        check((id, property, got, facts) => {
          // The name is judged with its ending, above.
          if (property !== 'metadata.name') {
            report(id, property.replace(/^spec\.(?!template\.spec\.)/, 'spec.template.spec.'), got, facts);
          }
        }),
    ),
  ];
}

function deploymentChecks(context: DeploymentContext): ((report: Report) => void)[] {
  const checks = [...DEPLOYMENT_CHECKS, ...LATER_CHECKS].map((check) => (report: Report) => check(context, report));
  return [nulls(context.spec.flinkConfiguration), ...checks];
}

/** A FlinkDeployment with the options that are in force for it. */
export function deploymentContext(
  resource: ReadResource<DeploymentSpec>,
  surroundings: Surroundings,
  previous?: DeploymentSpec,
  path = 'spec.flinkConfiguration',
): DeploymentContext {
  const spec = resource.spec!;
  const options = new EffectiveOptions(
    surroundings.release,
    surroundings.config,
    resource.namespace,
    spec.flinkVersion,
  );
  return { ...surroundings, resource, spec, options: options.add(spec.flinkConfiguration, path), previous };
}

/** Up to 1.12, an option without a value ends the validator. */
function nulls(options: ReadonlyMap<string, string | null> | null): (report: Report) => void {
  return (report) => {
    for (const [key, text] of options ?? []) {
      if (text === null) {
        report(RULES['FLK-OPR-56'], `spec.flinkConfiguration.${key}`, null, { fix: 'give it a value, or remove it' });
      }
    }
  };
}
