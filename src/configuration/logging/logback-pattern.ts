/** Conversion words with the same meaning in log4j and in logback. */
const COMMON_WORDS = new Set([
  'c',
  'logger',
  'C',
  'class',
  'd',
  'date',
  'ex',
  'exception',
  'throwable',
  'xEx',
  'xException',
  'xThrowable',
  'F',
  'file',
  'L',
  'line',
  'm',
  'msg',
  'message',
  'M',
  'method',
  'n',
  'p',
  'level',
  'r',
  'relative',
  't',
  'thread',
  'X',
  'mdc',
  'marker',
]);
/** The diagnostic stack of log4j, which Flink never uses and logback does not have. */
const STACK = /%x(?![A-Za-z]) ?/g;
const CONVERSION = /%%|%(?:-?\d+)?(?:\.-?\d+)?([A-Za-z]+)/g;

/** The words of a log4j pattern that logback would print as `%PARSER_ERROR`. */
export function unknownToLogback(pattern: string): string[] {
  return [...pattern.replace(STACK, '').matchAll(CONVERSION)]
    .map((match) => match[1])
    .filter((word): word is string => word !== undefined && !COMMON_WORDS.has(word))
    .map((word) => `%${word}`);
}

/**
 * A log4j pattern in the notation of logback, where a comma in a date separates format and time zone, and parentheses
 * group.
 *
 * @see https://logback.qos.ch/manual/layouts.html#conversionWord
 */
export function logbackPattern(pattern: string): string {
  return pattern
    .replace(STACK, '')
    .replace(/[()]/g, '\\$&')
    .replaceAll('%%', '\\%')
    .replace(
      /(%d|%date)\{([^{}]*)\}(?:\{([^{}]*)\})?/g,
      (_, word: string, format: string, zone?: string) =>
        `${word}{"${format}"${zone === undefined ? '' : `, ${zone}`}}`,
    );
}
