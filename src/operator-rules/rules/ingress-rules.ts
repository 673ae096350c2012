import { expandIngress, type IngressMistake, ingressMistake, TEMPLATE_EXAMPLE } from '../ingress';
import { forEach, operatorRuleFor, type Steps } from '../operator-rule';
import { OperatorStage } from '../operator-stage';
import { type IngressSpec } from '../reading/specs';

const VALIDATOR = 'operator: DefaultValidator.validateIngress';
const TEMPLATE = 'operator: ingress template';
const ingressRule = operatorRuleFor<IngressContext>();
const mistakeRule = operatorRuleFor<MistakenTemplate>();

/** The ingress of a resource. */
export interface IngressContext {
  readonly template: string | null;
  readonly name: string;
  readonly namespace: string;
  readonly property: string;
}

/** A template that the operator accepts, but that cannot be intended. */
interface MistakenTemplate extends IngressMistake {
  readonly template: string;
  readonly property: string;
}

export const MISSING_INGRESS_TEMPLATE = ingressRule({
  id: 'FLK-OPR-08',
  severity: 'error',
  check: 'V08',
  stage: OperatorStage.VALIDATION,
  message: '^Ingress template must be defined',
  rule: 'an ingress needs a template',
  fix: 'write one, such as {example}',
  source: VALIDATOR,
  find({ template, property }, report) {
    if (template === null) {
      report(property, undefined, { example: TEMPLATE_EXAMPLE });
    }
  },
});

export const INVALID_INGRESS_TEMPLATE = ingressRule({
  id: 'FLK-OPR-09',
  severity: 'error',
  check: 'V09',
  stage: OperatorStage.VALIDATION,
  message: '^Unable to process the Ingress template',
  rule: 'the template does not result in a URL: {problem}',
  fix: 'write a host, a path or both, such as {example}',
  source: VALIDATOR,
  find({ template, name, namespace, property }, report) {
    const expanded = template === null ? undefined : expandIngress(template, name, namespace);
    if (expanded !== undefined && 'problem' in expanded) {
      report(property, template, { problem: expanded.problem, example: TEMPLATE_EXAMPLE });
    }
  },
});

export const EMPTY_INGRESS_TEMPLATE = mistakeRule({
  id: 'FLK-OPR-109',
  severity: 'error',
  check: 'R35',
  stage: OperatorStage.RUNTIME,
  rule: 'an empty template receives all traffic of the Ingress controller',
  fix: 'write a host, a path or both, such as {example}',
  source: TEMPLATE,
  find({ kind, template, property }, report) {
    if (kind === 'empty') {
      report(property, template, { example: TEMPLATE_EXAMPLE });
    }
  },
});

export const UNKNOWN_INGRESS_PLACEHOLDER = mistakeRule({
  id: 'FLK-OPR-87',
  severity: 'error',
  check: 'R21',
  stage: OperatorStage.RUNTIME,
  rule: 'the operator does not replace {placeholder}: it only knows {known}, without spaces',
  fix: 'write a template such as {example}',
  source: TEMPLATE,
  find({ kind, part: placeholder, template, property }, report) {
    if (kind === 'placeholder') {
      const known = '{{name}} and {{namespace}}';
      report(property, template, { placeholder, known, example: TEMPLATE_EXAMPLE });
    }
  },
});

export const UNSUPPORTED_INGRESS_SCHEME = mistakeRule({
  id: 'FLK-OPR-110',
  severity: 'error',
  check: 'R36',
  stage: OperatorStage.RUNTIME,
  rule: 'a scheme other than http and https becomes the host',
  fix: 'use http or https, or remove the scheme',
  source: TEMPLATE,
  find({ kind, template, property }, report) {
    if (kind === 'scheme') {
      report(property, template);
    }
  },
});

export const INVALID_INGRESS_HOST = mistakeRule({
  id: 'FLK-OPR-111',
  severity: 'error',
  check: 'R37',
  stage: OperatorStage.RUNTIME,
  rule: 'Kubernetes rejects the host "{host}"',
  fix: 'use labels of a-z, 0-9 and "-", separated by ".", such as {example}',
  source: 'Kubernetes API validation: hosts of an Ingress',
  find({ kind, part: host, template, property }, report) {
    if (kind === 'host') {
      report(property, template, { host, example: TEMPLATE_EXAMPLE });
    }
  },
});

export const UNREACHABLE_INGRESS_PATH = mistakeRule({
  id: 'FLK-OPR-112',
  severity: 'error',
  check: 'R38',
  stage: OperatorStage.RUNTIME,
  rule: 'no client requests the path "{path}"',
  fix: 'write a path without spaces that starts with a single "/"',
  source: TEMPLATE,
  find({ kind, part: path, template, property }, report) {
    if (kind === 'path') {
      report(property, template, { path });
    }
  },
});

/** For templates that the operator accepts. */
export const INGRESS_RUNTIME_STEPS: Steps<IngressContext> = [
  forEach(mistakesOf, [
    EMPTY_INGRESS_TEMPLATE,
    UNKNOWN_INGRESS_PLACEHOLDER,
    UNSUPPORTED_INGRESS_SCHEME,
    INVALID_INGRESS_HOST,
    UNREACHABLE_INGRESS_PATH,
  ]),
];

function mistakesOf({ template, name, namespace, property }: IngressContext): MistakenTemplate[] {
  const expanded = template === null ? undefined : expandIngress(template, name, namespace);
  if (template === null || expanded === undefined || 'problem' in expanded) {
    return [];
  }
  const mistake = ingressMistake(template, expanded);
  return mistake === undefined ? [] : [{ ...mistake, template, property }];
}

/** What these rules need of a resource with an ingress. */
interface Routed {
  readonly spec: { readonly ingress: IngressSpec | null };
  readonly resource: { readonly name: string | null; readonly namespace: string };
}

/** The ingress of a resource, if it has one. */
export function ingressOf({ spec: { ingress }, resource: { name, namespace } }: Routed): IngressContext[] {
  return ingress === null
    ? []
    : [{ template: ingress.template, name: name ?? '', namespace, property: 'spec.ingress.template' }];
}
