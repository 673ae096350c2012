const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/**
 * Compiles a job in this directory for a release of Flink. Returns its jar, in a directory that `boot` removes
 * afterwards.
 */
async function compile(boot, name) {
  const {
    cluster,
    scenario: { version },
  } = boot;
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-e2e-'));
  boot.afterwards(async () => {
    fs.rmSync(directory, { recursive: true, force: true });
    return [];
  });
  const [classes, jar] = [path.join(directory, 'classes'), path.join(directory, `${name.toLowerCase()}.jar`)];
  const release = path.join(cluster.work, `flink-${version}`, 'lib', '*');
  await cluster.must(120, 'javac', [
    '--release',
    '11',
    '-cp',
    release,
    '-d',
    classes,
    path.join(__dirname, `${name}.java`),
  ]);
  await cluster.must(30, 'jar', ['cf', jar, '-C', classes, '.']);
  return jar;
}

module.exports = { compile };
