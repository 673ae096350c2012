/** A place in a file system as Flink reads it. */
export interface StorageUri {
  /** In lower case; `undefined` where none is written and the file system is the default one. */
  readonly scheme?: string;
  /** The host, bucket or container. */
  readonly authority: string;
  readonly path: string;
}

const URI = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/]*))?(\/[^]*)?$/;

/** Takes a URI of a file system apart; `undefined` where Flink would not take it: without a scheme and not absolute either. */
export function parseStorageUri(text: string): StorageUri | undefined {
  const match = URI.exec(text.trim());
  const [, scheme, authority = '', path = ''] = match ?? [];
  return match === null || (authority === '' && path === '')
    ? undefined
    : { scheme: scheme?.toLowerCase(), authority, path };
}

/** The path in the pod's own file system that a URI means; `undefined` where it means another file system. */
export function localPath(text: string, defaultScheme: string | undefined): string | undefined {
  const uri = parseStorageUri(text);
  if (uri === undefined) {
    return undefined;
  }
  const scheme =
    uri.scheme ?? (defaultScheme === undefined ? undefined : parseStorageUri(defaultScheme)?.scheme) ?? 'file';
  return scheme === 'file' ? uri.path || '/' : undefined;
}
