import { type Duration } from 'cdk8s';
import { having, type Reader } from './readers';

/** A Duration of whole milliseconds, above nothing; Flink counts no finer. */
export const duration: Reader<Duration> = (value, property, report) => {
  const given = having<Duration>('a Duration, such as Duration.seconds(3)', 'toMilliseconds()')(value, property, report);
  if (given !== undefined && !isPositive(given)) {
    report('FLK-TYPE-02', property, value, { expected: 'a Duration above 0' });
    return undefined;
  }
  return given;
};

function isPositive(given: Duration): boolean {
  try {
    return given.toMilliseconds() > 0;
  } catch {
    // cdk8s throws where a conversion does not come out whole.
    return false;
  }
}
