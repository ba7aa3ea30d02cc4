import { envelopesOf, successBody, successCodes } from '../../src/contract/conventions.js';
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
      const parameters = entries(operation.child('parameters')).map(([, parameter]) => parameter);
      const names = parameters.map(({ location }) => nameOf(location));
      if (names.sort().join() !== 'AgentName,TraceId') {
        const place = 'parameters' in node ? context.location.child('parameters') : context.location;
        complain('The client sends AgentName and TraceId with every operation, and no other parameters.', place.key());
      }
      const traceId = parameters.find(({ location }) => nameOf(location) === 'TraceId')?.child('schema');
      if (traceId && (!traceId.value['minLength'] || traceId.value['minLength'] !== traceId.value['maxLength']))
        complain('The client makes IDs of one length: `minLength` and `maxLength` must be equal.', traceId.location);
      for (const { value, location } of variants(operation.child('requestBody', ...schemaOf)))
        if (value.type !== 'object') complain('The client sends objects only: add `type: object`.', location);
      const success = successBody(operation);
      if (!success)
        return complain('An operation needs exactly one 2xx response.', context.location.child('responses').key());
      const [envelope, ...others] = envelopesOf(success.body);
      if (!envelope || others.length > 0)
        return complain('Exactly one variant of this response must require `data`.', success.body.location);
      const code = [...new Set(successCodes(success.body))].join(' or ');
      agreed ??= code;
      if (code !== agreed || !/^(?!any$)\w+$/.test(code)) {
        const message = `The \`code\` of a success is one value, the same for every operation. Here it is ${code}.`;
        complain(message, envelope.location.child(['properties', 'code']));
      }
      const data = envelope.child('properties', 'data');
      const required = fieldsOf(data).flatMap((field) => (field.required ? field.schema : []));
      for (const { value, location } of [data, ...required])
        if (!['object', 'string', 'integer', 'number', 'boolean'].includes(String(value.type)))
          complain(`The client cannot check a required field of type ${value.type ?? 'any'}.`, location);
    },
  };
}
