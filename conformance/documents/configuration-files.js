const YAML = require('yaml');

/**
 * Reads Flink's legacy dialect: '#' starts a comment, the first ': ' separates key and value, and the last of equal
 * keys takes precedence.
 */
function readLegacy(text) {
  const pairs = text.split('\n').map((line) => {
    const content = line.split('#', 1)[0].trim();
    const at = content.indexOf(': ');
    return at < 0 ? ['', ''] : [content.slice(0, at).trim(), content.slice(at + 2).trim()];
  });
  return Object.fromEntries(pairs.filter(([key, value]) => key !== '' && value !== ''));
}

function flatten(value, key = '') {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return [[key, typeof value === 'string' ? value : JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, nested]) => flatten(nested, key === '' ? name : `${key}.${name}`));
}

/**
 * Reads Flink's YAML dialect with flattened keys. Scalars are not converted, because Flink reads every option from its
 * string.
 */
function readYaml(text) {
  const value = YAML.parse(text, { schema: 'failsafe' });
  if (value === null || value === '') return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error('the file is not a map');
  return Object.fromEntries(flatten(value));
}

/** Reads the part of Java's properties format that Log4j files use. */
function readProperties(text) {
  const pairs = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    });
  return Object.fromEntries(pairs);
}

const READERS = [
  [/^flink-conf\.yaml$/, readLegacy],
  [/^config\.yaml$/, readYaml],
  [/\.properties$/, readProperties],
];

/** Reads a file of a ConfigMap: returns a map of its keys, or the text if the file has another format. */
function readText(name, text) {
  const [, read] = READERS.find(([pattern]) => pattern.test(name)) ?? [];
  if (!read || typeof text !== 'string') return text;
  try {
    return read(text);
  } catch {
    return text;
  }
}

module.exports = { readText };
