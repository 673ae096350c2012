import { textHazard } from '../kubernetes/text';

/**
 * A file that goes into Flink's configuration directory or another mount, held as a value.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/advanced/logging/
 */
export class FlinkFile {
  /**
   * A file with this text.
   *
   * @param name The file's name, without a folder
   * @param content The text, written as UTF-8
   */
  public static fromText(name: string, content: string): FlinkFile {
    return new FlinkFile(name, typeof content === 'string' ? () => content : undefined);
  }

  /**
   * A file with these bytes.
   *
   * @param name The file's name, without a folder
   * @param base64 The bytes in base64
   */
  public static fromBytes(name: string, base64: string): FlinkFile {
    return new FlinkFile(name, undefined, typeof base64 === 'string' ? base64 : undefined);
  }

  /**
   * A copy of a file on disk, read once, here; rendering reads no disk.
   *
   * @param path The file's path; a relative one starts at the working directory of the synthesis
   * @param name The file's name in the pod
   * @default name the last part of the path
   */
  public static fromPath(path: string, name?: string): FlinkFile {
    const { readFileSync } = require('node:fs') as typeof import('node:fs');
    const { basename } = require('node:path') as typeof import('node:path');
    const bytes = readFileSync(path);
    const content = bytes.toString('utf8');
    return Buffer.from(content, 'utf8').equals(bytes)
      ? FlinkFile.fromText(name ?? basename(path), content)
      : FlinkFile.fromBytes(name ?? basename(path), bytes.toString('base64'));
  }

  /**
   * A file of the library whose text is written only when it is needed.
   * @internal
   */
  public static _lazy(name: string, content: () => string): FlinkFile {
    return new FlinkFile(name, content);
  }

  private text?: string;
  private readable?: boolean;

  private constructor(
    /** The file's name, without a folder. */
    public readonly name: string,
    private readonly content?: () => string,
    private readonly base64?: string,
  ) {}

  /** @internal */
  public get _text(): string | undefined {
    return this.text ??= this.content?.();
  }

  /**
   * Whether a manifest can carry the content as text, so that the pod reads it unchanged.
   * @internal
   */
  public get _isText(): boolean {
    return this.readable ??= this._text !== undefined && textHazard(this._text) === undefined;
  }

  /** @internal */
  public get _base64(): string | undefined {
    return this.base64;
  }
}
