/** A value that JSON can represent. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A Kubernetes object or a part of one, exactly as it is written to YAML: an escape hatch without a schema. */
export type ManifestJson = { [key: string]: any };
