import { textHazard } from '../../kubernetes/text';
import { type Wire } from '../../kubernetes/wire';
import { type Report } from '../../validation/problem';
import { join } from '../../validation/readers';

/** No text that Kubernetes would read as another one leaves the library. */
export function checkTexts(value: unknown, property: string, report: Report): void {
  if (typeof value === 'string') {
    const hazard = textHazard(value);
    if (hazard !== undefined) {
      report('FLK-TEXT-01', property, value, { reason: hazard.reason });
    }
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => checkTexts(item, `${property}[${index}]`, report));
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      checkTexts((value as Wire)[key], join(property, key), report);
    }
  }
}
