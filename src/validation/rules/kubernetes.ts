import { error, LIBRARY, objection, identified } from './rule';

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
});
