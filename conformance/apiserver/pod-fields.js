// Compares the fields of pod templates in the OpenAPI document of an API server with those that the library knows. The
// library would report a field that it does not know as misspelled, and reject a field of another type. It can know
// more fields: those of newer and of older API servers.
const { podFields, podTemplateType } = require('../../lib/kubernetes/pod-schema');

const TEMPLATE = { $ref: '#/definitions/io.k8s.api.core.v1.PodTemplateSpec' };
const SCALARS = { string: 's', integer: 'i', number: 'n', boolean: 'b' };
const NAMED = [
  [/\.Quantity$/, 'q'],
  [/\.IntOrString$/, 'p'],
  [/Time$/, 's'],
];

/** Returns every difference as a line. */
function podFieldDifferences({ definitions }) {
  const found = [];
  const seen = new Set();
  const resolved = ({ $ref, ...schema }) =>
    $ref === undefined
      ? { name: '', schema }
      : { name: $ref.slice('#/definitions/'.length), schema: definitions[$ref.slice('#/definitions/'.length)] };

  function walk(reference, type, path) {
    const { name, schema } = resolved(reference);
    const kind = kindOf(name, schema);
    if (kind !== (/^\d+$/.test(type) ? 'struct' : type[0])) {
      found.push(`${path}: ${kind} there, ${type} here`);
    } else if (kind === '[') {
      walk(schema.items, type.slice(1, -1), `${path}[]`);
    } else if (kind === '{') {
      walk(schema.additionalProperties, type.slice(1, -1), `${path}{}`);
    } else if (kind === 'struct' && !seen.has(name)) {
      seen.add(name);
      walkFields(schema.properties, podFields(type), path);
    }
  }

  function walkFields(properties, fields, path) {
    for (const [field, property] of Object.entries(properties)) {
      const known = fields.get(field);
      if (known === undefined) found.push(`${path}.${field}: not known here`);
      else walk(property, known.type, `${path}.${field}`);
    }
  }

  walk(TEMPLATE, podTemplateType(), 'template');
  return found;
}

function kindOf(name, { type, properties, additionalProperties }) {
  const special = NAMED.find(([pattern]) => pattern.test(name));
  if (special !== undefined) return special[1];
  if (type === 'array') return '[';
  if (properties !== undefined) return 'struct';
  if (additionalProperties !== undefined) return '{';
  return type === 'object' ? 'o' : SCALARS[type];
}

module.exports = { podFieldDifferences };
