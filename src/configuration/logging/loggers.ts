import { type LoggingModel, type LoggingVersion } from './model';

/** A logger as a file names it; the id tells entries of a properties file apart. */
export interface NamedLogger {
  readonly id: string;
  readonly name: string;
  readonly level: string;
}

interface LibraryLogger extends NamedLogger {
  /** First release that has it. */
  readonly from?: number;
  /** First release that no longer has it. */
  readonly before?: number;
}

const V1_14 = 114;
const V1_18 = 118;

/**
 * Every difference between releases. Akka moved into a class loader of its own in 1.14 (FLINK-18783), which ended the
 * shading of its Netty, and gave way to Pekko in 1.18 (FLINK-32468).
 */
const LIBRARY_LOGGERS: readonly LibraryLogger[] = [
  { id: 'akka', name: 'akka', level: 'INFO', before: V1_18 },
  { id: 'pekko', name: 'org.apache.pekko', level: 'INFO', from: V1_18 },
  { id: 'kafka', name: 'org.apache.kafka', level: 'INFO' },
  { id: 'hadoop', name: 'org.apache.hadoop', level: 'INFO' },
  { id: 'zookeeper', name: 'org.apache.zookeeper', level: 'INFO' },
  {
    id: 'netty',
    name: 'org.apache.flink.shaded.akka.org.jboss.netty.channel.DefaultChannelPipeline',
    level: 'OFF',
    before: V1_14,
  },
  { id: 'netty', name: 'org.jboss.netty.channel.DefaultChannelPipeline', level: 'OFF', from: V1_14 },
];

/** The default loggers of the release with the user's levels, then the user's own, by name. */
export function effectiveLoggers(model: LoggingModel, version: LoggingVersion): NamedLogger[] {
  const library = libraryLoggers(version);
  const defaults = new Set(library.map((logger) => logger.name));
  const own = [...model.loggers.keys()].filter((name) => !defaults.has(name)).sort();
  return [
    ...library.map(({ id, name, level }) => ({ id, name, level: canonicalLevel(model.loggers.get(name) ?? level) })),
    ...own.map((name) => ({ id: userId(name), name, level: canonicalLevel(model.loggers.get(name)!) })),
  ];
}

/** A level as the frameworks spell it; both read it without regard to case. */
export function canonicalLevel(level: string): string {
  return level.toUpperCase();
}

function libraryLoggers({ major, minor }: LoggingVersion): LibraryLogger[] {
  const release = major * 100 + minor;
  return LIBRARY_LOGGERS.filter(({ from = 0, before = Infinity }) => release >= from && release < before);
}

/**
 * Derived from the name alone, so that another logger changes no id; no id of the table has an underscore. A dot would
 * end the id, and the escapes keep `a.b` and `a_b` apart.
 */
function userId(name: string): string {
  return `user_${name.replace(/[$_]/g, '$$$&').replaceAll('.', '_')}`;
}
