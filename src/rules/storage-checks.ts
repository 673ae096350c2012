import { LIBRARY } from '../configuration/flink-options';
import { type Inputs } from '../derivation/inputs';
import { type ClusterModel } from '../model/cluster-model';
import { type JobModel } from '../model/job-model';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** Schemes that Flink reads by itself. */
const BUILT_IN = ['file', 'local', 'http', 'https'];
/** Schemes of file systems, and who brings them. */
const BROUGHT_BY: { readonly [scheme: string]: string } = {
  s3: 'FileSystem.s3Hadoop() or FileSystem.s3Presto()',
  s3a: 'FileSystem.s3Hadoop()',
  s3p: 'FileSystem.s3Presto()',
  gs: 'FileSystem.google()',
  abfs: 'FileSystem.azure()',
  abfss: 'FileSystem.azure()',
  wasb: 'FileSystem.azure()',
  wasbs: 'FileSystem.azure()',
  oss: 'FileSystem.aliyun()',
  hdfs: 'a HadoopConfMount, and an image with Hadoop',
  viewfs: 'a HadoopConfMount, and an image with Hadoop',
};
/** Options that hold places, by how their keys end. */
const PLACE = /(?:[.-]dirs?|storageDir|[.-]path)$/;
const URI = /(?:^|[,;]\s*)([a-z][a-z0-9+.-]*):\/\/([^/,;\s]*)/gi;
/** Stores whose files are in buckets, or containers. */
const HAS_BUCKETS = ['s3', 's3a', 's3p', 'gs', 'abfs', 'abfss', 'wasb', 'wasbs', 'oss'];

/** A place that somebody names. */
interface Place {
  readonly property: string;
  readonly value: string;
  /** Whether it is a place whatever its scheme. */
  readonly isPlace: boolean;
}

/** Whether something in the cluster reads every place that an option or the job names. */
export function checkStorage(cluster: ClusterModel, inputs: Inputs, report: Report): void {
  const { job, options } = cluster;
  for (const { key, spelt = key, value, source } of options.entries) {
    if (source !== LIBRARY && value.includes('://')) {
      checkPlace({ property: `configuration.${spelt}`, value, isPlace: PLACE.test(key) }, cluster, inputs, report);
    }
  }
  if (job?.artifact.kind === 'fileSystem') {
    checkPlace({ property: 'job.artifact', value: job.artifact.jar!, isPlace: true }, cluster, inputs, report);
  }
  checkSavepointPlace(job, cluster, inputs, report);
}

/** A savepoint is read by the JobManager, whoever submits the job. */
export function checkSavepointPlace(
  job: JobModel | undefined,
  cluster: ClusterModel,
  inputs: Inputs,
  report: Report,
): void {
  if (job?.savepoint?.path !== undefined) {
    checkPlace({ property: 'job.savepoint.path', value: job.savepoint.path, isPlace: true }, cluster, inputs, report);
  }
}

function checkPlace(
  { property, value, isPlace }: Place,
  { hadoop }: ClusterModel,
  { contributions }: Inputs,
  report: Report,
): void {
  const brought = contributions.flatMap(({ contribution }) => contribution.fileSystemSchemes ?? []);
  const uris = new Map([...value.matchAll(URI)].map(([, scheme, host]) => [scheme!, host!]));
  for (const [scheme, host] of uris) {
    const lower = scheme.toLowerCase();
    const known = Object.hasOwn(BROUGHT_BY, lower) ? BROUGHT_BY[lower] : undefined;
    const isRead = known !== undefined || (isPlace && !BUILT_IN.includes(lower));
    const isHadoops = hadoop !== undefined && (known === undefined || ['hdfs', 'viewfs'].includes(scheme));
    if (scheme !== lower && !brought.includes(scheme) && (isRead || (isPlace && lower === 'file'))) {
      report(RULES['FLK-FS-04'], property, value, { scheme, lower });
      continue;
    }
    if (isRead && !isHadoops && !brought.includes(scheme)) {
      report(RULES['FLK-FS-01'], property, value, { scheme, by: known ?? 'a PluginMount with this scheme' });
    }
    if (brought.filter((other) => other === scheme).length > 1) {
      report(RULES['FLK-FS-03'], property, value, { scheme });
    }
    checkHost({ property, value, isPlace }, scheme, host, report);
  }
}

/** Flink takes what stands behind two slashes for a host, or a bucket. */
function checkHost({ property, value, isPlace }: Place, scheme: string, host: string, report: Report): void {
  const wrong = (problem: string, fix: string): void => report(RULES['FLK-FS-05'], property, value, { problem, fix });
  if (scheme === 'file' && host !== '' && isPlace) {
    wrong('files of a pod are on no host, and what stands behind two slashes is one', 'write file:///path, with three');
  } else if (host === '' && HAS_BUCKETS.includes(scheme)) {
    wrong(`${scheme}:// is followed by a bucket`, `write ${scheme}://bucket/path`);
  }
}
