import { type OperatorModel } from './operator-model';
import { optionText } from './option-text';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { judge } from '../../operator-rules/judge';
import { type Part, type Problem, severity } from '../../validation/problem';

interface Place {
  readonly part: Part;
  readonly property: string;
}

/** What the operator, or what stands around it, would refuse in the resource; what is told of a property already is not told again. */
export function judgeResource(
  resource: ManifestJson,
  { operator, release }: Pick<OperatorModel, 'operator' | 'release'>,
  problems: Problem[],
  session?: ManifestJson,
): void {
  const told = new Set(problems.filter((problem) => severity(problem) === 'error').map(keyOf));
  const config = optionText(operator.operatorConfiguration);
  for (const { rule, property, got, facts } of judge(resource, { release, config, session }).found) {
    const problem: Problem = { rule, ...placeOf(property, resource.kind === 'FlinkBlueGreenDeployment'), got, facts };
    if (!told.has(keyOf(problem))) {
      problems.push(problem);
    }
  }
}

function keyOf({ part, property }: Place): string {
  return `${part} ${property}`;
}

/** Fields of the resource, and what they are called where they are stated; the first that fits is taken. */
const PLACES: readonly (readonly [field: RegExp, property: string, part?: 'role'])[] = [
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

/** The template of two colours is stated as a cluster is; what is stated beside it has its own name. */
const TEMPLATE = /^spec\.template\.(?=spec\.)/;

function placeOf(field: string, hasTemplate: boolean): Place {
  if (hasTemplate && /^spec\./.test(field)) {
    return TEMPLATE.test(field)
      ? placeOf(field.replace(TEMPLATE, ''), false)
      : { part: 'cluster', property: field.replace('spec.', '') };
  }
  const [pattern, name, role] = PLACES.find(([candidate]) => candidate.test(field)) ?? [/^/, ''];
  return {
    part: role === undefined ? 'cluster' : (field.split('.')[1] as Part),
    property: field.replace(pattern, name),
  };
}
