/** How Ajv reports one thing that is wrong. */
const report =
  /const (err\d+) = \{(.*?)\};\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}\s*errors\+\+;/gs;

/** What it says of it. The path is that of the validated value, which is always the whole, and what comes after. */
const fields = /^instancePath(?::instancePath\+(.*))?,schemaPath:(.*),keyword:(.*),params:(.*)$/s;

/** What one validator can tell another, which none here does. */
const context = ', {instancePath="", parentData, parentDataProperty, rootData=data}={}';

const helper = `
const fail = (instancePath, schemaPath, keyword, params) => {
(vErrors ??= []).push({ instancePath, schemaPath, keyword, params });
errors++;
};`;

/** A place in a copy of a schema. */
const place = /\b(schema\d+)((?:\.\w+|\[\d+\])+)/g;

/** What must not be left; a property may have any name, and stands behind a dot or in a string. */
const unknown = /vErrors === null|\bschema\d+|(?<![."/])\b(?:instancePath[+:]|parentData|rootData)/;

/**
 * Makes what Ajv has compiled smaller: it writes six statements for each thing that can be wrong, and points into a copy of the
 * whole schema for what is allowed. One function and the values themselves do the same.
 */
export function compact(code: string): string {
  const copies = new Map<string, unknown>();
  for (const [, name = '', copy = ''] of code.matchAll(/^const (schema\d+) = (\{.*\});$/gm)) {
    copies.set(name, JSON.parse(copy));
  }
  const valueAt = (found: string, name: string, path: string) => {
    const keys = path.match(/\w+/g) ?? [];
    const value = keys.reduce((part, key) => Object(part)[key], copies.get(name));
    return value === undefined ? found : JSON.stringify(value);
  };
  const result = code
    .replaceAll(report, (found, _name, error: string) => {
      // What a `not` finds is counted, and thrown away.
      if (!error) return 'fail();';
      const [, path = '""', ...rest] = fields.exec(error) ?? [];
      return rest.length > 0 ? `fail(${path}, ${rest.join(', ')});` : found;
    })
    .replaceAll('let errors = 0;', `let errors = 0;${helper}`)
    .replaceAll(context, '')
    .replaceAll(/\/\*# sourceURL=.* \*\/;/g, '')
    .replaceAll(place, valueAt)
    .replaceAll(/^const schema\d+ = .*$/gm, '');
  const left = unknown.exec(result);
  if (left) throw new Error(`Ajv has compiled something that the generator does not know how to shorten: ${left[0]}`);
  return result;
}
