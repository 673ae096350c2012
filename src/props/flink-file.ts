import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { textHazard } from '../kubernetes/text';

/** The most bytes that one ConfigMap or Secret can contain. */
const MOST_BYTES = 1_048_576;

/**
 * A file for Flink's configuration directory or another mount. It is a value, whose content is already known.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/advanced/logging/
 */
export class FlinkFile {
  /**
   * A text file.
   *
   * @param name Name of the file, without a directory
   * @param content The content, which is encoded as UTF-8
   */
  public static fromText(name: string, content: string): FlinkFile {
    return new FlinkFile(name, typeof content === 'string' ? () => content : undefined);
  }

  /**
   * A binary file.
   *
   * @param name Name of the file, without a directory
   * @param base64 The content in base64
   */
  public static fromBytes(name: string, base64: string): FlinkFile {
    return new FlinkFile(name, undefined, typeof base64 === 'string' ? base64 : undefined);
  }

  /**
   * A copy of a file on disk, which is read when this method is called. If it cannot be read, the property that it is
   * assigned to is reported as invalid.
   *
   * @param path Path of the file. A relative path starts at the working directory of the synthesis
   * @param name Name of the file in the pod
   * @default name the last segment of the path
   */
  public static fromPath(path: string, name?: string): FlinkFile {
    const fileName = name ?? (typeof path === 'string' ? basename(path) : '');
    const read = bytesAt(path);
    if ('problem' in read) {
      return new FlinkFile(fileName, undefined, undefined, read.problem);
    }
    const content = read.bytes.toString('utf8');
    return Buffer.from(content, 'utf8').equals(read.bytes)
      ? FlinkFile.fromText(fileName, content)
      : FlinkFile.fromBytes(fileName, read.bytes.toString('base64'));
  }

  /**
   * A file of the library whose content is computed when it is read.
   * @internal
   */
  public static _lazy(name: string, content: () => string): FlinkFile {
    return new FlinkFile(name, content);
  }

  private text?: string;
  private readable?: boolean;

  private constructor(
    /** Name of the file, without a directory. */
    public readonly name: string,
    private readonly content?: () => string,
    private readonly base64?: string,
    /**
     * Why the file could not be read.
     * @internal
     */
    public readonly _problem?: string,
  ) {}

  /** @internal */
  public get _text(): string | undefined {
    return (this.text ??= this.content?.());
  }

  /**
   * Whether a manifest can contain the content as text, so that the pod reads it unchanged.
   * @internal
   */
  public get _isText(): boolean {
    return (this.readable ??= this._text !== undefined && textHazard(this._text) === undefined);
  }

  /** @internal */
  public get _base64(): string | undefined {
    return this.base64;
  }
}

function bytesAt(path: string): { readonly bytes: Buffer } | { readonly problem: string } {
  try {
    const about = statSync(path);
    // A pipe would be waited for.
    return !about.isFile()
      ? { problem: `${path} is ${about.isDirectory() ? 'a folder' : 'no ordinary file'}` }
      : about.size > MOST_BYTES
        ? { problem: `${path} holds ${about.size} bytes of at most ${MOST_BYTES}` }
        : { bytes: readFileSync(path) };
  } catch (error) {
    const { code } = error as { code?: string };
    return {
      problem:
        code === 'ENOENT'
          ? `there is no file ${path}`
          : typeof path === 'string'
            ? `${path} cannot be read (${String(code)})`
            : 'the path is no text',
    };
  }
}
