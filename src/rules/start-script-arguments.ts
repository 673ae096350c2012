/**
 * Before Flink's entry point sees the arguments of an application, the start script sizes memory by them. It picks what it knows out of all of them, also
 * behind two dashes and among those of the program: the configuration folder and `-D`. What it picks it has to understand, or nothing starts.
 */

const KNOWN = ['c', 'configDir', 'D'];
const SIZES = /^jobmanager\.(?:memory|heap)\./;

/** An argument of the program that the start script reads otherwise than the program, and what comes of it. */
export interface Misread {
  readonly argument: string;
  readonly effect: 'missing value' | 'memory';
}

/** @param args Those of the program */
export function misreadByStartScript(args: readonly string[]): Misread | undefined {
  const { missing, properties } = parse(pick(args));
  if (missing !== undefined) {
    return { argument: missing, effect: 'missing value' };
  }
  const sizes = properties.find((property) => SIZES.test(property));
  return sizes === undefined ? undefined : { argument: sizes, effect: 'memory' };
}

function pick(args: readonly string[]): string[] {
  const picked: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index]!;
    if (KNOWN.includes(argument.replace(/^--?/, ''))) {
      picked.push(...args.slice(index, index + 2));
      index++;
    } else if (argument.startsWith('-D')) {
      picked.push(argument);
    }
  }
  return picked;
}

/** The option that has not the value that it needs, one for the folder, a key and a value for `-D`; and what `-D` sets. */
function parse(picked: readonly string[]): { missing?: string; properties: string[] } {
  const properties: string[] = [];
  let [open, lacks] = ['', 0];
  for (const argument of picked) {
    if (lacks > 0 && argument !== '--' && !isOption(argument)) {
      properties.push(...(open === '-D' ? [argument] : []));
      lacks -= Math.min(lacks, open === '-D' && argument.includes('=') ? 2 : 1);
    } else if (lacks > 0 || !isOption(argument) || argument === '--D') {
      break;
    } else {
      properties.push(argument.slice('-D'.length));
      [open, lacks] = [argument, argument === '-D' ? 2 : argument.startsWith('-D') ? 0 : 1];
    }
  }
  return { missing: lacks > 0 ? open : undefined, properties };
}

/** Beginnings of a long option count for it, and what follows a short one for its value. */
function isOption(argument: string): boolean {
  return (
    /^-[cD]|^--D$/.test(argument) ||
    (/^--?[^-]/.test(argument) && 'configDir'.startsWith(argument.replace(/^--?/, '').replace(/=.*$/s, '')))
  );
}
