'use strict';

/**
 * Takes the source maps out of `lib/data/`, after the compiler: the data is generated, so there is nothing in it to debug, and the map
 * would be more than half of what the first use of the catalogue reads.
 */
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '..', 'lib', 'data');
for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
  const text = readFileSync(join(folder, name), 'utf8');
  writeFileSync(join(folder, name), text.split('\n').filter((line) => !line.startsWith('//# sourceMappingURL=')).join('\n'));
}
