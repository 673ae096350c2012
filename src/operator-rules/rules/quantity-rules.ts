import { requirementsOf, type RoleContext } from './role-section';
import { compareDecimals, type Decimal, parseQuantityExactly } from '../java/quantity';
import { memoryBytes } from '../memory-text';
import { operatorRuleFor, type Violation } from '../operator-rule';
import { OperatorStage } from '../operator-stage';
import { type TextMap } from '../reading/specs';

/** A quantity of a resource that a role requests or is limited to. */
interface QuantityContext {
  readonly property: string;
  /** `memory`, `cpu` or another resource. */
  readonly resource: string;
  readonly text: string;
  /** Whether it is in `resources`, whose quantities have a minimum. */
  readonly isRequirement: boolean;
}

const quantityRule = operatorRuleFor<QuantityContext>();

const VALIDATOR = 'operator: DefaultValidator.validateResources';
const REQUIREMENTS = 'operator: DefaultValidator.validateResourceRequirements';
const ZERO: Decimal = { digits: 0n, exponent: 0 };

const NOT_A_SIZE = 'not a memory size: the operator accepts no fractions, and only units of Flink or Kubernetes';
const WRITE_SIZE = 'use an integer with a unit of Flink or Kubernetes, such as 2048m, 2g or 2Gi';
const NOT_A_QUANTITY = 'not a quantity: the unit is unknown, or the number is missing';
const WRITE_QUANTITY = 'use a Kubernetes quantity, such as 500m or 2Gi';

export const INVALID_JOB_MANAGER_MEMORY = quantityRule({
  id: 'FLK-OPR-19',
  severity: 'error',
  check: 'V19',
  stage: OperatorStage.VALIDATION,
  message: '^JobManager resource (?:requirements \\S+ )?memory parse error',
  rule: NOT_A_SIZE,
  fix: WRITE_SIZE,
  source: VALIDATOR,
  find: findInvalidMemory,
});

export const INVALID_JOB_MANAGER_QUANTITY = quantityRule({
  id: 'FLK-OPR-96',
  severity: 'error',
  check: 'V32',
  stage: OperatorStage.VALIDATION,
  message: '^JobManager resource (?:requirements \\S+ (?!memory )\\S+|ephemeral storage) parse error',
  rule: NOT_A_QUANTITY,
  fix: WRITE_QUANTITY,
  source: VALIDATOR,
  find: findInvalidQuantity,
});

export const INVALID_TASK_MANAGER_MEMORY = quantityRule({
  id: 'FLK-OPR-23',
  severity: 'error',
  check: 'V23',
  stage: OperatorStage.VALIDATION,
  message: '^TaskManager resource (?:requirements \\S+ )?memory parse error',
  rule: NOT_A_SIZE,
  fix: WRITE_SIZE,
  source: VALIDATOR,
  find: findInvalidMemory,
});

export const INVALID_TASK_MANAGER_QUANTITY = quantityRule({
  id: 'FLK-OPR-97',
  severity: 'error',
  check: 'V33',
  stage: OperatorStage.VALIDATION,
  message: '^TaskManager resource (?:requirements \\S+ (?!memory )\\S+|ephemeral storage) parse error',
  rule: NOT_A_QUANTITY,
  fix: WRITE_QUANTITY,
  source: VALIDATOR,
  find: findInvalidQuantity,
});

function findInvalidMemory({ resource, property, text }: QuantityContext, report: Violation): void {
  if (resource === 'memory' && valueOf(resource, text) === undefined) {
    report(property, text);
  }
}

function findInvalidQuantity({ resource, property, text }: QuantityContext, report: Violation): void {
  if (resource !== 'memory' && valueOf(resource, text) === undefined) {
    report(property, text);
  }
}

export const REQUIREMENT_TOO_SMALL = quantityRule({
  id: 'FLK-OPR-59',
  severity: 'error',
  check: 'M1',
  stage: OperatorStage.VALIDATION,
  message: '^\\S+ resource requirements \\S+ \\S+ must (?:be positive|not be negative)',
  rule: 'a request or limit of {resource} must be {bound}',
  fix: 'use a quantity above 0',
  source: REQUIREMENTS,
  find({ property, resource, text, isRequirement }, report) {
    const value = isRequirement ? valueOf(resource, text) : undefined;
    const isOfFlink = resource === 'memory' || resource === 'cpu';
    const sign = value === undefined ? 1 : compareDecimals(value, ZERO);
    if (sign < 0 || (isOfFlink && sign === 0)) {
      report(property, text, { resource, bound: isOfFlink ? 'above 0' : '0 or more' });
    }
  },
});

export const REQUEST_ABOVE_LIMIT = operatorRuleFor<RoleContext>()({
  id: 'FLK-OPR-60',
  severity: 'error',
  check: 'M2',
  stage: OperatorStage.VALIDATION,
  message: '^\\S+ resource requirements \\S+ request \\([^)]*\\) must not exceed its limit',
  rule: 'the request is above the limit, {limit}',
  fix: 'lower the request or raise the limit',
  source: REQUIREMENTS,
  find(context, report) {
    const { requests, limits } = requirementsOf(context) ?? {};
    for (const resource of ['memory', 'cpu']) {
      const [request, limit] = [requests?.[resource] ?? undefined, limits?.[resource] ?? undefined];
      const [least, most] = [request, limit].map((text) => (text === undefined ? undefined : valueOf(resource, text)));
      if (least !== undefined && most !== undefined && compareDecimals(least, most) > 0) {
        report(`${context.section.property}.resources.requests.${resource}`, request, { limit: limit! });
      }
    }
  },
});

/** The value of a quantity. Flink reads memory as a size, and Kubernetes reads everything else. */
function valueOf(resource: string, text: string): Decimal | undefined {
  if (resource !== 'memory') {
    return parseQuantityExactly(text);
  }
  const bytes = memoryBytes(text);
  return bytes === undefined ? undefined : { digits: bytes, exponent: 0 };
}

/** The quantities of a role, in the order of the validator. Those that are null do not count. */
export function quantitiesOf(context: RoleContext): QuantityContext[] {
  const { property } = context.section;
  const { memory = null, ephemeralStorage = null } = context.role?.resource ?? {};
  const { requests, limits } = requirementsOf(context) ?? {};
  return [
    ...quantitiesIn({ memory, ephemeralStorage }, `${property}.resource`, false),
    ...quantitiesIn(requests, `${property}.resources.requests`, true),
    ...quantitiesIn(limits, `${property}.resources.limits`, true),
  ];
}

function quantitiesIn(
  quantities: TextMap | null | undefined,
  property: string,
  isRequirement: boolean,
): QuantityContext[] {
  return Object.entries(quantities ?? {}).flatMap(([resource, text]) =>
    text === null ? [] : [{ property: `${property}.${resource}`, resource, text, isRequirement }],
  );
}
