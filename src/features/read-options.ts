import { type FlinkProblem } from '../props/flink-problem';
import { type Fields, readStruct, requiring } from '../readers/reader';
import { clauses, type Problem, reporter } from '../validation/problem';
import { show } from '../validation/show';

/** What was read of the options of a feature, and what was wrong with them. */
export interface OptionsRead<T> {
  readonly options: { [K in keyof T]?: T[K] };
  readonly problems: FlinkProblem[];
}

/**
 * Reads the options of a feature as a caller of any language gave them. Features find out when they are bound, not in their factories:
 * only then there is a cluster to report to.
 *
 * @param property The property that the feature is usually given by
 */
export function readOptions<T extends object>(
  given: unknown,
  fields: Fields<T>,
  property: string,
  required: readonly (keyof T & string)[] = [],
): OptionsRead<T> {
  const found: Problem[] = [];
  const options = readStruct<T>(given, requiring(fields, ...required), property, reporter(found, 'cluster'));
  return { options, problems: found.map(asFinding) };
}

function asFinding(problem: Problem): FlinkProblem {
  const { property, got } = problem;
  return {
    property,
    ...clauses(problem),
    ...(got === undefined ? {} : { got: typeof got === 'string' ? got : show(got, property) }),
  };
}
