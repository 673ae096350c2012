import { NO_QUANTITY, NO_SIZE, type Role } from './role';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { compareDecimals, type Decimal, parseQuantityExactly } from '../java/quantity';
import { memoryBytes } from '../memory-text';
import { type Quantities, type RoleSpec } from '../reading/specs';

const ZERO: Decimal = { digits: 0n, exponent: 0 };

/** The memory of a container is read as Flink reads sizes, everything else as Kubernetes does. */
function read(resource: string, text: string): Decimal | undefined {
  if (resource !== 'memory') {
    return parseQuantityExactly(text);
  }
  const bytes = memoryBytes(text);
  return bytes === undefined ? undefined : { digits: bytes, exponent: 0 };
}

/** The rules about `resources`, from operator 1.16 on. */
export function requirementRules(
  role: Role,
  { requests, limits }: NonNullable<RoleSpec['resources']>,
  report: Report,
): void {
  const property = `${role.property}.resources`;
  quantityRules(role, requests ?? {}, `${property}.requests`, report);
  quantityRules(role, limits ?? {}, `${property}.limits`, report);
  for (const resource of ['memory', 'cpu']) {
    const [request, limit] = [requests?.[resource], limits?.[resource]];
    const [least, most] = [request, limit].map((text) => (text === undefined ? undefined : read(resource, text)));
    if (least !== undefined && most !== undefined && compareDecimals(least, most) > 0) {
      report(RULES['FLK-OPR-60'], `${property}.requests.${resource}`, request, { limit: limit! });
    }
  }
}

function quantityRules({ unreadableRule }: Role, quantities: Quantities, property: string, report: Report): void {
  for (const [resource, text] of Object.entries(quantities)) {
    const value = read(resource, text);
    const isOwn = resource === 'memory' || resource === 'cpu';
    const sign = value === undefined ? 0 : compareDecimals(value, ZERO);
    if (value === undefined) {
      report(unreadableRule, `${property}.${resource}`, text, resource === 'memory' ? NO_SIZE : NO_QUANTITY);
    } else if (sign < 0 || (isOwn && sign === 0)) {
      report(RULES['FLK-OPR-59'], `${property}.${resource}`, text, { bound: isOwn ? 'above 0' : '0 or more' });
    }
  }
}
