const YAML = require('yaml');

/** Flink's legacy dialect: everything after '#' is comment, key and value part at the first ': ', the last of equal keys wins. */
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

/** Flink's YAML dialect, nested keys flattened; scalars stay as written, because Flink reads every option from its text. */
function readYaml(text) {
  const value = YAML.parse(text, { schema: 'failsafe' });
  if (value === null || value === '') return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error('the text is not a map');
  return Object.fromEntries(flatten(value));
}

/** The part of Java's properties format that Log4j files use. */
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

/** What a file of a ConfigMap says: a map of its keys, or the text itself when nothing reads it. */
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
