import { alsoInPods, listOf, type PodContext, type PodRule } from './pod-rule';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { isConfigKey, isEnvName } from '../../kubernetes/names';
import { DUPLICATE_VARIABLE, INVALID_VARIABLE_NAME, VALUE_AND_SOURCE } from '../../readers/env-rules';
import { INVALID_OBJECT_KEY } from '../../readers/object-readers';
import { WRONG_TYPE } from '../../readers/type-rules';
import { credentialIn, isCredentialName } from '../../validation/credentials';
import { CREDENTIAL_IN_TEXT, CREDENTIAL_IN_VARIABLE } from '../credential-rules';

/** An environment variable of a container, with its property path. */
interface Variable {
  readonly name: string;
  readonly value: unknown;
  readonly valueFrom: ManifestJson | undefined;
  readonly property: string;
}

/** The variables with a valid name, grouped by container. */
function variables({ containers }: PodContext): Variable[][] {
  return containers.map(({ container, at }) =>
    listOf(container.env).flatMap(({ name, value, valueFrom }) =>
      typeof name === 'string' && isEnvName(name)
        ? [{ name, value, valueFrom: valueFrom as ManifestJson | undefined, property: `${at}env.${name}` }]
        : [],
    ),
  );
}

export const INVALID_VARIABLE_NAME_IN_POD = alsoInPods(INVALID_VARIABLE_NAME, ({ containers }, report) => {
  for (const { container, at } of containers) {
    for (const { name } of listOf(container.env)) {
      if (typeof name !== 'string' || !isEnvName(name)) {
        report(`${at}env`, name, { hint: '' });
      }
    }
  }
});

export const DUPLICATE_VARIABLE_IN_POD = alsoInPods(DUPLICATE_VARIABLE, (context, report) => {
  for (const own of variables(context)) {
    own.forEach(({ name, property }, index) => {
      if (own.findIndex((other) => other.name === name) < index) {
        report(property);
      }
    });
  }
});

export const VARIABLE_VALUE_NOT_A_STRING = alsoInPods(WRONG_TYPE, (context, report) => {
  for (const { property, value } of variables(context).flat()) {
    if (value !== undefined && typeof value !== 'string') {
      report(property, value, { expected: 'a string', example: 'one in quotes' });
    }
  }
});

export const VALUE_AND_SOURCE_IN_POD = alsoInPods(VALUE_AND_SOURCE, (context, report) => {
  for (const { property, value, valueFrom } of variables(context).flat()) {
    if (value !== undefined && valueFrom !== undefined) {
      report(property);
    }
  }
});

export const INVALID_KEY_IN_POD = alsoInPods(INVALID_OBJECT_KEY, (context, report) => {
  for (const { property, valueFrom } of variables(context).flat()) {
    const source = (valueFrom?.secretKeyRef ?? valueFrom?.configMapKeyRef) as ManifestJson | undefined;
    if (source !== undefined && !(typeof source.key === 'string' && isConfigKey(source.key))) {
      report(property, source.key);
    }
  }
});

/** References to other variables, paths and booleans are not credentials. */
const NOT_A_CREDENTIAL = /^(?:|\$\([^)]*\)|\/\S*|true|false)$/;

export const CREDENTIAL_IN_VARIABLE_OF_POD = alsoInPods(CREDENTIAL_IN_VARIABLE, (context, report) => {
  for (const { name, property, value } of plainVariables(context)) {
    if (credentialIn(value) === undefined && isCredentialName(name) && !NOT_A_CREDENTIAL.test(value)) {
      report(property);
    }
  }
});

export const CREDENTIAL_IN_TEXT_OF_POD = alsoInPods(CREDENTIAL_IN_TEXT, (context, report) => {
  for (const { property, value } of plainVariables(context)) {
    reportCredential(property, value);
  }
  for (const { container, at } of context.containers) {
    for (const field of ['command', 'args']) {
      const strings = Array.isArray(container[field]) ? (container[field] as unknown[]) : [];
      reportCredential(
        `${at}${field}`,
        strings.find((candidate) => typeof candidate === 'string' && credentialIn(candidate)),
      );
    }
  }
  for (const [key, value] of Object.entries(context.pod.metadata.annotations)) {
    reportCredential(`podAnnotations.${key}`, value);
  }

  function reportCredential(property: string, text: unknown): void {
    const found = typeof text === 'string' ? credentialIn(text) : undefined;
    if (found !== undefined) {
      report(property, undefined, { found });
    }
  }
});

function plainVariables(context: PodContext): (Variable & { readonly value: string })[] {
  return variables(context)
    .flat()
    .filter((variable): variable is Variable & { readonly value: string } => typeof variable.value === 'string')
    .filter(({ name }) => !context.allowedCredentials.includes(name));
}

export const ENVIRONMENT_RULES: readonly PodRule[] = [
  INVALID_VARIABLE_NAME_IN_POD,
  DUPLICATE_VARIABLE_IN_POD,
  VARIABLE_VALUE_NOT_A_STRING,
  VALUE_AND_SOURCE_IN_POD,
  INVALID_KEY_IN_POD,
  CREDENTIAL_IN_VARIABLE_OF_POD,
  CREDENTIAL_IN_TEXT_OF_POD,
];
