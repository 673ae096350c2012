import { type Size } from 'cdk8s';
import { instanceLike, type Reader } from './reader';
import { RULES } from '../validation/rules';

/** A size above nothing; Flink counts in bytes, but cdk8s in kibibytes. */
export const size: Reader<Size> = (value, property, report) => {
  const given = instanceLike<Size>('a Size, such as Size.mebibytes(1600)', 'toKibibytes()')(value, property, report);
  if (given !== undefined && !(isWhole(() => given.toKibibytes()) && given.toKibibytes() > 0)) {
    report(RULES['FLK-TYPE-02'], property, value, { expected: 'a Size above 0, in whole kibibytes' });
    return undefined;
  }
  return given;
};

/** The conversions of cdk8s throw where a value does not come out whole. */
export function isWhole(convert: () => number): boolean {
  try {
    return Number.isInteger(convert());
  } catch {
    return false;
  }
}
