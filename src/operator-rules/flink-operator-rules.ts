import { changeOf } from './change-type';
import { judgePlain, operatorRule } from './judge';
import { DEFAULT_OPERATOR_VERSION, OperatorRelease } from './operator-release';
import { type OperatorRulesOptions } from './operator-rules-options';
import { asPlain } from './plain';
import { fixOf, message, severity } from '../validation/problem';

/** Where a fault of a resource comes to light. */
export enum OperatorStage {
  /** The API server or the operator's JSON mapping refuses the resource. */
  READING = 'reading',
  /** The operator's validator refuses the resource, with a message. */
  VALIDATION = 'validation',
  /** The operator's validator ends with an exception, which refuses the resource too. */
  CRASH = 'crash',
  /** Nothing refuses the resource, and then it does not run, or not as written. */
  LATER = 'later',
}

/** One rule of the operator that a resource breaks. */
export interface OperatorFinding {
  /** The rule's id in this library, such as `FLK-OPR-11`. */
  readonly id: string;
  /** A short name of the rule, such as `V11`. */
  readonly check: string;
  /** Where the fault comes to light: the operator's validator sees `VALIDATION` and `CRASH`. */
  readonly stage: OperatorStage;
  /** `error` or `warning`. */
  readonly severity: string;
  /** What is at fault, as a path: `spec.job.upgradeMode`. */
  readonly property: string;
  /** The whole message: the id, the property, what was found there, the rule and the fix. */
  readonly text: string;
  /** What to write instead. */
  readonly fix: string;
}

/** What a change of a resource does to what runs. */
export enum OperatorChange {
  /** Nothing is deployed anew: settings of the operator, or of the next deployment. */
  IGNORE = 'IGNORE',
  /** The job is scaled in place where that is possible, else upgraded. */
  SCALE = 'SCALE',
  /** The job is stopped and deployed anew as its upgradeMode says; a session cluster is deleted and created anew. */
  UPGRADE = 'UPGRADE',
  /** The job is deployed anew from initialSavepointPath; the state that it has is given up. */
  SAVEPOINT_REDEPLOY = 'SAVEPOINT_REDEPLOY',
  /** Blue/green: the running colour gets the new settings, and goes on. */
  PATCH_CHILD = 'PATCH_CHILD',
  /** Blue/green: the other colour is started and takes over. */
  TRANSITION = 'TRANSITION',
  /** Blue/green: the running colour is suspended. */
  SUSPEND = 'SUSPEND',
  /** Blue/green: the suspended colour is started again. */
  RESUME = 'RESUME',
}

/**
 * The rules of the Flink Kubernetes Operator, as pure functions over plain resources: nothing is asked of a cluster, a disk or a network.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/
 */
export class FlinkOperatorRules {
  /**
   * Everything that the operator, or Flink behind it, would refuse in a resource, or do otherwise than written.
   *
   * The operator itself tells the first of its findings only, and after the resource is there; here are all of them, in its order. Host names
   * are not looked up: of a host, only an address is judged. Throws where `operatorVersion` is no version, never for what is in a resource.
   *
   * @param resource A FlinkDeployment, FlinkSessionJob, FlinkStateSnapshot or FlinkBlueGreenDeployment, as read from YAML
   */
  public static validate(resource: any, options: OperatorRulesOptions = {}): OperatorFinding[] {
    const { operatorConfig, operatorVersion, ...related } = options;
    return judgePlain(resource, related, operatorConfig, releaseOf(operatorVersion)).map((one) => {
      const { check, stage } = operatorRule(one.rule)!;
      const problem = { ...one, part: 'cluster' } as const;
      return {
        id: one.rule.id,
        check,
        stage: stage as OperatorStage,
        severity: severity(problem),
        property: one.property,
        text: message(problem),
        fix: fixOf(problem),
      };
    });
  }

  /**
   * What a change does to a running job, by the operator's own comparison; `undefined` where one of the two resources cannot be read, or they
   * are of two kinds. Whether the operator allows the change at all is `validate`'s to say, with `previous`.
   *
   * @param deployed The resource as it was deployed last
   * @param resource The same resource as it is now
   * @param options `session` (of a session job, whose cluster's mode counts) and `operatorVersion` are looked at
   */
  public static changeType(
    deployed: any,
    resource: any,
    options: OperatorRulesOptions = {},
  ): OperatorChange | undefined {
    const [before, after, session] = [deployed, resource, options.session]
      .map(asPlain)
      .map((plain) => ('value' in plain ? plain.value : undefined));
    return changeOf(before, after, { release: releaseOf(options.operatorVersion), session }) as
      OperatorChange | undefined;
  }

  private constructor() {}
}

function releaseOf(version: string | undefined): import('./operator-release').OperatorRelease {
  const release = OperatorRelease.parse(version ?? DEFAULT_OPERATOR_VERSION);
  if (release === undefined) {
    throw new Error(
      `operatorVersion: got ${JSON.stringify(version)}; it is no release of the operator. Fix: write one, such as ${DEFAULT_OPERATOR_VERSION}.`,
    );
  }
  return release;
}
