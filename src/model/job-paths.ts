/** The directory with jars that Flink's application entry point adds to the class path of the job. */
export const USER_LIB = '/opt/flink/usrlib';
/** The directory where the library mounts scripts. */
export const SCRIPT_DIR = '/opt/flink/job';
