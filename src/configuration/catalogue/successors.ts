/**
 * Options that Flink gave up without keeping their names, and what does their work since; the value has to be written anew.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.0/release-notes/flink-2.0/
 */
const SUCCESSORS: { readonly [key: string]: string } = {
  'cluster.evenly-spread-out-slots': 'taskmanager.load-balance.mode',
  'jobmanager.heap.mb': 'jobmanager.memory.heap.size',
  'jobmanager.heap.size': 'jobmanager.memory.heap.size',
  'metrics.reporter.<name>.class': 'metrics.reporter.<name>.factory.class',
  'pipeline.default-kryo-serializers': 'pipeline.serialization-config',
  'pipeline.registered-kryo-types': 'pipeline.serialization-config',
  'pipeline.registered-pojo-types': 'pipeline.serialization-config',
  'security.ssl.enabled': 'security.ssl.internal.enabled',
  'taskmanager.heap.mb': 'taskmanager.memory.flink.size',
  'taskmanager.heap.size': 'taskmanager.memory.flink.size',
  'taskmanager.network.numberOfBuffers': 'taskmanager.memory.network.max',
  'web.ssl.enabled': 'security.ssl.rest.enabled',
};

/** What to write instead of a key that was found by a pattern, or by itself. */
export function knownSuccessor(key: string, pattern: string = key): string | undefined {
  if (!Object.hasOwn(SUCCESSORS, pattern)) return undefined;
  const segments = key.split('.');
  return SUCCESSORS[pattern]!.split('.').map((segment, index) => (segment.startsWith('<') ? segments[index] : segment)).join('.');
}
