import { join } from 'node:path';

const { detached } = require('../../build/source-maps') as {
  detached(text: string, name: string): { readonly text: string; readonly map?: string };
};

const MAP = '{"version":3,"sources":["a.ts"],"mappings":"ö"}';
const ENCODED_MAP = Buffer.from(MAP).toString('base64');
const MODULE = `exports.a = 1;\n//# sourceMappingURL=data:application/json;base64,${ENCODED_MAP}\n`;

describe('the source map of a compiled module', () => {
  test('lies in a file of its own, which the module names', () => {
    expect(detached(MODULE, join('values', 'a.js'))).toEqual({
      text: 'exports.a = 1;\n//# sourceMappingURL=a.js.map\n',
      map: MAP,
    });
  });

  test('is left out of generated data', () => {
    expect(detached(MODULE, join('data', 'a.js'))).toEqual({ text: 'exports.a = 1;\n' });
  });

  test('may be missing, as after a second run', () => {
    const { text } = detached(MODULE, 'a.js');
    expect(detached(text, 'a.js')).toEqual({ text });
  });
});
