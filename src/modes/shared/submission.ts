import { hash } from 'node:crypto';
import { harden } from './hardening-decorator';
import { overrideTemplate } from './pod-template-override-decorator';
import { REPLACED } from './replaced';
import { asInCluster } from './submission-pod';
import { SUBMISSION_SCRIPT } from './submission-script';
import { type FlinkVersion } from '../../configuration/flink-version';
import { highAvailabilityKey } from '../../configuration/high-availability';
import { expandable, literal } from '../../kubernetes/expansion';
import { recommendedLabels } from '../../kubernetes/labels';
import { addToPod, toPodTemplate } from '../../model/flink-pod';
import { type JobModel } from '../../model/job-model';
import { type SessionJobModel, type SessionJobResource } from '../../model/session-job-model';

const CONF_VOLUME = 'flink-config-volume';
const CONF_DIR = '/opt/flink/cluster-conf';

/**
 * A Job that submits from the Flink image, for modes in which no operator does.
 *
 * The client has the configuration of the cluster, so that what is configured there holds for the job: a client's own would win over it.
 */
export function submission(model: SessionJobModel): SessionJobResource {
  const {
    clusterName,
    submission: { replace, backoffLimit },
  } = model;
  const labels = recommendedLabels(clusterName, 'job');
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    labels: { ...model.labels, ...labels },
    annotations: { ...(replace ? REPLACED : {}), ...model.annotations },
    spec: () => ({
      ...(backoffLimit === undefined ? {} : { backoffLimit }),
      template: toPodTemplate(pod(model, labels)),
    }),
  };
}

function pod(model: SessionJobModel, labels: { readonly [key: string]: string }): ReturnType<typeof addToPod> {
  const { configMapName, hardening, job, jobName, submission: given } = model;
  const cluster = model.cluster();
  const added = addToPod(given.template, {
    labels,
    spec: {
      restartPolicy: 'OnFailure',
      ...(given.serviceAccountName === undefined ? {} : { serviceAccountName: given.serviceAccountName }),
    },
    main: {
      name: 'submission',
      image: given.image,
      // The script comes first, as bash takes what follows as its arguments; Kubernetes takes the dollars that it would read as its own.
      command: ['bash', '-c', literal(SUBMISSION_SCRIPT), jobName],
      args: [
        ...identity(
          model,
          (cluster?.secretOptions ?? []).map(({ key, env }) => `-D${key}=$(${env})`),
        ),
        ...program(job, model),
      ],
      resources: given.resources,
    },
    volumes: [{ name: CONF_VOLUME, configMap: { name: configMapName } }],
    volumeMounts: [{ name: CONF_VOLUME, mountPath: CONF_DIR }],
  });
  const { podSecurityContext, securityContext, override } = given;
  return overrideTemplate(
    harden(asInCluster(added, cluster), hardening, { podSecurityContext, securityContext }),
    override,
  );
}

/** Where the job runs, which of its runs is wanted, and what is done with the others. */
function identity(model: SessionJobModel, secrets: readonly string[]): string[] {
  const { clusterName, jobName, job, rest, version } = model;
  const names = hash('sha256', `${clusterName}/${jobName}`).slice(0, 16);
  const client = clientOptions(model);
  const content = hash(
    'sha256',
    JSON.stringify([program(job, model), client, job.savepoint ?? null, job.artifact, model.submission.image]),
  );
  return [
    rest.serviceName,
    String(rest.port),
    names,
    content.slice(0, 8),
    job.state,
    job.upgradeMode ?? 'fail',
    job.savepoint?.path ?? '',
    isRunByClient(job) ? savepointKey(version) : 'run',
    String(client.length + secrets.length),
    ...client,
  ]
    .map(literal)
    .concat(secrets);
}

/** A client beside the cluster asks its REST endpoint, and nobody who leads. */
function clientOptions({ version, options }: SessionJobModel): string[] {
  return [`-D${highAvailabilityKey(version)}=NONE`, ...options.map(({ key, value }) => `-D${key}=${value}`)];
}

/** Whether the SQL client of the distribution runs the script itself. */
function isRunByClient({ artifact: { kind, jar } }: JobModel): boolean {
  return kind === 'sql' && jar === undefined;
}

function savepointKey(version: FlinkVersion): string {
  return version._isAtLeast('1.20') ? 'execution.state-recovery.path' : 'execution.savepoint.path';
}

/** What the client is told to run: options, the jar or the script, and the arguments of the program. */
function program(job: JobModel, { version }: SessionJobModel): string[] {
  const {
    artifact: { kind, jar, script = '' },
    args,
    scriptArgs,
    entryClass,
    parallelism,
    savepoint,
  } = job;
  if (isRunByClient(job)) {
    return ['-f', literal(script)];
  }
  const isPython = kind === 'python';
  return [
    ...option('--parallelism', parallelism === undefined ? undefined : String(parallelism)),
    ...(savepoint?.allowNonRestoredState === true ? ['--allowNonRestoredState'] : []),
    ...option(version._isAtLeast('1.18') ? '--claimMode' : '--restoreMode', savepoint?.claimMode),
    ...(isPython ? [...args.slice(0, scriptArgs), '--'] : option('--class', entryClass)),
    ...(jar === undefined ? [] : [jar.replace(/^local:\/\//, '')]),
  ]
    .map(literal)
    .concat(args.slice(isPython ? scriptArgs : 0).map(expandable));
}

function option(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, value];
}
