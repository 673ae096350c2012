import { FlinkVersion, JobArtifact } from '../../../src';
import { application, mainContainer, manifests, only } from '../../support/synth';

describe('the arguments of an application', () => {
  const args = (uri: string, given: string[], version = '1.20'): string[] => {
    const job = { artifact: JobArtifact.inImage(uri), entryClass: 'com.example.Orders', args: given };
    return mainContainer(
      only(manifests(application({ version: FlinkVersion.of(version), job })), 'Deployment', 'flink-jobmanager'),
    ).args;
  };
  const BEGINNING = ['standalone-job', '--job-classname', 'com.example.Orders'];
  const USER_LIB = 'local:///opt/flink/usrlib/orders.jar';
  const ELSEWHERE = 'local:///opt/app/orders.jar';

  test('of the program follow those of Flink', () => {
    expect(args(USER_LIB, ['orders', '--from', 'kafka'])).toEqual([...BEGINNING, 'orders', '--from', 'kafka']);
  });

  test('are separated from those of Flink by two dashes if the first could be an option of Flink', () => {
    expect(args(USER_LIB, ['--from', 'kafka'])).toEqual([...BEGINNING, '--', '--from', 'kafka']);
  });

  test('are separated from the list of jars, which would otherwise include them', () => {
    expect(args(ELSEWHERE, ['orders'])).toEqual([...BEGINNING, '--jars', ELSEWHERE, '--', 'orders']);
    expect(args(ELSEWHERE, [])).toEqual([...BEGINNING, '--jars', ELSEWHERE]);
  });
});
