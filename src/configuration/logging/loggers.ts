import { type LoggingModel, type LoggingVersion } from './model';
import { type CapabilityName, isCapable } from '../releases';

/** A logger in a file; the id distinguishes the entries of a properties file. */
export interface NamedLogger {
  readonly id: string;
  readonly name: string;
  readonly level: string;
}

interface LibraryLogger extends NamedLogger {
  /** A capability of the releases that have the logger. */
  readonly since?: CapabilityName;
  /** A capability of the releases that do not have it. */
  readonly until?: CapabilityName;
}

/** The loggers in the Flink documentation of each release. */
const LIBRARY_LOGGERS: readonly LibraryLogger[] = [
  { id: 'akka', name: 'akka', level: 'INFO', until: 'usesPekko' },
  { id: 'pekko', name: 'org.apache.pekko', level: 'INFO', since: 'usesPekko' },
  { id: 'kafka', name: 'org.apache.kafka', level: 'INFO' },
  { id: 'hadoop', name: 'org.apache.hadoop', level: 'INFO' },
  { id: 'zookeeper', name: 'org.apache.zookeeper', level: 'INFO' },
  {
    id: 'netty',
    name: 'org.apache.flink.shaded.akka.org.jboss.netty.channel.DefaultChannelPipeline',
    level: 'OFF',
    until: 'isolatesAkka',
  },
  { id: 'netty', name: 'org.jboss.netty.channel.DefaultChannelPipeline', level: 'OFF', since: 'isolatesAkka' },
];

/** The default loggers of the release, with levels of the user, then further loggers of the user, by name. */
export function effectiveLoggers(model: LoggingModel, version: LoggingVersion): NamedLogger[] {
  const library = libraryLoggers(version);
  const defaults = new Set(library.map((logger) => logger.name));
  const own = [...model.loggers.keys()].filter((name) => !defaults.has(name)).sort();
  return [
    ...library.map(({ id, name, level }) => ({ id, name, level: canonicalLevel(model.loggers.get(name) ?? level) })),
    ...own.map((name) => ({ id: userId(name), name, level: canonicalLevel(model.loggers.get(name)!) })),
  ];
}

/** A level in the notation of the frameworks, which ignore case. */
export function canonicalLevel(level: string): string {
  return level.toUpperCase();
}

function libraryLoggers({ major, minor }: LoggingVersion): LibraryLogger[] {
  const release = { majorVersion: major, minorVersion: minor };
  return LIBRARY_LOGGERS.filter(
    ({ since, until }) =>
      (since === undefined || isCapable(release, since)) && !(until !== undefined && isCapable(release, until)),
  );
}

/**
 * Derived only from the name, so that another logger does not change it; the ids of the table have no underscore. A dot
 * would end the id, and the escapes distinguish `a.b` and `a_b`.
 */
function userId(name: string): string {
  return `user_${name.replace(/[$_]/g, '$$$&').replaceAll('.', '_')}`;
}
