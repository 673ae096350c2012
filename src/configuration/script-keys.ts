import { SCRIPT_KEYS, SCRIPT_PREFIX } from './keys';

// The most helpful message first. The scripts pass the JVM options through an unquoted `eval echo`; if it fails, all
// options are lost.
const HAZARDS: readonly (readonly [RegExp, string])[] = [
  [/[\n\r]/, 'a line break: the scripts read one line only'],
  [/["']/, 'a quote: the shell removes it, splits at the spaces inside and loses all options if it is not closed'],
  [/[()]/, 'a parenthesis: the shell fails and loses all options'],
  [/`/, 'a backtick: the shell runs the enclosed text'],
  [/\$/, "a '$': the shell replaces it"],
  [/;/, "a ';': the shell runs the rest as a command"],
  [/[&|]/, "a '&' or '|': the shell runs the rest as a command"],
  [/[<>]/, "a '<' or '>': the shell redirects to a file"],
  [/#/, "a '#': the rest may be cut off as a comment"],
  [/\\/, 'a backslash: the shell removes it'],
  [/\{[^}]*(?:,|\.\.)/, 'a brace expansion: the shell repeats the word for each part'],
];

// At least one character of each hazard: one test is enough for nearly every value.
const SUSPECT = /[\n\r"'()`$;&|<>#\\{]/;

/**
 * Whether the start scripts read this option from the text of the configuration file: other names of the option have no
 * effect, and the value passes through a shell.
 * @see https://github.com/apache/flink/blob/release-2.2/flink-dist/src/main/flink-bin/bin/config.sh
 */
export function isScriptKey(key: string): boolean {
  return key.startsWith(SCRIPT_PREFIX) || SCRIPT_KEYS.includes(key);
}

/**
 * The part of a value that the shell would change, and how; `undefined` if the value reaches Flink unchanged.
 * @see https://github.com/apache/flink/blob/release-2.2/flink-dist/src/main/flink-bin/bin/flink-console.sh
 */
export function scriptHazard(value: string): string | undefined {
  return SUSPECT.test(value) ? HAZARDS.find(([pattern]) => pattern.test(value))?.[1] : undefined;
}
