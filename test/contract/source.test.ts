import { describe, expect, it } from 'vitest';
import type { Document, Schema } from '../../scripts/generate/openapi.js';
import { checkSource } from '../../scripts/source/check.js';
import { readSource } from '../../scripts/source/source.js';
import { readSpec } from '../support/spec.js';

const schemas = (changed: Document) =>
  changed.components?.schemas as Record<string, Schema & { properties: Record<string, Schema>; required: string[] }>;

describe('openapi/source.yaml', () => {
  it('accounts for every operation, header, status and property of the spec', () => {
    expect(checkSource(readSpec(), readSource())).toEqual([]);
  });

  it('lists every row, URI, example and status of both pages', () => {
    const kinds: Record<string, number> = {};
    for (const { kind } of readSource().facts) kinds[kind] = (kinds[kind] ?? 0) + 1;
    expect(kinds).toEqual({ operation: 4, header: 4, length: 2, property: 30, enum: 2, example: 4, status: 2 });
  });

  it('has each decision once, in order', () => {
    const ids = readSource().deviations.map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 19 }, (_, index) => `D${index + 1}`));
  });
});

describe('the check of openapi/source.yaml', () => {
  const problems = (change: (changed: Document) => void) => {
    const changed = readSpec();
    change(changed);
    return checkSource(changed, readSource());
  };

  it('names a pointer that leads nowhere', () => {
    expect(problems((changed) => delete schemas(changed)['UserInfo']?.properties['surname'])).toEqual([
      'login, Table 5, surname: #/components/schemas/UserInfo/properties/surname leads nowhere',
    ]);
  });

  it('names a required flag that differs from the page', () => {
    expect(problems((changed) => schemas(changed)['UserRegistration']?.required.push('surname'))).toEqual([
      'registerUser, Body table, surname: the page says optional, the spec does not, and no decision says why',
    ]);
  });

  it('names a type that differs from the page', () => {
    const found = problems((changed) => {
      Object.assign(schemas(changed)['SessionInfo']?.properties['expiresIn'] ?? {}, { type: 'string' });
    });
    expect(found).toEqual(['login, Table 6, expiresIn: the page says Long, the spec string, and no decision says why']);
  });

  it('names a property that no row accounts for', () => {
    const found = problems((changed) => {
      Object.assign(schemas(changed)['UserInfo']?.properties ?? {}, { nickname: { type: 'string' } });
    });
    expect(found).toEqual([
      '#/components/schemas/UserInfo/properties/nickname: no row of openapi/source.yaml accounts for it',
    ]);
  });

  it('names an example whose values differ from the page', () => {
    const found = problems((changed) => {
      Object.assign(changed.components?.['examples']?.['LoginRequestWithPassword'] ?? {}, { value: {} });
    });
    expect(found).toEqual(['login, Example Requests: the example has other values']);
  });

  it('names an inferred place that is not marked as such', () => {
    const found = problems((changed) => {
      Object.assign(schemas(changed)['Message'] ?? {}, { description: 'Some text.' });
    });
    expect(found).toEqual([
      'D8: the description at #/components/schemas/Message has no paragraph that starts with **Inferred (D8).**',
    ]);
  });

  it('names a path, a length and an enum that differ from the page', () => {
    const found = problems((changed) => {
      const parameters = changed.components?.['parameters'] as Record<string, { schema: Schema }>;
      Object.assign(parameters['TraceId']?.schema ?? {}, { minLength: 1 });
      Object.assign(schemas(changed)['CodeLoginRequest']?.properties['authType'] ?? {}, { enum: ['3'] });
    });
    expect(found).toContain('login, Table 1, X-Traceid, range: the spec allows 1 to 58');
    expect(found).toContain('login, Table 2, authType 2: the spec lists other values');
  });
});
