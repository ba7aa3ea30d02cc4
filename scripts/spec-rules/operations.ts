import { successBody, successCodes, successVariants } from '../../src/contract/conventions.js';
import { entries, fieldsOf, variants } from '../../src/contract/walk.js';
import { type Context, LintCursor, type Location, nameOf } from './cursor.js';

const schemaOf = ['content', 'application/json', 'schema'];

/** Rejects operations that the client and the mock do not support. */
export function Operations() {
  let agreed: string | undefined;
  return {
    Operation(node: object, context: Context) {
      const operation = new LintCursor(node, context);
      const complain = (message: string, location: Location) => context.report({ message, location });
      const request = operation.child('requestBody', ...schemaOf);
      const parameters = entries(operation.child('parameters')).map(([, parameter]) => parameter);
      const names = parameters.map(({ location }) => nameOf(location));
      if (names.sort().join() !== 'AgentName,TraceId') {
        const place = 'parameters' in node ? context.location.child('parameters') : context.location;
        complain('The client sends AgentName and TraceId with every operation, and no other parameters.', place.key());
      }
      const traceId = parameters.find(({ location }) => nameOf(location) === 'TraceId')?.child('schema');
      if (traceId && (!traceId.value['minLength'] || traceId.value['minLength'] !== traceId.value['maxLength']))
        complain('The client makes IDs of one length: `minLength` and `maxLength` must be equal.', traceId.location);
      for (const { value, location } of variants(request))
        if (value.type !== 'object') complain('The client sends objects only: add `type: object`.', location);
      const success = successBody(operation);
      if (!success)
        return complain('An operation needs exactly one 2xx response.', context.location.child('responses').key());
      const [envelope, ...others] = successVariants(success.body);
      if (!envelope || others.length > 0)
        return complain('Exactly one variant of this response must require `data`.', success.body.location);
      const code = [...new Set(successCodes(success.body))].join(' or ');
      agreed ??= code;
      if (code !== agreed || !/^(?!any$)\w+$/.test(code)) {
        const message = `The \`code\` of a success is one value, the same for every operation. Here it is ${code}.`;
        complain(message, envelope.location.child(['properties', 'code']));
      }
      const data = envelope.child('properties', 'data');
      for (const { schema } of [{ schema: data }, ...fieldsOf(data), ...fieldsOf(request)]) {
        const types = [...new Set(variants(schema).map(({ value }) => String(value.type ?? 'any')))].join(' or ');
        // Redocly itself reports a reference to nothing.
        const isEmpty = Object.keys(schema.value).length === 0;
        if (!isEmpty && !['object', 'string', 'integer', 'number', 'boolean'].includes(types))
          complain(`The client cannot read a field of type ${types}.`, schema.location);
      }
    },
  };
}
