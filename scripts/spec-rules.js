// The rules of the spec that no option in redocly.yaml can express, for `redocly lint` and `npm run generate`. Redocly loads plain
// JavaScript, and the rules are TypeScript because they share the walker of src/contract.
import { tsImport } from 'tsx/esm/api';

const { rules } = await tsImport('./spec-rules/rules.ts', import.meta.url);

export default () => ({ id: 'contract', rules: { oas3: rules } });
