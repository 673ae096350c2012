import {
  type AutoscalerContext,
  autoscalerOption,
  autoscalerSwitch,
  boundedOptions,
  type BoundedOption,
  enabledAutoscaler,
  EXCLUDED_PERIODS,
  excludedPeriods,
  knownAutoscaler,
  METRICS_WINDOW,
  metricsWindow,
  OLD_TARGET,
  optionsReadFirst,
  PREFIX,
  SCALABILITY_COEFFICIENT,
  SCALE_DOWN_FACTOR,
  SCALE_UP_FACTOR,
  TARGET,
  UTILIZATION_BOUNDARY,
  UTILIZATION_MAX,
  UTILIZATION_MIN,
} from './autoscaler-options';
import { UNREADABLE_OPTION } from './unreadable-option-rules';
import { javaDoubleText } from '../../memory/java-double-text';
import { excludedPeriodProblem } from '../java/excluded-period';
import { forEach, operatorRuleFor, type Steps, type Violation } from '../operator-rule';
import { OperatorStage } from '../operator-stage';

const VALIDATOR = 'operator: AutoscalerValidator';
const boundsRule = operatorRuleFor<BoundedOption>();
const autoscalerRule = operatorRuleFor<AutoscalerContext>();

const OUT_OF_BOUNDS = 'the autoscaler accepts numbers from {min} to {max}';
const WITHIN_BOUNDS = 'use a number from {min} to {max}';

function rangeMessage(key: string): string {
  return `^The AutoScalerOption job\\.autoscaler\\.${key.replaceAll('.', '\\.')} is invalid`;
}

/** Finds a value of one of the options that is out of its bounds. */
function outOfBounds(isCovered: (name: string) => boolean) {
  return ({ name, value, min, max, found }: BoundedOption, report: Violation<'min' | 'max'>): void => {
    if (isCovered(name) && value !== undefined && (value < min || value > max)) {
      report(found.property, found.text, { min: javaDoubleText(min), max: javaDoubleText(max) });
    }
  };
}

export const SCALE_DOWN_FACTOR_OUT_OF_BOUNDS = boundsRule({
  id: 'FLK-OPR-32',
  severity: 'error',
  check: 'A1',
  stage: OperatorStage.VALIDATION,
  message: rangeMessage(SCALE_DOWN_FACTOR),
  rule: OUT_OF_BOUNDS,
  fix: WITHIN_BOUNDS,
  source: VALIDATOR,
  find: outOfBounds((name) => name === SCALE_DOWN_FACTOR),
});

export const SCALE_UP_FACTOR_OUT_OF_BOUNDS = boundsRule({
  id: 'FLK-OPR-33',
  severity: 'error',
  check: 'A2',
  stage: OperatorStage.VALIDATION,
  message: rangeMessage(SCALE_UP_FACTOR),
  rule: OUT_OF_BOUNDS,
  fix: WITHIN_BOUNDS,
  source: VALIDATOR,
  find: outOfBounds((name) => name === SCALE_UP_FACTOR),
});

export const TARGET_UTILIZATION_OUT_OF_BOUNDS = boundsRule({
  id: 'FLK-OPR-34',
  severity: 'error',
  check: 'A3',
  stage: OperatorStage.VALIDATION,
  message: '^The AutoScalerOption job\\.autoscaler\\.(?:utilization\\.target|target\\.utilization) is invalid',
  rule: OUT_OF_BOUNDS,
  fix: WITHIN_BOUNDS,
  source: VALIDATOR,
  find: outOfBounds((name) => name === TARGET || name === OLD_TARGET),
});

export const UTILIZATION_BOUNDARY_OUT_OF_BOUNDS = boundsRule({
  id: 'FLK-OPR-35',
  severity: 'error',
  check: 'A4',
  stage: OperatorStage.VALIDATION,
  message: rangeMessage(UTILIZATION_BOUNDARY),
  rule: OUT_OF_BOUNDS,
  fix: WITHIN_BOUNDS,
  source: VALIDATOR,
  find: outOfBounds((name) => name === UTILIZATION_BOUNDARY),
});

export const MAX_UTILIZATION_OUT_OF_BOUNDS = boundsRule({
  id: 'FLK-OPR-36',
  severity: 'error',
  check: 'A5',
  stage: OperatorStage.VALIDATION,
  message: rangeMessage(UTILIZATION_MAX),
  rule: `${OUT_OF_BOUNDS}; the minimum is the target utilization`,
  fix: WITHIN_BOUNDS,
  source: VALIDATOR,
  find: outOfBounds((name) => name === UTILIZATION_MAX),
});

