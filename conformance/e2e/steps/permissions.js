// Every user can query their own identity and permissions.
const OF_ALL = ['authentication.k8s.io', 'authorization.k8s.io'];
const FORBIDDEN = /.*\b(?:is forbidden|Forbidden!).*/gi;

/**
 * Returns all permissions of a ServiceAccount in a namespace, according to the authorizer of Kubernetes, each as
 * `verb resource.group[=name]`.
 */
async function permissionsOf(boot, serviceAccount, namespace) {
  const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace } };
  const args = [
    'create',
    '--validate=false',
    '-f',
    '-',
    '-o',
    'json',
    '--as',
    `system:serviceaccount:${boot.namespace}:${serviceAccount}`,
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

/**
 * A ServiceAccount has exactly these permissions in its namespace, and none elsewhere:
 * `{ 'deployments.apps': ['get'] }`.
 */
const hasPermissions = (serviceAccount, expected) => ({
  text: `gives ${serviceAccount} exactly its permissions`,
  async run(boot) {
    const wanted = Object.entries(expected).flatMap(([resource, verbs]) => verbs.map((verb) => `${verb} ${resource}`));
    const found = await permissionsOf(boot, serviceAccount, boot.namespace);
    const elsewhere = await permissionsOf(boot, serviceAccount, 'default');
    return [
      ...wanted.filter((permission) => !found.includes(permission)).map((permission) => `it cannot ${permission}`),
      ...found.filter((permission) => !wanted.includes(permission)).map((permission) => `it can ${permission}`),
      ...elsewhere.map((permission) => `it can ${permission} in another namespace`),
    ];
  },
});

/** According to the logs, Kubernetes has denied no request of Flink. */
const isNotForbidden = {
  text: 'was denied no request to Kubernetes',
  async run(boot) {
    const pods = await boot.items('pods');
    const logs = await Promise.all(
      pods.map(async ({ metadata: { name } }) => (await boot.kubectl(60, ['logs', name, '--all-containers'])).output),
    );
    return [...new Set(logs.flatMap((log) => log.match(FORBIDDEN) ?? []))].slice(0, 5);
  },
};

module.exports = { hasPermissions, isNotForbidden };
