const { compare } = require('./compare');

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('usage: node conformance/operator-examples/run.js DIRECTORY');
const { compared, differences } = compare(directory);
differences.forEach((difference) => console.log(difference));
console.log(`${compared} resources, ${differences.length} differences`);
process.exitCode = differences.length === 0 && compared > 0 ? 0 : 1;
