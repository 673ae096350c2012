/**
 * When the kubelet fetches an image.
 *
 * @see https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy
 */
export enum ImagePullPolicy {
  /** At every start of a container. */
  ALWAYS = 'Always',
  /** When the node does not have it: right for tags that never move, and for digests. */
  IF_NOT_PRESENT = 'IfNotPresent',
  /** Never; the image is on the node already. */
  NEVER = 'Never',
}
