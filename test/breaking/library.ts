import { parse } from 'yaml';
import type { Document } from '../../src/contract/openapi.js';

/** A library that lends books. `ID` stands for a name, so that many copies fit into one document without meeting. */
const template = `
servers: [{ url: https://ID.example.com, x-name: ID }]
paths:
  /ID/loans:
    post:
      operationId: lendID
      description: Lends a book.
      parameters: [{ $ref: '#/components/parameters/IDDesk' }, { $ref: '#/components/parameters/IDTrace' }]
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: '#/components/schemas/IDOrder' }
            examples: { novel: { summary: A novel, value: { title: Emma, reader: '7' } } }
      responses:
        '201': { $ref: '#/components/responses/IDLent' }
        '409':
          description: Refused.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/IDRefusal' }
              examples: { gone: { summary: Gone, value: { reason: gone }, x-test-numbers: ['404'] } }
components:
  parameters:
    IDDesk: { name: X-Desk, in: header, required: true, schema: { type: string } }
    IDTrace: { name: X-Trace, in: header, required: false, schema: { type: string } }
  responses:
    IDLent:
      description: Lent.
      headers: { X-Count: { required: true, schema: { type: integer } } }
      content:
        application/json:
          schema: { $ref: '#/components/schemas/IDLoan' }
          examples: { lent: { summary: Lent, value: { id: '1', state: lent }, x-test-numbers: ['7'] } }
  schemas:
    IDOrder:
      type: object
      required: [title, reader]
      properties:
        title: { $ref: '#/components/schemas/IDTitle' }
        reader: { type: string, maxLength: 10, pattern: '^[0-9]+$' }
        size: { type: string, enum: [small, large] }
        pin: { type: string, format: password }
        payment: { $ref: '#/components/schemas/IDPayment' }
    IDLoan:
      type: object
      required: [id, state]
      properties:
        id: { type: string, maxLength: 10, pattern: '^[0-9]+$' }
        state: { type: string, enum: [lent, reserved] }
        title: { $ref: '#/components/schemas/IDTitle' }
        extra: { type: [string, 'null'] }
        until: { type: string, description: The last day. }
    IDPayment:
      oneOf: [{ $ref: '#/components/schemas/IDCash' }]
      discriminator: { propertyName: by, mapping: { cash: '#/components/schemas/IDCash' } }
    IDCash: { type: object, required: [by], properties: { by: { type: string, enum: [cash] } } }
    IDRefusal:
      oneOf: [{ $ref: '#/components/schemas/IDGone' }, { $ref: '#/components/schemas/IDBanned' }]
      discriminator:
        propertyName: reason
        mapping: { gone: '#/components/schemas/IDGone', banned: '#/components/schemas/IDBanned' }
    IDGone: { type: object, required: [reason], properties: { reason: { type: string, enum: [gone] } } }
    IDBanned: { type: object, required: [reason], properties: { reason: { type: string, enum: [banned] } } }
    IDTitle: { type: string, maxLength: 100 }
    IDSpare: { type: string }
`;

/** What a test changes: a place such as `Order/properties/size`, and what is there from now on; nothing where it is `undefined`. */
export type Changes = Readonly<Record<string, unknown>>;

/** A document with one library of each name, changed as its entry says. */
export function libraries(changes: ReadonlyMap<string, Changes>): Document {
  const document: Holder = { openapi: '3.1.0', info: { title: 'Libraries', version: '1.0.0' } };
  for (const [name, places] of changes) {
    const library: Holder = parse(template.replaceAll('ID', name));
    for (const [place, value] of Object.entries(places)) change(library, name, place, value);
    merge(document, library);
  }
  return JSON.parse(JSON.stringify(document));
}

type Holder = Record<string, unknown>;

const kinds: Readonly<Record<string, string>> = { Desk: 'parameters', Trace: 'parameters', Lent: 'responses' };

function change(library: Holder, name: string, place: string, value: unknown): void {
  const [first = '', ...rest] = place.split('/');
  const start =
    first === 'post'
      ? ['paths', `/${name}/loans`, 'post']
      : /^[A-Z]/.test(first)
        ? ['components', kinds[first] ?? 'schemas', name + first]
        : [first];
  const keys = [
    ...start,
    ...rest.map((key) => (key === 'json' ? 'application/json' : key.replaceAll('~', '/').replaceAll('ID', name))),
  ];
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Holder>((at, key) => {
    const next = at[key];
    if (typeof next !== 'object' || next === null) throw new Error(`the library has no ${place}`);
    return next as Holder;
  }, library);
  if (value === undefined && Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (value === undefined) delete holder[last];
  else holder[last] = JSON.parse(JSON.stringify(value).replaceAll('ID', name));
}

function merge(into: Holder, from: Holder): void {
  for (const [key, value] of Object.entries(from)) {
    const held = into[key];
    if (Array.isArray(held)) held.push(...(value as unknown[]));
    else if (typeof held === 'object' && held !== null) merge(held as Holder, value as Holder);
    else into[key] = value;
  }
}
