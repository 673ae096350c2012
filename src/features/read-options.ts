import { type FlinkProblem } from '../props/flink-problem';
import { featureProblems } from '../readers/feature-problems';
import { type Fields, readStruct, requiring } from '../readers/reader';

/** Options of a feature as they could be read, and what is wrong with them. */
export interface OptionsRead<T> {
  readonly options: { [K in keyof T]?: T[K] };
  readonly problems: FlinkProblem[];
}

/**
 * Reads the options of a feature as a caller of any language passed them. Features call this in `bind()`, not in their
 * factories, because only a cluster can report problems.
 *
 * @param property The property that usually has the feature as its value
 */
export function readOptions<T extends object>(
  given: unknown,
  fields: Fields<T>,
  property: string,
  required: readonly (keyof T & string)[] = [],
): OptionsRead<T> {
  let options: OptionsRead<T>['options'] = {};
  const problems = featureProblems((report) => {
    options = readStruct<T>(given, requiring(fields, ...required), property, report);
  });
  return { options, problems };
}
