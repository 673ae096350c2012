/**
 * A value in a YAML document, with the types of the core schema: integers are bigints, other numbers are numbers.
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

/** Why a document is rejected; the reader catches it. */
export class YamlRefusal extends Error {
  public constructor(
    reason: string,
    public readonly offset?: number,
  ) {
    super(reason);
  }
}
