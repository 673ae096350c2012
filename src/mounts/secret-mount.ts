import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { mountInto } from '../derivation/mount-host';
import { objectKey, secret } from '../readers/object-readers';
import { type Fields, boolean, integer, keysOf, map, type Reader, readStruct, requiring } from '../readers/reader';
import { mountPath, subPath } from '../readers/volume-readers';
import { type Report } from '../validation/problem';

/** Properties of a Secret that is mounted as files. */
export interface SecretMountProps {
  /** The Secret, which exists already or is created elsewhere in the app. */
  readonly secret: kplus.ISecret;
  /** Absolute path of the directory. */
  readonly path: string;
  /**
   * Keys of the Secret that become files, and the path of each in the directory: `{ 'tls.crt': 'certificate.pem' }`.
   * @default - every key becomes a file with the same name
   */
  readonly items?: { [key: string]: string };
  /**
   * Permission bits of the files, such as `0o440`.
   * @default 0o644
   */
  readonly mode?: number;
  /**
   * Whether pods start if the Secret does not exist.
   * @default false
   */
  readonly optional?: boolean;
}

const FIELDS: Fields<SecretMountProps> = { secret, path: mountPath, items, mode: integer(0, 0o777), optional: boolean };

/**
 * A Secret that is mounted as files in the scope of this construct: a cluster, a JobManager or a TaskManager.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/native_kubernetes/#using-secrets
 */
export class SecretMount extends Construct {
  constructor(scope: Construct, id: string, props: SecretMountProps) {
    super(scope, id);
    mountInto(this, (report) => {
      const read = readStruct<SecretMountProps>(props, requiring(FIELDS, 'secret', 'path'), '', report);
      const { secret: from, path, items: paths, mode, optional } = read;
      return from === undefined || path === undefined
        ? undefined
        : {
            order: path,
            contribution: {
              secretMount: {
                secretName: from.name,
                mountPath: path,
                items: paths === undefined ? undefined : Object.entries(paths).map(([key, at]) => ({ key, path: at })),
                mode,
                optional,
              },
            },
          };
    });
  }
}

function items(
  ...[value, property, report]: Parameters<Reader<{ [key: string]: string }>>
): { [key: string]: string } | undefined {
  const read = map(subPath)(value, property, report);
  return read !== undefined && keysAreValid(read, property, report) ? read : undefined;
}

function keysAreValid(read: object, property: string, report: Report): boolean {
  return keysOf(read, property, report).every((key) => objectKey(key, `${property}.${key}`, report) !== undefined);
}
