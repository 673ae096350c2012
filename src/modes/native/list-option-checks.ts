import { type KubernetesJobManagerParameters } from './parameters/job-manager-parameters';
import { type KubernetesParameters } from './parameters/kubernetes-parameters';
import { isDnsSubdomain } from '../../kubernetes/names';
import { tolerationProblem } from '../../kubernetes/toleration';
import { INVALID_TOLERATION } from '../../readers/fragment-readers';
import { INVALID_OBJECT_NAME } from '../../readers/grammar-readers';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';

type Item = ReadonlyMap<string, string>;

/** What Flink's client reads from a list of maps, and Kubernetes would not take, or would never see. */
export function checkTolerations({ role, tolerations }: KubernetesParameters, report: Report): void {
  for (const toleration of tolerations) {
    const problem = tolerationProblem(Object.fromEntries(toleration));
    if (problem !== undefined) {
      report(INVALID_TOLERATION, `configuration.kubernetes.${role}.tolerations`, textOf(toleration), { problem });
    }
  }
}

const VARIABLE = ['env', 'secret', 'key'];

/** A variable without a Secret or a key is sent as it is, and no pod is made of it. */
export function checkSecretVariables({ environmentSecrets }: KubernetesParameters, report: Report): void {
  for (const item of environmentSecrets) {
    const problem = incomplete(item, VARIABLE) ?? unknownField(item, VARIABLE);
    const secret = item.get('secret');
    if (problem !== undefined) {
      report(RULES['FLK-NAT-25'], 'configuration.kubernetes.env.secretKeyRef', undefined, { problem });
    } else if (!isDnsSubdomain(secret!)) {
      report(INVALID_OBJECT_NAME, 'configuration.kubernetes.env.secretKeyRef', secret, { hint: '' });
    }
  }
}

const OWNER = ['apiVersion', 'kind', 'name', 'uid'];
const OWNER_FLAGS = ['controller', 'blockOwnerDeletion'];

export function checkOwners({ ownerReferences }: KubernetesJobManagerParameters, report: Report): void {
  for (const owner of ownerReferences) {
    const flag = OWNER_FLAGS.find((name) => !/^(?:true|false)$/i.test(owner.get(name) ?? 'true'));
    const problem =
      incomplete(owner, OWNER) ??
      unknownField(owner, [...OWNER, ...OWNER_FLAGS]) ??
      (flag && `${flag} is neither true nor false`);
    if (problem !== undefined) {
      report(RULES['FLK-NAT-26'], 'configuration.kubernetes.jobmanager.owner.reference', textOf(owner), { problem });
    }
  }
}

function incomplete(item: Item, fields: readonly string[]): string | undefined {
  const missing = fields.find((field) => (item.get(field) ?? '').trim() === '');
  return missing === undefined ? undefined : `${missing} is missing`;
}

function unknownField(item: Item, fields: readonly string[]): string | undefined {
  const unknown = [...item.keys()].find((field) => !fields.includes(field));
  return unknown === undefined ? undefined : `${unknown} is no part of it`;
}

function textOf(item: Item): string {
  return [...item].map(([field, value]) => `${field}:${value}`).join(',');
}
