import { CONTRADICTING_VALUES } from './cluster-options';
import { type Inputs } from './inputs';
import { currentName } from '../configuration/catalogue/lookup';
import { type SecretEnvModel, type SecretOption } from '../model/mounted';
import { type Part, type Problem, reporter } from '../validation/problem';

/** Options whose values are in Secrets, and the environment variables that contain the values. */
export interface SecretOptions {
  readonly options: readonly SecretOption[];
  readonly env: readonly SecretEnvModel[];
}

/** Merges the options in Secrets of the user and of the features; they may refer to the same key of the same Secret. */
export function secretOptions({ cluster, contributions }: Inputs, problems: Problem[]): SecretOptions {
  const stated = [
    ...statements('secretConfiguration', 'cluster', cluster.secretConfiguration),
    ...contributions.flatMap(({ property, part, contribution }) =>
      statements(`${property}.secretConfiguration`, part, contribution.secretConfiguration),
    ),
  ];
  const found = new Map<string, { readonly option: SecretOption; readonly env: SecretEnvModel }>();
  for (const { property, part, key: spelt, secretName, secretKey } of stated) {
    const key = currentName(spelt, cluster.version);
    const name = variableOf(key);
    const present = found.get(key);
    if (present === undefined) {
      found.set(key, { option: { key, env: name, property, part }, env: { name, secretName, key: secretKey } });
    } else if (present.env.secretName !== secretName || present.env.key !== secretKey) {
      reporter(problems, part)(CONTRADICTING_VALUES, property, undefined, {
        first: present.option.property,
        firstValue: `${present.env.key} of ${present.env.secretName}`,
        second: property,
      });
    }
  }
  const sorted = [...found.keys()].sort().map((key) => found.get(key)!);
  return { options: sorted.map(({ option }) => option), env: sorted.map(({ env }) => env) };
}

interface Statement {
  readonly property: string;
  readonly part: Part;
  readonly key: string;
  readonly secretName: string;
  readonly secretKey: string;
}

function statements(
  property: string,
  part: Part,
  values: NonNullable<Inputs['cluster']['secretConfiguration']> = {},
): Statement[] {
  return Object.entries(values).map(([key, { secret, key: secretKey }]) => ({
    property: `${property}.${key}`,
    part,
    key,
    secretName: secret.name,
    secretKey,
  }));
}

/** Dots and dashes are encoded differently, so that two options never share a variable. */
function variableOf(key: string): string {
  return `FLINK_OPTION_${key
    .replaceAll('-', '__')
    .replace(/[^A-Za-z0-9_]/g, '_')
    .toUpperCase()}`;
}
