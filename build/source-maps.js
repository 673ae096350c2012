'use strict';

/**
 * Moves the source maps of `lib/` into files of their own, after the compiler, which can only put them inline: they are two fifths of what
 * would be read whenever the library loads, and a debugger finds them beside the code. Generated data has nothing to debug, so it keeps none.
 */
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { basename, join, sep } = require('node:path');

const INLINE = /^\/\/# sourceMappingURL=data:application\/json;base64,(.*)\n?/m;
const library = join(__dirname, '..', 'lib');

for (const name of readdirSync(library, { recursive: true }).filter((file) => file.endsWith('.js'))) {
  const file = join(library, name);
  const text = readFileSync(file, 'utf8');
  const map = INLINE.exec(text);
  if (map !== null) {
    const isData = name.startsWith(`data${sep}`);
    if (!isData) writeFileSync(`${file}.map`, Buffer.from(map[1], 'base64'));
    writeFileSync(file, text.replace(INLINE, isData ? '' : `//# sourceMappingURL=${basename(file)}.map\n`));
  }
}
