import { type SessionJobContext, type Surroundings } from './context';
import { UNREADABLE_OPTION } from './unreadable-option-rules';
import { EffectiveOptions } from '../effective-options';
import { isAddress, isRestrictedAddress } from '../java/inet-address';
import { type JavaUri, parseJavaUri } from '../java/uri';
import { forEach, operatorRuleFor, type Steps } from '../operator-rule';
import { OperatorStage } from '../operator-stage';
import { readings, valueOr } from '../typed-options';

/** The jar of a session job, and the options of the operator for it. */
interface SessionJar {
  readonly jarURI: string;
  readonly uri: JavaUri;
  readonly surroundings: Surroundings;
  readonly options: EffectiveOptions;
}

const jarRule = operatorRuleFor<SessionJar>();

const VALIDATOR = 'operator: DefaultValidator.validateJarURI';
const PROPERTY = 'spec.job.jarURI';
const ALLOWED_SCHEMES = 'kubernetes.operator.user.artifacts.allowed-schemes';
const DISALLOW_RESTRICTED_HOSTS = 'kubernetes.operator.user.artifacts.disallow-restricted-hosts';

export const INVALID_SESSION_JAR_URI = jarRule({
  id: 'FLK-OPR-46',
  severity: 'error',
  check: 'J4',
  stage: OperatorStage.VALIDATION,
  message: '^jarURI (?:is not a valid URI|must include a scheme)',
  rule: 'not a URI that operator {version} accepts: {problem}',
  fix: 'write a complete URI, such as https://example.com/job.jar',
  source: VALIDATOR,
  find({ jarURI, uri, surroundings: { release } }, report) {
    if (schemeOf(uri) === undefined) {
      const problem = 'problem' in uri ? uri.problem : 'it has no scheme';
      report(PROPERTY, jarURI, { version: release.version, problem });
    }
  },
});

export const DISALLOWED_JAR_SCHEME = jarRule({
  id: 'FLK-OPR-47',
  severity: 'error',
  check: 'J5',
  stage: OperatorStage.VALIDATION,
  message: '^jarURI scheme ',
  rule: 'the operator only fetches jars with the schemes {allowed}',
  fix:
    `use such a URI, or add the scheme to ${ALLOWED_SCHEMES} in the configuration of the operator, ` +
    'separated by ";"',
  source: VALIDATOR,
  find({ jarURI, uri, options }, report) {
    const scheme = schemeOf(uri);
    const allowed = allowedSchemes(options);
    if (scheme !== undefined && !allowed.includes(scheme.toLowerCase())) {
      report(PROPERTY, jarURI, { allowed: allowed.join(', ') });
    }
  },
});

export const RESTRICTED_JAR_HOST = jarRule({
  id: 'FLK-OPR-48',
  severity: 'error',
  check: 'J6',
  stage: OperatorStage.VALIDATION,
  message: '^jarURI (?:must include a host|host )',
  rule: 'the operator only fetches jars from public hosts: {problem}',
  fix: `use a public host, or set ${DISALLOW_RESTRICTED_HOSTS} to false in the configuration of the operator`,
  source: VALIDATOR,
  find({ jarURI, uri, surroundings: { resolve }, options }, report) {
    const isRestricted = valueOr(options, options.find(DISALLOW_RESTRICTED_HOSTS), 'Boolean', true);
    if (isRestricted && /^https?$/i.test(schemeOf(uri) ?? '')) {
      const problem = hostProblem('problem' in uri ? undefined : uri.host, resolve);
      if (problem !== undefined) report(PROPERTY, jarURI, { problem });
    }
  },
});

function schemeOf(uri: JavaUri): string | undefined {
  return 'problem' in uri ? undefined : uri.scheme;
}

function allowedSchemes(options: EffectiveOptions): string[] {
  const schemes = valueOr<string[]>(options, options.find(ALLOWED_SCHEMES), 'List<String>', ['https']);
  return schemes.map((scheme) => scheme.toLowerCase());
}

/** Why the operator does not fetch from a host; `undefined` if it does, or if that depends on a name service. */
function hostProblem(host: string | undefined, resolve: Surroundings['resolve']): string | undefined {
  if (host === undefined || host === '') {
    return 'the URI has no host';
  }
  const addresses = isAddress(host) ? [host] : resolve?.(host);
  if (addresses?.length === 0) {
    return `${host} cannot be resolved`;
  }
  return addresses?.some(isRestrictedAddress) ? `${host} is a private or local address` : undefined;
}

/** The jar of a session job, if the operator validates it. */
function sessionJars(context: SessionJobContext): SessionJar[] {
  const { spec, release, config } = context;
  const jarURI = spec.job?.jarURI ?? null;
  if (jarURI === null || !release.can('validatesJarUris')) {
    return [];
  }
  // Without the defaults for the namespace, and without the options of the resources.
  const options = new EffectiveOptions(release, config, '', null);
  return [{ jarURI, uri: parseJavaUri(jarURI), surroundings: context, options }];
}

/** The order of the validator for the jar of a session job. */
export const SESSION_JAR_STEPS: Steps<SessionJobContext> = [
  forEach(sessionJars, [
    forEach(
      ({ options }) => [
        ...readings(options, 'List<String>', options.find(ALLOWED_SCHEMES)),
        ...readings(options, 'Boolean', options.find(DISALLOW_RESTRICTED_HOSTS)),
      ],
      [UNREADABLE_OPTION],
    ),
    INVALID_SESSION_JAR_URI,
    DISALLOWED_JAR_SCHEME,
    RESTRICTED_JAR_HOST,
  ]),
];
