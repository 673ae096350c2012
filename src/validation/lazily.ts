/**
 * Loads a module at its first use, and only then: a second `require`, of a module that another file loaded first, looks for its path anew,
 * which takes longer than most of what is done with it.
 */
export function lazily<T>(load: () => T): () => T {
  let loaded: T | undefined;
  return () => (loaded ??= load());
}
