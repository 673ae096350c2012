import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { textHazard } from '../kubernetes/text';

/** The most bytes that one ConfigMap or Secret can contain. */
const MOST_BYTES = 1_048_576;

/** Why a file on disk could not be read, with the facts for the message. */
type FileProblem =
  | { readonly kind: 'noPath' }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'notRegular'; readonly path: string; readonly type: string }
  | { readonly kind: 'tooLarge'; readonly path: string; readonly size: number }
  | { readonly kind: 'unreadable'; readonly path: string; readonly code: string };

/**
 * A file for Flink's configuration directory or another mount.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/advanced/logging/
 */
export class FlinkFile {
  /**
   * Returns a file with text.
   *
   * @param name The name of the file, without a directory
   * @param content The text, written as UTF-8
   */
  public static fromText(name: string, content: string): FlinkFile {
    return new FlinkFile(name, typeof content === 'string' ? () => content : undefined);
  }

  /**
   * Returns a file with bytes.
   *
   * @param name The name of the file, without a directory
   * @param base64 The bytes in base64
   */
  public static fromBytes(name: string, base64: string): FlinkFile {
    return new FlinkFile(name, undefined, typeof base64 === 'string' ? base64 : undefined);
  }

  /**
   * Returns a copy of a file on disk, which is read immediately. A file that cannot be read is reported by the
   * construct that uses it.
   *
   * @param path The path of the file, relative to the working directory of the synthesis
   * @param name The name of the file in the pod
   * @default name the last part of the path
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
   * Returns a file of the library whose text is rendered only when it is needed.
   * @internal
   */
  public static _lazy(name: string, content: () => string): FlinkFile {
    return new FlinkFile(name, content);
  }

  private text?: string;
  private readable?: boolean;

  private constructor(
    /** The name of the file, without a directory. */
    public readonly name: string,
    private readonly content?: () => string,
    private readonly base64?: string,
    /**
     * Why the file could not be read.
     * @internal
     */
    public readonly _problem?: FileProblem,
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

function bytesAt(path: string): { readonly bytes: Buffer } | { readonly problem: FileProblem } {
  try {
    const about = statSync(path);
    // Reading a pipe would block.
    if (!about.isFile()) {
      return { problem: { kind: 'notRegular', path, type: about.isDirectory() ? 'directory' : 'device or pipe' } };
    }
    return about.size > MOST_BYTES
      ? { problem: { kind: 'tooLarge', path, size: about.size } }
      : { bytes: readFileSync(path) };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT') {
      return { problem: { kind: 'missing', path } };
    }
    return {
      problem: typeof path === 'string' ? { kind: 'unreadable', path, code: String(code) } : { kind: 'noPath' },
    };
  }
}
