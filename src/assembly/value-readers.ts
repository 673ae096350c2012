import { type DeploymentMode } from '../assembly/deployment-mode';
import { type FlinkVersion } from '../configuration/flink-version';
import { instanceLike } from '../readers/reader';

/** Reads the release of Flink. */
export const flinkVersion = instanceLike<FlinkVersion>(
  'a FlinkVersion, such as FlinkVersion.V1_20',
  'releaseLine',
  '_isAtLeast()',
);

/** Reads how a cluster is deployed. */
export const deploymentMode = instanceLike<DeploymentMode>(
  'a DeploymentMode, such as DeploymentMode.standalone()',
  '_mode',
  'load()',
);
