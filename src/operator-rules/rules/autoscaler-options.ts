import { type EffectiveOptions, type FoundOption } from '../effective-options';
import { type OperatorRelease } from '../operator-release';
import { type OptionReading, readings, valueOr } from '../typed-options';

export const TARGET = 'utilization.target';
export const OLD_TARGET = 'target.utilization';
export const SCALE_DOWN_FACTOR = 'scale-down.max-factor';
export const SCALE_UP_FACTOR = 'scale-up.max-factor';
export const UTILIZATION_BOUNDARY = 'target.utilization.boundary';
export const UTILIZATION_MAX = 'utilization.max';
export const UTILIZATION_MIN = 'utilization.min';
export const SCALABILITY_COEFFICIENT = 'observed-scalability.coefficient-min';
export const EXCLUDED_PERIODS = 'excluded.periods';
export const METRICS_WINDOW = 'metrics.window';
const RECONCILE_INTERVAL = 'kubernetes.operator.reconcile.interval';

export const PREFIX = 'job.autoscaler.';
const OLD_PREFIX = 'kubernetes.operator.job.autoscaler.';
const STANDARD_TARGET = 0.7;
const STANDARD_WINDOW = 900_000_000_000n;
const STANDARD_INTERVAL = 60_000_000_000n;

/** The autoscaler of a resource with options. */
export interface AutoscalerContext {
  readonly options: EffectiveOptions;
  readonly release: OperatorRelease;
}

/** An option of the autoscaler that has bounds, and its value. */
export interface BoundedOption extends Bounds {
  readonly found: FoundOption;
  /** `undefined` if it is not a number. */
  readonly value: number | undefined;
}

/** The bounds of an option of the autoscaler. */
interface Bounds {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** The switch of the feature that reads the option. The bounds only apply if it is enabled. */
  readonly feature?: string;
}

const POSITIVE = { min: 0, max: Infinity };
const RATIO = { min: 0, max: 1 };
const SCALABILITY: Bounds = { name: SCALABILITY_COEFFICIENT, min: 0.01, max: 1 };
const BOUNDS_OF_FEATURES: readonly Bounds[] = [
  { name: 'memory.gc-pressure.threshold', ...RATIO },
  { name: 'memory.heap-usage.threshold', ...RATIO },
  { ...SCALABILITY, feature: 'observed-scalability.enabled' },
  { name: 'scaling.effectiveness.threshold', ...RATIO, feature: 'scaling.effectiveness.detection.enabled' },
  { name: 'memory.tuning.overhead', ...RATIO, feature: 'memory.tuning.enabled' },
];

/** An option of the autoscaler, by its current name or a deprecated one. */
export function autoscalerOption(options: EffectiveOptions, name: string): FoundOption | undefined {
  const names = name === TARGET ? [TARGET, OLD_TARGET] : [name];
  return options.find(...names.map((one) => PREFIX + one), ...names.map((one) => OLD_PREFIX + one));
}

function isSwitchedOn(options: EffectiveOptions, name: string): boolean {
  return valueOr(options, autoscalerOption(options, name), 'Boolean', false);
}

/** The autoscaler, if the validator knows it. */
export function knownAutoscaler({ options, release }: AutoscalerContext): AutoscalerContext[] {
  return release.can('validatesAutoscaler') ? [{ options, release }] : [];
}

/** The autoscaler, if it is enabled. */
export function enabledAutoscaler(context: AutoscalerContext): AutoscalerContext[] {
  return isSwitchedOn(context.options, 'enabled') ? [context] : [];
}

/** The switch that enables the autoscaler. */
export function autoscalerSwitch({ options }: AutoscalerContext): OptionReading[] {
  return readings(options, 'Boolean', autoscalerOption(options, 'enabled'));
}

/** The options that the validator reads before it compares any: one that it cannot read hides all messages. */
export function optionsReadFirst({ options, release }: AutoscalerContext): OptionReading[] {
  const find = (name: string) => autoscalerOption(options, name);
  const window = [find(METRICS_WINDOW), options.find(RECONCILE_INTERVAL)];
  const features = boundsOf({ options, release }).flatMap(({ feature }) => feature ?? []);
  return [
    ...(release.can('limitsUtilization') ? readings(options, 'Double', find(TARGET)) : []),
    ...(release.can('validatesExcludedPeriods') ? readings(options, 'List<String>', find(EXCLUDED_PERIODS)) : []),
    ...readings(options, 'Boolean', ...features.map(find)),
    ...(release.can('validatesEnabledFeatures') ? readings(options, 'Duration', ...window) : []),
  ];
}

/** The options with bounds in the order of the validator. */
function boundsOf({ options, release }: AutoscalerContext): readonly Bounds[] {
  const hasLimits = release.can('limitsUtilization');
  const target = valueOr(options, autoscalerOption(options, TARGET), 'Double', STANDARD_TARGET);
  const limits = [
    { name: UTILIZATION_MAX, min: target, max: 1 },
    { name: UTILIZATION_MIN, min: 0, max: target },
  ];
  return [
    { name: SCALE_DOWN_FACTOR, ...POSITIVE },
    { name: SCALE_UP_FACTOR, ...POSITIVE },
    hasLimits ? { name: TARGET, ...RATIO } : { name: OLD_TARGET, ...POSITIVE },
    { name: UTILIZATION_BOUNDARY, ...POSITIVE },
    ...(hasLimits ? limits : []),
    ...boundsOfFeatures(release),
  ];
}

function boundsOfFeatures(release: OperatorRelease): readonly Bounds[] {
  if (release.can('validatesEnabledFeatures')) {
    return BOUNDS_OF_FEATURES;
  }
  return release.can('validatesScalability') ? [SCALABILITY] : [];
}

/** The options with bounds that are set, with their values. */
export function boundedOptions(context: AutoscalerContext): BoundedOption[] {
  const { options } = context;
  return boundsOf(context).flatMap((bounds) => {
    const found = autoscalerOption(options, bounds.name);
    const applies = bounds.feature === undefined || isSwitchedOn(options, bounds.feature);
    return found === undefined || !applies
      ? []
      : [{ ...bounds, found, value: valueOr<number | undefined>(options, found, 'Double', undefined) }];
  });
}

/** The excluded periods, if the validator reads them. */
export function excludedPeriods({ options, release }: AutoscalerContext): readonly string[] {
  const found = release.can('validatesExcludedPeriods') ? autoscalerOption(options, EXCLUDED_PERIODS) : undefined;
  return valueOr<string[]>(options, found, 'List<String>', []);
}

/** The window of the metrics, and the interval at which the operator collects them. */
export interface MetricsWindow {
  readonly found?: FoundOption;
  readonly length: bigint;
  readonly interval: bigint;
  readonly intervalText: string;
}

/** The window of the metrics, if the validator reads it. */
export function metricsWindow({ options, release }: AutoscalerContext): MetricsWindow | undefined {
  if (!release.can('validatesEnabledFeatures')) {
    return undefined;
  }
  const found = autoscalerOption(options, METRICS_WINDOW);
  const interval = options.find(RECONCILE_INTERVAL);
  return {
    found,
    length: valueOr(options, found, 'Duration', STANDARD_WINDOW),
    interval: valueOr(options, interval, 'Duration', STANDARD_INTERVAL),
    intervalText: interval?.text ?? '1 min',
  };
}
