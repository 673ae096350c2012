import { type Size } from 'cdk8s';
import { instanceLike, type Reader } from './reader';
import { wrongType } from './type-rules';

const EXAMPLE = 'such as Size.mebibytes(1600)';
const isSize = instanceLike<Size>(`a Size, ${EXAMPLE}`, 'toKibibytes()');

/** A Size above 0. Flink's unit is the byte, that of cdk8s the kibibyte. */
export const size: Reader<Size> = (value, property, report) => {
  const given = isSize(value, property, report);
  return given === undefined || (isWhole(() => given.toKibibytes()) && given.toKibibytes() > 0)
    ? given
    : wrongType(`a Size above 0 in whole kibibytes, ${EXAMPLE}`, value, property, report);
};

/** Whether a conversion of cdk8s, which throws if it is not exact, gives an integer. */
export function isWhole(convert: () => number): boolean {
  try {
    return Number.isInteger(convert());
  } catch {
    return false;
  }
}
