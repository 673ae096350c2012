import { type AutoscalingOptions } from './autoscaling';
import { pause } from '../readers/duration-reader';
import { boolean, type Fields, integer, list, nonEmptyString, number, type Reader } from '../readers/reader';
import { defineRule } from '../validation/rule';

export const SEPARATOR_IN_ITEM = defineRule({
  id: 'FLK-FEAT-05',
  severity: 'error',
  rule: 'the option separates items by ;, so an item cannot contain it',
  fix: 'use one item for each part',
  source: 'Flink Kubernetes Operator: autoscaler',
});

const fraction = number('a number from 0 to 1', (value) => value >= 0 && value <= 1);
const factor = number('a number, at least 0', (value) => value >= 0);
const parallelism = integer(1, 2_147_483_647);
const strings = list(listItem);

/** Readers of the options of the autoscaler. */
export const AUTOSCALING_FIELDS: Fields<AutoscalingOptions> = {
  utilizationTarget: fraction,
  utilizationMax: fraction,
  utilizationMin: fraction,
  targetUtilizationBoundary: factor,
  stabilizationInterval: pause,
  metricsWindow: pause,
  catchUpDuration: pause,
  restartTime: pause,
  scaleDownInterval: pause,
  maxScaleDownFactor: fraction,
  maxScaleUpFactor: factor,
  minParallelism: parallelism,
  maxParallelism: parallelism,
  excludedVertices: strings,
  excludedPeriods: strings,
  memoryTuning: boolean,
};

/** Reads a string in a list, which the option separates by semicolons. */
function listItem(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  const item = nonEmptyString(value, property, report);
  if (item?.includes(';')) {
    report(SEPARATOR_IN_ITEM, property, item);
    return undefined;
  }
  return item;
}
