import { LIBRARY } from '../../configuration/flink-options';
import { type ClusterModel } from '../../model/cluster-model';
import { type JobModel } from '../../model/job-model';
import { type Report } from '../../validation/problem';
import { type Inputs } from '../inputs';

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
const SCHEME = /(?:^|[,;]\s*)([a-z][a-z0-9+.-]*):\/\//gi;

/** A place that somebody names. */
interface Place {
  readonly property: string;
  readonly value: string;
  /** Whether it is a place whatever its scheme. */
  readonly isPlace: boolean;
}

/** Whether something in the cluster reads every place that an option or the job names; a jar with another scheme than these is refused anyway. */
export function checkStorage(cluster: ClusterModel, inputs: Inputs, report: Report): void {
  const { job, options } = cluster;
  for (const { key, spelt = key, value, source } of options.entries) {
    if (source !== LIBRARY && value.includes('://')) {
      checkPlace({ property: `configuration.${spelt}`, value, isPlace: PLACE.test(key) }, cluster, inputs, report);
    }
  }
  checkSavepointPlace(job, cluster, inputs, report);
}

/** A savepoint is read by the JobManager, whoever submits the job. */
export function checkSavepointPlace(job: JobModel | undefined, cluster: ClusterModel, inputs: Inputs, report: Report): void {
  if (job?.savepoint?.path !== undefined) {
    checkPlace({ property: 'job.savepoint.path', value: job.savepoint.path, isPlace: true }, cluster, inputs, report);
  }
}

function checkPlace({ property, value, isPlace }: Place, { hadoop }: ClusterModel, { contributions }: Inputs, report: Report): void {
  const brought = contributions.flatMap(({ contribution }) => contribution.fileSystemSchemes ?? []);
  for (const scheme of new Set([...value.matchAll(SCHEME)].map(([, found]) => found!.toLowerCase()))) {
    const known = Object.hasOwn(BROUGHT_BY, scheme) ? BROUGHT_BY[scheme] : undefined;
    const isRead = known !== undefined || (isPlace && !BUILT_IN.includes(scheme));
    const isHadoops = hadoop !== undefined && (known === undefined || ['hdfs', 'viewfs'].includes(scheme));
    if (isRead && !isHadoops && !brought.includes(scheme)) {
      report('FLK-FS-01', property, value, { scheme, by: known ?? 'a PluginMount with this scheme' });
    }
    if (brought.filter((other) => other === scheme).length > 1) {
      report('FLK-FS-03', property, value, { scheme });
    }
  }
}
