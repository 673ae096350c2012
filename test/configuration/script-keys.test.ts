import { javaModuleOptions } from '../../src/configuration/java-options';
import { isScriptKey, scriptHazard } from '../../src/configuration/script-keys';

describe('isScriptKey', () => {
  test.each([
    'env.java.opts',
    'env.java.opts.all',
    'env.java.opts.jobmanager',
    'env.java.default-opts.taskmanager',
    'env.java.home',
    'env.log.dir',
    'env.log.max',
    'env.log.level',
    'env.pid.dir',
    'env.hadoop.conf.dir',
    'env.ssh.opts',
    'env.stdout-err.redirect-to-file',
    'zookeeper.heap.mb',
    'taskmanager.compute.numa',
    'recovery.mode',
  ])('%s is read by the scripts', (key) => {
    expect(isScriptKey(key)).toBe(true);
  });

  test.each([
    'environment',
    'high-availability.type',
    'taskmanager.env.x',
    'jobmanager.rpc.address',
    'zookeeper.heap',
    '',
  ])('%j is not read by the scripts', (key) => {
    expect(isScriptKey(key)).toBe(false);
  });
});

describe('scriptHazard', () => {
  test.each([
    { value: '-Da="x y"', reason: /^a quote/, neighbour: '-Da=x' },
    { value: "-Da='x'", reason: /^a quote/, neighbour: '-Da=x' },
    { value: '-Da=(b)', reason: /^a parenthesis/, neighbour: '-Da=b' },
    { value: '-Da=b)', reason: /^a parenthesis/, neighbour: '-Da=b]' },
    { value: '-Da=`b`', reason: /^a backtick/, neighbour: '-Da=^b' },
    { value: '-Da=$HOME', reason: /^a '\$'/, neighbour: '-Da=%HOME' },
    { value: '-Da=b;c', reason: /^a ';'/, neighbour: '-Da=b:c' },
    { value: '-Da=b|c', reason: /^a '&' or '\|'/, neighbour: '-Da=b,c' },
    { value: '-Da=b&c', reason: /^a '&' or '\|'/, neighbour: '-Da=b+c' },
    { value: '-Da=<b', reason: /^a '<' or '>'/, neighbour: '-Da=[b' },
    { value: '-Da=b>c', reason: /^a '<' or '>'/, neighbour: '-Da=b=c' },
    { value: '-Da=b#c', reason: /^a '#'/, neighbour: '-Da=b@c' },
    { value: '-Da=b\\c', reason: /^a backslash/, neighbour: '-Da=b/c' },
    { value: '-Da=b\n-Dc=d', reason: /^a line break/, neighbour: '-Da=b -Dc=d' },
    { value: '-Da=b\r', reason: /^a line break/, neighbour: '-Da=b' },
    { value: '-Da={b,c}', reason: /^a brace expansion/, neighbour: '-Da={b},c' },
    { value: '-Da={1..3}', reason: /^a brace expansion/, neighbour: '-Da={1.3}' },
  ])('$value is refused', ({ value, reason, neighbour }) => {
    expect(scriptHazard(value)).toMatch(reason);
    expect(scriptHazard(neighbour)).toBeUndefined();
  });

  test('the module options of every version are accepted', () => {
    expect([javaModuleOptions(1, 18), javaModuleOptions(2, 2)].map((value) => scriptHazard(value ?? '"'))).toEqual([
      undefined,
      undefined,
    ]);
  });
});
