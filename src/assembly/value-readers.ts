import { type DeploymentMode } from '../assembly/deployment-mode';
import { type FlinkVersion } from '../configuration/flink-version';
import { instanceLike } from '../readers/reader';

/** Readers of the values that several constructs take. */

export const flinkVersion = instanceLike<FlinkVersion>(
  'a FlinkVersion, such as FlinkVersion.V1_20',
  'releaseLine',
  '_isAtLeast()',
);

export const deploymentMode = instanceLike<DeploymentMode>(
  'a DeploymentMode, such as DeploymentMode.standalone()',
  '_mode',
  'load()',
);
