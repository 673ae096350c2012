// What every user may: ask who they are and what they may.
const OF_ALL = ['authentication.k8s.io', 'authorization.k8s.io'];
const FORBIDDEN = /.*\b(?:is forbidden|Forbidden!).*/gi;

/** All rights of a ServiceAccount in a namespace as Kubernetes' authorizer knows them, each `verb resource.group[=name]`. */
async function rightsOf(boot, account, namespace) {
  const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace } };
  const args = [
    'create',
    '--validate=false',
    '-f',
    '-',
    '-o',
    'json',
    '--as',
    `system:serviceaccount:${boot.namespace}:${account}`,
  ];
  const { code, output, errors } = await boot.cluster.kubectl(30, args, JSON.stringify(review));
  if (code !== 0) throw new Error(errors.trim());
  return JSON.parse(output)
    .status.resourceRules.filter(({ apiGroups }) => !apiGroups.every((group) => OF_ALL.includes(group)))
    .flatMap(({ apiGroups = [], resources = [], resourceNames = [''], verbs }) =>
      apiGroups.flatMap((group) =>
        resources.flatMap((resource) =>
          resourceNames.flatMap((name) =>
            verbs.map((verb) => `${verb} ${resource}${group && `.${group}`}${name && `=${name}`}`),
          ),
        ),
      ),
    );
}

/** A ServiceAccount has these rights in its namespace and no others, and none elsewhere: `{ 'deployments.apps': ['get'] }`. */
const hasRights = (account, expected) => ({
  text: `gives ${account} its rights and no others`,
  async run(boot) {
    const wanted = Object.entries(expected).flatMap(([resource, verbs]) => verbs.map((verb) => `${verb} ${resource}`));
    const found = await rightsOf(boot, account, boot.namespace);
    const elsewhere = await rightsOf(boot, account, 'default');
    return [
      ...wanted.filter((right) => !found.includes(right)).map((right) => `it may not ${right}`),
      ...found.filter((right) => !wanted.includes(right)).map((right) => `it may ${right}`),
      ...elsewhere.map((right) => `it may ${right} in another namespace`),
    ];
  },
});

/** Kubernetes has refused nothing that Flink asked for, as all logs tell. */
const isNotForbidden = {
  text: 'was refused nothing that it asked Kubernetes for',
  async run(boot) {
    const pods = await boot.items('pods');
    const logs = await Promise.all(
      pods.map(async ({ metadata: { name } }) => (await boot.kubectl(60, ['logs', name, '--all-containers'])).output),
    );
    return [...new Set(logs.flatMap((log) => log.match(FORBIDDEN) ?? []))].slice(0, 5);
  },
};

module.exports = { hasRights, isNotForbidden };
