import { type Client, configFile } from './client';
import { set } from './entries';
import { OptionValues } from './option-values';
import { APPLICATION_RULES } from './rules/application-rules';
import { type OptionEntry } from '../../configuration/flink-options';
import { type FlinkVersion } from '../../configuration/flink-version';
import { Keys } from '../../configuration/keys';
import { optionName } from '../../configuration/renamed-options';
import { flowText } from '../../configuration/yaml/flow-text';
import { type YamlValue } from '../../configuration/yaml/value';
import { type ClusterModel } from '../../model/cluster-model';
import { type JobModel } from '../../model/job-model';
import { runChecks } from '../../validation/check';
import { type Problem, reporter } from '../../validation/problem';

const JARS = 'pipeline.jars';
const CLASSPATHS = 'pipeline.classpaths';
const ATTACHED = 'execution.attached';
const ARTIFACTS = 'user.artifacts.artifact-list';
const UPLOADS = 'kubernetes.artifacts.local-upload-enabled';
const UPLOAD_TARGET = 'kubernetes.artifacts.local-upload-target';

/** Adds the options of an application, as Flink's command line and its descriptor set them. */
export function withApplication(cluster: ClusterModel, client: Client, problems: Problem[]): ClusterModel {
  const { job, options } = cluster;
  if (job === undefined) {
    return cluster;
  }
  const { jar } = job.artifact;
  runChecks(APPLICATION_RULES, { cluster, client, jar }, (part) => reporter(problems, part));
  const application = new Application(job, cluster, client);
  return { ...cluster, options: options.changed(application.options()) };
}

class Application {
  private readonly version: FlinkVersion;
  private readonly values: OptionValues;
  private readonly isStandard: boolean;

  constructor(
    private readonly job: JobModel,
    { options, version }: ClusterModel,
    private readonly client: Client,
  ) {
    const { dialect } = configFile(client, version);
    this.version = version;
    this.values = new OptionValues(options, version, dialect);
    this.isStandard = dialect === 'standard';
  }

  public options(): OptionEntry[] {
    const { args, artifact, entryClass } = this.job;
    return [
      ...this.list('$internal.application.program-args', args),
      ...(entryClass === undefined ? [] : [set('$internal.application.main', entryClass)]),
      ...(this.client.isCommandLine ? this.ofCommandLine() : []),
      ...(this.values.boolean(UPLOADS) === true ? this.uploads(artifact.jar) : this.jars(artifact.jar)),
    ];
  }

  /** Options that the command line adds to those of its caller. */
  private ofCommandLine(): OptionEntry[] {
    const { version, values } = this;
    const { parallelism, savepoint } = this.job;
    const { allowNonRestoredState = false, claimMode = 'NO_CLAIM' } = savepoint ?? {};
    return [
      set(ATTACHED, values.text(ATTACHED) ?? 'true', values.boolean(ATTACHED) ?? true),
      set('execution.shutdown-on-attached-exit', 'false', false),
      set(optionName(version, 'unclaimedState'), String(allowNonRestoredState), allowNonRestoredState),
      ...(savepoint === undefined ? [] : [set(optionName(version, 'savepointPath'), savepoint.path)]),
      ...(version._can('namesClaimModes') ? [set(optionName(version, 'claimMode'), claimMode)] : []),
      ...(parallelism === undefined ? [] : [set(Keys.PARALLELISM, String(parallelism), BigInt(parallelism))]),
      ...this.list(CLASSPATHS, values.list(CLASSPATHS).map(urlText)),
    ];
  }

  private jars(jar: string | undefined): OptionEntry[] {
    if (jar === undefined) {
      return [];
    }
    return this.client.isCommandLine ? this.list(JARS, [jar.startsWith('/') ? `file:${jar}` : jar]) : [set(JARS, jar)];
  }

  /** Jars and artifacts of the client, which it uploads and then names by their new locations. */
  private uploads(jar: string | undefined): OptionEntry[] {
    const target = this.values.text(UPLOAD_TARGET) ?? '';
    const artifacts = this.values.list(ARTIFACTS);
    return [
      ...(jar === undefined ? [] : this.list(JARS, [uploaded(jar, target)])),
      ...(artifacts.length === 0
        ? []
        : this.list(
            ARTIFACTS,
            artifacts.map((uri) => uploaded(uri, target)),
          )),
    ];
  }

  /** A list in the notation of the configuration file. */
  private list(key: string, items: readonly string[]): OptionEntry[] {
    if (!this.isStandard) {
      return [set(key, items.map(quoted).join(';'))];
    }
    if (items.length === 0 && this.version._can('omitsEmptyLists')) {
      return [];
    }
    const typed: YamlValue = [...items];
    return [set(key, flowText(typed), typed)];
  }
}

/** The URI of a file after the upload; only files of the client are uploaded. */
function uploaded(uri: string, target: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return uri.startsWith('local:') ? urlText(`${target.replace(/\/$/, '')}/${name}`) : uri;
}

/** A URL as Java prints it: without the slashes of an empty authority. */
function urlText(url: string): string {
  return url.replace(/^file:\/\/\//, 'file:/');
}

function quoted(item: string): string {
  return /[;'"]/.test(item) ? `'${item.replaceAll("'", "''")}'` : item;
}
