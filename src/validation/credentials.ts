import { isSensitive, SHAPES } from './show';

/** Endings of names that hold the place of a credential, its kind or its lifetime, and so tell nothing. */
const TELLS_NOTHING =
  /(?:path|file|dir|provider|class|type|enabled|interval|lifetime|backoff|ratio|renewer|service|location|principal)$/i;
const KEY_PROVIDER = /^fs\.azure\.account\.keyprovider\./;

/**
 * Whether what bears this name is likely to be a credential: an option, an environment variable, a property of a file.
 */
export function isCredentialName(name: string): boolean {
  return isSensitive(name.replaceAll('_', '-')) && !TELLS_NOTHING.test(name) && !KEY_PROVIDER.test(name);
}

/** At least a part of each, so that one test decides for nearly every text. */
const SUSPECT = /-----BEGIN|\beyJ|:\/\/|(?:^|\s)-D|<name>/;

/** What credential a text holds, in words; none when it holds none that can be seen. */
export function credentialIn(text: string): string | undefined {
  if (!SUSPECT.test(text)) {
    return undefined;
  }
  const property =
    [...text.matchAll(/(?:^|\s)-D([\w.-]+)=(?!\$)\S/g)].map(([, name]) => name!).find(isCredentialName) ??
    credentialProperties(text)[0];
  return property === undefined ? SHAPES.find(([shape]) => shape.test(text))?.[1] : `the value of ${property}`;
}

/** Properties of a Hadoop configuration whose values are credentials. */
export function credentialProperties(xml: string): string[] {
  return [...xml.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<property>([\s\S]*?)<\/property>/g)]
    .filter(([, property]) => /<value>\s*[^<\s]/.test(property!))
    .flatMap(([, property]) => /<name>\s*([^<]*?)\s*<\/name>/.exec(property!)?.[1] ?? [])
    .filter(isCredentialName);
}
