import { type IConstruct } from 'constructs';
import { message, type Part, type Problem, withPath } from './problem';
import { WarningLog } from './warning-log';

/** How findings are treated. */
export interface Strictness {
  readonly strict?: boolean;
  /** Rules that are accepted. */
  readonly suppressions?: readonly { readonly id: string }[];
}

/** A finding that keeps nothing from being written. */
export interface Warning {
  readonly id: string;
  readonly path: string;
  readonly property: string;
  readonly text: string;
}

/** What findings come from. */
export interface FindingsOptions {
  /** The findings as they are now; what a cluster reports may change while constructs are added to it. */
  readonly problems: () => readonly Problem[];
  readonly strictness: () => Strictness;
  /** The construct that is blamed for a finding. */
  readonly constructOf: (part: Part) => IConstruct | undefined;
}

/**
 * Everything that was found for a construct and its parts, as cdk8s and users see it. This is the only place that tells
 * errors from warnings by severity, `strict` and `suppressions`.
 */
export class Findings {
  /** The findings of one construct without parts. */
  public static of(construct: IConstruct, problems: readonly Problem[], strictness: Strictness = {}): Findings {
    return new Findings({ problems: () => problems, strictness: () => strictness, constructOf: () => construct });
  }

  constructor(private readonly options: FindingsOptions) {}

  public get strictness(): Strictness {
    return this.options.strictness();
  }

  /** Whether the finding keeps manifests from being written. */
  public isError({ rule }: Problem): boolean {
    const { strict = false } = this.strictness;
    return !this.isSuppressed(rule.id) && (rule.severity === 'error' || strict);
  }

  /** Messages of errors, for the validation of the construct that is blamed; cdk8s adds the construct path. */
  public errorsOf(part: Part): string[] {
    const found = this.options.problems().filter((problem) => problem.part === part && this.isError(problem));
    return [...new Set(found.map(message))];
  }

  /** Reports errors of a construct whenever cdk8s validates it. */
  public validate(construct: IConstruct, part: Part, more: () => string[] = () => []): void {
    if (part === 'cluster') {
      WarningLog.of(construct).add(this);
    }
    construct.node.addValidation({ validate: () => [...new Set([...this.errorsOf(part), ...more()])] });
  }

  /** Throws all errors at once: nothing is written while something is wrong, whichever way the writing starts. */
  public throwErrors(problems = this.options.problems()): void {
    const errors = problems.filter((problem) => this.isError(problem));
    if (errors.length > 0) {
      throw new Error(errors.map((problem) => withPath(message(problem), this.pathOf(problem))).join('\n'));
    }
  }

  /** Valid settings that are probably unintended. */
  public get warnings(): Warning[] {
    return this.options
      .problems()
      .filter((problem) => !this.isError(problem) && !this.isSuppressed(problem.rule.id))
      .map((problem) => {
        const path = this.pathOf(problem);
        const text = withPath(message(problem), path);
        return { id: problem.rule.id, path, property: problem.property, text };
      });
  }

  private isSuppressed(id: string): boolean {
    return this.strictness.suppressions?.some((suppression) => suppression.id === id) ?? false;
  }

  private pathOf({ part }: Problem): string {
    return this.options.constructOf(part)?.node.path ?? '';
  }
}
