import { EffectiveOptions } from './effective-options';
import { expandIngress, ingressObject } from './ingress';
import { deploymentContext, type Judgement, operatorRule } from './judge';
import { type Surroundings } from './rules/context';
import { Keys, PORTS } from '../configuration/keys';
import { parseInteger } from '../configuration/parsing/integer';
import { type Rule } from '../validation/rule';
import { RULES } from '../validation/rules';

const MANAGE = 'kubernetes.operator.ingress.manage';
/** What ends the deployment before the operator comes to the ingress. */
const ENDS_DEPLOYMENT: ReadonlySet<Rule> = new Set([
  RULES['FLK-OPR-74'],
  RULES['FLK-OPR-75'],
  RULES['FLK-OPR-76'],
  RULES['FLK-OPR-79'],
  RULES['FLK-OPR-84'],
]);

function isRefused(rule: Rule): boolean {
  const stage = operatorRule(rule)?.stage;
  return stage === 'validation' || stage === 'crash';
}

/** The Ingress that the operator creates for a new FlinkDeployment, if it comes to that; without the reference to its owner. */
export function ingressesOf({ resource, found }: Judgement, surroundings: Surroundings): object[] {
  if (resource?.kind !== 'FlinkDeployment' || found.some(({ rule }) => isRefused(rule) || ENDS_DEPLOYMENT.has(rule))) {
    return [];
  }
  const { name, namespace, spec } = resource;
  const isSuspended = spec!.job !== null && spec!.job.state !== 'running';
  const { release, config } = surroundings;
  const isManaged =
    !release.isAtLeast('1.13') ||
    new EffectiveOptions(release, config, '', null).get(MANAGE)?.toLowerCase() !== 'false';
  const template = spec!.ingress?.template ?? null;
  const expanded = template === null ? undefined : expandIngress(template, name!, namespace);
  if (isSuspended || !isManaged || expanded === undefined || 'problem' in expanded) {
    return [];
  }
  const port = parseInteger(deploymentContext(resource, surroundings).options.findFlink(Keys.REST_PORT)?.text ?? '');
  const restPort = 'value' in port ? port.value : PORTS[Keys.REST_PORT];
  const owner = { name: name!, namespace, restService: `${name}-rest`, restPort, isLabelled: release.isAtLeast('1.8') };
  return [ingressObject(spec!.ingress!, expanded, owner)];
}
