import { alternatives, follow, nameOf, sayTo, successOf } from './follow.js';

// What neither the client nor the mock serves. A spec that asks for it is refused, so that nothing is half served.

const json = 'application/json';

/** What a body is made of. */
export function ServedBodies() {
  return {
    MediaTypesMap(map, { report, location }) {
      if (Object.keys(map).join() !== json) report({ message: `Every body is ${json}, and nothing else.`, location });
    },
    MediaType({ schema, examples = {} }, { report, location }) {
      const message =
        'A body needs a `schema`, and named `examples`: the mock answers with them, and makes nothing up.';
      if (!schema || Object.keys(examples).length === 0) report({ message, location });
    },
  };
}

/** What an operation is sent, and with what. */
export function ServedRequests() {
  return {
    Operation(operation, { report, location, resolve }) {
      const say = sayTo(report);
      for (const [index, entry] of (operation.parameters ?? []).entries()) {
        const place = location.child(['parameters', index]);
        const { node, location: at } = follow(entry, place, resolve);
        const message = `The client sends the parameters AgentName and TraceId only, not ${node.name} in ${node.in}.`;
        if (node.in !== 'header' || !['AgentName', 'TraceId'].includes(nameOf(at))) say(message, place);
      }
      const body = follow(operation.requestBody, location.child('requestBody'), resolve);
      const at = body.location.child(['content', json, 'schema']);
      for (const { node, location: place } of alternatives(body.node.content?.[json]?.schema, at, resolve))
        if (node.type !== 'object') say('The client sends objects only: `type: object`.', place);
    },
    Parameter(parameter, { report, location }) {
      const { minLength, maxLength } = parameter.schema ?? {};
      const message = 'The client makes ids of one length: `minLength` and `maxLength` must be the same.';
      if (nameOf(location) === 'TraceId' && (minLength === undefined || minLength !== maxLength))
        report({ message, location: location.child('schema') });
    },
  };
}

/** What an operation answers. */
export function ServedAnswers() {
  let agreed;
  return {
    Operation(operation, { report, location, resolve }) {
      const say = sayTo(report);
      const success = successOf(operation, location, resolve);
      const one = 'The client knows one 2xx response of an operation, no more and no less.';
      if (!success) return say(one, location.child('responses').key());
      const { envelopes, location: place } = success;
      if (envelopes.length !== 1)
        say('One variant of the answer must require `data`, which is what the client hands over.', place);
      for (const { node, location: envelope } of envelopes) {
        checkShape(node.properties?.data, envelope.child(['properties', 'data']), say, resolve);
        const at = envelope.child(['properties', 'code']);
        const codes = alternatives(node.properties?.code, at, resolve).flatMap((found) => found.node.enum ?? ['any']);
        const code = [...new Set(codes.map(String))].join(' or ');
        agreed ??= code;
        if (code !== agreed || !/^\w+$/.test(code) || code === 'any')
          say(`The \`code\` of a success must be one value, the same for each operation; here it is ${code}.`, at);
      }
    },
  };
}

/** The client checks that the required fields of an answer are there, and of their type. */
function checkShape(schema, at, say, resolve) {
  const { node, location } = follow(schema, at, resolve);
  if (node.type !== 'object') {
    if (!['string', 'integer', 'number', 'boolean'].includes(node.type))
      say(`The client cannot check a required field of type ${node.type ?? 'any'} in an answer.`, location);
    return;
  }
  for (const name of node.required ?? [])
    if (node.properties?.[name]) checkShape(node.properties[name], location.child(['properties', name]), say, resolve);
}
