import { error, FLINK, KUBERNETES, LIBRARY, warning, identified } from './rule';

const ENTRY_POINT = 'Flink: entry point of standalone applications';

/** Rules about jobs, what they run, and the workloads that run them. */
export const JOB_RULES = identified({
  'FLK-JOB-01': error(
    'it is no name of a Java class',
    'write the full name, such as com.example.StreamingJob, with $ before a nested class',
    'Java: class names',
  ),
  'FLK-JOB-02': error('{problem}', '{fix}', FLINK),
  'FLK-JOB-03': error(
    'it is no id of a job',
    'write 32 hexadecimal digits in lower case, or leave it out',
    'Flink: JobID',
  ),
  'FLK-JOB-04': error(
    '{slots} slots × {replicas} TaskManagers = {total} slots, so the job would wait for ever',
    'raise taskSlots or replicas, or lower the parallelism',
    'Flink: NoResourceAvailableException',
  ),
  'FLK-JOB-05': error('{problem}', '{fix}', ENTRY_POINT),
  'FLK-JOB-06': error(
    'it is no savepoint: a path needs the scheme of a file system, and is not its root',
    'write s3://bucket/savepoints/savepoint-1 or file:///volume/savepoint-1',
    'Flink: file systems',
  ),
  'FLK-JOB-07': error('{problem}', '{fix}', `${KUBERNETES}: dependent variables`),
  'FLK-JOB-08': error(
    'it is no path of a jar in the folder',
    'write a relative path that ends with .jar, without ".."',
    LIBRARY,
  ),
  'FLK-JOB-09': error(
    'it is no path of a Python program in the pods',
    'write an absolute path that ends with .py, without ".."',
    LIBRARY,
  ),
  'FLK-JOB-10': error('a {kind} artifact brings the class that runs it', 'remove entryClass', FLINK),
  'FLK-JOB-11': error('{problem}', '{fix}', LIBRARY),
  'FLK-JOB-12': error('{problem}', '{fix}', FLINK),
  'FLK-JOB-13': error(
    'no volume of the JobManager is mounted there',
    'mount the volume with the savepoint, or use another file system',
    FLINK,
  ),
  'FLK-JOB-14': warning(
    'Flink {release} ends the JobManager when the application has finished, and a Deployment starts it again, from the beginning',
    '{fix}',
    'FLINK-25715',
  ),
  'FLK-JOB-15': warning(
    'whoever stands between can put another jar in its place',
    'use https://, or give sha256',
    'Flink: user.artifacts.raw-http-enabled',
  ),
  'FLK-JOB-16': error(
    '{clusterName} is an application cluster, which runs its own job alone',
    'use a FlinkSessionCluster, or give the job to the application',
    FLINK,
  ),
  'FLK-JOB-17': error('{problem}', '{fix}', `${KUBERNETES}: names of Jobs`),
  'FLK-JOB-18': error(
    'Flink takes no id a second time once a job has ended under it, so the ids of a session job derive from its name',
    'remove jobId',
    'Flink: DuplicateJobSubmissionException',
  ),
  'FLK-JOB-19': error('it is no SHA-256', 'write 64 hexadecimal digits, as sha256sum prints them', 'FIPS 180-4'),
  'FLK-JOB-21': error('{problem}', '{fix}', 'Flink: reactive mode'),
  'FLK-JOB-23': error(
    'the script starts {jobs} jobs, and a job on a session cluster has one id',
    'write EXECUTE STATEMENT SET BEGIN … END; around them, or make a FlinkSessionJob of each',
    'Flink: DuplicateJobSubmissionException',
  ),
  'FLK-JOB-22': error(
    "Flink's start script reads it too, wherever it stands, and {effect}",
    '{fix}',
    'Flink: bash-java-utils',
  ),
  'FLK-JOB-20': error(
    'the cluster does not say where savepoints go',
    'set state.savepoints.dir in its configuration, or write UpgradeMode.STATELESS or UpgradeMode.FAIL',
    FLINK,
  ),
});
