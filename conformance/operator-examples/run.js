const { compare } = require('./compare');

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node conformance/operator-examples/run.js FOLDER');
const { compared, differences } = compare(folder);
differences.forEach((difference) => console.log(difference));
console.log(`${compared} resources, ${differences.length} differences`);
process.exitCode = differences.length === 0 && compared > 0 ? 0 : 1;
