/**
 * When the kubelet pulls an image.
 *
 * @see https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy
 */
export enum ImagePullPolicy {
  /** Whenever a container starts. */
  ALWAYS = 'Always',
  /** Only if the node does not have the image: suitable for immutable tags and for digests. */
  IF_NOT_PRESENT = 'IfNotPresent',
  /** Never: the image must be present on the node. */
  NEVER = 'Never',
}
