import { lookup } from '../../src/configuration/catalogue/lookup';
import { FlinkVersion } from '../../src/configuration/flink-version';
import { nativeRelease } from '../../src/configuration/native-releases';
import { firstRelease, valueFor } from '../../src/configuration/releases';
import { optionName } from '../../src/configuration/renamed-options';

const LINES = [
  '1.11',
  '1.12',
  '1.13',
  '1.14',
  '1.15',
  '1.16',
  '1.17',
  '1.18',
  '1.19',
  '1.20',
  '2.0',
  '2.1',
  '2.2',
  '2.3',
];

describe('a value that differs between releases', () => {
  const rows = [{ value: 'old' }, { since: '1.13', value: 'middle' }, { since: '2.0', value: 'new' }];

  test.each([
    ['1.11', 'old'],
    ['1.12.7', 'old'],
    ['1.13', 'middle'],
    ['1.20.1', 'middle'],
    ['2.0', 'new'],
    ['9.9', 'new'],
  ])('is in Flink %s that of the last release that has been reached', (version, value) => {
    expect(valueFor(FlinkVersion.of(version), rows)).toBe(value);
  });
});

describe('the values of native mode', () => {
  test('are those of the newest release in a release that is not known', () => {
    expect(nativeRelease(FlinkVersion.of('9.9'))).toEqual(nativeRelease(FlinkVersion.V2_3));
  });

  test('are the same for all patches of a release', () => {
    expect(nativeRelease(FlinkVersion.of('1.12.7'))).toBe(nativeRelease(FlinkVersion.V1_12));
  });

  test('have a template of the start command only in releases without scripts', () => {
    const releases = LINES.map((line) => nativeRelease(FlinkVersion.of(line)));
    const withTemplate = releases.filter(({ startCommand }) => startCommand !== undefined);
    expect(withTemplate.map(({ start }) => start)).toEqual(['shell', 'native-k8s']);
    expect(new Set(releases.slice(2).map(({ start }) => start))).toEqual(new Set(['scripts']));
  });
});

describe('renamed options', () => {
  const names = ['containerImage', 'jobManagerCpu', 'savepointPath', 'taskManagerCpu', 'unclaimedState'] as const;

  test.each(LINES)('have the current names of the catalogue of Flink %s', (line) => {
    const version = FlinkVersion.of(line);
    const all = version._can('namesClaimModes') ? [...names, 'claimMode' as const] : names;
    const known = all.map((name) => ({ name, isAlias: lookup(optionName(version, name), version)?.isAlias }));
    expect(known).toEqual(all.map((name) => ({ name, isAlias: false })));
  });
});

test('messages contain the first release with a capability', () => {
  expect([firstRelease('setsLimitFactors'), firstRelease('keepsMinimumOfTaskManagers')]).toEqual(['1.15', '1.19']);
});
