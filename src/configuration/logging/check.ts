import { canonicalLevel } from './loggers';

const LEVELS = ['OFF', 'FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE', 'ALL'];
/** Other letters can become one of these in upper case: the dotless i becomes I. */
const ASCII_LETTERS = /^[A-Za-z]+$/;
const LOGGER_NAME = /^[\w$-]+(?:\.[\w$-]+)*$/;
const SIZE = /^[1-9]\d{0,5}(?:KB|MB|GB)$/i;
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;
/** Invalid in XML, or not a character; a tab is valid. */
const UNPRINTABLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]|\p{Cs}/u;
/** `%n` or an escaped line break, but not words that start with them. */
const END_OF_LINE = /%n(?!ano|otEmpty|opex)|\\n/;

/**
 * Why a string is not a level, as a clause. Any case is valid; log4j silently replaces an unknown level by its default.
 *
 * @see https://logging.apache.org/log4j/2.x/manual/customloglevels.html
 */
export function levelProblem(level: string): string | undefined {
  const known = typeof level === 'string' && ASCII_LETTERS.test(level) && LEVELS.includes(canonicalLevel(level));
  return known ? undefined : `must be one of ${LEVELS.join(', ')}`;
}

/** Why a string is not the name of a logger, as a clause; the root logger has its own property. */
export function loggerNameProblem(name: string): string | undefined {
  if (name === '' || canonicalLevel(name) === 'ROOT') {
    return 'must name a logger other than the root logger, which has its own property';
  }
  return LOGGER_NAME.test(name)
    ? undefined
    : 'must be letters, digits, `_`, `$` and `-` in parts separated by single dots';
}

/** Why a string is not a file size for both log4j and logback, as a clause. */
export function sizeProblem(size: string): string | undefined {
  return typeof size === 'string' && SIZE.test(size)
    ? undefined
    : 'must be an integer above 0 with the unit KB, MB or GB';
}

/** Why a string is not the pattern of a line, as a clause. */
export function patternProblem(pattern: string): string | undefined {
  if (typeof pattern !== 'string' || pattern.trim() === '') {
    return 'must not be empty';
  }
  if (LINE_BREAK.test(pattern)) {
    return 'must be one line';
  }
  if (UNPRINTABLE.test(pattern)) {
    return 'must not contain control characters';
  }
  return END_OF_LINE.test(pattern) ? undefined : 'must end each event with a line break, or all events share one line';
}
