import { FlinkVersion } from '../../configuration/flink-version';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { distance, nearest } from '../../validation/suggest';
import { type OperatorRelease } from '../operator-release';
import { findOperatorOption, isFullyKnown, isOperatorKey, operatorKeys } from '../option-catalogue';
import { type FlatOptions } from '../reading/options';
import { FORMS, hasForm, parseByOperator } from '../typed-options';

const PATH = 'spec.flinkConfiguration';
/** Of a release whose options are not all known, only what is nearly another key is taken for a slip. */
const SLIP = 2;

/** Read by the validator, with rules of their own. */
const TOLD_ELSEWHERE = new RegExp(
  `^(?:${[
    'kubernetes\\.operator\\.deployment\\.rollback\\.enabled',
    'kubernetes\\.operator\\.cluster\\.health-check\\.enabled',
    'kubernetes\\.operator\\.jm-deployment-recovery\\.enabled',
    'kubernetes\\.operator\\.job\\.upgrade\\.last-state\\.max\\.allowed\\.checkpoint\\.age',
    '(?:kubernetes\\.operator\\.)?job\\.autoscaler\\..*',
  ].join('|')})$`,
);

/** Whether the options of the operator that a resource holds mean anything there. */
export function operatorOptionRules(own: FlatOptions | null, release: OperatorRelease, report: Report): void {
  for (const [key, text] of own ?? []) {
    if (text === null || !isOperatorKey(key)) continue;
    const option = findOperatorOption(key, release);
    if (option === undefined) unknownRule(key, release, report);
    else if (option.isSystem) report(RULES['FLK-OPR-83'], `${PATH}.${key}`, text);
    else if (!TOLD_ELSEWHERE.test(key)) valueRule(key, text, option.type, release, report);
  }
}

function unknownRule(key: string, release: OperatorRelease, report: Report): void {
  const near = nearest(key, operatorKeys(release), 1)[0];
  const isSlip = near !== undefined && distance(key, near) <= SLIP;
  if (isSlip || isFullyKnown(key, release)) {
    report(RULES['FLK-OPR-93'], `${PATH}.${key}`, undefined, {
      version: release.version,
      suggestions: near === undefined ? 'remove it' : `write ${near}, or remove it`,
    });
  }
}

function valueRule(key: string, text: string, type: string, release: OperatorRelease, report: Report): void {
  const flink = FlinkVersion.of(release.ownFlink);
  if (hasForm(type) && parseByOperator(flink, text, type) === undefined) {
    report(RULES['FLK-OPR-94'], `${PATH}.${key}`, text, FORMS[type]);
  }
}
