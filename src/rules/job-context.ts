import { type ClusterContext } from './cluster-rule';
import { type FlinkVersion } from '../configuration/flink-version';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type ClusterModel } from '../model/cluster-model';
import { type JobModel } from '../model/job-model';
import { type ModeTraits } from '../model/mode-traits';
import { checkOf } from '../validation/check';

/** What rules look at that hold for the jobs of applications and for those on session clusters. */
export interface JobContext {
  readonly job: JobModel;
  readonly version: FlinkVersion;
  readonly traits: ModeTraits;
  /** Whether the job is that of an application, whose JobManager runs the program itself. */
  readonly isApplication: boolean;
  /** Whether the image that runs the program is not the official one. */
  readonly hasOwnImage: boolean;
  /** The container that runs the program; absent if Kubernetes does not pass the arguments to the program. */
  readonly program?: ProgramContainer;
  /** The cluster that runs the job, if it is created in this app. */
  readonly cluster?: ClusterModel;
}

/** The container in whose arguments Kubernetes replaces references to variables. */
export interface ProgramContainer {
  /** What runs the program, for messages. */
  readonly owner: string;
  /** The properties that define its variables, for messages. */
  readonly properties: string;
  /** The names of its variables; `undefined` if they are not known at synthesis. */
  variables(): ReadonlySet<unknown> | undefined;
}

/** Defines a rule for the jobs of applications and for those on session clusters. */
export const jobRule = checkOf<JobContext>();

/** The context of the job of an application cluster. */
export function ofApplication({ cluster, traits }: ClusterContext): JobContext {
  const { jobManager, version } = cluster;
  const { override, secretEnv, stated, template } = jobManager;
  return {
    // These rules are only run for clusters with a job.
    job: cluster.job!,
    version,
    traits,
    isApplication: true,
    hasOwnImage: stated.image,
    program: traits.expandsArguments
      ? {
          owner: 'the JobManager',
          properties: 'env or envValues',
          variables: () => variablesOf(template.main, override, secretEnv),
        }
      : undefined,
    cluster,
  };
}

/** The names of the variables of a container; `undefined` if sources or an override can define others. */
export function variablesOf(
  { env, envFrom }: ManifestJson,
  override: ManifestJson | undefined,
  more: readonly { readonly name: string }[] = [],
): ReadonlySet<unknown> | undefined {
  if (envFrom !== undefined || override !== undefined) {
    return undefined;
  }
  return new Set([...((env ?? []) as ManifestJson[]), ...more].map(({ name }) => name));
}
