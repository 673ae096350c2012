// node conformance/crds/reduce.js DIRECTORY: writes the fixture of reduced custom resource definitions, with the
// operator's own fields for a few releases. DIRECTORY has one subdirectory per release.
const fs = require('node:fs');
const path = require('node:path');
const { parse } = require('yaml');

const RELEASES = ['1.7.0', '1.10.0', '1.12.1', '1.15.0', '1.16'];
const TARGET = path.join(__dirname, '../../test/fixtures/operator-crds/reduced.json');
const KEPT = [
  'type',
  'enum',
  'properties',
  'items',
  'additionalProperties',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-int-or-string',
];

function reduced(schema, name) {
  if (name === 'podTemplate' || name === 'metadata')
    return { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => KEPT.includes(keyword))
      .map(([keyword, value]) => {
        if (keyword === 'properties')
          return [
            keyword,
            Object.fromEntries(Object.entries(value).map(([key, property]) => [key, reduced(property, key)])),
          ];
        return [keyword, keyword === 'items' || keyword === 'additionalProperties' ? reduced(value) : value];
      }),
  );
}

function main([directory]) {
  if (directory === undefined) throw new Error('usage: node conformance/crds/reduce.js DIRECTORY');
  const all = {};
  for (const release of RELEASES) {
    const found = fs.readdirSync(directory).find((name) => name === release || name.startsWith(`${release}-`));
    all[release] = {};
    for (const file of fs.readdirSync(path.join(directory, found)).sort()) {
      const { spec } = parse(fs.readFileSync(path.join(directory, found, file), 'utf8'));
      const { status: _status, ...properties } = spec.versions[0].schema.openAPIV3Schema.properties;
      all[release][spec.names.kind] = reduced({ type: 'object', properties });
    }
  }
  fs.writeFileSync(TARGET, `${JSON.stringify(all)}\n`);
}

main(process.argv.slice(2));
