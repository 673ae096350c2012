import { type ManifestJson } from '../../../kubernetes/manifest-json';
import { addToPod, type FlinkPod } from '../../../model/flink-pod';
import { type StepContext } from '../../../model/step-decorator';
import { type NativeCluster, type NativeStep } from '../native-model';
import { parametersOf } from '../parameters/parameters';

/** Adds the environment variables of `kubernetes.env.secretKeyRef`, whose values are keys of Secrets. */
export class EnvSecretsDecorator implements NativeStep {
  public readonly name = 'EnvSecretsDecorator';

  public decorate(pod: FlinkPod, parameters: StepContext<NativeCluster>): FlinkPod {
    return addToPod(pod, { env: parametersOf(parameters).environmentSecrets.map(variable) });
  }
}

/** A field that the option omits is omitted here, too, and Kubernetes rejects the pod. */
function variable(item: ReadonlyMap<string, string>): ManifestJson {
  const [env, key, name] = ['env', 'key', 'secret'].map((field) => item.get(field));
  const secretKeyRef = { ...(key === undefined ? {} : { key }), ...(name === undefined ? {} : { name }) };
  return { ...(env === undefined ? {} : { name: env }), valueFrom: { secretKeyRef } };
}
