// Every option below env. is for the start scripts; these three are theirs, too.
const OTHER_SCRIPT_KEYS = new Set(['recovery.mode', 'taskmanager.compute.numa', 'zookeeper.heap.mb']);

// In the order in which a reader would want to hear of them. The JVM options pass an unquoted `eval echo`, and when that fails all of them are lost.
const HAZARDS: readonly (readonly [RegExp, string])[] = [
  [/[\n\r]/, 'a line break: the scripts read one line only'],
  [/["']/, 'a quote: the shell removes it, splits at the blanks inside and loses all options at an unbalanced one'],
  [/[()]/, 'a parenthesis: the shell fails and loses all options'],
  [/`/, 'a backtick: the shell runs what it encloses'],
  [/\$/, "a '$': the shell replaces it"],
  [/;/, "a ';': the shell runs the rest as a command"],
  [/[&|]/, "a '&' or '|': the shell runs the rest as a command"],
  [/[<>]/, "a '<' or '>': the shell redirects to a file"],
  [/#/, "a '#': the rest may be cut off as a comment"],
  [/\\/, 'a backslash: the shell removes it'],
  [/\{[^}]*(?:,|\.\.)/, 'a brace expansion: the shell repeats the word for each part'],
];

// At least one character of each hazard: one test decides for nearly every value.
const SUSPECT = /[\n\r"'()`$;&|<>#\\{]/;

/**
 * Whether the start scripts take this option from the text of the configuration file, outside the option system:
 * aliases do not apply, and the value goes through a shell.
 * @see https://github.com/apache/flink/blob/release-2.2/flink-dist/src/main/flink-bin/bin/config.sh
 */
export function isScriptKey(key: string): boolean {
  return key.startsWith('env.') || OTHER_SCRIPT_KEYS.has(key);
}

/**
 * What in the value of a script key the shell would not leave alone, and what it does with it; nothing for one plain line.
 * @see https://github.com/apache/flink/blob/release-2.2/flink-dist/src/main/flink-bin/bin/flink-console.sh
 */
export function scriptHazard(value: string): string | undefined {
  return SUSPECT.test(value) ? HAZARDS.find(([pattern]) => pattern.test(value))?.[1] : undefined;
}
