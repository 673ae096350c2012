import fs from 'node:fs';
import path from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';

type Schema = { [keyword: string]: any };

/** The CRDs of one release of the operator: kinds and the schemas of their resources. */
export interface Crds {
  readonly release: string;
  readonly kinds: ReadonlyMap<string, Schema>;
}

const FIXTURE = path.join(__dirname, '../fixtures/operator-crds/reduced.json');

/** For a few releases, the fields that the operator itself defines, without pod templates. */
export function reducedCrds(): Crds[] {
  const all = JSON.parse(fs.readFileSync(FIXTURE, 'utf8')) as { [release: string]: { [kind: string]: Schema } };
  return Object.entries(all).map(([release, kinds]) => ({ release, kinds: new Map(Object.entries(kinds)) }));
}

/** The complete CRDs of every release, from a directory with one directory per release. */
export function crdsIn(directory: string): Crds[] {
  const releases = fs
    .readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return releases.sort().map((release) => ({
    release,
    kinds: new Map(
      fs.readdirSync(path.join(directory, release)).map((file) => {
        const { spec } = parse(fs.readFileSync(path.join(directory, release, file), 'utf8'));
        return [spec.names.kind, spec.versions[0].schema.openAPIV3Schema];
      }),
    ),
  }));
}

const compiled = new WeakMap<Schema, ValidateFunction>();

/**
 * The errors that a release's CRD finds in a resource, as `/json/pointer: text`. Unknown fields are errors, because the
 * API server would drop them.
 */
export function crdErrors(manifest: any, { release, kinds }: Crds): string[] {
  const schema = kinds.get(manifest.kind);
  if (schema === undefined) return [`/: operator ${release} has no ${manifest.kind}`];
  const validate =
    compiled.get(schema) ?? new Ajv({ strict: false, allErrors: true, allowUnionTypes: true }).compile(strict(schema));
  compiled.set(schema, validate);
  const { apiVersion: _version, kind: _kind, metadata: _metadata, ...fields } = manifest;
  return validate(fields) ? [] : validate.errors!.map(textOf);
}

function textOf({ instancePath, keyword, params, message }: ErrorObject): string {
  const text = keyword === 'additionalProperties' ? `unknown field '${params.additionalProperty}'` : message;
  return `${instancePath || '/'}: ${text}`;
}

/** The schema as `kubectl --validate=strict` would apply it. */
function strict(schema: Schema): Schema {
  if (schema['x-kubernetes-int-or-string']) return { type: ['integer', 'string'] };
  const { properties, items, additionalProperties, format: _format, description: _description, ...rest } = schema;
  return {
    ...rest,
    ...(properties && { properties: strictProperties(properties) }),
    ...(items && { items: strict(items) }),
    ...strictAdditionalProperties(schema),
  };
}

function strictProperties(properties: Schema): Schema {
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, strict(one as Schema)]));
}

function strictAdditionalProperties(schema: Schema): Schema {
  const { additionalProperties, type } = schema;
  if (typeof additionalProperties === 'object') return { additionalProperties: strict(additionalProperties) };
  return type === 'object' && !schema['x-kubernetes-preserve-unknown-fields'] ? { additionalProperties: false } : {};
}
