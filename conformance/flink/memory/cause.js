'use strict';

// Maps Flink's error for a rejected configuration to the id that the library uses for the same cause.
const BY_MESSAGE = [
  [/^Either required fine-grained memory/, 'nothing-configured'],
  [/^Sum of configured JVM Metaspace/, 'jvm-exceeds-process'],
  [/^The configured Total Process Memory size .* is less than the sum/, 'flink-exceeds-process'],
  [/^Derived JVM Overhead size .* is not in configured/, 'overhead-outside-range'],
  [/^Sum of configured Framework Heap Memory/, 'parts-exceed-flink'],
  [/^Derived Network Memory size .* is not in configured/, 'network-outside-range'],
  [/^Derived Network Memory size .* does not match/, 'network-buffers-differ'],
  [/^The configured Total Flink Memory .* is less than the configured Off-heap/, 'off-heap-leaves-no-heap'],
  [/^Sum of the configured JVM Heap Memory/, 'heap-and-off-heap-differ'],
  [/^The configured JVM Heap Memory .* exceeds/, 'heap-exceeds-flink'],
  [/^min value must be less or equal/, 'range-inverted'],
  [/^fraction must be in range/, 'fraction-outside-range'],
  [/^Configured total process memory size .* must not be less than 0/, 'legacy-heap-negative'],
  [/^TaskExecutors need to be started with a positive number/, 'cpu-not-positive'],
  [
    /^Invalid configuration value for taskmanager.memory.segment-size|^Cannot downcast long value/,
    'segment-size-unusable',
  ],
  [/^bytes must be >= 0/, 'buffers-negative'],
  [/^long overflow/, 'too-large'],
  [/^Unrecognized option for boolean/, 'boolean-unreadable'],
  [/^Character [NI] is neither a decimal digit/, 'number-unreadable'],
];
const UNREADABLE_SIZE = /^Cannot read memory size from config option '(.*)'/;
const UNREADABLE = /^Could not parse value [^]* for key '(.*)'/;

// Takes a chain of [class, message] pairs, outermost first; returns `undefined` if the cause is not known.
function causeOf(chain) {
  const messages = chain.map((link) => String(Array.isArray(link) ? link[1] : link.m));
  const root = messages[messages.length - 1];
  const direct = BY_MESSAGE.find(([pattern]) => pattern.test(root));
  if (direct !== undefined) return direct[1];
  if (messages.some((message) => UNREADABLE_SIZE.test(message))) return 'size-unreadable';
  const key = messages.map((message) => UNREADABLE.exec(message)?.[1]).find((name) => name !== undefined);
  if (key === undefined) return undefined;
  if (key.endsWith('.segment-size')) return 'size-unreadable';
  return key.endsWith('fraction') ? 'fraction-unreadable' : 'number-unreadable';
}

// Returns the option that Flink could not read, if that is the cause.
function unreadableKey(chain) {
  return chain
    .map((link) => String(Array.isArray(link) ? link[1] : link.m))
    .map((message) => (UNREADABLE.exec(message) ?? UNREADABLE_SIZE.exec(message))?.[1])
    .filter((name) => name !== undefined)
    .pop();
}

module.exports = { causeOf, unreadableKey };