export const MIN_UTILIZATION_OUT_OF_BOUNDS = boundsRule({
  id: 'FLK-OPR-37',
  severity: 'error',
  check: 'A6',
  stage: OperatorStage.VALIDATION,
  message: rangeMessage(UTILIZATION_MIN),
  rule: `${OUT_OF_BOUNDS}; the maximum is the target utilization`,
  fix: WITHIN_BOUNDS,
  source: VALIDATOR,
  find: outOfBounds((name) => name === UTILIZATION_MIN),
});

export const SCALABILITY_OUT_OF_BOUNDS = boundsRule({
  id: 'FLK-OPR-38',
  severity: 'error',
  check: 'A7',
  stage: OperatorStage.VALIDATION,
  message: rangeMessage(SCALABILITY_COEFFICIENT),
  rule: OUT_OF_BOUNDS,
  fix: WITHIN_BOUNDS,
  source: VALIDATOR,
  find: outOfBounds((name) => name === SCALABILITY_COEFFICIENT),
});

export const RATIO_OUT_OF_BOUNDS = boundsRule({
  id: 'FLK-OPR-41',
  severity: 'error',
  check: 'A10',
  stage: OperatorStage.VALIDATION,
  message: '^The AutoScalerOption job\\.autoscaler\\.\\S+ is invalid',
  rule: OUT_OF_BOUNDS,
  fix: WITHIN_BOUNDS,
  source: VALIDATOR,
  find: outOfBounds((name) => name.startsWith('memory.') || name.startsWith('scaling.')),
});

export const NOT_A_NUMBER = boundsRule({
  id: 'FLK-OPR-40',
  severity: 'error',
  check: 'A9',
  stage: OperatorStage.VALIDATION,
  message: '^Invalid value in the autoscaler config',
  rule: 'the autoscaler cannot read it as a number',
  fix: 'use a number, such as 0.7',
  source: VALIDATOR,
  find({ name, value, found }, report) {
    // A target that is not a number is an exception of the validator.
    if (value === undefined && name !== TARGET) {
      report(found.property, found.text);
    }
  },
});

export const INVALID_EXCLUDED_PERIOD = autoscalerRule({
  id: 'FLK-OPR-39',
  severity: 'error',
  check: 'A8',
  stage: OperatorStage.VALIDATION,
  message: '^Invalid value [^]* in the autoscaler config job\\.autoscaler\\.excluded\\.periods',
  rule: 'an excluded period is a time of day, a Quartz cron expression, or one of each joined by "&&"; {problem}',
  fix: 'write "9:30-11:30", "* * 9-11 * * ?" or "9:30-11:30 && * * * ? * 2-6", and separate several by ";"',
  source: VALIDATOR,
  find(context, report) {
    for (const period of excludedPeriods(context)) {
      const problem = excludedPeriodProblem(period);
      const { property } = autoscalerOption(context.options, EXCLUDED_PERIODS)!;
      if (problem !== undefined) report(property, period, { problem });
    }
  },
});

export const METRICS_WINDOW_TOO_SHORT = autoscalerRule({
  id: 'FLK-OPR-42',
  severity: 'error',
  check: 'A11',
  stage: OperatorStage.VALIDATION,
  message: '^The autoscaler metric window \\(',
  rule: 'the window is shorter than {interval}, the interval of the operator, so it never contains two samples',
  fix: 'use {interval} or more',
  source: VALIDATOR,
  find(context, report) {
    const window = metricsWindow(context);
    if (window !== undefined && window.length < window.interval) {
      const property = window.found?.property ?? `spec.flinkConfiguration.${PREFIX}${METRICS_WINDOW}`;
      report(property, window.found?.text, { interval: window.intervalText });
    }
  },
});

/** The order of the validator for the autoscaler of an application, a session cluster or a session job. */
export const AUTOSCALER_STEPS: Steps<AutoscalerContext> = [
  forEach(knownAutoscaler, [
    forEach(autoscalerSwitch, [UNREADABLE_OPTION]),
    forEach(enabledAutoscaler, [
      forEach(optionsReadFirst, [UNREADABLE_OPTION]),
      forEach(boundedOptions, [
        NOT_A_NUMBER,
        SCALE_DOWN_FACTOR_OUT_OF_BOUNDS,
        SCALE_UP_FACTOR_OUT_OF_BOUNDS,
        TARGET_UTILIZATION_OUT_OF_BOUNDS,
        UTILIZATION_BOUNDARY_OUT_OF_BOUNDS,
        MAX_UTILIZATION_OUT_OF_BOUNDS,
        MIN_UTILIZATION_OUT_OF_BOUNDS,
        SCALABILITY_OUT_OF_BOUNDS,
        RATIO_OUT_OF_BOUNDS,
      ]),
      INVALID_EXCLUDED_PERIOD,
      METRICS_WINDOW_TOO_SHORT,
    ]),
  ]),
];
