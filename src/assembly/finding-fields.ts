import { isAcceptable } from './rule-table';
import { type FlinkFindingOptions, type FlinkPlainCredential, type FlinkSuppression } from '../props/finding-options';
import { boolean, type Fields, list, nonEmptyString, type Reader, struct } from '../readers/reader';
import { wrongType } from '../readers/type-rules';

const SUPPRESSION_FIELDS: Fields<FlinkSuppression> = { id: ruleId, reason: nonEmptyString };
const CREDENTIAL_FIELDS: Fields<FlinkPlainCredential> = { key: nonEmptyString, reason: nonEmptyString };

/** Readers of `strict` and `suppressions`, for every construct with these options. */
export const findingOptions: Fields<FlinkFindingOptions> = {
  strict: boolean,
  suppressions: list(struct<FlinkSuppression>(SUPPRESSION_FIELDS, ['id', 'reason'])),
};

/** A reader of credentials that are allowed in plain text. */
export const plainCredentials = list(struct<FlinkPlainCredential>(CREDENTIAL_FIELDS, ['key', 'reason']));

function ruleId(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  if (typeof value === 'string' && isAcceptable(value)) {
    return value;
  }
  return wrongType('the id of a rule that can be suppressed, such as FLK-SVC-02', value, property, report);
}
