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
  'FLK-LABEL-01': error(
    'it is no label key{hint}',
    'use [prefix/]name, the name up to 63 letters, digits, ".", "-" and "_"',
    KUBERNETES,
  ),
  'FLK-LABEL-02': error(
    'it is no label value{hint}; it has {length} characters of at most 63, and must begin and end with a letter or digit',
    'shorten it, or make it an annotation',
    KUBERNETES,
  ),
  'FLK-LABEL-03': error('the library selects pods and finds objects by this label', 'use another key', LIBRARY),
  'FLK-LABEL-04': error(
    'it is no annotation key{hint}',
    'use [prefix/]name, the name up to 63 letters, digits, ".", "-" and "_"',
    KUBERNETES,
  ),
  'FLK-LABEL-05': error(
    'annotations hold {size} bytes; an object may have at most 262144',
    'put large values elsewhere',
    KUBERNETES,
  ),
  'FLK-LABEL-06': error(
    'a GitOps tool would take every pod with it for an object of its own',
    'set it on objects, by labels or annotations of the cluster',
    'Argo CD and Flux tracking',
  ),
  'FLK-NAME-04': error(
    '{kind} {name} is made twice, by {other} and by {own}',
    'give the clusters different names or namespaces',
    LIBRARY,
  ),
  'FLK-NAME-05': error(
    'it is no name of an object{hint}',
    'use a-z, 0-9, "-" and ".", a letter or digit at both ends',
    KUBERNETES,
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
  'FLK-POD-08': error('it {problem}', 'correct the probe', KUBERNETES),
  'FLK-POD-09': warning(
    'Flink needs about ten seconds to end in order; killed before, its slots stay taken until the heartbeat times out',
    'give at least 10 seconds',
    'Flink: cluster.services.shutdown-timeout',
  ),
  'FLK-POD-10': error(
    'it is no name of a time zone',
    'use an IANA name, such as Europe/Berlin or UTC',
    'IANA time zone database',
  ),
  'FLK-POD-11': error('it {problem}', 'correct the strategy', KUBERNETES),
  'FLK-POD-13': error(
    'it is no toleration: {problem}',
    'write key, operator (Exists or Equal), value, effect (NoSchedule, PreferNoSchedule or NoExecute) and tolerationSeconds',
    KUBERNETES,
  ),
  'FLK-POD-14': objection('pods have no such field', 'write {meant}', KUBERNETES),
  'FLK-POD-15': error('Kubernetes wants {expected} here', 'write {expected}', KUBERNETES),
  'FLK-POD-16': warning(
    'no field of pods that is known here is like this one, and a server that does not know it either drops it or refuses the pod',
    'remove it, or make sure that the cluster is new enough',
    KUBERNETES,
  ),
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
  'FLK-VOL-01': error('two volumes have this name', 'rename one', KUBERNETES),
  'FLK-VOL-02': error('no volume of the pod has this name', 'add the volume, or correct the name', KUBERNETES),
  'FLK-VOL-03': error('two mounts have this path', 'use another path', KUBERNETES),
  'FLK-VOL-04': error('it is no mount path', 'use an absolute path without ":" and ".."', KUBERNETES),
  'FLK-VOL-05': error(
    'mounting here would hide the distribution, or a file of the library',
    'use a folder of your own, such as /opt/flink/usrlib or /opt/flink/plugins/name',
    IMAGE,
  ),
  'FLK-VOL-06': error(
    'hostPath volumes reach into the node',
    'use another volume, or Hardening.RESTRICTED_WITH_HOST_PATH in a namespace that allows it',
    PSS,
  ),
  'FLK-VOL-07': error('it is no volume name', 'use at most 63 of a-z, 0-9 and "-"', KUBERNETES),
  'FLK-VOL-08': error(
    'a volume has a name and exactly one source',
    'give one source, such as emptyDir: {}',
    KUBERNETES,
  ),
  'FLK-VOL-09': error('it is no path inside the volume', 'use a relative path without ".."', KUBERNETES),
  'FLK-VOL-10': error(
    'namespaces that enforce restricted refuse this volume type',
    'use a PersistentVolumeClaim, or set hardening to NONE',
    PSS,
  ),
});
