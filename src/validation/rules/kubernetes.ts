import { error, FLINK, IMAGE, KUBERNETES, LIBRARY, objection, PSS, warning, identified } from './rule';

/** Rules about pods, objects and their names. */
export const KUBERNETES_RULES = identified({
  'FLK-IMG-01': error(
    'it is no image reference',
    'write [registry/]name:tag or name@sha256:digest, in lower case',
    'distribution reference grammar',
  ),
  'FLK-IMG-02': error(
    'no official image of Flink {version} is published',
    'set image',
    'docker-library/official-images',
  ),
  'FLK-IMG-03': objection(
    'the tag may point to another image tomorrow',
    'use a tag of one release, such as flink:1.20.4, or a digest',
    LIBRARY,
  ),
  'FLK-IMG-04': error('the image holds Flink {tagged} but the version is {version}', 'make the two agree', LIBRARY),
  'FLK-IMG-05': error(
    'it is no registry',
    'write host[:port][/path] in lower case, without a scheme',
    'distribution reference grammar',
  ),
  'FLK-IMG-06': error('it is no digest', 'write sha256: and 64 hexadecimal digits', 'distribution reference grammar'),
  'FLK-NAME-04': error(
    '{kind} {name} is made twice, by {other} and by {own}',
    'give the clusters different names or namespaces',
    LIBRARY,
  ),
  'FLK-POD-01': error('it is no container name', 'use at most 63 of a-z, 0-9 and "-"', KUBERNETES),
  'FLK-POD-02': error('two containers have this name', 'rename one', KUBERNETES),
  'FLK-POD-05': error('{problem}', 'remove it', KUBERNETES),
  'FLK-POD-06': error('pods must not use what belongs to the node', 'remove it, or set hardening to NONE', PSS),
  'FLK-POD-07': error(
    'the hardening of the cluster needs {needed} here',
    'remove the setting, or set hardening to NONE',
    PSS,
  ),
  'FLK-POD-09': warning(
    'Flink needs about ten seconds to end in order; killed before, its slots stay taken until the heartbeat times out',
    'give at least 10 seconds',
    'Flink: cluster.services.shutdown-timeout',
  ),
  'FLK-POD-12': error(
    'a TaskManager has no REST endpoint that could be asked',
    'use FlinkProbe.tcpSocket() or FlinkProbe.exec()',
    FLINK,
  ),
  'FLK-POD-14': objection('pods have no such field', 'write {meant}', KUBERNETES),
  'FLK-POD-15': error('Kubernetes wants {expected} here', 'write {expected}', KUBERNETES),
  'FLK-POD-16': warning(
    'no field of pods that is known here is like this one, and a server that does not know it either drops it or refuses the pod',
    'remove it, or make sure that the cluster is new enough',
    KUBERNETES,
  ),
  'FLK-PORT-01': error(
    'only root may listen below 1024, and Flink runs as user 9999',
    'use a port from 1024 to 65535',
    IMAGE,
  ),
  'FLK-PORT-02': error('the pod already uses this port, for {owner}', 'choose another one', KUBERNETES),
  'FLK-PORT-03': error('it is no port', 'give a whole number from 1 to 65535', KUBERNETES),
  'FLK-PORT-04': error('it is no port name', 'use at most 15 of a-z, 0-9 and single "-", with a letter', KUBERNETES),
  'FLK-PORT-05': error('two ports of the container have this name', 'rename one', KUBERNETES),
  'FLK-RES-03': error('it is no quantity', 'write a number above 0, with a unit such as Mi, Gi or m', KUBERNETES),
  'FLK-RES-04': error(
    '"m" is a thousandth here: 2048m is two bytes',
    'write Mi or Gi',
    `${KUBERNETES}: fractional byte value`,
  ),
  'FLK-RES-05': error(
    'the container requests more than its limit of {limit}',
    'raise the limit or lower the request',
    KUBERNETES,
  ),
  'FLK-RES-06': error(
    'Kubernetes counts no further than 2^63 and takes that instead',
    'write a smaller quantity',
    KUBERNETES,
  ),
  'FLK-RES-07': error(
    'the Flink process is to use {size}, so the container would be killed',
    'raise the limit, or give memory',
    FLINK,
  ),
  'FLK-SVC-01': error('it is no node port', 'give a whole number from 30000 to 32767', KUBERNETES),
  'FLK-SVC-02': warning(
    'whoever reaches the REST endpoint can run code in the cluster: Flink asks for no password',
    'use RestAccess.clusterIp() behind something that authenticates, or suppress this with a reason',
    'Flink security page',
  ),
  'FLK-SVC-03': warning(
    'queryable state is deprecated since Flink 1.18 (version {version})',
    'write the state to a sink that can be queried',
    'FLINK-32559',
  ),
  'FLK-SVC-04': error('it is no address range', 'write a CIDR, such as 10.0.0.0/8', KUBERNETES),
  'FLK-SVC-05': error(
    'the REST endpoint is offered by something else already',
    'keep one of restAccess and the features that offer it',
    LIBRARY,
  ),
  'FLK-VOL-01': error('two volumes have this name', 'rename one', KUBERNETES),
  'FLK-VOL-02': error('no volume of the pod has this name', 'add the volume, or correct the name', KUBERNETES),
  'FLK-VOL-03': error('two mounts have this path', 'use another path', KUBERNETES),
  'FLK-VOL-06': error(
    'hostPath volumes reach into the node',
    'use another volume, or Hardening.RESTRICTED_WITH_HOST_PATH in a namespace that allows it',
    PSS,
  ),
  'FLK-VOL-08': error(
    'a volume has a name and exactly one source',
    'give one source, such as emptyDir: {}',
    KUBERNETES,
  ),
  'FLK-VOL-10': error(
    'namespaces that enforce restricted refuse this volume type',
    'use a PersistentVolumeClaim, or set hardening to NONE',
    PSS,
  ),
});
