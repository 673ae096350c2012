'use strict';

/**
 * Moves the source maps of `lib/` into separate files, because the compiler can only write them inline: they are two
 * fifths of the bytes that are read when the library is loaded. Debuggers find them next to the code. Generated data
 * needs no source maps.
 */
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { basename, join, sep } = require('node:path');

const INLINE = /^\/\/# sourceMappingURL=data:application\/json;base64,(.*)\n?/m;

/** Returns a compiled module without its source map, and the source map if there is one. */
exports.detached = (text, name) => {
  const map = INLINE.exec(text);
  if (map === null) return { text };
  const isData = name.startsWith(`data${sep}`);
  return {
    text: text.replace(INLINE, isData ? '' : `//# sourceMappingURL=${basename(name)}.map\n`),
    ...(!isData && { map: Buffer.from(map[1], 'base64').toString('utf8') }),
  };
};

function main() {
  const library = join(__dirname, '..', 'lib');
  for (const name of readdirSync(library, { recursive: true }).filter((file) => file.endsWith('.js'))) {
    const file = join(library, name);
    const { text, map } = exports.detached(readFileSync(file, 'utf8'), name);
    writeFileSync(file, text);
    if (map !== undefined) writeFileSync(`${file}.map`, map);
  }
}

if (require.main === module) main();
