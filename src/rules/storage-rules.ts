import { type ClusterRule, type ClusterContext } from './cluster-rule';
import { LIBRARY } from '../configuration/flink-options';
import { type Inputs } from '../derivation/inputs';
import { type ClusterModel } from '../model/cluster-model';
import { type JobModel } from '../model/job-model';
import { type Check, checkIn, checkOf, type ReportOn, runCheck } from '../validation/check';

/** Schemes that Flink itself reads. */
const BUILT_IN = ['file', 'local', 'http', 'https'];
const HADOOP = 'a HadoopConfMount, and an image with Hadoop';
/** Schemes of file systems, and what adds them. */
const ADDED_BY: { readonly [scheme: string]: string } = {
  s3: 'FileSystem.s3Hadoop() or FileSystem.s3Presto()',
  s3a: 'FileSystem.s3Hadoop()',
  s3p: 'FileSystem.s3Presto()',
  gs: 'FileSystem.google()',
  abfs: 'FileSystem.azure()',
  abfss: 'FileSystem.azure()',
  wasb: 'FileSystem.azure()',
  wasbs: 'FileSystem.azure()',
  oss: 'FileSystem.aliyun()',
  hdfs: HADOOP,
  viewfs: HADOOP,
};
/** Schemes that are followed by a bucket or a container. */
const HAS_BUCKETS = ['s3', 's3a', 's3p', 'gs', 'abfs', 'abfss', 'wasb', 'wasbs', 'oss'];
/** Keys of options whose values are always locations in file systems. */
const LOCATION_KEY = /(?:[.-]dirs?|storageDir|[.-]path)$/;
const URI = /(?:^|[,;]\s*)([a-z][a-z0-9+.-]*):\/\/([^/,;\s]*)/gi;

/** A property with a location in a file system, or with a list of them. */
interface Location {
  readonly property: string;
  readonly value: string;
  /** Whether the value is a location whatever its scheme. */
  readonly isLocation: boolean;
}

/** One URI in a property. */
interface LocatedUri extends Location {
  readonly scheme: string;
  /** The part between the slashes and the path. */
  readonly host: string;
}

/** The URIs of a cluster or a job, and what reads them. */
interface StorageContext {
  readonly uris: readonly LocatedUri[];
  /** The schemes that features and mounts add, once for each that does. */
  readonly schemes: readonly string[];
  readonly hasHadoop: boolean;
}

const storageRule = checkOf<StorageContext>();

export const SCHEME_NOT_LOWER_CASE = storageRule({
  id: 'FLK-FS-04',
  severity: 'error',
  rule: 'Flink finds file systems by schemes in lower case, and none is called {scheme}',
  fix: 'use {lower}://',
  source: 'Flink: UnsupportedFileSystemSchemeException',
  find({ uris, schemes }, report) {
    for (const { property, value, scheme } of uris.filter((uri) => isMiswritten(uri, schemes))) {
      report(property, value, { scheme, lower: scheme.toLowerCase() });
    }
  },
});

export const NO_FILE_SYSTEM = storageRule({
  id: 'FLK-FS-01',
  severity: 'warning',
  rule: 'nothing in the cluster reads {scheme}://',
  fix: 'add {by}, or suppress this if the image contains the file system',
  source: 'Flink: UnsupportedFileSystemSchemeException',
  find({ uris, schemes, hasHadoop }, report) {
    for (const uri of wellWritten(uris, schemes)) {
      const { property, value, scheme } = uri;
      const by = adderOf(scheme);
      const isOfHadoop = hasHadoop && (by === undefined || by === HADOOP);
      if (needsFileSystem(uri) && !isOfHadoop && !schemes.includes(scheme)) {
        report(property, value, { scheme, by: by ?? 'a PluginMount with this scheme' });
      }
    }
  },
});

export const AMBIGUOUS_SCHEME = storageRule({
  id: 'FLK-FS-03',
  severity: 'warning',
  rule: 'two plugins read {scheme}://, and it is undefined which one Flink uses',
  fix: 'use s3a:// for the plugin based on Hadoop, or s3p:// for the one based on Presto',
  source: 'Flink: Amazon S3',
  find({ uris, schemes }, report) {
    for (const { property, value, scheme } of wellWritten(uris, schemes)) {
      if (schemes.filter((other) => other === scheme).length > 1) {
        report(property, value, { scheme });
      }
    }
  },
});

