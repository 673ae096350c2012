import { type NativeContext, nativeRule } from './native-context';
import { CLIENT } from './sources';
import { Keys } from '../../../configuration/keys';
import { type Check, checkOf } from '../../../validation/check';
import { Sources } from '../../../validation/rule';
import { type KubernetesParameters, MEBIBYTE } from '../parameters/kubernetes-parameters';

/** Rules about options whose values Flink's client accepts, but which do not result in the pods that they describe. */

const SECRET_VARIABLES = 'kubernetes.env.secretKeyRef';
const OWNER_REFERENCE = 'kubernetes.jobmanager.owner.reference';
const UPLOADS = 'kubernetes.artifacts.local-upload-enabled';

type Item = ReadonlyMap<string, string>;

const roleRule = checkOf<KubernetesParameters>();

export const IMPOSSIBLE_CORES = roleRule({
  id: 'FLK-NAT-21',
  severity: 'error',
  rule: 'a container cannot have this number of cores',
  fix: 'use a number above 0',
  source: Sources.KUBERNETES,
  find({ role, statedCpu: cores }, report) {
    // Flink gives such a TaskManager one core per slot, and such a JobManager none.
    if (cores !== undefined && !(cores > 0 && Number.isFinite(cores))) {
      report(`configuration.kubernetes.${role}.cpu.amount`, String(cores));
    }
  },
});

export const TOTAL_IGNORED = nativeRule({
  id: 'FLK-NAT-27',
  severity: 'warning',
  rule: 'Flink {release} sizes TaskManagers by the parts of their memory: to {pod}, regardless of {source}',
  fix: 'set only the total, or only the parts',
  source: 'Flink: ActiveResourceManagerFactory',
  find({ cluster: { options, version, taskManager: role }, taskManager }, report) {
    const { isSizedByParts, memory: pod, processRefusal } = taskManager;
    const total = role.memory?.totalProcess;
    if (total === undefined || !isSizedByParts || processRefusal !== undefined) {
      return;
    }
    if (Math.floor(total / MEBIBYTE) !== pod) {
      const key = Keys.TASK_MANAGER_PROCESS_SIZE;
      const source = options.entry(key)?.source ?? 'an older option';
      const facts = { release: version.releaseLine, pod: `${pod}Mi`, source };
      report(`configuration.${key}`, `${total / MEBIBYTE}Mi`, facts);
    }
  },
});

const VARIABLE = ['env', 'secret', 'key'];

export const INCOMPLETE_SECRET_VARIABLE = nativeRule({
  id: 'FLK-NAT-25',
  severity: 'error',
  rule: 'a variable from a Secret has the fields env, secret and key: {problem}',
  fix: 'use env:NAME,secret:NAME,key:KEY',
  source: CLIENT,
  find({ jobManager }, report) {
    for (const item of jobManager.environmentSecrets) {
      const problem = missingField(item, VARIABLE) ?? unknownField(item, VARIABLE);
      if (problem !== undefined) {
        report(`configuration.${SECRET_VARIABLES}`, undefined, { problem });
      }
    }
  },
});

const OWNER = ['apiVersion', 'kind', 'name', 'uid'];
const OWNER_FLAGS = ['controller', 'blockOwnerDeletion'];

export const INVALID_OWNER = nativeRule({
  id: 'FLK-NAT-26',
  severity: 'error',
  rule: 'an owner reference has apiVersion, kind, name and uid, and flags that are true or false: {problem}',
  fix: 'use apiVersion, kind, name and uid, and optionally controller and blockOwnerDeletion',
  source: Sources.KUBERNETES,
  find({ jobManager }, report) {
    for (const owner of jobManager.ownerReferences) {
      const problem =
        missingField(owner, OWNER) ?? unknownField(owner, [...OWNER, ...OWNER_FLAGS]) ?? unreadableFlag(owner);
      if (problem !== undefined) {
        report(`configuration.${OWNER_REFERENCE}`, textOf(owner), { problem });
      }
    }
  },
});

export const UPLOAD_OF_JARS = nativeRule({
  id: 'FLK-NAT-22',
  severity: 'error',
  rule: "Flink's client would upload local jars when it submits, but manifests upload nothing",
  fix: 'remove it, and use the URI of the jar or put the jar into the image',
  source: CLIENT,
  find({ cluster: { options } }, report) {
    const uploads = options.get(UPLOADS);
    if (uploads?.toLowerCase() === 'true') {
      report(`configuration.${UPLOADS}`, uploads);
    }
  },
});

/** Rules about the variables and the owners of the JobManager, for all releases. */
export const LIST_RULES: readonly Check<NativeContext>[] = [INCOMPLETE_SECRET_VARIABLE, INVALID_OWNER];

/** Whether a variable of `kubernetes.env.secretKeyRef` has exactly the fields that it needs. */
export function isCompleteVariable(item: Item): boolean {
  return (missingField(item, VARIABLE) ?? unknownField(item, VARIABLE)) === undefined;
}

/** An item of a list of maps as Flink writes it. */
export function textOf(item: Item): string {
  return [...item].map(([field, value]) => `${field}:${value}`).join(',');
}

function missingField(item: Item, fields: readonly string[]): string | undefined {
  const missing = fields.find((field) => (item.get(field) ?? '').trim() === '');
  return missing === undefined ? undefined : `${missing} is missing`;
}

function unknownField(item: Item, fields: readonly string[]): string | undefined {
  const unknown = [...item.keys()].find((field) => !fields.includes(field));
  return unknown === undefined ? undefined : `${unknown} is not a field of it`;
}

function unreadableFlag(owner: Item): string | undefined {
  const flag = OWNER_FLAGS.find((name) => !/^(?:true|false)$/i.test(owner.get(name) ?? 'true'));
  return flag && `${flag} is neither true nor false`;
}
