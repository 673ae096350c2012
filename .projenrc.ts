import { cdk, cdk8s, javascript } from 'projen';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-flink',
  description: 'Apache Flink on Kubernetes as cdk8s constructs: if it synthesizes, Flink runs.',
  keywords: ['cdk8s', 'kubernetes', 'flink', 'apache-flink', 'streaming', 'gitops'],
  author: 'cdk8s-flink maintainers',
  authorAddress: 'maintainers@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk8s-flink/cdk8s-flink.git',
  license: 'Apache-2.0',
  defaultReleaseBranch: 'main',
  projenrcTs: true,
  projenVersion: '~0.103.25',
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.16.0',
  stability: 'experimental',
  artifactsDirectory: 'package', // `dist/` is where `cdk8s synth` writes
  sampleCode: false,

  // The lowest versions with which the library is compiled and tested.
  cdk8sVersion: '2.68.12',
  constructsVersion: '10.3.0',
  peerDeps: ['cdk8s-plus-27@^2.9.5'],
  // Flink reads option values as YAML. Loaded on first use; pinned, because the library depends on its error codes.
  bundledDeps: ['yaml@2.9.1'],
  devDeps: [
    '@textlint/kernel@^15.8.0', // the prose linter, without its command line
    '@textlint/textlint-plugin-markdown@^15.8.0',
    'textlint-rule-prh@^6.1.0', // checks the words
    'ajv@^8.17.0', // strict Kubernetes schemas in tests
    'cdk8s-cli@^2.207.60',
    'fast-check@^4.10.0',
  ],

  // jsii X.Y and rosetta X.Y embed TypeScript X.Y, so the three versions must match.
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  validateTsconfig: cdk.ValidateTsconfig.MINIMAL,
  tsconfig: { compilerOptions: { noImplicitOverride: true, noUncheckedIndexedAccess: true } as any },

  typecheckTests: true,
  jestOptions: {
    jestVersion: '^30',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    coverageText: false,
    jestConfig: {
      // The v8 provider counts files that contain only types as not covered.
      coverageProvider: 'babel',
      collectCoverageFrom: ['src/**/*.ts'],
      coverageThreshold: { lines: 95, branches: 90 },
      coverageReporters: ['text-summary', 'lcov'],
      setupFiles: ['<rootDir>/test/support/setup.ts'],
      moduleNameMapper: { '^cdk8s-flink$': '<rootDir>/src' },
      testPathIgnorePatterns: ['/node_modules/', '/lib/', '/dist/'],
    },
  },
  // Formats the code, so that reviews do not have to discuss it.
  prettier: true,
  prettierOptions: {
    settings: {
      printWidth: 120,
      singleQuote: true,
      trailingComma: javascript.TrailingComma.ALL,
      arrowParens: javascript.ArrowParens.ALWAYS,
    },
  },
  eslintOptions: { dirs: ['src', 'test', 'examples', 'conformance', 'benchmark'], commandOptions: { fix: false } },
  integrationTestAutoDiscover: false,
  github: false,
  release: false,
  depsUpgrade: false,
  gitignore: ['.jsii.tabl.json', '/dist/', '/examples/**/dist/', '/package/'],
});
// A lock file without registry hosts installs from the registry that the user has configured.
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
// Generated files, or files of other origin.
for (const path of [
  '/src/data/',
  '/lib/',
  '/package/',
  '/coverage/',
  '/test/fixtures/',
  '/examples/**/golden/',
  '/examples/**/dist/',
  '*.json',
  '*.md',
  '*.yaml',
  '*.yml',
]) {
  project.prettier?.addIgnorePattern(path);
}
// All optional bindings of the locked version must exist in the registry, otherwise `npm ci` rejects the lock file.
project.package.addPackageResolutions('unrs-resolver@1.12.2');
for (const path of [
  '/examples/',
  '/rosetta/',
  '/docs/',
  '/conformance/',
  '/benchmark/',
  '/build/',
  '/.ci/',
  '.jsii.tabl.json',
  '/CONTRIBUTING.md',
]) {
  project.addPackageIgnore(path);
}
// Examples import the library by name, as users do. With `exports`, Node resolves the name in the repository, too.
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './lib/*': './lib/*',
  './.jsii': './.jsii',
  './package.json': './package.json',
});

// Sources under test load their imports as the compiled library does.
project.jest!.config.transform = {
  '^.+\\.tsx?$': ['<rootDir>/build/jest-transform.js', { tsconfig: 'test/tsconfig.json' }],
};

