import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { mountInto } from '../derivation/mount-host';
import { envName } from '../readers/environment-readers';
import { objectKey, secret } from '../readers/object-readers';
import { type Fields, readStruct, requiring } from '../readers/reader';

/** Properties of an environment variable from a Secret. */
export interface SecretEnvProps {
  /** Name of the variable. */
  readonly name: string;
  /** The Secret, which exists already or is created elsewhere in the app. */
  readonly secret: kplus.ISecret;
  /** The key of the value in the Secret. */
  readonly key: string;
}

const FIELDS: Fields<SecretEnvProps> = { name: envName, secret, key: objectKey };

/**
 * A key of a Secret as an environment variable in the scope of this construct: a cluster, a JobManager or a
 * TaskManager.
 *
 * A running process keeps the value that it was started with. The files of a `SecretMount` follow the Secret.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/native_kubernetes/#using-secrets
 */
export class SecretEnv extends Construct {
  constructor(scope: Construct, id: string, props: SecretEnvProps) {
    super(scope, id);
    mountInto(this, (report) => {
      const read = readStruct<SecretEnvProps>(props, requiring(FIELDS, 'name', 'secret', 'key'), '', report);
      return read.name === undefined || read.secret === undefined || read.key === undefined
        ? undefined
        : {
            order: read.name,
            contribution: { secretEnv: { name: read.name, secretName: read.secret.name, key: read.key } },
          };
    });
  }
}
