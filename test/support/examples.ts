import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const EXAMPLES = path.join(__dirname, '../../examples');

/** The program of an example: `main.ts`, or `src/main.ts` in an example with its own package. */
export function mainOf(example: string): string | undefined {
  return ['main.ts', 'src/main.ts']
    .map((file) => path.join(EXAMPLES, example, file))
    .find((file) => fs.existsSync(file));
}

/**
 * The content of every file below a directory by its path, in code point order. Empty if the directory does not exist.
 */
export function readDirectory(directory: string): Map<string, string> {
  if (!fs.existsSync(directory)) return new Map();
  const files = fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort((a, b) => (a < b ? -1 : 1));
  return new Map(files.map((file) => [file, fs.readFileSync(path.join(directory, file), 'utf8')]));
}

/** A directory that is removed after the callback. */
function inTemporaryDirectory<T>(callback: (directory: string) => T): T {
  const directory = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-flink-')));
  try {
    return callback(directory);
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

/** The files that the program of an example writes, with all modules loaded again. `before` can mock some of them. */
export function synthesize(example: string, before: () => void = () => undefined): Map<string, string> {
  return inTemporaryDirectory((directory) => {
    process.env.CDK8S_OUTDIR = directory;
    try {
      jest.isolateModules(() => {
        before();
        require(mainOf(example)!);
      });
    } finally {
      delete process.env.CDK8S_OUTDIR;
    }
    return readDirectory(directory);
  });
}
