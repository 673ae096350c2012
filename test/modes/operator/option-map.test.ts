import fc from 'fast-check';
import { DeploymentMode } from '../../../src';
import { optionMap } from '../../../src/modes/operator/option-map';
import { OperatorRelease } from '../../../src/operator-rules/operator-release';
import { readOptions } from '../../../src/operator-rules/reading/options';
import { manifests, only } from '../../support/synth';

const V1_12 = OperatorRelease.parse('1.12.1')!;
const V1_13 = OperatorRelease.parse('1.13.0')!;

function written(operatorVersion: string, configuration: object): any {
  return only(manifests({ mode: DeploymentMode.operator({ operatorVersion }), configuration }), 'FlinkDeployment').spec
    .flinkConfiguration;
}

describe('the options in a resource of the operator', () => {
  test('are nested from operator 1.13 on, and flat before, which older releases require', () => {
    const configuration = {
      'taskmanager.numberOfTaskSlots': 2,
      'execution.checkpointing': { interval: '1 min', dir: 's3://a/b' },
    };
    expect(written('1.13.0', configuration)).toEqual({
      taskmanager: { numberOfTaskSlots: '2' },
      execution: { checkpointing: { interval: '1 min', dir: 's3://a/b' } },
    });
    expect(written('1.12.1', configuration)).toMatchObject({
      'taskmanager.numberOfTaskSlots': '2',
      'execution.checkpointing.interval': '1 min',
      'execution.checkpointing.dir': 's3://a/b',
    });
  });

  test('are not nested below a key that has a value', () => {
    const options = [
      ['a.b', '1'],
      ['a.b.c.d', '2'],
      ['a.b.c.e', '3'],
      ['a.f.g', '4'],
      ['h', '5'],
      ['h.i.j', '6'],
    ] as const;
    expect(optionMap(options, V1_13)).toEqual({
      a: { b: '1', 'b.c.d': '2', 'b.c.e': '3', f: { g: '4' } },
      h: '5',
      'h.i.j': '6',
    });
    expect(optionMap(options, V1_12)).toEqual(Object.fromEntries(options));
  });

  test('are read with the same values by every release', () => {
    const key = fc
      .array(fc.constantFrom('a', 'b', 'c', 'toString'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('.'));
    fc.assert(
      fc.property(fc.dictionary(key, fc.string()), (options) => {
        for (const [release, isTree] of [
          [V1_12, false],
          [V1_13, true],
        ] as const) {
          const read = readOptions(optionMap(Object.entries(options), release), isTree);
          expect(Object.fromEntries(read.options)).toEqual({ ...options });
          expect([...read.problems, ...read.remarks]).toEqual([]);
        }
      }),
      { seed: 8 },
    );
  });
});
