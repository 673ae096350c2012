'use strict';
// Differences between Flink's answer to a case and ours. Maps and configuration files are compared by content; dynamic
// options and everything that derives from an option of type map are compared as sets. The owner reference to the
// Deployment is ignored, because its uid is not known in advance.
const { parse } = require('yaml');

const CONFIG_FILES = ['flink-conf.yaml', 'config.yaml'];
const SETS_BY_NAME = new Set(['env', 'volumes', 'volumeMounts', 'imagePullSecrets', 'items', 'ports', 'tolerations']);
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the differences as paths with both values. */
exports.differences = (expected, actual) => {
  if (expected.error !== undefined || actual.error !== undefined) {
    return expected.error !== undefined && actual.error !== undefined
      ? []
      : [{ path: 'error', expected: expected.error, actual: actual.error }];
  }
  return unequal('', normalised(expected), normalised(actual));
};

function normalised(result) {
  const { effectiveConfiguration, clusterSpecification, jobManager, taskManagerPod, taskManagerError } = result;
  const { ['$internal.deployment.config-dir']: _, ...configuration } = effectiveConfiguration;
  return {
    effectiveConfiguration: configuration,
    clusterSpecification,
    deployment: plain(jobManager.deployment),
    accompanying: Object.fromEntries(
      jobManager.accompanyingResources.map((resource) => [
        `${resource.kind} ${resource.metadata.name}`,
        accompanying(resource),
      ]),
    ),
    // The answers of 1.11 do not include the pod.
    ...(result.flinkVersion.startsWith('1.11.')
      ? {}
      : { taskManagerPod: taskManagerPod && pod(taskManagerPod), taskManagerError: taskManagerError !== undefined }),
  };
}

function accompanying(resource) {
  const {
    metadata: { ownerReferences: _, ...metadata },
    data,
    ...rest
  } = resource;
  return plain({
    ...rest,
    metadata,
    ...(data === undefined
      ? {}
      : { data: Object.fromEntries(Object.entries(data).map(([name, text]) => [name, content(name, text)])) }),
  });
}

/** Parses a configuration file: as YAML, or as a map of the lines of the legacy dialect. */
function content(name, text) {
  if (!CONFIG_FILES.includes(name)) return text;
  return name === 'config.yaml' ? parse(text) : Object.fromEntries(lines(text));
}

/** Parses one option per line; a line without a key continues the preceding value. */
function lines(text) {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .reduce((options, line) => {
      const at = line.indexOf(': ');
      if (at > 0) options.push([line.slice(0, at), line.slice(at + 2)]);
      else if (options.length > 0) options[options.length - 1][1] += `\n${line}`;
      return options;
    }, []);
}

function pod({ metadata: { ownerReferences: _, ...metadata }, spec, ...rest }) {
  return plain({
    ...rest,
    metadata,
    spec: {
      ...spec,
      containers: spec.containers.map((container) => ({ ...container, args: container.args?.map(tokens) })),
    },
  });
}

/** Returns the arguments of a command line in sorted order. */
function tokens(argument) {
  return (
    [...argument.matchAll(/-D ?[\w.$-]+=(?:'[^']*'|\S*)|\S+/g)]
      .map(([word]) => word)
      .sort()
      .join(' ') + (argument.endsWith(' ') ? ' ' : '')
  );
}

function plain(value, key) {
  if (Array.isArray(value)) {
    const items = value.map((item) => plain(item));
    return SETS_BY_NAME.has(key) ? items.map((item) => JSON.stringify(sorted(item))).sort() : items;
  }
  return isMap(value)
    ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item, name)]))
    : value;
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  return isMap(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, sorted(value[key])]),
      )
    : value;
}

function unequal(path, expected, actual) {
  if (isMap(expected) && isMap(actual)) {
    return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].flatMap((key) =>
      unequal(`${path}/${key}`, expected[key], actual[key]),
    );
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((item, index) => unequal(`${path}/${index}`, item, actual[index]));
  }
  return JSON.stringify(expected) === JSON.stringify(actual) ? [] : [{ path, expected, actual }];
}
