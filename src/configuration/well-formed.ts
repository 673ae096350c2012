// With the u flag, \p{Surrogate} matches only a half without its partner.
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Why the key or the value is not valid Unicode. A `config.yaml` can contain half of a surrogate pair as an escape, and
 * Flink reads it, but it is not a character, and Flink writes a question mark instead.
 */
export function surrogateRefusal(key: string, value: string): string | undefined {
  if (LONE_SURROGATE.test(key)) return 'the key contains half of a surrogate pair, which is not a character';
  return LONE_SURROGATE.test(value)
    ? 'the value contains half of a surrogate pair, which is not a character'
    : undefined;
}
