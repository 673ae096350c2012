import { javaDoubleText } from '../../memory/java-double-text';
import { type Report } from '../../validation/problem';
import { type Rule } from '../../validation/rule';
import { RULES } from '../../validation/rules';
import { type EffectiveOptions, type FoundOption } from '../effective-options';
import { excludedPeriodProblem } from '../java/excluded-period';
import { type OperatorRelease } from '../operator-release';
import { parseFound, readFound } from '../typed-options';

const PREFIX = 'job.autoscaler.';
const OLD_PREFIX = 'kubernetes.operator.job.autoscaler.';
const TARGET = 'utilization.target';
const OLD_TARGET = 'target.utilization';
const STANDARD_TARGET = 0.7;
const WINDOW = 'metrics.window';
const STANDARD_WINDOW = 900_000_000_000n;
const RECONCILE_INTERVAL = 'kubernetes.operator.reconcile.interval';
const STANDARD_INTERVAL = 60_000_000_000n;

/** An option of the autoscaler that must lie within bounds, where it is given. */
interface Bounds {
  readonly rule: Rule;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** The option that must be true for this one to matter. */
  readonly onlyWith?: string;
}

const RATIO = { min: 0, max: 1 };
const OBSERVED = {
  rule: RULES['FLK-OPR-38'],
  name: 'observed-scalability.coefficient-min',
  min: 0.01,
  max: 1,
} as const;

/** The options in the order in which the operator asks for them, by its release. */
function boundsOf(release: OperatorRelease, target: number): Bounds[] {
  const isNew = release.isAtLeast('1.11');
  const isNewest = release.isAtLeast('1.16');
  return [
    { rule: RULES['FLK-OPR-32'], name: 'scale-down.max-factor', min: 0, max: Infinity },
    { rule: RULES['FLK-OPR-33'], name: 'scale-up.max-factor', min: 0, max: Infinity },
    { rule: RULES['FLK-OPR-34'], name: isNew ? TARGET : OLD_TARGET, min: 0, max: isNew ? 1 : Infinity },
    { rule: RULES['FLK-OPR-35'], name: 'target.utilization.boundary', min: 0, max: Infinity },
    ...(isNew
      ? ([
          { rule: RULES['FLK-OPR-36'], name: 'utilization.max', min: target, max: 1 },
          { rule: RULES['FLK-OPR-37'], name: 'utilization.min', min: 0, max: target },
        ] as const)
      : []),
    ...(isNewest
      ? ([
          { rule: RULES['FLK-OPR-41'], name: 'memory.gc-pressure.threshold', ...RATIO },
          { rule: RULES['FLK-OPR-41'], name: 'memory.heap-usage.threshold', ...RATIO },
          { ...OBSERVED, onlyWith: 'observed-scalability.enabled' },
          {
            rule: RULES['FLK-OPR-41'],
            name: 'scaling.effectiveness.threshold',
            ...RATIO,
            onlyWith: 'scaling.effectiveness.detection.enabled',
          },
          { rule: RULES['FLK-OPR-41'], name: 'memory.tuning.overhead', ...RATIO, onlyWith: 'memory.tuning.enabled' },
        ] as const)
      : release.isAtLeast('1.12')
        ? [OBSERVED]
        : []),
  ];
}

/** What the validator asks of the options of the autoscaler, where it is on: of session clusters too. */
export function autoscalerRules(options: EffectiveOptions, release: OperatorRelease, report: Report): void {
  if (!release.isAtLeast('1.7') || !isSwitchedOn(options, 'enabled', report)) {
    return;
  }
  // What decides about others is read before anything is compared, so that a target that is no number hides all the rest.
  const target = release.isAtLeast('1.11')
    ? readFound(options, find(options, TARGET), 'Double', STANDARD_TARGET, report)
    : STANDARD_TARGET;
  const periods = release.isAtLeast('1.8')
    ? readFound<string[]>(options, find(options, 'excluded.periods'), 'List<String>', [], report)
    : [];
  const asked = boundsOf(release, target).filter(
    ({ onlyWith }) => onlyWith === undefined || isSwitchedOn(options, onlyWith, report),
  );
  const window = release.isAtLeast('1.16') ? windowOf(options, report) : undefined;
  for (const bounds of asked) {
    withinRule(options, bounds, report);
  }
  for (const period of periods) {
    const problem = excludedPeriodProblem(period);
    if (problem !== undefined) {
      report(RULES['FLK-OPR-39'], find(options, 'excluded.periods')!.property, period, { problem });
    }
  }
  if (window !== undefined && window.length < window.interval) {
    const { property, text } = window.found ?? {
      property: `spec.flinkConfiguration.${PREFIX}${WINDOW}`,
      text: undefined,
    };
    report(RULES['FLK-OPR-42'], property, text, { interval: window.intervalText });
  }
}

function withinRule(options: EffectiveOptions, { rule, name, min, max }: Bounds, report: Report): void {
  const found = find(options, name);
  const value = found === undefined ? undefined : (parseFound(options, found, 'Double') as number | undefined);
  if (found === undefined) {
    return;
  }
  if (value === undefined) {
    // An unreadable target is told already.
    if (name !== TARGET) report(RULES['FLK-OPR-40'], found.property, found.text);
  } else if (value < min || value > max) {
    report(rule, found.property, found.text, { min: javaDoubleText(min), max: javaDoubleText(max) });
  }
}

interface Window {
  readonly found?: FoundOption;
  readonly length: bigint;
  readonly interval: bigint;
  readonly intervalText: string;
}

/** The window of the metrics beside the interval in which the operator takes them. */
function windowOf(options: EffectiveOptions, report: Report): Window {
  const found = find(options, WINDOW);
  const interval = options.find(RECONCILE_INTERVAL);
  return {
    found,
    length: readFound(options, found, 'Duration', STANDARD_WINDOW, report),
    interval: readFound(options, interval, 'Duration', STANDARD_INTERVAL, report),
    intervalText: interval?.text ?? '1 min',
  };
}

function isSwitchedOn(options: EffectiveOptions, name: string, report: Report): boolean {
  return readFound(options, find(options, name), 'Boolean', false, report);
}

/** Under its name, or under the name of the releases before 1.7. */
function find(options: EffectiveOptions, name: string): FoundOption | undefined {
  const names = name === TARGET ? [TARGET, OLD_TARGET] : [name];
  return options.find(...names.map((one) => PREFIX + one), ...names.map((one) => OLD_PREFIX + one));
}
