import { externalResources } from '../../src/configuration/external-resources';
import { FlinkVersion } from '../../src/configuration/flink-version';

const read = (conf: { [key: string]: string }, line = '2.2') =>
  externalResources((key) => conf[key], {
    version: FlinkVersion.of(line),
    dialect: FlinkVersion.of(line)._usesStandardYaml ? 'standard' : 'legacy',
  });

function amounts(list: string, given: { [name: string]: string }, line?: string) {
  const read1 = read(
    {
      'external-resources': list,
      ...Object.fromEntries(
        Object.entries(given).map(([name, amount]) => [`external-resource.${name}.amount`, amount]),
      ),
    },
    line,
  );
  return 'resources' in read1 ? [...read1.resources] : read1.problem;
}

describe('external resources', () => {
  test('are empty without a list, and with the word none', () => {
    expect(read({})).toEqual({ listed: [], resources: new Map() });
    expect(amounts('none', { none: '1' })).toEqual([]);
    expect(amounts(' none', { none: '1' })).toEqual([['none', 1n]]);
  });

  // Orders and amounts as in TaskExecutorProcessUtils of 1.13 to 2.2.
  test.each<{ list: string; given: { [name: string]: string }; expected: [string, bigint][] }>([
    {
      list: 'gpu;fpga',
      given: { gpu: '1', fpga: '2' },
      expected: [
        ['fpga', 2n],
        ['gpu', 1n],
      ],
    },
    {
      list: 'Aa;BB;C',
      given: { Aa: '3', BB: '3', C: '3' },
      expected: [
        ['Aa', 3n],
        ['BB', 3n],
        ['C', 3n],
      ],
    },
    {
      list: 'x"y;z',
      given: { 'x"y': '1', z: '1' },
      expected: [
        ['z', 1n],
        ['x"y', 1n],
      ],
    },
    {
      list: '\u00e9;#a;a #b',
      given: { '\u00e9': '1', '#a': '2', 'a #b': '3' },
      expected: [
        ['a #b', 3n],
        ['\u00e9', 1n],
        ['#a', 2n],
      ],
    },
    { list: 'gpu;fpga', given: { gpu: '0', fpga: '-1' }, expected: [] },
    { list: 'gpu;fpga', given: { gpu: '+2' }, expected: [['gpu', 2n]] },
    { list: 'gpu', given: { gpu: '9007199254740993' }, expected: [['gpu', 9007199254740992n]] },
    { list: 'gpu', given: { gpu: '9223372036854775807' }, expected: [['gpu', -9223372036854775616n]] },
  ])('$list with $given', ({ list, given, expected }) => {
    expect(amounts(list, given)).toEqual(expected);
  });

  test('can be a YAML list from 1.19 on', () => {
    expect(amounts('[gpu]', { gpu: '1' }, '1.18')).toEqual([]);
    expect(amounts('[gpu]', { gpu: '1' }, '1.19')).toEqual([['gpu', 1n]]);
  });

  test('report an amount or a list that Flink cannot read, with its key', () => {
    expect(read({ 'external-resources': 'gpu', 'external-resource.gpu.amount': '1.5' })).toMatchObject({
      key: 'external-resource.gpu.amount',
      text: '1.5',
    });
    expect(read({ 'external-resources': "'gpu" })).toMatchObject({ key: 'external-resources', text: "'gpu" });
  });
});
