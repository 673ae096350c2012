// \p{Surrogate} under the u flag matches only a half without its partner.
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Says in a few words that a pair holds half of a surrogate pair. A `config.yaml` can carry one in an escape and Flink reads it back, but it
 * is no character, and whatever Flink writes it to gets a question mark.
 */
export function surrogateRefusal(key: string, value: string): string | undefined {
  if (LONE_SURROGATE.test(key)) return 'the key holds half of a surrogate pair, which is no character';
  return LONE_SURROGATE.test(value) ? 'the value holds half of a surrogate pair, which is no character' : undefined;
}
