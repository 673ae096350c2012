import { type ManifestJson } from '../../../kubernetes/manifest-json';
import { addToPod, type FlinkPod } from '../../../model/flink-pod';
import { type StepContext } from '../../../model/step-decorator';
import { type NativeCluster, type NativeStep } from '../native-model';
import { parametersOf } from '../parameters/parameters';

/** Gives keys of Secrets as environment variables, as `kubernetes.env.secretKeyRef` names them. */
export class EnvSecretsDecorator implements NativeStep {
  public readonly name = 'EnvSecretsDecorator';

  public decorate(pod: FlinkPod, parameters: StepContext<NativeCluster>): FlinkPod {
    return addToPod(pod, { env: parametersOf(parameters).environmentSecrets.map(variable) });
  }
}

/** What is left out in the option is left out here, and refused by Kubernetes. */
function variable(given: ReadonlyMap<string, string>): ManifestJson {
  const [env, key, name] = ['env', 'key', 'secret'].map((field) => given.get(field));
  const secretKeyRef = { ...(key === undefined ? {} : { key }), ...(name === undefined ? {} : { name }) };
  return { ...(env === undefined ? {} : { name: env }), valueFrom: { secretKeyRef } };
}
