/**
 * What a YAML document holds, with the types of the core schema: whole numbers are bigints, numbers with a point or an exponent are numbers.
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 */
export type YamlValue = null | boolean | string | bigint | number | YamlBinary | YamlSet | YamlValue[] | YamlMap;

/** The entries in the order of the text. */
export class YamlMap extends Map<YamlValue, YamlValue> {}

/** The items of a `!!set`. */
export class YamlSet extends Set<YamlValue> {}

/** The bytes of a `!!binary`, in base64 without line breaks. */
export class YamlBinary {
  public constructor(public readonly base64: string) {}
}

/** Why a text is refused; thrown inside the reader, never out of it. */
export class YamlRefusal extends Error {
  public constructor(
    reason: string,
    public readonly offset?: number,
  ) {
    super(reason);
  }
}
