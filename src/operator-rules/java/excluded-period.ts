import { isCronExpression } from './cron';
import { parseInteger } from '../../configuration/parsing/integer';

const LIMITS = [24, 60, 60, 1000];

/** The milliseconds of a time of day `h:m[:s[:ms]]`; `undefined` if it is not one. */
function timeOfDay(text: string): number | undefined {
  const parts = text.split(':').filter((part) => part !== '');
  const numbers = parts.map((part) => parseInteger(part));
  if (
    parts.length < 2 ||
    parts.length > 4 ||
    numbers.some((number, i) => 'problem' in number || number.value < 0 || number.value >= LIMITS[i]!)
  ) {
    return undefined;
  }
  const [hour = 0, minute = 0, second = 0, millisecond = 0] = numbers.map((number) =>
    'value' in number ? number.value : 0,
  );
  return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/** Parts as Java's `String.split` returns them, without empty ones at the end. */
function split(text: string, separator: string): string[] {
  const parts = text.split(separator);
  while (parts.length > 1 && parts[parts.length - 1] === '') parts.pop();
  return parts.length === 1 && parts[0] === '' && text !== '' ? [] : parts;
}

function isDaily(text: string): boolean {
  const times = split(text, '-');
  const [start, end] = times.length === 2 ? times.map(timeOfDay) : [];
  return start !== undefined && end !== undefined && start < end;
}

/**
 * Why the operator rejects an excluded period of the autoscaler; `undefined` if it accepts it. The documentation of the
 * option is in the section "Autoscaler Configuration".
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/configuration/
 */
export function excludedPeriodProblem(text: string): string | undefined {
  const parts = split(text, '&&').map((part) => part.trim());
  if (parts.length > 2) {
    return 'there are more than two parts';
  }
  const kinds = parts.map((part) => ({ daily: isDaily(part), cron: isCronExpression(part) }));
  if (kinds.some(({ daily, cron }) => !daily && !cron)) {
    return 'a part is neither of these';
  }
  const isPair = kinds.some(({ daily }) => daily) && kinds.some(({ cron }) => cron);
  return kinds.length === 2 && !isPair ? 'both parts are of the same kind' : undefined;
}
