import { type Surroundings } from './context';
import { CHECKPOINT_DIR, SAVEPOINT_DIR } from './job-rules';
import { ingressRule } from './later-rules';
import { isBlank, isDeploymentName, LONGEST_NAME } from './text';
import { parseDuration } from '../../configuration/parsing/duration';
import { toDns1035Label } from '../../kubernetes/names';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { EffectiveOptions } from '../effective-options';
import { expandIngress } from '../ingress';
import { type BlueGreenSpec, type DeploymentSpec, type ReadResource } from '../reading/specs';

/** The longer of the two endings that the names of the children get. */
const LONGEST_SUFFIX = '-green';
const DURATIONS = /^kubernetes\.operator\.bluegreen\./;

/** What is asked of a FlinkBlueGreenDeployment: by nobody, until a transition fails. */
export function blueGreenRules(
  resource: ReadResource<BlueGreenSpec>,
  surroundings: Surroundings,
  report: Report,
): void {
  const { name, spec } = resource;
  if (name === null || !isDeploymentName(`${name}${LONGEST_SUFFIX}`)) {
    const suggestion = toDns1035Label(name ?? '', LONGEST_NAME - LONGEST_SUFFIX.length);
    report(RULES['FLK-OPR-61'], 'metadata.name', name ?? undefined, { name: name ?? '', suggestion });
  }
  if (spec === null) {
    report(RULES['FLK-OPR-62'], 'spec.template');
    return;
  }
  durationRules(spec.configuration, surroundings, report);
  ingressRule(spec.ingress?.template ?? null, name ?? '', resource.namespace, 'spec.ingress.template', report);
  if (spec.template?.metadata != null && Object.keys(spec.template.metadata).length > 0) {
    report(RULES['FLK-OPR-64'], 'spec.template.metadata');
  }
  const template = spec.template?.spec ?? null;
  if (template === null || template.job === null) {
    const missing =
      spec.template === null ? 'spec.template' : template === null ? 'spec.template.spec' : 'spec.template.spec.job';
    report(RULES['FLK-OPR-62'], missing);
  } else {
    stateRule(resource.namespace, template, surroundings, report);
    childIngressRule(resource, template, report);
  }
}

function durationRules(configuration: BlueGreenSpec['configuration'], { release }: Surroundings, report: Report): void {
  const [major, minor] = release.ownFlink.split('.').map(Number) as [number, number];
  const reading = { version: { majorVersion: major, minorVersion: minor }, dialect: 'standard' } as const;
  for (const [key, text] of Object.entries(configuration ?? {})) {
    if (DURATIONS.test(key) && (text === null || 'problem' in parseDuration(text, reading))) {
      report(RULES['FLK-OPR-66'], `spec.configuration.${key}`, text);
    }
  }
}

/** The validator asks for checkpoints only, and then last-state takes a savepoint, too. */
function stateRule(
  namespace: string,
  template: DeploymentSpec,
  { release, config }: Surroundings,
  report: Report,
): void {
  const options = new EffectiveOptions(release, config, namespace, template.flinkVersion).add(
    template.flinkConfiguration,
    'spec.template.spec.flinkConfiguration',
  );
  const { upgradeMode } = template.job!;
  const isTold = upgradeMode === 'savepoint' || isBlank(options.findFlink(...CHECKPOINT_DIR)?.text);
  if (upgradeMode !== 'stateless' && !isTold && isBlank(options.findFlink(...SAVEPOINT_DIR)?.text)) {
    report(RULES['FLK-OPR-63'], 'spec.template.spec.job.upgradeMode', upgradeMode, {
      key: options.currentName(...SAVEPOINT_DIR),
    });
  }
}

/** `blue-` before `/path` or `https://host` is another host. */
function childIngressRule(
  { name, namespace }: ReadResource<BlueGreenSpec>,
  { ingress }: DeploymentSpec,
  report: Report,
): void {
  const template = ingress?.template ?? null;
  if (template !== null && /^(?:\/|[a-z][a-z\d+.-]*:\/\/)/i.test(template)) {
    const expanded = expandIngress(`blue-${template}`, `${name}-blue`, namespace);
    report(RULES['FLK-OPR-65'], 'spec.template.spec.ingress.template', template, {
      expanded: 'url' in expanded ? expanded.url : `"blue-${template}"`,
    });
  }
}
