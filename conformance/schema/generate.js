// node conformance/schema/generate.js VERSION SWAGGER_JSON [OUTPUT_DIRECTORY]
// Writes the JSON schemas of the kinds that the library emits, as strict as the field validation of the API server.
const fs = require('node:fs');
const path = require('node:path');

const KINDS = {
  v1: ['ConfigMap', 'Secret', 'Service', 'ServiceAccount', 'Pod', 'PersistentVolumeClaim'],
  'apps/v1': ['Deployment', 'StatefulSet'],
  'batch/v1': ['Job'],
  'rbac.authorization.k8s.io/v1': ['Role', 'RoleBinding'],
  'networking.k8s.io/v1': ['Ingress', 'NetworkPolicy'],
  'policy/v1': ['PodDisruptionBudget'],
  'autoscaling/v2': ['HorizontalPodAutoscaler'],
};

// In swagger.json these are strings, which is only one of the notations that the API server accepts.
// The quantity grammar is the one of k8s.io/apimachinery/pkg/api/resource/quantity.go.
const OVERRIDES = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': {
    type: ['string', 'number'],
    pattern: '^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$',
  },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { type: ['string', 'integer'] },
};

// Validators reject unknown formats; only these two affect what is accepted.
const KEPT_FORMATS = ['int32', 'byte'];
const PREFIXES = [
  'io.k8s.api.',
  'io.k8s.apimachinery.pkg.apis.',
  'io.k8s.apimachinery.pkg.api.',
  'io.k8s.apimachinery.pkg.',
];

/** Returns the short name of a definition in the output. */
function shortName(name) {
  const prefix = PREFIXES.find((candidate) => name.startsWith(candidate)) ?? '';
  return name.slice(prefix.length);
}

/** Returns the definition of a swagger reference, in any file layout. */
const referenced = (ref) => ref.split('/').pop();

/** Converts a swagger schema to a strict JSON schema; calls `visit` for every definition that it refers to. */
function convert(schema, visit) {
  if (schema.$ref) {
    visit(referenced(schema.$ref));
    return { $ref: `#/definitions/${shortName(referenced(schema.$ref))}` };
  }
  const result = {};
  if (schema.type) result.type = schema.type;
  if (KEPT_FORMATS.includes(schema.format)) result.format = schema.format;
  if (schema.enum) result.enum = schema.enum;
  if (schema.required) result.required = schema.required;
  if (schema.items) result.items = convert(schema.items, visit);
  if (schema.additionalProperties) result.additionalProperties = convert(schema.additionalProperties, visit);
  if (schema.properties) {
    result.type = 'object';
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, value]) => [key, convert(value, visit)]),
    );
    result.additionalProperties = false;
  }
  return result;
}

/** Returns the definition of a kind, by its declared group, version and kind. */
function definitionOf(definitions, apiVersion, kind) {
  const [version, group = ''] = apiVersion.split('/').reverse();
  const found = Object.keys(definitions).find((name) =>
    (definitions[name]['x-kubernetes-group-version-kind'] ?? []).some(
      (gvk) => gvk.group === group && gvk.version === version && gvk.kind === kind,
    ),
  );
  if (!found) throw new Error(`no definition of ${apiVersion} ${kind}`);
  return found;
}

/** Returns all kinds and the definitions that they refer to, sorted by name. */
function generate(swagger) {
  const kinds = {};
  const wanted = [];
  for (const [apiVersion, names] of Object.entries(KINDS)) {
    for (const kind of names) {
      const name = definitionOf(swagger.definitions, apiVersion, kind);
      kinds[`${apiVersion} ${kind}`] = shortName(name);
      wanted.push(name);
    }
  }
  const converted = new Map();
  while (wanted.length > 0) {
    const name = wanted.pop();
    if (converted.has(name)) continue;
    converted.set(name, OVERRIDES[name] ?? convert(swagger.definitions[name], (other) => wanted.push(other)));
  }
  const definitions = new Map([...converted].map(([name, schema]) => [shortName(name), schema]));
  if (definitions.size !== converted.size) throw new Error('two definitions have the same short name');
  return { kinds, definitions: [...definitions].sort(([a], [b]) => (a < b ? -1 : 1)) };
}

/** Formats compactly, but with one definition per line, so that an upgrade can be reviewed as a diff. */
function format(version, { kinds, definitions }) {
  const lines = definitions.map(([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(schema)}`);
  const head = `"kubernetes":${JSON.stringify(version)},"kinds":${JSON.stringify(kinds)}`;
  return `{${head},\n"definitions":{\n${lines.join(',\n')}\n}}\n`;
}

function main([version, source, directory = path.join(__dirname, '../../test/fixtures/kubernetes-schema')]) {
  const minor = /^v?(\d+\.\d+)/.exec(version ?? '')?.[1];
  if (!minor || !source) {
    console.error('usage: node conformance/schema/generate.js VERSION SWAGGER_JSON [OUTPUT_DIRECTORY]');
    process.exit(2);
  }
  const swagger = JSON.parse(fs.readFileSync(source, 'utf8'));
  const text = format(version.replace(/^v/, ''), generate(swagger));
  fs.mkdirSync(directory, { recursive: true });
  const file = path.join(directory, `${minor}.json`);
  fs.writeFileSync(file, text);
  console.log(`${file}: ${Object.keys(JSON.parse(text).definitions).length} definitions, ${text.length} bytes`);
}

main(process.argv.slice(2));
