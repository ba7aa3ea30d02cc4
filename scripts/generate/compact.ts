/** How Ajv reports one thing that is wrong. */
const report =
  /const (err\d+) = (\{.*?\});\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}\s*errors\+\+;/gs;

/** A place in a copy of a schema. */
const place = /\b(schema\d+)((?:\.\w+|\[\d+\])+)/g;

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
    .replaceAll(report, 'fail($2);')
    .replaceAll(
      'let errors = 0;',
      'let errors = 0;\nconst fail = (error) => { (vErrors ??= []).push(error); errors++; };',
    )
    .replaceAll(place, valueAt)
    .replaceAll(/^const schema\d+ = .*$/gm, '');
  const left = /vErrors === null|\bschema\d+/.exec(result);
  if (left) throw new Error(`Ajv has compiled something that the generator does not know how to shorten: ${left[0]}`);
  return result;
}
