const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** The jar of a job of this folder for a release of Flink, in a folder that `boot` removes afterwards. */
async function compile(boot, name) {
  const {
    cluster,
    scenario: { version },
  } = boot;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-e2e-'));
  boot.afterwards(async () => {
    fs.rmSync(folder, { recursive: true, force: true });
    return [];
  });
  const [classes, jar] = [path.join(folder, 'classes'), path.join(folder, `${name.toLowerCase()}.jar`)];
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
