// Prints what Google's checker finds in the policy of the first argument, as [severity, sentence].
const { CspParser } = require("csp_evaluator/dist/parser.js");
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
const { Severity } = require("csp_evaluator/dist/finding.js");

const findings = new CspEvaluator(new CspParser(process.argv[2]).csp).evaluate();
const said = findings.map(({ severity, directive, description }) =>
  [Severity[severity], `${directive}: ${description}`]);
console.log(JSON.stringify(said));
