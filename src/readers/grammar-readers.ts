import { INVALID_VARIABLE_NAME, RESERVED_VARIABLE } from './env-rules';
import { join, map, string, type Reader } from './reader';
import { isOwnedLabel, isTrackingKey } from '../kubernetes/labels';
import { isDnsSubdomain, isEnvName, isLabelValue, isQualifiedName, oddCodePoint } from '../kubernetes/names';
import { type SubmissionVariable } from '../model/session-job-model';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** Readers that also check what Kubernetes would check, where the value was written. */

export const dnsSubdomain: Reader<string> = (value, property, report) => {
  const given = string(value, property, report);
  if (given !== undefined && !isDnsSubdomain(given)) {
    report(RULES['FLK-NAME-05'], property, given, { hint: hint(given) });
    return undefined;
  }
  return given;
};

/** Labels of objects: the library's own ones cannot be set. */
export const objectLabels: Reader<{ [key: string]: string }> = (value, property, report) =>
  labels(value, property, report, false);

/** Labels of pods: neither the library's own ones nor those by which GitOps tools find their objects. */
export const podLabels: Reader<{ [key: string]: string }> = (value, property, report) =>
  labels(value, property, report, true);

/** A node selector: any label may be asked for. */
export const nodeSelector: Reader<{ [key: string]: string }> = (value, property, report) => {
  const given = map(string)(value, property, report);
  return given && keep(given, (key, item) => checkLabel(key, item, join(property, key), report));
};

export const objectAnnotations: Reader<{ [key: string]: string }> = (value, property, report) =>
  annotations(value, property, report, false);

export const podAnnotations: Reader<{ [key: string]: string }> = (value, property, report) =>
  annotations(value, property, report, true);

/** The name of one variable. */
export const envName: Reader<string> = (value, property, report) => {
  const given = string(value, property, report);
  return given !== undefined && checkEnvName(given, property, report) ? given : undefined;
};

/** Plain environment variables; names that the image's entry point or the library relies on are refused. */
export function environment<T>(item: Reader<T>): Reader<{ [name: string]: T }> {
  return (value, property, report) => {
    const given = map(item)(value, property, report);
    return given && keep(given, (name) => checkEnvName(name, join(property, name), report));
  };
}

function labels(
  value: unknown,
  property: string,
  report: Report,
  forPods: boolean,
): { [key: string]: string } | undefined {
  const given = map(string)(value, property, report);
  return (
    given &&
    keep(given, (key, item) => {
      const at = join(property, key);
      if (isOwnedLabel(key)) {
        report(RULES['FLK-LABEL-03'], at, item);
        return false;
      }
      return checkLabel(key, item, at, report) && (!forPods || checkTracking(key, at, report));
    })
  );
}

function checkLabel(key: string, value: string, at: string, report: Report): boolean {
  if (!isQualifiedName(key)) {
    report(RULES['FLK-LABEL-01'], at, key, { hint: hint(key) });
    return false;
  }
  if (!isLabelValue(value)) {
    report(RULES['FLK-LABEL-02'], at, value, { length: value.length, hint: hint(value) });
    return false;
  }
  return true;
}

const MAX_ANNOTATIONS = 256 * 1024;

function annotations(
  value: unknown,
  property: string,
  report: Report,
  forPods: boolean,
): { [key: string]: string } | undefined {
  const given = map(string)(value, property, report);
  const size = Object.entries(given ?? {}).reduce(
    (sum, [key, item]) => sum + Buffer.byteLength(key) + Buffer.byteLength(item),
    0,
  );
  if (size > MAX_ANNOTATIONS) {
    report(RULES['FLK-LABEL-05'], property, undefined, { size });
    return undefined;
  }
  return (
    given &&
    keep(given, (key) => {
      const at = join(property, key);
      // Annotation keys are compared without regard to case by the API server.
      if (!isQualifiedName(key.toLowerCase())) {
        report(RULES['FLK-LABEL-04'], at, key, { hint: hint(key) });
        return false;
      }
      return !forPods || checkTracking(key, at, report);
    })
  );
}

function checkTracking(key: string, at: string, report: Report): boolean {
  if (isTrackingKey(key)) {
    report(RULES['FLK-LABEL-06'], at);
    return false;
  }
  return true;
}

const OF_SUBMISSION = 'choose another name; the pod that submits session jobs uses this one';

/** The exact names, because a program can have variables of its own that start with `SUBMISSION_`. */
const SUBMISSION_ENV: { readonly [name in SubmissionVariable]: string } = {
  SUBMISSION_REST_ADDRESS: OF_SUBMISSION,
  SUBMISSION_REST_PORT: OF_SUBMISSION,
  SUBMISSION_RUN_ID_PREFIX: OF_SUBMISSION,
  SUBMISSION_CONTENT_HASH: OF_SUBMISSION,
  SUBMISSION_JOB_STATE: OF_SUBMISSION,
  SUBMISSION_UPGRADE_MODE: OF_SUBMISSION,
  SUBMISSION_SAVEPOINT: OF_SUBMISSION,
  SUBMISSION_CLIENT: OF_SUBMISSION,
  SUBMISSION_SAVEPOINT_OPTION: OF_SUBMISSION,
};

const RESERVED_ENV: { readonly [name: string]: string } = {
  ...SUBMISSION_ENV,
  FLINK_HOME: 'remove it; the image sets it',
  FLINK_CONF_DIR: 'remove it; the library mounts the configuration where the image looks for it',
  FLINK_PROPERTIES: 'put the options into configuration',
  FLINK_ENV_JAVA_OPTS: 'use jvmOptions, which do not drop the options that Java 17 needs',
  FLINK_ENV_JAVA_OPTS_JM: 'use jvmOptions of the JobManager',
  FLINK_ENV_JAVA_OPTS_TM: 'use jvmOptions of the TaskManager',
  JOB_MANAGER_RPC_ADDRESS: 'remove it; the address is the JobManager Service',
  TASK_MANAGER_NUMBER_OF_TASK_SLOTS: 'use taskSlots',
  LD_PRELOAD: 'remove it, or set DISABLE_JEMALLOC to true',
  JVM_ARGS: 'use jvmOptions',
  ENABLE_BUILT_IN_PLUGINS: 'use fileSystems, which name the jars of the release in the image',
};

function checkEnvName(name: string, at: string, report: Report): boolean {
  if (!isEnvName(name)) {
    report(INVALID_VARIABLE_NAME, at, name, { hint: hint(name) });
    return false;
  }
  const instead = Object.hasOwn(RESERVED_ENV, name) ? RESERVED_ENV[name] : undefined;
  if (instead !== undefined) {
    report(RESERVED_VARIABLE, at, undefined, { name, instead });
    return false;
  }
  return true;
}

/** A look-alike letter prints like the right one, so it is named. */
function hint(value: string): string {
  const odd = oddCodePoint(value);
  return odd === undefined ? '' : ` (it contains ${odd})`;
}

function keep<T>(given: { [key: string]: T }, wanted: (key: string, value: T) => boolean): { [key: string]: T } {
  return Object.fromEntries(Object.entries(given).filter(([key, value]) => wanted(key, value)));
}
