import { clusterRule } from './cluster-rule';
import { type JobContext, jobRule } from './job-context';
import { firstRelease } from '../configuration/releases';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type Check } from '../validation/check';
import { Sources } from '../validation/rule';

/** Rules about the savepoint that a job starts from. Its file system is checked with those of all other URIs. */

export const NO_CLAIM_MODES = jobRule({
  id: 'FLK-JOB-36',
  severity: 'error',
  rule: 'Flink {release} has no claim modes, which exist since {first}',
  fix: 'remove it',
  source: 'FLIP-193: ownership of snapshots',
  find({ job: { savepoint }, version }, report) {
    if (savepoint?.claimMode !== undefined && !version._can('namesClaimModes')) {
      const facts = { release: version.releaseLine, first: firstRelease('namesClaimModes') };
      report('job.savepoint.claimMode', savepoint.claimMode, facts);
    }
  },
});

export const LEGACY_CLAIM_MODE = jobRule({
  id: 'FLK-JOB-37',
  severity: 'error',
  rule: 'Flink {release} has no claim mode LEGACY',
  fix: 'write SavepointClaimMode.NO_CLAIM',
  source: 'Flink 2.0: release notes',
  find({ job: { savepoint }, version }, report) {
    if (savepoint?.claimMode === 'LEGACY' && version._can('namesClaimModes') && !version._can('hasLegacyClaimMode')) {
      report('job.savepoint.claimMode', savepoint.claimMode, { release: version.releaseLine });
    }
  },
});

export const OVERWRITTEN_CLAIM_MODE = jobRule({
  id: 'FLK-JOB-05',
  severity: 'error',
  rule: 'a standalone application overwrites it with NO_CLAIM',
  fix: 'remove it, or use native or operator mode',
  source: 'Flink: entry point of standalone applications',
  find({ job: { savepoint }, version, traits, isApplication }, report) {
    const { claimMode = 'NO_CLAIM' } = savepoint ?? {};
    const exists = version._can('namesClaimModes') && (claimMode !== 'LEGACY' || version._can('hasLegacyClaimMode'));
    if (isApplication && traits.usesStandaloneEntryPoint && claimMode !== 'NO_CLAIM' && exists) {
      report('job.savepoint.claimMode', claimMode);
    }
  },
});

/** Rules about the owner of a savepoint, in the order in which they are checked. */
export const CLAIM_MODE_RULES: readonly Check<JobContext>[] = [
  NO_CLAIM_MODES,
  LEGACY_CLAIM_MODE,
  OVERWRITTEN_CLAIM_MODE,
];

export const SAVEPOINT_ON_NO_VOLUME = clusterRule({
  id: 'FLK-JOB-13',
  severity: 'error',
  rule: 'no volume of the JobManager is mounted there',
  fix: 'mount the volume with the savepoint, or use another file system',
  source: Sources.FLINK,
  find({ cluster: { job, jobManager } }, report) {
    const uri = job?.savepoint?.path;
    const path = /^file:(?:\/\/)?(\/.*)$/.exec(uri ?? '')?.[1];
    const mounts = (jobManager.template.main.volumeMounts ?? []) as ManifestJson[];
    if (
      path !== undefined &&
      jobManager.override === undefined &&
      !mounts.some(({ mountPath }) => path.startsWith(`${String(mountPath).replace(/\/+$/, '')}/`))
    ) {
      report('job.savepoint.path', uri);
    }
  },
});
