import { isSensitive, SHAPES } from './show';

/** Ends of names whose values are the location, kind or lifetime of a credential, which are not confidential. */
const NOT_CONFIDENTIAL =
  /(?:path|file|dir|provider|class|type|enabled|interval|lifetime|backoff|ratio|renewer|service|location|principal)$/i;
const KEY_PROVIDER = /^fs\.azure\.account\.keyprovider\./;

/** Whether an option, an environment variable or a property of a file with this name is probably a credential. */
export function isCredentialName(name: string): boolean {
  return isSensitive(name.replaceAll('_', '-')) && !NOT_CONFIDENTIAL.test(name) && !KEY_PROVIDER.test(name);
}

/** At least a part of each credential: one test is enough for nearly every string. */
const SUSPECT = /-----BEGIN|\beyJ|:\/\/|(?:^|\s)-D|<name>/;

/** The credential that a string contains, as a noun phrase; `undefined` if none is recognized. */
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
