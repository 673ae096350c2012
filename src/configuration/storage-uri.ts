/** The URI of a file or directory, as Flink reads it. */
export interface StorageUri {
  /** In lower case; `undefined` if there is none, and the default file system is used. */
  readonly scheme?: string;
  /** The host, bucket or container. */
  readonly authority: string;
  readonly path: string;
}

const URI = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/]*))?(\/[^]*)?$/;

/** The parts of a URI; `undefined` if Flink would reject it, because it has no scheme and is not absolute. */
export function parseStorageUri(text: string): StorageUri | undefined {
  const match = URI.exec(text.trim());
  const [, scheme, authority = '', path = ''] = match ?? [];
  return match === null || (authority === '' && path === '')
    ? undefined
    : { scheme: scheme?.toLowerCase(), authority, path };
}

/** The path of a URI in the pod's own file system; `undefined` if it refers to another file system. */
export function localPath(text: string, defaultScheme: string | undefined): string | undefined {
  const uri = parseStorageUri(text);
  if (uri === undefined) {
    return undefined;
  }
  const scheme =
    uri.scheme ?? (defaultScheme === undefined ? undefined : parseStorageUri(defaultScheme)?.scheme) ?? 'file';
  return scheme === 'file' ? uri.path || '/' : undefined;
}
