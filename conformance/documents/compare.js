const { readText } = require('./configuration-files');

// The field that identifies an element of a list; in any other list of maps it is the name.
const LIST_KEYS = { ports: ['containerPort', 'port'], volumeMounts: ['mountPath'], env: ['name'], items: ['key'] };

const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const segments = (path) => path.match(/\[[^\]]*\]|[^.[\]]+/g).map((segment) => segment.replace(/^\[(.*)\]$/, '$1'));
const field = (path, key) => (/^[A-Za-z][\w-]*$/.test(key) ? `${path}.${key}` : `${path}[${key}]`);
const element = (path, key) => `${path}[${key}]`;

function globbed(pattern, segment) {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`).test(segment);
}

function matchesSegments([pattern, ...patterns], [segment, ...rest]) {
  if (pattern === undefined) return segment === undefined;
  if (pattern === '**')
    return (
      matchesSegments(patterns, segment === undefined ? [] : [segment, ...rest]) ||
      (segment !== undefined && matchesSegments([pattern, ...patterns], rest))
    );
  return segment !== undefined && globbed(pattern, segment) && matchesSegments(patterns, rest);
}

/**
 * Whether a path such as `Service.spec.ports[8081].port` matches a pattern: `*` is any part of a segment, `**` any
 * number of segments.
 */
function matchesPath(pattern, path) {
  return matchesSegments(segments(pattern), segments(path));
}

function compareVersions(a, b) {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number));
  return x[0] - y[0] || x[1] - y[1];
}

/** Whether a minor version is in a range: `*`, `1.16`, `1.11-1.17` or, without an end, `1.18-`. */
function inVersions(range, version) {
  if (range === '*') return true;
  const [from, to = from] = range.split('-');
  return compareVersions(version, from) >= 0 && (to === '' || compareVersions(version, to) <= 0);
}

/** Whether a rule applies to a document. */
function concerns(rule, { version, file }) {
  return inVersions(rule.versions ?? '*', version) && (rule.files ?? ['*']).some((pattern) => globbed(pattern, file));
}

function keyOf(listName, item) {
  const value = LIST_KEYS[listName]
    ? LIST_KEYS[listName].map((key) => item[key]).find((key) => key !== undefined)
    : (item.name ?? item.metadata?.name);
  return value === undefined ? undefined : String(value).replace(/(?<=.)\/+$/, '');
}

/** The elements of a list by key; `undefined` if an element has no key or two elements have the same key. */
function byKey(listName, list) {
  if (!list.every(isMap)) return undefined;
  const map = new Map(list.map((item) => [keyOf(listName, item), item]));
  return map.size < list.length || map.has(undefined) ? undefined : map;
}

/** Every leaf of an addition. */
function added(ours, path, listName) {
  if (Array.isArray(ours) && ours.length > 0) {
    const map = byKey(listName, ours);
    return map ? [...map].flatMap(([key, item]) => added(item, element(path, key))) : [{ type: 'added', path, ours }];
  }
  if (isMap(ours) && Object.keys(ours).length > 0)
    return Object.entries(ours).flatMap(([key, value]) => added(value, field(path, key), key));
  return ours === undefined ? [] : [{ type: 'added', path, ours }];
}

function walkPairs(documented, ours, path, step) {
  return [
    ...[...documented].flatMap(([key, value]) => walk(value, ours.get(key), step(path, key), key)),
    ...[...ours].filter(([key]) => !documented.has(key)).flatMap(([key, value]) => added(value, step(path, key), key)),
  ];
}

function walkLists(documented, ours, path, listName) {
  const [left, right] = [byKey(listName, documented), byKey(listName, ours)];
  if (left && right) return walkPairs(left, right, path, element);
  if (documented.length !== ours.length || !documented.every(isMap)) {
    return JSON.stringify(documented) === JSON.stringify(ours) ? [] : [{ type: 'different', path, documented, ours }];
  }
  return documented.flatMap((item, i) => walk(item, ours[i], element(path, i)));
}

function walk(documented, ours, path, name) {
  // Kubernetes reads null as an absent field, so our value is an addition.
  if (documented === null) return [{ type: 'missing', path, documented, ours }, ...added(ours, path, name)];
  if (ours === undefined) return [{ type: 'missing', path, documented }];
  if (Array.isArray(documented) && Array.isArray(ours)) return walkLists(documented, ours, path, name);
  if (isMap(documented) && isMap(ours))
    return walkPairs(new Map(Object.entries(documented)), new Map(Object.entries(ours)), path, field);
  return documented === ours ? [] : [{ type: 'different', path, documented, ours }];
}

/** A manifest with parsed configuration files. */
function readable(manifest) {
  if (manifest?.kind !== 'ConfigMap' || !isMap(manifest.data)) return manifest;
  return {
    ...manifest,
    data: Object.fromEntries(Object.entries(manifest.data).map(([name, text]) => [name, readText(name, text)])),
  };
}

function apply(differences, rules, context) {
  const used = new Set();
  const left = differences.filter((difference) => {
    const candidates = difference.type === 'added' ? rules.additions : rules.allowed;
    const rule = candidates.find(
      (candidate) =>
        concerns(candidate, context) &&
        matchesPath(candidate.path, difference.path) &&
        (candidate.accepts?.(difference.documented, difference.ours, context) ?? true),
    );
    if (rule) used.add(rule);
    return !rule;
  });
  return { differences: left, used };
}

/**
 * Returns the fields of a documented manifest that our manifest lacks, the fields that differ, and those that it adds,
 * except for those that a rule covers.
 *
 * `rules` is `{ allowed, additions }`, `context` is `{ version, file }`; `used` contains the rules that were needed.
 */
function compareDocument(documented, ours, rules, context) {
  return apply(walk(readable(documented), readable(ours), documented.kind), rules, context);
}

/** The same for manifests that are in no document: a rule must cover each as `Kind[name]`. */
function compareUndocumented(manifests, rules, context) {
  return apply(
    manifests.map(({ kind, metadata }) => ({ type: 'added', path: element(kind, metadata.name) })),
    rules,
    context,
  );
}

/** Rules that were not needed although they apply to a compared document. */
function unusedRules({ allowed, additions }, used, contexts) {
  return [...allowed, ...additions].filter(
    (rule) => !used.has(rule) && contexts.some((context) => concerns(rule, context)),
  );
}

module.exports = { compareDocument, compareUndocumented, concerns, inVersions, matchesPath, unusedRules };
