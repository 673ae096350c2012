'use strict';

const { writeFileSync } = require('node:fs');
const { App, Chart } = require('cdk8s');
const candidates = require('./candidates');

const CHECKSUM = 'checksum/flink-config';

/**
 * Writes the manifests of the library as a module of plain code, as a developer would: one function of the name of the
 * cluster, with object literals and template strings. The two candidates cannot diverge, and nothing is parsed or
 * copied per cluster. The checksums, which no template can express, are looked up by the index of the cluster.
 */
exports.writeLiterals = (file, clusters) => {
  const checksums = [];
  let source;
  // Charts are independent of each other, and small charts are rendered faster.
  for (let from = 0; from < clusters; from += 500) {
    const chart = new Chart(new App(), 'clusters');
    const add = candidates['cdk8s-flink']();
    const names = [];
    for (let index = from; index < Math.min(from + 500, clusters); index++) {
      names.push(`flink-${index}`);
      add(chart, names.at(-1));
    }
    const documents = chart.toJson();
    const each = documents.length / names.length;
    names.forEach((name, index) =>
      checksums.push(...documents.slice(index * each, (index + 1) * each).flatMap(checksumOf)),
    );
    source ??= documents
      .slice(0, each)
      .map((document, index) => apiObject(document, index, names[0]))
      .join('\n');
  }
  writeFileSync(file, moduleText(source, checksums, checksums.length / clusters));
};

function checksumOf(document) {
  const checksum = document.spec?.template?.metadata?.annotations?.[CHECKSUM];
  return checksum === undefined ? [] : [checksum];
}

function moduleText(source, checksums, perCluster) {
  return [
    "'use strict';",
    `const CHECKSUMS = ${JSON.stringify(checksums)};`,
    'module.exports = ({ ApiObject, Construct }, chart, name, index) => {',
    '  const scope = new Construct(chart, name);',
    `  let at = index * ${perCluster};`,
    source,
    '};',
    '',
  ].join('\n');
}

function apiObject(document, index, name) {
  return `  new ApiObject(scope, 'Object${index}', ${literal(document, name)});`;
}

function literal(value, name) {
  if (Array.isArray(value)) {
    return `[${value.map((item) => literal(item, name)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}: ${key === CHECKSUM ? 'CHECKSUMS[at++]' : literal(item, name)}`)
      .join(', ')} }`;
  }
  if (typeof value === 'string' && value.includes(name)) {
    return `\`${value.replace(/[\\`]|\$\{/g, '\\$&').replaceAll(name, '${name}')}\``;
  }
  return JSON.stringify(value);
}
