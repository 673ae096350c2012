import { changeOf } from './change-type';
import { judgePlain } from './judge';
import { DEFAULT_OPERATOR_VERSION, OperatorRelease } from './operator-release';
import { asOperatorRule } from './operator-rule';
import { type OperatorRulesOptions } from './operator-rules-options';
import { type OperatorStage } from './operator-stage';
import { asPlain } from './plain';
import { fixOf, message, severity } from '../validation/problem';

/** A violation of a rule of the operator by a resource. */
export interface OperatorFinding {
  /** The id of the rule in this library, such as `FLK-OPR-11`. */
  readonly id: string;
  /** A short name of the rule, such as `V11`. */
  readonly operatorCheck: string;
  /**
   * The stage at which the error appears. The validator of the operator finds those of `VALIDATION` and
   * `VALIDATOR_EXCEPTION`.
   */
  readonly stage: OperatorStage;
  /** `error` or `warning`. */
  readonly severity: string;
  /** The path of the invalid property, such as `spec.job.upgradeMode`. */
  readonly property: string;
  /** The message: the property, its value, the rule, the fix and the id. */
  readonly text: string;
  /** What to write instead. */
  readonly fix: string;
}

/** The effect of a change of a resource on the running job. */
export enum OperatorChange {
  /** Nothing is deployed again: settings of the operator, or of the next deployment. */
  IGNORE = 'IGNORE',
  /** The job is scaled in place if that is possible, else upgraded. */
  SCALE = 'SCALE',
  /** The job is stopped and deployed again, by its upgradeMode. A session cluster is deleted and created again. */
  UPGRADE = 'UPGRADE',
  /** The job is deployed again from initialSavepointPath, without its current state. */
  SAVEPOINT_REDEPLOY = 'SAVEPOINT_REDEPLOY',
  /** Blue/green: the running colour gets the new settings and continues to run. */
  PATCH_CHILD = 'PATCH_CHILD',
  /** Blue/green: the other colour is started and takes over. */
  TRANSITION = 'TRANSITION',
  /** Blue/green: the running colour is suspended. */
  SUSPEND = 'SUSPEND',
  /** Blue/green: the suspended colour is started again. */
  RESUME = 'RESUME',
}

/**
 * The rules of the Flink Kubernetes Operator, as pure functions over plain resources. They do not access a cluster, a
 * disk or a network.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/
 */
export class FlinkOperatorRules {
  /**
   * Returns everything in a resource that the operator or Flink would reject or treat in another way than written.
   *
   * The operator itself only reports its first finding, after the resource has been created. This method returns all of
   * them, in its order. Host names are not resolved: only a host that is an IP address is checked. Throws if
   * `operatorVersion` is not a version, never because of the content of a resource.
   *
   * @param resource A FlinkDeployment, FlinkSessionJob, FlinkStateSnapshot or FlinkBlueGreenDeployment, as parsed YAML
   */
  public static validate(resource: any, options: OperatorRulesOptions = {}): OperatorFinding[] {
    const { operatorConfiguration, operatorVersion, ...related } = options;
    return judgePlain(resource, related, operatorConfiguration, releaseOf(operatorVersion)).map((found) => {
      const { check, stage } = asOperatorRule(found.rule)!;
      const problem = { ...found, part: 'cluster' } as const;
      return {
        id: found.rule.id,
        operatorCheck: check,
        stage,
        severity: severity(problem),
        property: found.property,
        text: message(problem),
        fix: fixOf(problem),
      };
    });
  }

  /**
   * Returns the effect of a change on a running job, by the operator's own comparison; `undefined` if one of the two
   * resources cannot be read, or if they are of different kinds. Whether the operator accepts the change is determined
   * by `validate`, with `previous`.
   *
   * @param deployed The resource as it was deployed last
   * @param proposed The same resource after the change
   * @param options Only `operatorVersion` and, for a session job, `session` have an effect
   */
  public static changeType(
    deployed: any,
    proposed: any,
    options: OperatorRulesOptions = {},
  ): OperatorChange | undefined {
    const [before, after, session] = [deployed, proposed, options.session]
      .map(asPlain)
      .map((plain) => ('value' in plain ? plain.value : undefined));
    const change = changeOf(before, after, { release: releaseOf(options.operatorVersion), session });
    return change as OperatorChange | undefined;
  }

  private constructor() {}
}

function releaseOf(version: string | undefined): OperatorRelease {
  const release = OperatorRelease.parse(version ?? DEFAULT_OPERATOR_VERSION);
  if (release === undefined) {
    throw new Error(
      `operatorVersion: got ${JSON.stringify(version)}; not a release of the operator. ` +
        `Fix: write one, such as ${DEFAULT_OPERATOR_VERSION}.`,
    );
  }
  return release;
}
