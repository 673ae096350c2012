import { type TemplateProblem } from './rules/template-rules';
import { type FlinkOptions } from '../../configuration/flink-options';
import { type Reading } from '../../configuration/parsing/parsed';
import { type ClusterModel } from '../../model/cluster-model';
import { type KerberosModel } from '../../model/mounted';
import { type StepDecorator } from '../../model/step-decorator';
import { type FlinkFile } from '../../props/flink-file';

/** The pod template from which the JobManager creates TaskManagers. */
export interface TaskManagerTemplate {
  /** The file as it is mounted. */
  readonly text: () => string;
  /** The kind in the manifest. */
  readonly kind: string;
  /** Why the JobManager could not create pods from it; only with parity, because Flink's client does not read it. */
  readonly problem?: TemplateProblem;
}

/** What native mode derives from the model before the first step, for the steps of both roles. */
export interface NativeModel {
  /** Whether the library adds nothing to what Flink's client would create. */
  readonly isBare: boolean;
  /** The name of Flink's configuration file and its dialect. */
  readonly configFile: { readonly name: string; readonly dialect: Reading['dialect'] };
  /** The content of that file. */
  readonly configText: () => string;
  /** The options that a process in a pod reads from that file. */
  readonly podOptions: () => FlinkOptions;
  /** Logging files, in Flink's order. */
  readonly logFiles: readonly FlinkFile[];
  /** Absent if there is no template. */
  readonly taskManagerTemplate?: TaskManagerTemplate;
  /** Kerberos files that the pod templates mount; absent if Flink's own step mounts them. */
  readonly mountedKerberos?: KerberosModel;
}

/** A cluster with what native mode derives from it. */
export interface NativeCluster extends ClusterModel {
  readonly native: NativeModel;
}

/** A step of native mode. */
export type NativeStep = StepDecorator<NativeCluster>;
