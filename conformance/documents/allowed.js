// Where our output may differ from a documented manifest: `path` as in compare.js, in the documents that `versions` and `files` name.
// `accepts` narrows a rule to the values it is about. A rule that no document needs fails the run.

const withoutSlash = (path) => String(path).replace(/\/+$/, '');

/** Repository name and minor version of an image; a digest or a tag without a version has none. */
function imageOf(image) {
  const [, repository, minor] = /^(?:.*\/)?([^/:@]+):(\d+\.\d+)(?:[.-].*)?$/.exec(image) ?? [];
  return repository && `${repository} ${minor}`;
}

const ADDRESS = 'jobmanager.rpc.address=$(POD_IP)';

/** The arguments without the two tokens that give the JobManager its address; nothing when they are not there. */
function withoutAddress(args, flag, address) {
  const at = Array.isArray(args) ? args.findIndex((argument, i) => argument === flag && args[i + 1] === address) : -1;
  return at < 0 ? undefined : JSON.stringify([...args.slice(0, at), ...args.slice(at + 2)]);
}

module.exports = [
  {
    versions: '*',
    files: ['jobmanager-application-non-ha', 'jobmanager-job', 'taskmanager-job-deployment'],
    path: '*.spec.template.spec.containers[*].env',
    reason: 'the documents leave `env` without a value, which Kubernetes reads as an absent field',
    accepts: (documented) => documented === null,
  },
  {
    versions: '*',
    files: ['taskmanager-*deployment'],
    path: '*.spec.template.spec.containers[*].volumeMounts[*].mountPath',
    reason: 'a trailing slash of a mountPath means nothing',
    accepts: (documented, ours) => withoutSlash(documented) === ours,
  },
  {
    versions: '*',
    files: ['jobmanager-*deployment*', 'jobmanager-application*', 'jobmanager-job', 'taskmanager-*deployment'],
    path: '*.spec.template.spec.containers[*].image',
    reason: 'the documents name another patch, registry path or Scala suffix of the same Flink version',
    accepts: (documented, ours, { version }) => imageOf(documented) === `flink ${version}` && imageOf(ours) === `flink ${version}`,
  },
  {
    versions: '*',
    files: ['jobmanager-session-deployment-ha', 'jobmanager-application-ha'],
    path: '*.spec.template.spec.serviceAccountName',
    reason: 'every role has a ServiceAccount of its own, named after its workload',
    accepts: (_, ours) => ours === 'flink-jobmanager',
  },
  {
    versions: '*',
    files: ['jobmanager-application-ha'],
    path: 'Job.spec.template.spec.containers[jobmanager].args',
    reason: 'Flink 2 has no `--host`; a dynamic option says the same in every version',
    accepts: (documented, ours) => {
      const rest = withoutAddress(documented, '--host', '$(POD_IP)');
      return rest !== undefined && rest === withoutAddress(ours, '-D', ADDRESS);
    },
  },
];
