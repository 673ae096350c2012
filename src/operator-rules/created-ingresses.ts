import { EffectiveOptions } from './effective-options';
import { expandIngress, ingressObject } from './ingress';
import { type Judgement } from './judge';
import { rejectsResource } from './operator-rule';
import { OVERLAPPING_OPTIONS } from './rules/cluster-option-rules';
import { DYNAMIC_RPC_PORT, INVALID_PULL_POLICY } from './rules/cluster-rules';
import { deploymentContext, type Surroundings } from './rules/context';
import { JAR_RULES } from './rules/jar-rules';
import { MEMORY_TOO_SMALL, RESOURCES_WITHOUT_MEMORY } from './rules/role-rules';
import { Keys, PORTS } from '../configuration/keys';
import { parseInteger } from '../configuration/parsing/integer';
import { type Rule } from '../validation/rule';

const MANAGE = 'kubernetes.operator.ingress.manage';

/** Violations at which the deployment ends before the operator creates the Ingress. */
function endsDeployment(rule: Rule): boolean {
  return [
    OVERLAPPING_OPTIONS,
    INVALID_PULL_POLICY,
    DYNAMIC_RPC_PORT,
    MEMORY_TOO_SMALL,
    RESOURCES_WITHOUT_MEMORY,
    ...JAR_RULES,
  ].some(({ id }) => id === rule.id);
}

/** The Ingresses that the operator creates for a new FlinkDeployment, without their owner references. */
export function ingressesOf({ resource, found }: Judgement, surroundings: Surroundings): object[] {
  if (resource?.kind !== 'FlinkDeployment' || found.some(({ rule }) => rejectsResource(rule) || endsDeployment(rule))) {
    return [];
  }
  const { name, namespace, spec } = resource;
  const isSuspended = spec!.job !== null && spec!.job.state !== 'running';
  const template = spec!.ingress?.template ?? null;
  const expanded = template === null ? undefined : expandIngress(template, name!, namespace);
  if (isSuspended || !isManaged(surroundings) || expanded === undefined || 'problem' in expanded) {
    return [];
  }
  const port = parseInteger(deploymentContext(resource, surroundings).options.findFlink(Keys.REST_PORT)?.text ?? '');
  const restPort = 'value' in port ? port.value : PORTS[Keys.REST_PORT];
  const isLabelled = surroundings.release.can('labelsIngresses');
  const owner = { name: name!, namespace, restService: `${name}-rest`, restPort, isLabelled };
  return [ingressObject(spec!.ingress!, expanded, owner)];
}

function isManaged({ release, config }: Surroundings): boolean {
  const manage = new EffectiveOptions(release, config, '', null).get(MANAGE);
  return !release.can('readsIngressSwitch') || manage?.toLowerCase() !== 'false';
}
