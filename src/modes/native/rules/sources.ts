/** The source of most rules of native mode: what Flink's client and its descriptor for Kubernetes do. */
export const CLIENT = 'Flink: KubernetesClusterDescriptor';
