import { canonicalLevel } from './loggers';

const LEVELS = ['OFF', 'FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE', 'ALL'];
/** Letters beyond these may become one of them as a capital: the dotless i becomes I. */
const ASCII_LETTERS = /^[A-Za-z]+$/;
const LOGGER_NAME = /^[\w$-]+(?:\.[\w$-]+)*$/;
const SIZE = /^[1-9]\d{0,5}(?:KB|MB|GB)$/i;
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;
/** Not valid in XML, or no character at all; a tab is fine. */
const UNPRINTABLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]|\p{Cs}/u;
/** `%n` or an escaped line break, but not the words that begin alike. */
const END_OF_LINE = /%n(?!ano|otEmpty|opex)|\\n/;

/**
 * Why a text is no level, as a clause. Any case is fine; log4j takes a misspelt one for its default without a word.
 *
 * @see https://logging.apache.org/log4j/2.x/manual/customloglevels.html
 */
export function levelProblem(level: string): string | undefined {
  const known = typeof level === 'string' && ASCII_LETTERS.test(level) && LEVELS.includes(canonicalLevel(level));
  return known ? undefined : `must be one of ${LEVELS.join(', ')}`;
}

/** Why a text cannot name a logger, as a clause; the root logger has a property of its own. */
export function loggerNameProblem(name: string): string | undefined {
  if (name === '' || canonicalLevel(name) === 'ROOT') {
    return 'must name a logger other than the root, whose level is a property of its own';
  }
  return LOGGER_NAME.test(name)
    ? undefined
    : 'must be letters, digits, `_`, `$` and `-` in parts separated by single dots';
}

/** Why a text is no file size, as a clause; only what log4j and logback both read is one. */
export function sizeProblem(size: string): string | undefined {
  return typeof size === 'string' && SIZE.test(size)
    ? undefined
    : 'must be a whole number above 0 with the unit KB, MB or GB';
}

/** Why a text cannot be the pattern of a line, as a clause. */
export function patternProblem(pattern: string): string | undefined {
  if (typeof pattern !== 'string' || pattern.trim() === '') {
    return 'must not be empty';
  }
  if (LINE_BREAK.test(pattern)) {
    return 'must be one line';
  }
  if (UNPRINTABLE.test(pattern)) {
    return 'must not hold control characters';
  }
  return END_OF_LINE.test(pattern) ? undefined : 'must end each event with a line break, or all events share one line';
}
