import { alternatives, follow, nameOf, successOf } from './follow.js';

// What neither the client nor the mock serves. A spec that asks for it is refused, so that nothing is half served.

const json = 'application/json';

/** A property name that needs no quotes, and that no object has from the start. */
const isName = (text) => /^[a-z][a-zA-Z0-9]*$/.test(text) && !(text in {});

/** The whole: how it is reached, and by what. */
export function ServedApi() {
  return {
    Root(root, { report, location }) {
      if (root.security?.length > 0)
        report({
          message: 'The client sends no proof of a session: leave `security` empty.',
          location: location.child('security'),
        });
      if (!root.servers?.length) report({ message: 'The client needs the URL of a server in `servers`.' });
    },
    Server(server, { report, location }) {
      if (!isName(server['x-name'] ?? ''))
        report({ message: 'The client lists servers by name: add an `x-name` in camelCase.', location });
      if (server.url?.includes('{'))
        report({ message: 'The client fills no variables into a URL.', location: location.child('url') });
    },
    Paths(paths, { report, location }) {
      for (const path of Object.keys(paths))
        if (/[{}]/.test(path))
          report({
            message: `The client fills nothing into a path, such as ${path}.`,
            location: location.child(path).key(),
          });
    },
    PathItem(item, { report, location }) {
      for (const part of ['parameters', 'servers'])
        if (item[part])
          report({
            message: `Put the ${part} into the operations: none are read here.`,
            location: location.child(part).key(),
          });
    },
  };
}

const reserved =
  /^(examples|errorCodes|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|let|static|eval|arguments)$/;

/** What an operation is sent, and with what. */
export function ServedRequests() {
  return {
    Operation(operation, { report, location, key, resolve }) {
      const refuse = (message, ...path) =>
        report({ message, location: path.length > 0 ? location.child(path) : location.key() });
      const { operationId = '', parameters = [], requestBody, security = [] } = operation;
      if (!['post', 'put', 'patch', 'delete'].includes(key))
        refuse(`The client sends a JSON body with every operation, which ${key.toUpperCase()} does not take.`);
      if (!isName(operationId) || reserved.test(operationId))
        refuse('The client names a method by the operationId: make it a name in camelCase.', 'operationId');
      if (security.length > 0) refuse('The client sends no proof of a session: leave `security` empty.', 'security');
      for (const [index, entry] of parameters.entries()) {
        const { node, location: at } = follow(entry, location.child(['parameters', index]), resolve);
        if (node.in !== 'header' || !['AgentName', 'TraceId'].includes(nameOf(at)))
          refuse(
            `The client sends the parameters AgentName and TraceId only, not ${node.name} in ${node.in}.`,
            'parameters',
            index,
          );
      }
      if (!requestBody) return refuse('The client sends a JSON object with every operation: add a `requestBody`.');
      const body = follow(requestBody, location.child('requestBody'), resolve);
      if (body.node.required !== true)
        report({ message: 'The client always sends a body: add `required: true`.', location: body.location });
      const at = body.location.child(['content', json, 'schema']);
      for (const { node, location: place } of alternatives(body.node.content?.[json]?.schema, at, resolve))
        if (node.type !== 'object')
          report({ message: 'The client sends objects only: `type: object`.', location: place });
    },
    Parameter(parameter, { report, location }) {
      const { minLength, maxLength } = parameter.schema ?? {};
      if (nameOf(location) === 'TraceId' && (minLength === undefined || minLength !== maxLength))
        report({
          message: 'The client makes ids of one length: `minLength` and `maxLength` must be the same.',
          location: location.child('schema'),
        });
    },
  };
}

/** What an operation answers. */
export function ServedAnswers() {
  const bodies = (body, { report, location }) => {
    const types = Object.keys(body.content ?? {});
    if (types.join() !== json)
      report({
        message: `Every body is ${json}, and nothing else${types.length > 0 ? `, not ${types.join(', ')}` : ''}.`,
        location,
      });
  };
  let agreed;
  return {
    RequestBody: bodies,
    Response(response, context) {
      bodies(response, context);
      for (const part of ['headers', 'links'])
        if (response[part])
          context.report({
            message: `Neither the client nor the mock knows ${part} of an answer.`,
            location: context.location.child(part).key(),
          });
    },
    MediaType(media, { report, location }) {
      if (!media.schema) report({ message: 'A body needs a schema.', location });
      if (Object.keys(media.examples ?? {}).length === 0)
        report({
          message: 'A body needs named `examples`: the mock answers with them, and makes nothing up.',
          location,
        });
      for (const key of Object.keys(media.examples ?? {}))
        if (!isName(key))
          report({
            message: 'The key of an example is a name in camelCase.',
            location: location.child(['examples', key]).key(),
          });
    },
    Operation(operation, { report, location, resolve }) {
      const success = successOf(operation, location, resolve);
      if (!success)
        return report({
          message: 'The client knows one 2xx response of an operation, no more and no less.',
          location: location.child('responses').key(),
        });
      const { envelopes, location: place } = success;
      if (envelopes.length !== 1)
        report({
          message: 'One variant of the answer must require `data`, which is what the client hands over.',
          location: place,
        });
      for (const { node, location: envelope } of envelopes) {
        checkShape(
          { properties: { data: node.properties?.data }, type: 'object', required: ['data'] },
          envelope,
          report,
          resolve,
        );
        const codes = alternatives(node.properties?.code, envelope.child(['properties', 'code']), resolve);
        const code = [...new Set(codes.flatMap((one) => (one.node.enum ?? ['any']).map(String)))].join(' or ');
        agreed ??= code;
        if (code !== agreed || !/^\w+$/.test(code) || code === 'any')
          report({
            message: `The \`code\` of a success must be one value, the same for each operation; here it is ${code}.`,
            location: envelope.child(['properties', 'code']),
          });
      }
    },
  };
}

/** The client checks that the required fields of an answer are there, and of their type. */
function checkShape(schema, at, report, resolve) {
  const { node, location } = follow(schema, at, resolve);
  if (node.type !== 'object') {
    if (!['string', 'integer', 'number', 'boolean'].includes(node.type))
      report({
        message: `The client cannot check a required field of type ${node.type ?? 'any'} in an answer.`,
        location,
      });
    return;
  }
  for (const name of node.required ?? [])
    if (node.properties?.[name])
      checkShape(node.properties[name], location.child(['properties', name]), report, resolve);
}
