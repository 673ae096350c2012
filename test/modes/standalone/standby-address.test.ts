import { Testing } from 'cdk8s';
import { FlinkSessionCluster, FlinkVersion, HighAvailability } from '../../../src';
import { mainContainer, only } from '../../support/synth';

describe('the address of JobManagers with high availability', () => {
  const args = (version: string, replicas: number, configuration = {}): string[] => {
    const chart = Testing.chart();
    new FlinkSessionCluster(chart, 'Flink', {
      version: FlinkVersion.of(version),
      namespace: 'flink',
      highAvailability: HighAvailability.kubernetes({ storageDir: 's3://bucket/ha' }),
      image: `flink:${version}.0`,
      jobManager: { replicas },
      configuration,
    });
    return mainContainer(only(chart.toJson(), 'Deployment', 'flink-jobmanager')).args;
  };
  const DOCUMENTED = ['jobmanager', '$(POD_IP)'];

  test.each(['1.15', '1.20', '2.1'])('is the documented argument in %s', (version) => {
    expect([args(version, 1), args(version, 2)]).toEqual([DOCUMENTED, DOCUMENTED]);
  });

  test.each(['2.2', '2.3'])('is also used for the blob server in %s, with standby JobManagers', (version) => {
    expect(args(version, 1)).toEqual(DOCUMENTED);
    expect(args(version, 2)).toEqual([...DOCUMENTED, '-D', 'jobmanager.bind-host=$(POD_IP)']);
  });

  test('is not set as the bind host if that option is set', () => {
    expect(args('2.2', 2, { 'jobmanager.bind-host': '0.0.0.0' })).toEqual(DOCUMENTED);
  });
});
