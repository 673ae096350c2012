import { type Duration } from 'cdk8s';
import { instanceLike, type Reader } from './reader';
import { wrongType } from './type-rules';

/** A Duration of whole milliseconds above 0. Flink has no smaller unit. */
export const duration = durationThat((milliseconds) => milliseconds > 0, 'a Duration above 0');

/** A Duration of whole milliseconds, which may be 0. */
export const pause = durationThat((milliseconds) => milliseconds >= 0, 'a Duration of at least 0');

function durationThat(accepts: (milliseconds: number) => boolean, expected: string): Reader<Duration> {
  const isDuration = instanceLike<Duration>('a Duration, such as Duration.seconds(3)', 'toMilliseconds()');
  return (value, property, report) => {
    const given = isDuration(value, property, report);
    return given === undefined || isWhole(given, accepts)
      ? given
      : wrongType(`${expected}, such as Duration.millis(500)`, value, property, report);
  };
}

function isWhole(given: Duration, accepts: (milliseconds: number) => boolean): boolean {
  try {
    return accepts(given.toMilliseconds());
  } catch {
    // cdk8s throws if the result of a conversion is not an integer.
    return false;
  }
}
