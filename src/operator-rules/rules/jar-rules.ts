import { type DeploymentContext, isStandalone } from './context';
import { firstRelease } from '../../configuration/releases';
import { parseJavaUri } from '../java/uri';
import { firstOperatorRelease } from '../operator-capabilities';
import { flinkOf, type OperatorRelease } from '../operator-release';
import { operatorRuleFor, type Steps } from '../operator-rule';
import { OperatorStage } from '../operator-stage';

/** The jar of an application cluster. */
interface JarContext {
  readonly jarURI: string | null;
  readonly problem?: string;
  readonly scheme?: string;
  /** In standalone mode, the class loader of Java opens the jar. In native mode, Flink's client reads the URI. */
  readonly isOnClassPath: boolean;
  readonly flinkVersion: string | null;
  readonly release: OperatorRelease;
}

const jarRule = operatorRuleFor<JarContext>();

const PROPERTY = 'spec.job.jarURI';
const LOCAL_EXAMPLE = 'local:///opt/flink/usrlib/job.jar';
const NATIVE = 'Flink: native application clusters';
const STANDALONE = 'Flink: jars on the class path of a standalone cluster';
/** The schemes that the class loader of Java opens, and `local`, which the operator replaces with `file`. */
const SCHEMES_OF_JAVA = ['local', 'file', 'http', 'https', 'jar'];

export const MISSING_JAR = jarRule({
  id: 'FLK-OPR-76',
  severity: 'error',
  check: 'R3',
  stage: OperatorStage.RUNTIME,
  rule: 'a native application cluster fails without a jar',
  fix: `write a URI, such as ${LOCAL_EXAMPLE}`,
  source: NATIVE,
  find({ jarURI, isOnClassPath }, report) {
    if (jarURI === null && !isOnClassPath) {
      report(PROPERTY);
    }
  },
});

export const INVALID_JAR_URI = jarRule({
  id: 'FLK-OPR-104',
  severity: 'error',
  check: 'R30',
  stage: OperatorStage.RUNTIME,
  rule: 'not a URI that Flink can read: {problem}',
  fix: `write a complete URI, such as ${LOCAL_EXAMPLE}`,
  source: 'Flink: jars of an application cluster',
  find({ jarURI, problem }, report) {
    if (problem !== undefined) {
      report(PROPERTY, jarURI, { problem });
    }
  },
});

export const STANDALONE_JAR_WITHOUT_SCHEME = jarRule({
  id: 'FLK-OPR-105',
  severity: 'error',
  check: 'R31',
  stage: OperatorStage.RUNTIME,
  rule: 'a standalone cluster needs a URI with a scheme',
  fix: `write a complete URI, such as ${LOCAL_EXAMPLE}`,
  source: STANDALONE,
  find({ jarURI, problem, scheme, isOnClassPath }, report) {
    if (isOnClassPath && jarURI !== null && problem === undefined && scheme === undefined) {
      report(PROPERTY, jarURI);
    }
  },
});

export const STANDALONE_JAR_SCHEME = jarRule({
  id: 'FLK-OPR-106',
  severity: 'error',
  check: 'R32',
  stage: OperatorStage.RUNTIME,
  rule: 'a standalone cluster cannot open jars with the scheme {scheme}',
  fix: `use one of ${SCHEMES_OF_JAVA.join(', ')}, such as ${LOCAL_EXAMPLE}`,
  source: STANDALONE,
  find({ jarURI, scheme, isOnClassPath }, report) {
    if (isOnClassPath && scheme !== undefined && !SCHEMES_OF_JAVA.includes(scheme.toLowerCase())) {
      report(PROPERTY, jarURI, { scheme });
    }
  },
});

// Both Flinks must be able to fetch jars: that of the operator rejects the URI otherwise, that of the image fails.
export const OPERATOR_FETCHES_NO_JARS = jarRule({
  id: 'FLK-OPR-107',
  severity: 'error',
  check: 'R33',
  stage: OperatorStage.RUNTIME,
  rule: 'operator {version} only accepts jars that are in the image',
  fix: `use a URI such as ${LOCAL_EXAMPLE}, or operator {since} or newer`,
  source: NATIVE,
  find(jar, report) {
    const { jarURI, release } = jar;
    if (isFetched(jar) && !release.can('fetchesJars')) {
      report(PROPERTY, jarURI, { version: release.version, since: firstOperatorRelease('fetchesJars') });
    }
  },
});

export const FLINK_FETCHES_NO_JARS = jarRule({
  id: 'FLK-OPR-108',
  severity: 'error',
  check: 'R34',
  stage: OperatorStage.RUNTIME,
  rule: 'Flink {flink} does not fetch jars',
  fix: `use a URI such as ${LOCAL_EXAMPLE}, or Flink {since} or newer`,
  source: NATIVE,
  find(jar, report) {
    const { jarURI, release, flinkVersion } = jar;
    const isTooOld = flinkVersion !== null && !flinkOf(flinkVersion)._can('fetchesArtifacts');
    if (isFetched(jar) && release.can('fetchesJars') && isTooOld) {
      report(PROPERTY, jarURI, { flink: flinkVersion, since: firstRelease('fetchesArtifacts') });
    }
  },
});

function isFetched({ scheme, isOnClassPath }: JarContext): boolean {
  return !isOnClassPath && scheme !== undefined && scheme !== 'local';
}

/** All rules about the jar of an application cluster. */
export const JAR_RULES = [
  MISSING_JAR,
  INVALID_JAR_URI,
  STANDALONE_JAR_WITHOUT_SCHEME,
  STANDALONE_JAR_SCHEME,
  OPERATOR_FETCHES_NO_JARS,
  FLINK_FETCHES_NO_JARS,
] as const satisfies Steps<JarContext>;

/** The jar of a FlinkDeployment, if it has a job. */
export function jarOf({ spec, release }: DeploymentContext): JarContext[] {
  const { job, flinkVersion } = spec;
  if (job === null) {
    return [];
  }
  const { jarURI } = job;
  const uri = jarURI === null ? {} : parseJavaUri(jarURI);
  return [{ jarURI, isOnClassPath: isStandalone(spec), flinkVersion, release, ...uri }];
}
