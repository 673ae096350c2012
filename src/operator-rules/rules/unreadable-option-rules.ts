import { firstOperatorRelease } from '../operator-capabilities';
import { operatorRuleFor } from '../operator-rule';
import { OperatorStage } from '../operator-stage';
import { type FlatOptions } from '../reading/options';
import { FORMS, type OptionReading, valueOf } from '../typed-options';

const readingRule = operatorRuleFor<OptionReading>();

/** At every position at which the validator reads an option, even if another check rejects the resource. */
export const UNREADABLE_OPTION = readingRule({
  id: 'FLK-OPR-55',
  severity: 'error',
  check: 'X1',
  stage: OperatorStage.VALIDATOR_EXCEPTION,
  message: '(?:Could not parse value|Could not split string)',
  rule: 'the operator cannot read it as {type} (set in {source}) and fails without a message of its own',
  fix: 'write {form}',
  source: 'operator: DefaultValidator',
  find(reading, report) {
    const { property, text } = reading.found;
    if (valueOf(reading) === undefined) {
      report(property, text, { ...FORMS[reading.type], source: property });
    }
  },
});

/** The same for options that the validator does not read. */
export const UNREADABLE_LATER = readingRule({
  id: 'FLK-OPR-94',
  severity: 'error',
  check: 'R28',
  stage: OperatorStage.RUNTIME,
  rule: 'the operator cannot read it as {type}',
  fix: 'write {form}',
  source: 'operator: options of the operator',
  find(reading, report) {
    const { property, text } = reading.found;
    if (valueOf(reading) === undefined) {
      report(property, text, FORMS[reading.type]);
    }
  },
});

/** A `flinkConfiguration` that the validator reads. */
interface GivenOptions {
  readonly given: FlatOptions | null;
  readonly path: string;
}

export const OPTION_WITHOUT_VALUE = operatorRuleFor<GivenOptions>()({
  id: 'FLK-OPR-98',
  severity: 'error',
  check: 'X3',
  stage: OperatorStage.VALIDATOR_EXCEPTION,
  message: 'NullPointerException',
  rule: 'before operator {since}, the operator fails with a NullPointerException if an option has no value',
  fix: 'set a value, or remove the option',
  source: 'operator: DefaultValidator',
  find({ given, path }, report) {
    const since = firstOperatorRelease('nestsOptions');
    for (const [key, text] of given ?? []) {
      if (text === null) report(`${path}.${key}`, null, { since });
    }
  },
});
