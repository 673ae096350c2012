import { error, IMAGE, KUBERNETES, LIBRARY, objection, identified } from './rule';

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
  'FLK-POD-08': error('it {problem}', 'correct the probe', KUBERNETES),
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
  'FLK-VOL-04': error('it is no mount path', 'use an absolute path without ":" and ".."', KUBERNETES),
  'FLK-VOL-05': error(
    'mounting here would hide the distribution, or a file of the library',
    'use a folder of your own, such as /opt/flink/usrlib or /opt/flink/plugins/name',
    IMAGE,
  ),
  'FLK-VOL-07': error('it is no volume name', 'use at most 63 of a-z, 0-9 and "-"', KUBERNETES),
  'FLK-VOL-09': error('it is no path inside the volume', 'use a relative path without ".."', KUBERNETES),
});
