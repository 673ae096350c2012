// The text of src/data/option-catalogue.ts: one line per key, sorted by code point.
//
//   line  = key TAB [ "@" option *( "," option ) TAB ] [ run *( TAB run ) ]
//   run   = first last type [ "!" ] [ "~" ] [ " x:" keys ] [ " f:" keys ] [ " =" default ]
//
// "@": the options for which the key is a deprecated or fallback key. first, last: the index of the release, one digit
// in base 36, "-" for the newest one.
const { compareLines, lineOf } = require('./artifacts');

const LETTERS = {
  Boolean: 'b',
  Double: 'd',
  Duration: 'D',
  Float: 'f',
  Integer: 'i',
  Long: 'l',
  Map: 'm',
  MemorySize: 'M',
  String: 's',
};
const TYPES = Object.fromEntries(Object.entries(LETTERS).map(([type, letter]) => [letter, type]));
const HEAD = /^(.)(.)(L?)(?:E\((.*?)\)|(.))(!?)(~?)(?: x:(\S+))?(?: f:(\S+))?(?: =(.*))?$/;

function encodeEntry({
  type,
  constants,
  default: standard,
  deprecatedKeys = [],
  fallbackKeys = [],
  deprecated,
  hidden,
}) {
  const item = /^List<(.*)>$/.exec(type)?.[1];
  const atom = item ?? type;
  const letter = atom === 'Enum' ? `E(${constants.join(',')})` : LETTERS[atom];
  if (letter === undefined || constants?.some((constant) => !/^[\w-]+$/.test(constant)))
    throw new Error(`no letter for ${type} ${constants}`);
  const keys = (sign, names) => (names.length === 0 ? '' : ` ${sign}:${names.join(',')}`);
  return [
    item === undefined ? '' : 'L',
    letter,
    deprecated ? '!' : '',
    hidden ? '~' : '',
    keys('x', deprecatedKeys),
    keys('f', fallbackKeys),
    standard === undefined ? '' : ` =${standard}`,
  ].join('');
}

function decodeRun(run) {
  const match = HEAD.exec(run);
  if (match === null) throw new Error(`not a run: ${run}`);
  const [, first, last, list, constants, letter, deprecated, hidden, deprecatedKeys, fallbackKeys, standard] = match;
  const atom = letter === undefined ? 'Enum' : TYPES[letter];
  return {
    first,
    last,
    entry: {
      type: list === '' ? atom : `List<${atom}>`,
      constants: constants?.split(',').filter((constant) => constant !== ''),
      default: standard,
      deprecatedKeys: deprecatedKeys?.split(','),
      fallbackKeys: fallbackKeys?.split(','),
      deprecated: deprecated !== '',
      hidden: hidden !== '',
    },
  };
}

/** Runs of equal entries in consecutive versions. */
function runsOf(entries) {
  const runs = [];
  entries.forEach((entry, index) => {
    if (entry === undefined) return;
    const text = encodeEntry(entry);
    const previous = runs[runs.length - 1];
    if (previous?.text === text && previous.last === index - 1) previous.last = index;
    else runs.push({ first: index, last: index, text });
  });
  return runs.map(
    ({ first, last, text }) => `${first.toString(36)}${last === entries.length - 1 ? '-' : last.toString(36)}${text}`,
  );
}

/** Deprecated and fallback keys, each with the options that have it in some version. */
function aliasesOf(catalogue) {
  const aliases = new Map();
  for (const { options } of catalogue) {
    for (const [key, { deprecatedKeys = [], fallbackKeys = [] }] of Object.entries(options)) {
      for (const alias of [...deprecatedKeys, ...fallbackKeys]) {
        if (alias === key) continue;
        if (!aliases.has(alias)) aliases.set(alias, new Set());
        aliases.get(alias).add(key);
      }
    }
  }
  return aliases;
}

/** @param catalogue `[{ version, options }]`, oldest first */
function encode(catalogue) {
  const aliases = aliasesOf(catalogue);
  const keys = new Set([...aliases.keys(), ...catalogue.flatMap(({ options }) => Object.keys(options))]);
  return [...keys]
    .sort()
    .map((key) =>
      [
        key,
        ...(aliases.has(key) ? [`@${[...aliases.get(key)].sort().join(',')}`] : []),
        ...runsOf(catalogue.map(({ options }) => options[key])),
      ].join('\t'),
    );
}

function decode(versions, lines) {
  const catalogue = versions.map((version) => ({ version, options: {} }));
  for (const line of lines) {
    const [key, ...rest] = line.split('\t');
    for (const { first, last, entry } of rest.filter((part) => !part.startsWith('@')).map(decodeRun)) {
      const end = last === '-' ? versions.length - 1 : parseInt(last, 36);
      for (let index = parseInt(first, 36); index <= end; index++) catalogue[index].options[key] = entry;
    }
  }
  return catalogue;
}

/** Adds a release, and replaces a release of the same line. */
function extend(catalogue, release) {
  return [...catalogue.filter(({ version }) => lineOf(version) !== lineOf(release.version)), release].sort((a, b) =>
    compareLines(lineOf(a.version), lineOf(b.version)),
  );
}

module.exports = { decode, encode, extend };
