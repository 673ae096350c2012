/** The folder of jars that Flink's application entry point puts on the class path of the job. */
export const USER_LIB = '/opt/flink/usrlib';
/** Where the library mounts scripts. */
export const SCRIPT_DIR = '/opt/flink/job';
