import { type FlinkOptions } from '../../configuration/flink-options';
import { type Reading } from '../../configuration/parsing/parsed';
import { type ClusterModel } from '../../model/cluster-model';
import { type KerberosModel } from '../../model/mounted';
import { type StepDecorator } from '../../model/step-decorator';
import { type FlinkFile } from '../../props/flink-file';

/** The template that the JobManager makes TaskManagers of. */
export interface TaskManagerTemplate {
  /** Its text, as it is mounted. */
  readonly text: () => string;
  /** What it says it is. */
  readonly kind: string;
  /** Why the JobManager could make no pod of it; at parity, as Flink's client does not read it. */
  readonly problem?: string;
}

/** What native mode derives from the model before any step: data that the steps of both roles read. */
export interface NativeModel {
  /** Whether nothing of the library's own is put beside what Flink's client would create. */
  readonly isBare: boolean;
  /** The name of Flink's configuration file and the dialect that it is written in. */
  readonly configFile: { readonly name: string; readonly dialect: Reading['dialect'] };
  /** The text of that file. */
  readonly configText: () => string;
  /** What a process in a pod reads from that file. */
  readonly podOptions: () => FlinkOptions;
  /** Logging files, in the order in which Flink lists them. */
  readonly logFiles: readonly FlinkFile[];
  /** Absent where there is none. */
  readonly taskManagerTemplate?: TaskManagerTemplate;
  /** Kerberos that the pod templates mount, and not Flink's own step; absent where that does. */
  readonly mountedKerberos?: KerberosModel;
}

/** A cluster as the steps of native mode see it. */
export interface NativeCluster extends ClusterModel {
  readonly native: NativeModel;
}

/** A step of native mode. */
export type NativeStep = StepDecorator<NativeCluster>;
