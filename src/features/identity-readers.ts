import { type Reader } from '../readers/reader';
import { defineRule, type Rule } from '../validation/rule';

export const INVALID_ROLE_ARN = defineRule({
  id: 'FLK-SA-04',
  severity: 'error',
  rule: 'not the ARN of an IAM role',
  fix: 'write it as arn:aws:iam::111122223333:role/flink',
  source: 'AWS: identifiers of IAM',
});

export const INVALID_GOOGLE_SERVICE_ACCOUNT = defineRule({
  id: 'FLK-SA-05',
  severity: 'error',
  rule: 'not the email address of a service account of Google Cloud',
  fix: 'write it as flink@project.iam.gserviceaccount.com',
  source: 'Google Cloud: types of service accounts',
});

export const INVALID_AZURE_ID = defineRule({
  id: 'FLK-SA-06',
  severity: 'error',
  rule: 'not the id of a client or a tenant of Azure',
  fix: 'write it as a UUID, such as 00000000-0000-0000-0000-000000000000',
  source: 'Microsoft Entra Workload ID',
});

/** Reads the ARN of an IAM role. */
export const iamRole = matching(/^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/, INVALID_ROLE_ARN);

/** Reads the email address of a service account of Google Cloud. */
export const googleServiceAccount = matching(
  /^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/,
  INVALID_GOOGLE_SERVICE_ACCOUNT,
);

/** Reads the id of a client or a tenant of Azure. */
export const azureId = matching(/^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, INVALID_AZURE_ID);

/** Reads a string in the form that a cloud prescribes. */
function matching(grammar: RegExp, rule: Rule<never>): Reader<string> {
  return (value, property, report) => {
    if (typeof value === 'string' && grammar.test(value)) {
      return value;
    }
    report(rule, property, value);
    return undefined;
  };
}
