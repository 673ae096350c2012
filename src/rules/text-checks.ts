import { type ManifestJson } from '../kubernetes/manifest-json';
import { textHazard } from '../kubernetes/text';
import { join } from '../readers/reader';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** No text that Kubernetes would read as another one leaves the library. */
export function checkTexts(value: unknown, property: string, report: Report): void {
  // Nearly always there is nothing to report, and so no path is needed.
  if (!hasHazard(value)) {
    return;
  }
  if (typeof value === 'string') {
    const hazard = textHazard(value);
    if (hazard !== undefined) {
      report(RULES['FLK-TEXT-01'], property, value, { reason: hazard.reason });
    }
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => checkTexts(item, `${property}[${index}]`, report));
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      const reason = keyHazard(key);
      if (reason !== undefined) {
        report(RULES['FLK-TEXT-01'], join(property, key), key, { reason });
      }
      checkTexts((value as ManifestJson)[key], join(property, key), report);
    }
  }
}

function hasHazard(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' && textHazard(value) !== undefined;
  }
  return (
    Object.values(value).some(hasHazard) ||
    (!Array.isArray(value) && Object.keys(value).some((key) => keyHazard(key) !== undefined))
  );
}

/** Keys are texts too, and one of them means something to YAML. */
function keyHazard(key: string): string | undefined {
  return key === '<<' ? 'the key merges another map' : textHazard(key)?.reason;
}
