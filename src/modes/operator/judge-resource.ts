import { type OperatorModel } from './operator-model';
import { optionText } from './option-text';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { judge } from '../../operator-rules/judge';
import { type Part, type Problem, severity } from '../../validation/problem';

/** The property to which a finding about the resource belongs. */
interface Location {
  readonly part: Part;
  readonly property: string;
}

/** Reports what the operator would reject in the resource, except for properties whose errors are reported already. */
export function judgeResource(
  resource: ManifestJson,
  { operator, release }: Pick<OperatorModel, 'operator' | 'release'>,
  problems: Problem[],
  session?: ManifestJson,
): void {
  const reported = new Set(problems.filter((problem) => severity(problem) === 'error').map(keyOf));
  const config = optionText(operator.operatorConfiguration);
  for (const { rule, property, got, facts } of judge(resource, { release, config, session }).found) {
    const problem: Problem = {
      rule,
      ...locationOf(property, resource.kind === 'FlinkBlueGreenDeployment'),
      got,
      facts,
    };
    if (!reported.has(keyOf(problem))) {
      problems.push(problem);
    }
  }
}

function keyOf({ part, property }: Location): string {
  return `${part} ${property}`;
}

/** Fields of the resource and the properties that set them; the first pattern that matches applies. */
const LOCATIONS: readonly (readonly [field: RegExp, property: string, part?: 'role'])[] = [
  [/^kind$/, 'mode.operatorVersion'],
  [/^metadata\.name$/, 'clusterName'],
  [/^spec\.deploymentName$/, 'cluster'],
  [/^spec\.flinkVersion$/, 'version'],
  [/^spec\.flinkConfiguration\./, 'configuration.'],
  [/^spec\.logConfiguration\./, 'files.'],
  [/^spec\.(mode|restartNonce|ingress)/, 'mode.$1'],
  [/^spec\.job\.jarURI$/, 'job.artifact'],
  [/^spec\.job\.initialSavepointPath$/, 'job.savepoint.path'],
  [/^spec\.job\.allowNonRestoredState$/, 'job.savepoint.allowNonRestoredState'],
  [/^spec\.job\.(\w+)Nonce$/, 'job.nonces.$1'],
  [/^spec\.(?:jobManager|taskManager)\.resources?\.(?:requests\.|limits\.)?/, '', 'role'],
  [/^spec\.(?:jobManager|taskManager)\./, '', 'role'],
  [/^spec\./, ''],
];

/** The template of a blue/green deployment has the properties of a cluster; its other fields have their own names. */
const TEMPLATE = /^spec\.template\.(?=spec\.)/;

function locationOf(field: string, hasTemplate: boolean): Location {
  if (hasTemplate && /^spec\./.test(field)) {
    return TEMPLATE.test(field)
      ? locationOf(field.replace(TEMPLATE, ''), false)
      : { part: 'cluster', property: field.replace('spec.', '') };
  }
  const [pattern, name, role] = LOCATIONS.find(([candidate]) => candidate.test(field)) ?? [/^/, ''];
  return {
    part: role === undefined ? 'cluster' : (field.split('.')[1] as Part),
    property: field.replace(pattern, name),
  };
}
