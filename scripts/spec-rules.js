// Rules for the spec that no option in redocly.yaml can say, for `redocly lint` and `npm run generate`. Redocly loads this file, so
// it is plain JavaScript.

import { Files } from './spec-rules/files.js';
import { follow, sayTo } from './spec-rules/follow.js';
import { SchemasAreDescribed, ServedSchemas } from './spec-rules/schemas.js';
import { ServedAnswers, ServedBodies, ServedRequests } from './spec-rules/unsupported.js';

/** One line that means the same with and without Markdown. */
const plain = /^[^\n*`_<>#[\]]*$/;

const sentence = /^[A-Z*`"][\s\S]*[.:|]$/;

/** Descriptions are sentences. What is inferred stands in a quote block that begins with the word and cites its decision. */
function Descriptions() {
  return {
    Server: ({ description = '' }, { report, location }) => {
      if (plain.test(description)) return;
      const message = 'Describe a server in one line of plain text: tools make labels and names of it.';
      report({ message, location: location.child('description') });
    },
    any: ({ description }, { report, location, type }) => {
      if (typeof description !== 'string' || type.name === 'Server') return;
      const complain = (message) => report({ message, location: location.child('description') });
      for (const paragraph of description.trim().split(/\n{2,}/))
        if (!/^(#|\||- )/.test(paragraph) && !sentence.test(paragraph.replaceAll(/^> /gm, '')))
          complain(`A description is made of sentences: "${paragraph.slice(0, 40)}".`);
      for (const [line] of description.matchAll(/^.*\*\*Inferred.*$/gm))
        if (!/^> \*\*Inferred \(D\d+\)\.\*\* \S/.test(line))
          complain(`Begin a quote with "> **Inferred (D1).**", not "${line.slice(0, 40)}".`);
    },
  };
}

/**
 * A code that is made up lies where the publisher has none, at 99000001 and up, and its example says that it is illustrative. Any
 * other names the page that publishes it.
 */
function ErrorCodes() {
  return {
    Example(node, { report, location }) {
      const { code, error_code: refusal } = node.value ?? {};
      const said = String(refusal ?? code ?? '0');
      if (said === '0') return;
      const complain = (message) => report({ message: `${said}: ${message}`, location: location.child('value') });
      const madeUp = /^(APIGW\.)?99\d{6}$/.test(said);
      if (refusal !== undefined && !/^APIGW\.\d+$/.test(said)) complain('a code of the gateway is APIGW. and digits.');
      if (madeUp !== / \(illustrative\)$/.test(node.summary ?? ''))
        complain(
          'a summary ends in "(illustrative)" exactly where the code is 99000001 or above, in the range of made-up codes.',
        );
      if (madeUp === 'x-page' in node)
        complain('a published code names its page in x-page, and a made-up one has none.');
      if (!node['x-advice']) complain('x-advice says what to do about it.');
    },
  };
}

/** What an example of a response says beside its value: the outcome of an operation that it is, and the numbers that bring it. */
function ResponseExamples() {
  return {
    Operation(operation, { report, location, resolve }) {
      const say = sayTo(report);
      const keys = new Set();
      const numbers = new Map();
      for (const [status, response] of Object.entries(operation.responses ?? {})) {
        const { node, location: place } = follow(response, location.child(['responses', status]), resolve);
        for (const [type, { examples = {} }] of Object.entries(node.content ?? {}))
          for (const [key, entry] of Object.entries(examples)) {
            const at = place.child(['content', type, 'examples', key]);
            const example = follow(entry, at, resolve);
            if (keys.has(key)) say(`Another answer of this operation is named ${key}.`, at.key());
            keys.add(key);
            checkStatus(status, example, key, say);
            for (const number of example.node['x-test-numbers'] ?? []) {
              const message = `${number} is a test number of both ${numbers.get(number)} and ${key}.`;
              if (!/^\d{7,15}$/.test(number))
                say(`${number} is not a number that a phone field accepts.`, example.location);
              if (numbers.has(number)) say(message, example.location.child('x-test-numbers'));
              numbers.set(number, key);
            }
          }
      }
    },
  };
}

function checkStatus(response, { node, location }, key, say) {
  const status = node['x-status'];
  if (/^\d+$/.test(response)) {
    if (status !== undefined)
      say(`${key} has the status that it stands under, ${response}.`, location.child('x-status'));
  } else if (!Number.isInteger(status) || status < 100 || status > 599)
    say(`The example ${key} of the ${response} response needs an \`x-status\`.`, location);
}

export default function specRules() {
  const rules = {
    descriptions: Descriptions,
    'response-examples': ResponseExamples,
    'schemas-are-described': SchemasAreDescribed,
    files: Files,
    'served-bodies': ServedBodies,
    'served-requests': ServedRequests,
    'served-answers': ServedAnswers,
    'served-schemas': ServedSchemas,
    'error-codes': ErrorCodes,
  };
  return { id: 'contract', rules: { oas3: rules } };
}
