import fs from 'node:fs';
import path from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

const DIRECTORY = path.join(__dirname, '../fixtures/kubernetes-schema');
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

interface SchemaFile {
  readonly kinds: Record<string, string>;
  readonly definitions: Record<string, object>;
}

interface KubernetesSchema {
  readonly kinds: Record<string, string>;
  readonly ajv: Ajv;
}

const schemas = new Map<string, KubernetesSchema>();

function schemaOf(minor: string): KubernetesSchema {
  let schema = schemas.get(minor);
  if (schema === undefined) {
    const { kinds, definitions }: SchemaFile = JSON.parse(
      fs.readFileSync(path.join(DIRECTORY, `${minor}.json`), 'utf8'),
    );
    const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
    ajv.addFormat('int32', { type: 'number', validate: (n: number) => Number.isInteger(n) && Math.abs(n) < 2 ** 31 });
    ajv.addFormat('byte', { type: 'string', validate: BASE64 });
    ajv.addSchema({ definitions }, 'kubernetes');
    schema = { kinds, ajv };
    schemas.set(minor, schema);
  }
  return schema;
}

function validatorOf(manifest: any, minor: string): ValidateFunction | undefined {
  const { kinds, ajv } = schemaOf(minor);
  const definition = kinds[`${manifest?.apiVersion} ${manifest?.kind}`];
  // ajv caches compiled schemas.
  return definition === undefined ? undefined : ajv.getSchema(`kubernetes#/definitions/${definition}`);
}

function textOf(error: ErrorObject): string {
  const where = error.instancePath === '' ? '/' : error.instancePath;
  if (error.keyword === 'additionalProperties') return `${where}: unknown field '${error.params.additionalProperty}'`;
  return `${where}: ${error.message}`;
}

/**
 * The errors that the published schema of a Kubernetes minor version finds in a manifest, as `/json/pointer: text`.
 * Unknown fields are errors.
 *
 * The schema does not check names, port ranges, selectors or enumerations: no errors is necessary, not sufficient.
 */
export function schemaErrors(manifest: any, minor = '1.36'): string[] {
  const validate = validatorOf(manifest, minor);
  if (validate === undefined) {
    return [`/: no schema of '${manifest?.apiVersion} ${manifest?.kind}' in Kubernetes ${minor}`];
  }
  return validate(manifest) ? [] : (validate.errors ?? []).map(textOf);
}
