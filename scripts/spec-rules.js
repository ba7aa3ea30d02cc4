// Rules for the spec that Redocly does not have: one key order, and wording. Redocly loads this file, so it is plain JavaScript.

const orders = {
  Operation: ['summary', 'description', 'operationId', 'tags', 'security', 'parameters', 'requestBody', 'responses'],
  Parameter: ['name', 'in', 'required', 'description', 'schema', 'example'],
  Example: ['summary', 'description', 'x-status', 'x-test-numbers', 'value'],
};

/** Keys stand in one order, and no other keys stand there. */
function KeyOrder() {
  const check =
    (type) =>
    (node, { report, location }) => {
      const keys = Object.keys(node);
      const unknown = keys.filter((key) => !orders[type].includes(key));
      const expected = orders[type].filter((key) => keys.includes(key));
      for (const key of unknown)
        report({ message: `${type} takes no ${key} here.`, location: location.child(key).key() });
      if (unknown.length === 0 && keys.join() !== expected.join())
        report({
          message: `The keys of ${type} stand in this order: ${expected.join(', ')}.`,
          location: location.key(),
        });
    };
  return Object.fromEntries(Object.keys(orders).map((type) => [type, check(type)]));
}

const sentence = /^[A-Z*`"][\s\S]*[.:|]$/;

/** Summaries are sentence case without a full stop, those of operations imperative; descriptions are sentences. */
function Wording() {
  const summary = (node, { report, location }) => {
    const words = (node.summary ?? '').split(' ');
    if (!/^[A-Z][^.]*$/.test(node.summary ?? ''))
      report({ message: 'A summary starts with a capital and has no full stop.', location: location.child('summary') });
    else if (words.slice(1).some((word) => /^[A-Z][a-z]/.test(word)))
      report({ message: 'A summary is in sentence case.', location: location.child('summary') });
  };
  const description = (node, { report, location }) => {
    if (node.description === undefined) return;
    for (const paragraph of node.description.trim().split(/\n{2,}/)) {
      if (!/^(#|\||- )/.test(paragraph) && !sentence.test(paragraph))
        report({
          message: `A description is made of sentences: "${paragraph.slice(0, 40)}".`,
          location: location.child('description'),
        });
    }
  };
  return {
    Info: description,
    Tag: description,
    Parameter: description,
    Schema: description,
    Response: description,
    RequestBody: description,
    SecurityScheme: description,
    Server: description,
    Example: (node, context) => {
      summary(node, context);
      description(node, context);
    },
    Operation: (node, context) => {
      summary(node, context);
      description(node, context);
      const [verb = ''] = (node.summary ?? '').split(' ');
      if (/(s|ed|ing)$/.test(verb))
        context.report({
          message: 'The summary of an operation is imperative.',
          location: context.location.child('summary'),
        });
    },
  };
}

/** What is inferred cites its decision, in one form. */
function InferredMarks() {
  return {
    any: (node, { report, location, key }) => {
      if (key !== 'description' && typeof node?.description !== 'string') return;
      for (const [mark] of (node.description ?? '').matchAll(/\*\*Inferred[^*]*\*\*/g)) {
        if (!/^\*\*Inferred \(D\d+\)\.\*\*$/.test(mark))
          report({
            message: `Write **Inferred (D1).**, not ${mark}.`,
            location: location.child('description'),
          });
      }
    },
  };
}

/** A test number brings one outcome of an operation, so no two response examples of it share one. */
function TestNumbers() {
  return {
    Operation: {
      enter(operation, { report, location, resolve }) {
        const seen = new Map();
        for (const [status, response] of Object.entries(operation.responses ?? {})) {
          const { node, from } = deref(response, resolve);
          for (const [key, reference] of Object.entries(node.content?.['application/json']?.examples ?? {})) {
            const { node: example } = deref(reference, resolve, from);
            for (const number of example['x-test-numbers'] ?? []) {
              const place = location.child(['responses', status]);
              if (!/^\d{7,15}$/.test(number))
                report({ message: `${number} of ${key} is not a number a phone field accepts.`, location: place });
              if (seen.has(number))
                report({
                  message: `${number} is a test number of both ${seen.get(number)} and ${key}.`,
                  location: place,
                });
              seen.set(number, key);
            }
            if (status === 'default' && !Number.isInteger(example['x-status']))
              report({
                message: `The example ${key} of the default response needs an x-status.`,
                location: location.child(['responses', status]),
              });
          }
        }
      },
    },
  };
}

/** The object that a reference leads to, and the file that it stands in, from which its own references start. */
function deref(value, resolve, from) {
  if (!value?.$ref) return { node: value ?? {}, from };
  const { node, location } = resolve(value, from);
  return { node: node ?? {}, from: location?.source.absoluteRef };
}

export default function specRules() {
  const rules = {
    'key-order': KeyOrder,
    wording: Wording,
    'inferred-marks': InferredMarks,
    'test-numbers': TestNumbers,
  };
  return { id: 'contract', rules: { oas3: rules } };
}
