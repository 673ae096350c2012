import { collector, type Found } from './found';
import { type OperatorRelease } from './operator-release';
import { asOperatorRule, type Order, runSteps } from './operator-rule';
import { asConfig, asPlain } from './plain';
import { readResource } from './reading/read-resource';
import { NOT_DATA } from './reading/reading-rules';
import { type AnyResource, type DeploymentSpec, type SessionJobSpec } from './reading/specs';
import { BLUE_GREEN_ORDER } from './rules/blue-green-order';
import {
  type BlueGreenContext,
  childContext,
  deploymentContext,
  sessionJobContext,
  type Surroundings,
} from './rules/context';
import { DEPLOYMENT_ORDER } from './rules/deployment-order';
import { NULL_SPEC } from './rules/object-rules';
import { SESSION_JOB_ORDER } from './rules/session-job-order';
import { SNAPSHOT_ORDER } from './rules/snapshot-order';
import { type Report } from '../validation/problem';

/** What a resource is validated with. The related resources are plain data, too. */
export interface Given extends Surroundings {
  readonly previous?: unknown;
  readonly session?: unknown;
  readonly target?: unknown;
}

/** The result of the validation of a resource. */
export interface Judgement {
  /**
   * All violations in the order of the operator. If its validator rejects the resource, its message is about the first
   * one that the validator can find.
   */
  readonly found: readonly Found[];
  /** The resource as the operator reads it; `undefined` if it cannot read the resource or a related one. */
  readonly resource?: AnyResource;
}

/** Validates a resource by the rules of a release of the operator. */
export function judge(given: unknown, { previous, session, target, ...surroundings }: Given): Judgement {
  const { release } = surroundings;
  const unread: Found[] = [];
  const report = collector(unread);
  const reading = readResource(given, release, report);
  const related = {
    before: readRelated(previous, 'previous', release, report),
    cluster: readRelated(session, 'session', release, report),
    target: readRelated(target, 'target', release, report),
  };
  if (reading === undefined || unread.length > 0) {
    return { found: unread };
  }
  const { resource, remarks } = reading;
  return { found: [...inOrder(checksOf(resource, surroundings, related)), ...remarks], resource };
}

/** Validates any value. Values that are not data are reported. */
export function judgePlain(
  resource: unknown,
  { previous, session, target }: Pick<Given, 'previous' | 'session' | 'target'>,
  config: unknown,
  release: OperatorRelease,
): readonly Found[] {
  const unread: Found[] = [];
  const report = collector(unread);
  const data = (value: unknown, name: string): unknown => {
    const plain = asPlain(value);
    if ('value' in plain) return plain.value;
    report(NOT_DATA, name, undefined, { problem: plain.problem });
    return undefined;
  };
  const given = data(resource, 'resource');
  const others = {
    previous: data(previous, 'previous'),
    session: data(session, 'session'),
    target: data(target, 'target'),
  };
  return unread.length > 0 ? unread : judge(given, { ...others, config: asConfig(config), release }).found;
}

/** The related resources, as the operator reads them. */
interface Related {
  readonly before?: AnyResource;
  readonly cluster?: AnyResource;
  readonly target?: AnyResource;
}

/** Reads a related resource, whose errors are reported under its name. */
function readRelated(given: unknown, name: string, release: OperatorRelease, report: Report): AnyResource | undefined {
  const reportIn: Report = (rule, property, got, facts) => report(rule, `${name}.${property}`, got, facts);
  return given === undefined || given === null ? undefined : readResource(given, release, reportIn)?.resource;
}

/** One check of the operator. The validator leaves it at the first violation. */
type OperatorCheckRun = (report: Report) => void;

function checksOf(resource: AnyResource, surroundings: Surroundings, related: Related): OperatorCheckRun[] {
  const { before, cluster, target } = related;
  const previous = before?.kind === resource.kind ? (before.spec ?? undefined) : undefined;
  if (resource.spec === null) {
    return checksIn([[NULL_SPEC]], resource);
  }
  switch (resource.kind) {
    case 'FlinkDeployment':
      return checksIn(DEPLOYMENT_ORDER, deploymentContext(resource, surroundings, previous as DeploymentSpec));
    case 'FlinkSessionJob': {
      const session = cluster?.kind === 'FlinkDeployment' ? cluster : undefined;
      const context = sessionJobContext(resource, surroundings, previous as SessionJobSpec, session);
      return checksIn(SESSION_JOB_ORDER, context);
    }
    case 'FlinkStateSnapshot':
      return checksIn(SNAPSHOT_ORDER, { ...surroundings, resource, spec: resource.spec, target });
    case 'FlinkBlueGreenDeployment': {
      const context = { ...surroundings, resource, spec: resource.spec };
      return [...checksIn(BLUE_GREEN_ORDER, context), ...checksOfChild(context)];
    }
  }
}

function checksIn<Context>(order: Order<Context>, context: Context): OperatorCheckRun[] {
  return order.map((steps) => (report) => runSteps(steps, context, report));
}

/** The checks of the clusters that a blue/green deployment creates, for the properties of its template. */
function checksOfChild(context: BlueGreenContext): OperatorCheckRun[] {
  const child = childContext(context);
  const checks = child === undefined ? [] : checksIn(DEPLOYMENT_ORDER, child);
  return checks.map((check) => (report) => {
    check((rule, property, got, facts) => {
      // The rules of the blue/green deployment itself check the names, with their suffixes.
      if (property !== 'metadata.name') {
        report(rule, property.replace(/^spec\.(?!template\.spec\.)/, 'spec.template.spec.'), got, facts);
      }
    });
  });
}

/** Runs every check, and returns what they find in the order of the operator. */
function inOrder(checks: readonly OperatorCheckRun[]): Found[] {
  const found = checks.map((check) => {
    const ofCheck: Found[] = [];
    check(collector(ofCheck));
    return ofCheck;
  });
  const firsts = found.flatMap(([first]) => first ?? []);
  const exception = firsts.find(({ rule }) => asOperatorRule(rule)?.stage === 'validator-exception');
  const all = found.flat();
  return exception === undefined ? all : [exception, ...all.filter((one) => one !== exception)];
}
