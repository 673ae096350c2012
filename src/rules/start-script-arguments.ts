/**
 * Before Flink's entry point reads the arguments of an application, the start script derives the memory from them. From
 * all arguments, also those after two dashes and those of the program, it picks the options that it knows: the
 * configuration directory and `-D`. If it cannot parse them, the JobManager does not start.
 */

const KNOWN = ['c', 'configDir', 'D'];
const SIZES = /^jobmanager\.(?:memory|heap)\./;

/** An argument of the program that the start script interprets as its own, and the effect. */
export interface Misread {
  readonly argument: string;
  readonly effect: 'missing value' | 'memory';
}

/**
 * Returns the first argument that the start script misinterprets.
 *
 * @param args Arguments of the program
 */
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

/**
 * The option without its value, and the properties that `-D` sets. The directory is one value; `-D` needs a key and a
 * value.
 */
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
      [open, lacks] = [argument, missingValues(argument)];
    }
  }
  return { missing: lacks > 0 ? open : undefined, properties };
}

/** How many values must follow an option. */
function missingValues(option: string): number {
  if (option === '-D') {
    return 2;
  }
  return option.startsWith('-D') ? 0 : 1;
}

/** Whether it is an option: a prefix of a long option is, too, and a short option can include its value. */
function isOption(argument: string): boolean {
  return (
    /^-[cD]|^--D$/.test(argument) ||
    (/^--?[^-]/.test(argument) && 'configDir'.startsWith(argument.replace(/^--?/, '').replace(/=.*$/s, '')))
  );
}
