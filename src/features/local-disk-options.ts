import { type Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { type EmptyDirDiskOptions, type EphemeralVolumeDiskOptions, type LocalDiskOptions } from './local-disk';
import { type LocalRecoveryClaimOptions } from './local-recovery';
import { readOptions } from './read-options';
import { dnsSubdomain } from '../collection/grammar-readers';
import { size } from '../collection/size-reader';
import { type FlinkVersion } from '../configuration/flink-version';
import { Keys } from '../configuration/keys';
import { binaryQuantity } from '../kubernetes/quantity';
import { type Wire } from '../kubernetes/wire';
import { type FlinkContribution, type IFlinkContext } from '../model/contribution';
import { type Fields, having, nonEmptyText } from '../validation/readers';

const CLAIM_FIELDS: Fields<LocalRecoveryClaimOptions> = {
  size,
  storageClassName: dnsSubdomain,
  mountPath: nonEmptyText,
};
const EMPTY_DIR_FIELDS: Fields<EmptyDirDiskOptions> = { sizeLimit: size, mountPath: nonEmptyText };
const SHARED_FIELDS: Fields<LocalDiskOptions & { claim?: { name: string } }> = {
  claim: having<{ name: string }>('a PersistentVolumeClaim, such as PersistentVolumeClaim.fromClaimName(…)', 'name'),
  mountPath: nonEmptyText,
};

/** Names and places of the documents. */
const CLAIM = 'pv';
const CLAIM_PATH = '/pv';
const DISK = 'local-disk';
const DISK_PATH = '/scratch';

/** Copies of the last checkpoint on volumes of their own. */
export function recoveryOnClaims(given: LocalRecoveryClaimOptions, { version }: IFlinkContext): FlinkContribution {
  const { options, problems } = readOptions(given, CLAIM_FIELDS, 'localRecovery', ['size']);
  const { mountPath = CLAIM_PATH } = options;
  return {
    configuration: { ...recovery(version), [Keys.TASK_MANAGER_WORKING_DIR]: mountPath },
    taskManager: { volumeMounts: [{ name: CLAIM, mountPath }] },
    taskManagerVolumeClaims: [{ metadata: { name: CLAIM }, spec: claimSpec(options.size, options.storageClassName) }],
    problems,
  };
}

/** Copies of the last checkpoint wherever local state is. */
export function recoveryInPods({ version }: IFlinkContext): FlinkContribution {
  return { configuration: recovery(version) };
}

/** From 1.20 on there are two switches, to write the copies and to read them. */
function recovery(version: FlinkVersion): { [key: string]: unknown } {
  return version._isAtLeast('1.20')
    ? { 'execution.checkpointing.local-backup.enabled': true, 'execution.state-recovery.from-local': true }
    : { 'state.backend.local-recovery': true };
}

export function emptyDirDisk(given: EmptyDirDiskOptions, { version }: IFlinkContext): FlinkContribution {
  const { options, problems } = readOptions(given, EMPTY_DIR_FIELDS, 'localDisk');
  const emptyDir = options.sizeLimit === undefined ? {} : { sizeLimit: quantity(options.sizeLimit) };
  return { ...disk({ emptyDir }, options.mountPath, version), problems };
}

export function ephemeralVolumeDisk(given: EphemeralVolumeDiskOptions, { version }: IFlinkContext): FlinkContribution {
  const { options, problems } = readOptions(given, CLAIM_FIELDS, 'localDisk', ['size']);
  const ephemeral = { volumeClaimTemplate: { spec: claimSpec(options.size, options.storageClassName) } };
  return { ...disk({ ephemeral }, options.mountPath, version), problems };
}

export function claimDisk(
  claim: kplus.IPersistentVolumeClaim,
  given: LocalDiskOptions,
  { version }: IFlinkContext,
): FlinkContribution {
  const { options, problems } = readOptions({ ...given, claim }, SHARED_FIELDS, 'localDisk', ['claim']);
  return {
    ...disk({ persistentVolumeClaim: { claimName: options.claim?.name ?? '' } }, options.mountPath, version),
    problems,
  };
}

/** Before 1.15 there is no working directory, and the same files have a key each. */
function disk(volume: Wire, mountPath = DISK_PATH, version: FlinkVersion): FlinkContribution {
  const root = mountPath.replace(/\/+$/, '');
  const configuration = version._isAtLeast('1.15')
    ? { [Keys.TASK_MANAGER_WORKING_DIR]: mountPath }
    : {
        'state.backend.rocksdb.localdir': `${root}/rocksdb`,
        'taskmanager.state.local.root-dirs': `${root}/local-recovery`,
      };
  return {
    configuration,
    taskManager: { volumes: [{ name: DISK, ...volume }], volumeMounts: [{ name: DISK, mountPath }] },
  };
}

function claimSpec(requested: Size | undefined, storageClassName: string | undefined): Wire {
  return {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: requested === undefined ? '' : quantity(requested) } },
    ...(storageClassName === undefined ? {} : { storageClassName }),
  };
}

function quantity(given: Size): string {
  return binaryQuantity(given.toKibibytes() * 1024);
}
