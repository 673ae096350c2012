/** A position of a cron expression: the numbers that it accepts, and the largest step. */
interface Position {
  readonly name: 'second' | 'minute' | 'hour' | 'dayOfMonth' | 'month' | 'dayOfWeek' | 'year';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly words: readonly string[];
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const POSITIONS: readonly Position[] = [
  { name: 'second', min: 0, max: 59, step: 59, words: [] },
  { name: 'minute', min: 0, max: 59, step: 59, words: [] },
  { name: 'hour', min: 0, max: 23, step: 23, words: [] },
  { name: 'dayOfMonth', min: 1, max: 31, step: 31, words: [] },
  { name: 'month', min: 1, max: 12, step: 12, words: MONTHS },
  { name: 'dayOfWeek', min: 1, max: 7, step: 7, words: DAYS },
  { name: 'year', min: 0, max: 2 ** 31 - 1, step: Infinity, words: [] },
];
const LEAST_POSITIONS = 6;

/**
 * Whether Quartz accepts the string as a cron expression: six or seven positions, with `?` for exactly one of the day
 * of the month and the day of the week.
 *
 * Like Quartz, this reads each item from the front and ignores everything after the part that it understands.
 *
 * @see http://www.quartz-scheduler.org/documentation/quartz-2.3.0/tutorials/crontrigger.html
 */
export function isCronExpression(text: string): boolean {
  const fields = text
    .toUpperCase()
    .split(/[ \t]+/)
    .filter((field) => field !== '');
  if (fields.length < LEAST_POSITIONS) {
    return false;
  }
  const read = POSITIONS.map((position, index) =>
    fields[index] === undefined ? true : isField(fields[index], position),
  );
  const open = [3, 5].map((index) => items(fields[index]!).some((item) => item.startsWith('?')));
  return read.every(Boolean) && open[0] !== open[1];
}

function items(field: string): string[] {
  return field.split(',').filter((item) => item !== '');
}

function isField(field: string, position: Position): boolean {
  const isDay = position.name === 'dayOfMonth' || position.name === 'dayOfWeek';
  // Quartz does not combine the last day with another day, and accepts one "nth" day.
  if (isDay && field.length > 1 && field.includes('L') && field.includes(',')) {
    return false;
  }
  if (position.name === 'dayOfWeek' && field.split('#').length > 2) {
    return false;
  }
  return items(field).length > 0 && items(field).every((item) => isItem(item, position));
}

function isItem(item: string, position: Position): boolean {
  const first = item[0]!;
  const isLast = item === 'L' || item === 'LW' || /^L-\d*W?$/.test(item);
  if (first >= 'A' && first <= 'Z' && !isLast) {
    return isWord(item, position);
  }
  switch (first) {
    case '?':
      return isOpen(item, position);
    case '*':
    case '/':
      return isStar(item, position);
    case 'L':
      return isLastDay(item, position);
    default:
      return /^\d/.test(item) && isNumber(item, position);
  }
}

function isWord(item: string, { name, words }: Position): boolean {
  const [word, sign, rest] = [item.slice(0, 3), item[3], item.slice(4)];
  if (item.length < 3 || !words.includes(word)) {
    return false;
  }
  if (sign === '-') {
    return words.includes(rest.slice(0, 3)) && rest.length >= 3;
  }
  return name !== 'dayOfWeek' || sign !== '#' || /^\+?[1-5]$/.test(rest);
}

function isOpen(item: string, { name }: Position): boolean {
  return (name === 'dayOfMonth' || name === 'dayOfWeek') && item.length <= 2;
}

function isStar(item: string, { step }: Position): boolean {
  if (item === '*') {
    return true;
  }
  const slash = item.startsWith('*') ? 1 : 0;
  if (item[slash] !== '/') {
    return true;
  }
  const increment = item.slice(slash + 1);
  return /^[+-]?\d+$/.test(increment) && Number(increment) <= step;
}

function isLastDay(item: string, { name }: Position): boolean {
  const offset = /^L-(\d+)/.exec(item)?.[1];
  if (name !== 'dayOfMonth' || !item.startsWith('L-')) {
    return true;
  }
  return offset !== undefined && Number(offset) <= 30;
}

/** A number and its suffix: a range, a step, or a sign of one of the two kinds of day. */
function isNumber(item: string, position: Position): boolean {
  const { name, min, max, step } = position;
  const [, digits = '', sign = '', rest = ''] = /^(\d+)([^]?)([^]*)$/.exec(item)!;
  const value = Number(digits);
  const isWithin = value >= min && value <= max;
  switch (sign) {
    case 'L':
      return name === 'dayOfWeek' && isWithin;
    case 'W':
      return name === 'dayOfMonth' && value <= 31;
    case '#':
      return name === 'dayOfWeek' && /^\+?[1-5]$/.test(rest);
    case '-': {
      const [, end, , slashed] = /^(\d+)(\/(.*))?/.exec(rest) ?? [];
      return (
        isWithin &&
        end !== undefined &&
        Number(end) <= max &&
        (slashed === undefined || /^\d/.test(slashed)) &&
        (name !== 'year' || Number(end) >= value)
      );
    }
    case '/': {
      const increment = /^\d+$|^\d\d+/.exec(rest)?.[0];
      return isWithin && increment !== undefined && Number(increment) <= step;
    }
    default:
      return isWithin;
  }
}
