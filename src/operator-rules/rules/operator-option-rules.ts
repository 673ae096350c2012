import { UNREADABLE_LATER } from './unreadable-option-rules';
import { FlinkVersion } from '../../configuration/flink-version';
import { distance, nearest } from '../../validation/suggest';
import { type OperatorRelease } from '../operator-release';
import { forEach, operatorRuleFor, type Steps } from '../operator-rule';
import { OperatorStage } from '../operator-stage';
import {
  findOperatorOption,
  isFullyKnown,
  isOperatorKey,
  type OperatorOption,
  operatorKeys,
} from '../option-catalogue';
import { type FlatOptions } from '../reading/options';
import { hasForm, type OptionReading } from '../typed-options';

/** If not all options of a release are known, only a key with a distance of at most this to a known one is a typo. */
const DISTANCE_OF_TYPOS = 2;

/** The validator reads these options, and its rules report them. */
const READ_BY_VALIDATOR = new RegExp(
  `^(?:${[
    'kubernetes\\.operator\\.deployment\\.rollback\\.enabled',
    'kubernetes\\.operator\\.cluster\\.health-check\\.enabled',
    'kubernetes\\.operator\\.jm-deployment-recovery\\.enabled',
    'kubernetes\\.operator\\.job\\.upgrade\\.last-state\\.max\\.allowed\\.checkpoint\\.age',
    '(?:kubernetes\\.operator\\.)?job\\.autoscaler\\..*',
  ].join('|')})$`,
);

/** An option in a resource that is the operator's. */
interface OwnOption {
  readonly key: string;
  readonly text: string;
  readonly property: string;
  readonly release: OperatorRelease;
  /** The option of the release; `undefined` if it is not known. */
  readonly option?: OperatorOption;
}

const ownOptionRule = operatorRuleFor<OwnOption>();

export const UNKNOWN_OPERATOR_OPTION = ownOptionRule({
  id: 'FLK-OPR-93',
  severity: 'warning',
  check: 'R27',
  stage: OperatorStage.RUNTIME,
  rule: 'operator {version} has no such option',
  fix: 'remove it{alternative}',
  source: 'operator: options of the operator',
  find({ key, property, release, option }, report) {
    if (option !== undefined) {
      return;
    }
    const near = nearest(key, operatorKeys(release), 1)[0];
    const isTypo = near !== undefined && distance(key, near) <= DISTANCE_OF_TYPOS;
    if (isTypo || isFullyKnown(key, release)) {
      const alternative = near === undefined ? '' : `, or write ${near}`;
      report(property, undefined, { version: release.version, alternative });
    }
  },
});

export const OPTION_OF_OPERATOR_ONLY = ownOptionRule({
  id: 'FLK-OPR-83',
  severity: 'warning',
  check: 'R13',
  stage: OperatorStage.RUNTIME,
  rule: 'the operator reads this option only from its own configuration, and ignores it in a resource',
  fix: 'remove it, and set it in the configuration of the operator',
  source: 'operator: options of the operator',
  find({ text, property, option }, report) {
    if (option?.isSystem === true) {
      report(property, text);
    }
  },
});

/** What these rules need of a resource with options. */
interface Configured {
  readonly spec: { readonly flinkConfiguration: FlatOptions | null };
  readonly release: OperatorRelease;
}

function ownOptions({ spec, release }: Configured): OwnOption[] {
  return [...(spec.flinkConfiguration ?? [])].flatMap(([key, text]) =>
    text === null || !isOperatorKey(key)
      ? []
      : [{ key, text, property: `spec.flinkConfiguration.${key}`, release, option: findOperatorOption(key, release) }],
  );
}

function unreadByValidator({ release, option, ...found }: OwnOption): OptionReading[] {
  const flink = FlinkVersion.of(release.ownFlink);
  const isRead = option !== undefined && !option.isSystem && !READ_BY_VALIDATOR.test(found.key);
  return isRead && hasForm(option.type) ? [{ flink, found, type: option.type }] : [];
}

/** For the options of the operator in a resource, one after another. */
export const OPERATOR_OPTION_STEPS: Steps<Configured> = [
  forEach(ownOptions, [
    UNKNOWN_OPERATOR_OPTION,
    OPTION_OF_OPERATOR_ONLY,
    forEach(unreadByValidator, [UNREADABLE_LATER]),
  ]),
];
