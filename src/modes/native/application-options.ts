import { type Client, configFile } from './client';
import { OptionValues } from './option-values';
import { releaseOf } from './release';
import { LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { type FlinkVersion } from '../../configuration/flink-version';
import { Keys } from '../../configuration/keys';
import { flowText } from '../../configuration/yaml/flow-text';
import { type YamlValue } from '../../configuration/yaml/value';
import { type ClusterModel } from '../../model/cluster-model';
import { type JobModel } from '../../model/job-model';
import { type Problem, type Report, reporter } from '../../validation/problem';
import { RULES } from '../../validation/rules';

const JARS = 'pipeline.jars';
const CLASSPATHS = 'pipeline.classpaths';
const ATTACHED = 'execution.attached';
const TARGET = 'execution.target';
const ARTIFACTS = 'user.artifacts.artifact-list';
const UPLOADS = 'kubernetes.artifacts.local-upload-enabled';

/** The options that say what an application cluster runs, as Flink's command line and its descriptor state them. */
export function withApplication(cluster: ClusterModel, client: Client, problems: Problem[]): ClusterModel {
  const { job, version } = cluster;
  if (job === undefined) {
    return cluster;
  }
  const writer = new Writer(version, configFile(client, version).dialect === 'standard' && version._isAtLeast('1.19'));
  const values = new OptionValues(cluster.options, version, configFile(client, version).dialect);
  const { jar } = job.artifact;
  refuse(cluster, jar, client, reporter(problems, 'cluster'));
  const stated = [
    ...writer.list('$internal.application.program-args', job.args),
    ...(job.entryClass === undefined ? [] : [set('$internal.application.main', job.entryClass)]),
    ...(client.isCommandLine ? commandLine(job, values, version, writer) : []),
    ...uploaded(jar, values, client, writer),
  ];
  return { ...cluster, options: cluster.options.changed(stated) };
}

/** What Flink's client would not submit. */
function refuse({ options, version }: ClusterModel, jar: string | undefined, client: Client, report: Report): void {
  if (jar !== undefined && !isUri(jar)) {
    report(RULES['FLK-NAT-24'], 'job.artifact', jar);
  } else if (jar !== undefined && !releaseOf(version).takesAnyJar && !/^local:\//i.test(jar)) {
    report(RULES['FLK-NAT-20'], 'job.artifact', jar, { release: version.releaseLine });
  }
  // What the client's file says, the command line says otherwise.
  const target = options.entries.find(({ key, kind }) => key === TARGET && kind === 'explicit')?.value;
  if (client.isCommandLine && target !== undefined && target.toLowerCase() !== 'kubernetes-application') {
    report(RULES['FLK-NAT-03'], `configuration.${TARGET}`, target, {
      problem: 'it must be kubernetes-application, or be left out',
    });
  }
}

/** Whether Java reads it as a URI: no blanks, brackets or backslashes, and percent signs only before two digits. */
function isUri(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are among what is refused
  return (
    /^(?:[a-z][a-z0-9+.-]*:(?!#|$)|[^:]*(?:\/|$))/i.test(text) &&
    !/[\u0000- "<>[\\\]^`{|}\u007f]|%(?![0-9a-f]{2})/i.test(text)
  );
}

/** What the command line adds to the options that were given to it. */
function commandLine(
  { parallelism, savepoint }: JobModel,
  values: OptionValues,
  version: FlinkVersion,
  writer: Writer,
): OptionEntry[] {
  const names = version._isAtLeast('1.20')
    ? {
        path: 'execution.state-recovery.path',
        ignore: 'execution.state-recovery.ignore-unclaimed-state',
        claim: 'execution.state-recovery.claim-mode',
      }
    : {
        path: 'execution.savepoint.path',
        ignore: 'execution.savepoint.ignore-unclaimed-state',
        claim: 'execution.savepoint-restore-mode',
      };
  return [
    set(ATTACHED, values.text(ATTACHED) ?? 'true', values.boolean(ATTACHED) ?? true),
    set('execution.shutdown-on-attached-exit', 'false', false),
    set(names.ignore, String(savepoint?.allowNonRestoredState ?? false), savepoint?.allowNonRestoredState ?? false),
    ...(savepoint === undefined ? [] : [set(names.path, savepoint.path)]),
    ...(version._isAtLeast('1.15') ? [set(names.claim, savepoint?.claimMode ?? 'NO_CLAIM')] : []),
    ...(parallelism === undefined ? [] : [set(Keys.PARALLELISM, String(parallelism), BigInt(parallelism))]),
    ...writer.list(CLASSPATHS, values.list(CLASSPATHS).map(urlText)),
  ];
}

/** Jars of the client that it uploads before it names them; others are named as they are. */
function uploaded(jar: string | undefined, values: OptionValues, client: Client, writer: Writer): OptionEntry[] {
  if (values.boolean(UPLOADS) !== true) {
    return jar === undefined
      ? []
      : client.isCommandLine
        ? writer.list(JARS, [jar.startsWith('/') ? `file:${jar}` : jar])
        : [set(JARS, jar)];
  }
  const target = values.text('kubernetes.artifacts.local-upload-target') ?? '';
  const nameOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);
  const place = (uri: string): string =>
    uri.startsWith('local:') ? urlText(`${target.replace(/\/$/, '')}/${nameOf(uri)}`) : uri;
  const artifacts = values.list(ARTIFACTS);
  return [
    ...(jar === undefined ? [] : writer.list(JARS, [place(jar)])),
    ...(artifacts.length === 0 ? [] : writer.list(ARTIFACTS, artifacts.map(place))),
  ];
}

/** A URL as Java prints it: without slashes for an authority that is empty. */
function urlText(url: string): string {
  return url.replace(/^file:\/\/\//, 'file:/');
}

/** Writes lists as the release and its file have them. */
class Writer {
  constructor(
    private readonly version: FlinkVersion,
    private readonly isStandard: boolean,
  ) {}

  public list(key: string, items: readonly string[]): OptionEntry[] {
    if (!this.isStandard) {
      return [set(key, items.map(quoted).join(';'))];
    }
    if (items.length === 0 && this.version._isAtLeast('2.0')) {
      return [];
    }
    const typed: YamlValue = [...items];
    return [set(key, flowText(typed), typed)];
  }
}

function quoted(item: string): string {
  return /[;'"]/.test(item) ? `'${item.replaceAll("'", "''")}'` : item;
}

function set(key: string, value: string, typed?: YamlValue): OptionEntry {
  return { key, value, ...(typed === undefined ? {} : { typed }), kind: 'explicit', source: LIBRARY };
}
