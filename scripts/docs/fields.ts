import { type BundleCursor, fieldsOf, text, variants, withoutRepeats } from '../../src/contract/walk.js';
import { code, table } from './markdown.js';

/** Returns a table with every field of a body. The third column says which fields a body must have. */
export const fieldTable = (body: BundleCursor, thirdColumn: 'Required' | 'Always present'): string =>
  table(['Field', 'Type', thirdColumn, 'Description'], fieldRows(body));

/** Returns a row for each field. It starts with the path of the field in the body, such as `data.files[].name`. */
function fieldRows(body: BundleCursor, prefix = ''): string[][] {
  return withoutRepeats(fieldsOf(body)).flatMap(({ path, schema, required }) => {
    const name = prefix + path.join('.');
    const row = [code(name), typeText(schema), yesNo(required), text(schema, 'description')];
    const lists = variants(schema).filter(({ value }) => value.items);
    return [row, ...lists.flatMap((list) => fieldRows(list.child('items'), `${name}[].`))];
  });
}

/** Describes a type in a few words, such as `string, 58 characters`. */
export function typeText(schema: BundleCursor): string {
  const texts = variants(schema).map((variant) => {
    const { type, format, enum: values, minLength, maxLength, pattern } = variant.value;
    const excluded = variant.child('not').value.enum;
    return [
      [type].flat().join(' or '),
      format === 'password' ? 'secret' : format,
      values && list(values),
      ...lengthTexts(minLength, maxLength),
      pattern !== undefined && 'with a pattern',
      excluded && `not ${list(excluded)}`,
    ]
      .filter(Boolean)
      .join(', ');
  });
  return [...new Set(texts)].join('; or ');
}

function lengthTexts(minimum: unknown, maximum: unknown): unknown[] {
  if (minimum !== undefined && minimum === maximum) return [count(minimum)];
  return [minimum !== undefined && `at least ${count(minimum)}`, maximum !== undefined && `at most ${count(maximum)}`];
}

const count = (characters: unknown): string => `${characters} ${characters === 1 ? 'character' : 'characters'}`;
const list = (values: readonly unknown[]): string => values.map((value) => code(JSON.stringify(value))).join(' or ');

export const yesNo = (value: boolean | undefined): string => (value ? 'yes' : 'no');