// --- Lint -----------------------------------------------------------------------------------------------------------
// The architecture: a layer imports only from the layers after it, and the paths of a layer never import each other.
const LAYERS: string[][] = [
  ['constructs'],
  ['assembly'],
  ['features', 'mounts', 'jobs'],
  ['modes/standalone', 'modes/native', 'modes/operator'],
  ['submission'],
  ['modes/shared'],
  ['emission'],
  ['rules'],
  ['derivation'],
  ['operator-rules'],
  ['readers'],
  ['model'],
  ['props'],
  ['configuration'],
  ['memory'],
  ['kubernetes', 'validation'],
  ['data'],
];
const zones = LAYERS.flatMap((layer, i) =>
  layer.map((path) => ({
    target: `./src/${path}`,
    from: [
      './src/index.ts',
      ...[...LAYERS.slice(0, i).flat(), ...layer.filter((other) => other !== path)].map((other) => `./src/${other}`),
    ],
    message: 'imports point down the layers of CONTRIBUTING.md',
  })),
);
for (const target of ['./src/modes', './src/submission']) {
  zones.push({
    target,
    from: ['./src/derivation/collector.ts'],
    message: 'a mode sees the ClusterModel, never the collector',
  });
}
project.eslint?.addRules({
  'import/no-restricted-paths': ['error', { zones }],
  'import/no-cycle': ['error'],
  'max-lines': ['error', { max: 250 }],
  'max-len': ['error', { code: 120, ignoreUrls: true, ignoreRegExpLiterals: true, ignoreTemplateLiterals: true }],
  'max-params': ['error', { max: 4 }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'no-nested-ternary': ['error'],
  '@typescript-eslint/no-explicit-any': 'off',
  '@typescript-eslint/consistent-type-imports': [
    'error',
    { prefer: 'type-imports', fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
  ],
});
project.eslint?.addOverride({
  files: ['test/**'],
  // A suite of tests is one function; the functions in it are short.
  rules: { '@typescript-eslint/no-require-imports': 'off', 'max-lines-per-function': 'off' },
});
project.eslint?.addOverride({
  files: ['src/data/**', 'test/**', 'benchmark/**', 'conformance/**'],
  rules: { 'max-lines': 'off' },
});
project.eslint?.addOverride({ files: ['src/data/**'], rules: { 'max-len': 'off' } });
project.eslint?.addOverride({ files: ['.projenrc.ts'], rules: { 'max-lines': 'off' } });
project.eslint?.addOverride({
  files: ['examples/**', 'conformance/**', 'benchmark/**'],
  rules: { 'import/no-extraneous-dependencies': 'off', 'import/no-unresolved': 'off' },
});

// --- Tasks ----------------------------------------------------------------------------------------------------------
// jsii 6 no longer supports Node 20, but runs with it. The library itself supports Node 20 and newer.
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
project.tasks.addEnvironment('CDK8S_CHECK_UPGRADE', 'false');

function task(name: string, description: string, ...steps: string[]) {
  const added = project.addTask(name, { description });
  steps.forEach((step) => added.exec(step, { receiveArgs: step === steps[steps.length - 1] }));
  return added;
}

/** A task that uses the compiled library. */
function compiledTask(name: string, description: string, step: string) {
  task(name, description, step).prependSpawn(project.compileTask);
}

project.compileTask.prependExec('node build/embed-script.js');
project.compileTask.exec('node build/lazy-modules.js');
project.compileTask.exec('node build/source-maps.js');

project.postCompileTask.spawn(
  task(
    'docs:check',
    'Type-check every code example in the README and the API docs',
    'jsii-rosetta extract --strict --compile .jsii',
  ),
);
project.testTask.exec('tsc --noEmit -p examples');
project.testTask.exec('node build/prose.js');
compiledTask(
  'quickstart',
  'Synthesize examples/quickstart through cdk8s synth and list what was written',
  'node examples/quickstart/quickstart.js',
);
task('lint:prose', 'Check Markdown, comments and messages against the words of build/prose.yml', 'node build/prose.js');
task(
  'goldens',
  'Update the golden YAML of the examples and the generated documents',
  'UPDATE_GOLDENS=1 jest --coverage=false test/examples.test.ts test/docs.test.ts',
);
task('lint:shell', 'Check shell scripts with shellcheck; needs Python', 'node build/lint-shell.js');
task(
  'catalogue',
  'Read the options of Flink releases from their jars; takes versions',
  'node conformance/flink/catalogue.js',
);
compiledTask('bench', 'Compare with hand-written ApiObjects and with cdk8s-plus', 'node benchmark/run.js');
task(
  'consumers',
  'Use the packed library from a fresh JavaScript and a fresh TypeScript project',
  'node conformance/consumers/run.js',
);
for (const [name, description] of [
  ['operator', 'Compare with recorded answers of the real Flink Kubernetes Operator; takes their directory'],
  ['apiserver', 'Send the goldens to real API servers (1.27, 1.36); requires KUBE_BENCH'],
  ['documents', 'Compare with the manifests of the Flink documentation; takes their directory'],
  [
    'application',
    'Compare the arguments of applications with the entry point of every Flink release; takes a seed and a count',
  ],
  [
    'flink',
    'Compare memory, configuration files and values with the classes of every Flink release; takes a seed and a count',
  ],
  ['native', 'Compare native mode with the client of every Flink release; takes a seed and a count'],
  ['e2e', 'Run Flink from our YAML on a real single-node Kubernetes; requires KUBE_BENCH and root'],
  ['yaml-text', 'Check that kubectl reads every string as it was written'],
] as const) {
  compiledTask(
    `conformance:${name}`,
    description,
    `node conformance/${name}/${name === 'yaml-text' ? 'differential' : 'run'}.js`,
  );
}

project.synth();