export const NO_BUCKET = storageRule({
  id: 'FLK-FS-05',
  severity: 'error',
  rule: 'the bucket after {scheme}:// is missing',
  fix: 'use {scheme}://bucket/path',
  source: 'Flink: file systems',
  find({ uris, schemes }, report) {
    for (const { property, value, scheme, host } of wellWritten(uris, schemes)) {
      if (host === '' && HAS_BUCKETS.includes(scheme)) {
        report(property, value, { scheme });
      }
    }
  },
});

export const FILE_ON_HOST = storageRule({
  id: 'FLK-FS-06',
  severity: 'error',
  rule: 'the part after two slashes is a host, and files of a pod are not on a host',
  fix: 'use file:///path, with three slashes',
  source: 'Flink: file systems',
  find({ uris, schemes }, report) {
    for (const { property, value, scheme, host, isLocation } of wellWritten(uris, schemes)) {
      if (scheme === 'file' && host !== '' && isLocation) {
        report(property, value);
      }
    }
  },
});

const LOCATION_RULES: readonly Check<StorageContext>[] = [
  SCHEME_NOT_LOWER_CASE,
  NO_FILE_SYSTEM,
  AMBIGUOUS_SCHEME,
  NO_BUCKET,
  FILE_ON_HOST,
];

/** Rules about the file systems that options and the job of a cluster refer to. */
export const STORAGE_RULES: readonly ClusterRule[] = LOCATION_RULES.map((rule) => checkIn(rule, contextOf));

/** Checks the savepoint from which a job starts. The JobManager reads it, whatever submits the job. */
export function checkSavepointLocation(job: JobModel, cluster: ClusterModel, inputs: Inputs, reportOn: ReportOn): void {
  const context = storageContext(savepointOf(job), cluster, inputs);
  LOCATION_RULES.forEach((rule) => runCheck(rule, context, reportOn));
}

function contextOf({ cluster, inputs }: ClusterContext): StorageContext {
  const { job, options } = cluster;
  const inOptions = options.stated
    .filter(({ source, value }) => source !== LIBRARY && value.includes('://'))
    .map(({ key, spelt = key, value }) => ({
      property: `configuration.${spelt}`,
      value,
      isLocation: LOCATION_KEY.test(key),
    }));
  const inJob = job === undefined ? [] : [...artifactOf(job), ...savepointOf(job)];
  return storageContext([...inOptions, ...inJob], cluster, inputs);
}

function artifactOf({ artifact: { kind, jar } }: JobModel): Location[] {
  return kind === 'fileSystem' && jar !== undefined ? [{ property: 'job.artifact', value: jar, isLocation: true }] : [];
}

function savepointOf({ savepoint }: JobModel): Location[] {
  const path = savepoint?.path;
  return path === undefined ? [] : [{ property: 'job.savepoint.path', value: path, isLocation: true }];
}

function storageContext(
  locations: readonly Location[],
  { hadoop }: ClusterModel,
  { contributions }: Inputs,
): StorageContext {
  return {
    uris: locations.flatMap(urisIn),
    schemes: contributions.flatMap(({ contribution }) => contribution.fileSystemSchemes ?? []),
    hasHadoop: hadoop !== undefined,
  };
}

/** The URIs in a location, one for each scheme. */
function urisIn(location: Location): LocatedUri[] {
  const hosts = new Map([...location.value.matchAll(URI)].map(([, scheme, host]) => [scheme!, host!]));
  return [...hosts].map(([scheme, host]) => ({ ...location, scheme, host }));
}

function adderOf(scheme: string): string | undefined {
  const lower = scheme.toLowerCase();
  return Object.hasOwn(ADDED_BY, lower) ? ADDED_BY[lower] : undefined;
}

/** Whether Flink needs a file system for a URI. */
function needsFileSystem({ scheme, isLocation }: LocatedUri): boolean {
  return adderOf(scheme) !== undefined || (isLocation && !BUILT_IN.includes(scheme.toLowerCase()));
}

/** Whether only the capitals in its scheme keep Flink from reading a URI. */
function isMiswritten(uri: LocatedUri, schemes: readonly string[]): boolean {
  const { scheme, isLocation } = uri;
  const lower = scheme.toLowerCase();
  const isRead = needsFileSystem(uri) || (isLocation && lower === 'file');
  return scheme !== lower && !schemes.includes(scheme) && isRead;
}

function wellWritten(uris: readonly LocatedUri[], schemes: readonly string[]): LocatedUri[] {
  return uris.filter((uri) => !isMiswritten(uri, schemes));
}
