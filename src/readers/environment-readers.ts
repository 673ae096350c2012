import { INVALID_VARIABLE_NAME, RESERVED_VARIABLE } from './env-rules';
import { hint, keep } from './grammar-readers';
import { join, map, type Reader, string } from './reader';
import { isEnvName } from '../kubernetes/names';
import { type SubmissionVariable } from '../model/session-job-model';
import { type Report } from '../validation/problem';

/** Readers of environment variables, which also check what Kubernetes would check. */

/** The name of one variable. */
export const envName: Reader<string> = (value, property, report) => {
  const given = string(value, property, report);
  return given !== undefined && checkName(given, property, report) ? given : undefined;
};

/** Environment variables by their names. Names on which the image or the library relies are reported. */
export function environment<T>(item: Reader<T>): Reader<{ [name: string]: T }> {
  return (value, property, report) => {
    const given = map(item)(value, property, report);
    return given && keep(given, (name) => checkName(name, join(property, name), report));
  };
}

const OF_SUBMISSION = 'choose another name; the pod that submits session jobs uses this one';

/** The exact names, because a program can have its own variables that start with `SUBMISSION_`. */
const SUBMISSION_VARIABLES: { readonly [name in SubmissionVariable]: string } = {
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

/** What to write instead of each reserved variable. */
const RESERVED: { readonly [name: string]: string } = {
  ...SUBMISSION_VARIABLES,
  FLINK_HOME: 'remove it; the image sets it',
  FLINK_CONF_DIR: 'remove it; the library mounts the configuration where the image looks for it',
  FLINK_PROPERTIES: 'set the options in configuration',
  FLINK_ENV_JAVA_OPTS: 'use jvmOptions, which keep the options that Java 17 needs',
  FLINK_ENV_JAVA_OPTS_JM: 'use jvmOptions of the JobManager',
  FLINK_ENV_JAVA_OPTS_TM: 'use jvmOptions of the TaskManager',
  JOB_MANAGER_RPC_ADDRESS: 'remove it; the address is the JobManager Service',
  TASK_MANAGER_NUMBER_OF_TASK_SLOTS: 'use taskSlots',
  LD_PRELOAD: 'remove it, or set DISABLE_JEMALLOC to true',
  JVM_ARGS: 'use jvmOptions',
  ENABLE_BUILT_IN_PLUGINS: 'use fileSystems, which name the jars of the release in the image',
};

function checkName(name: string, property: string, report: Report): boolean {
  if (!isEnvName(name)) {
    report(INVALID_VARIABLE_NAME, property, name, { hint: hint(name) });
    return false;
  }
  if (Object.hasOwn(RESERVED, name)) {
    report(RESERVED_VARIABLE, property, undefined, { name, instead: RESERVED[name]! });
    return false;
  }
  return true;
}
