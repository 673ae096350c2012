import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlinkFile } from '../../src';
import { configFile, manifests } from '../support/synth';

describe('a file from a path', () => {
  const directory = mkdtempSync(join(tmpdir(), 'flink-file-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  function writeTemporary(name: string, content: string | Buffer): string {
    const path = join(directory, name);
    writeFileSync(path, content);
    return path;
  }

  test('is text if it is UTF-8, with its own name', () => {
    const { name, _text, _base64 } = FlinkFile.fromPath(writeTemporary('core-site.xml', '<a>\u00fc</a>\r\n'));
    expect([name, _text, _base64]).toEqual(['core-site.xml', '<a>\u00fc</a>\r\n', undefined]);
  });

  test('is bytes otherwise, with another name if given', () => {
    const bytes = Buffer.from([5, 2, 0, 255]);
    const { name, _text, _base64 } = FlinkFile.fromPath(writeTemporary('a.bin', bytes), 'b.bin');
    expect([name, _text, _base64]).toEqual(['b.bin', undefined, bytes.toString('base64')]);
  });

  test('is read once, when it is written', () => {
    const path = writeTemporary('late.xml', 'before');
    const file = FlinkFile.fromPath(path);
    writeFileSync(path, 'after');
    expect(configFile(manifests({ files: [file] }), 'late.xml')).toBe('before');
  });
});
