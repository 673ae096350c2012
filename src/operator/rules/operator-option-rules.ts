import { type Report } from '../../validation/problem';
import { type EffectiveOptions } from '../effective-options';
import { type OperatorRelease } from '../operator-release';
import { type FlatOptions } from '../reading/options';

export function operatorOptionRules(_own: FlatOptions | null, _options: EffectiveOptions, _release: OperatorRelease, _report: Report): void {}
