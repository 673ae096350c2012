import { type Duration } from 'cdk8s';
import { instanceLike, type Reader } from './reader';
import { RULES } from '../validation/rules';

/** A Duration of whole milliseconds, above nothing; Flink counts no finer. */
export const duration = durationThat((milliseconds) => milliseconds > 0, 'a Duration above 0');

/** A Duration of whole milliseconds that may be none at all. */
export const pause = durationThat((milliseconds) => milliseconds >= 0, 'a Duration, at least 0');

function durationThat(holds: (milliseconds: number) => boolean, expected: string): Reader<Duration> {
  return (value, property, report) => {
    const given = instanceLike<Duration>('a Duration, such as Duration.seconds(3)', 'toMilliseconds()')(
      value,
      property,
      report,
    );
    if (given !== undefined && !isWhole(given, holds)) {
      report(RULES['FLK-TYPE-02'], property, value, { expected });
      return undefined;
    }
    return given;
  };
}

function isWhole(given: Duration, holds: (milliseconds: number) => boolean): boolean {
  try {
    return holds(given.toMilliseconds());
  } catch {
    // cdk8s throws where a conversion does not come out whole.
    return false;
  }
}
