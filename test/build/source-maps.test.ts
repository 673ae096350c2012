import { join } from 'node:path';

const { detached } = require('../../build/source-maps') as {
  detached(text: string, name: string): { readonly text: string; readonly map?: string };
};

const MAP = '{"version":3,"sources":["a.ts"],"mappings":"ö"}';
const ENCODED_MAP = Buffer.from(MAP).toString('base64');
const MODULE = `exports.a = 1;\n//# sourceMappingURL=data:application/json;base64,${ENCODED_MAP}\n`;

describe('the source map of a compiled module', () => {
  test('is moved to a separate file that the module references', () => {
    expect(detached(MODULE, join('values', 'a.js'))).toEqual({
      text: 'exports.a = 1;\n//# sourceMappingURL=a.js.map\n',
      map: MAP,
    });
  });

  test('is removed from generated data', () => {
    expect(detached(MODULE, join('data', 'a.js'))).toEqual({ text: 'exports.a = 1;\n' });
  });

  test('may already have been moved', () => {
    const { text } = detached(MODULE, 'a.js');
    expect(detached(text, 'a.js')).toEqual({ text });
  });
});
