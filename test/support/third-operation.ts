import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { SpecCopy } from './spec-copy.js';

const fixture = 'test/fixtures/third-operation';

/** Adds the published call that verifies a verification code to a copy of the spec, in YAML only. */
export function addThirdOperation(copy: SpecCopy): void {
  cpSync(join(fixture, 'openapi'), join(copy.folder, 'openapi'), { recursive: true });
  const item = '  /koodrive/ose/v1/verify/code/validate:\n    $ref: paths/validate-code.yaml\n';
  copy.replace('openapi/openapi.yaml', 'paths:\n', `paths:\n${item}`);
  const agentExample = 'examples:\n  loginCode:\n    summary: Name of the carrier\n    value: my-carrier\n';
  copy.replace('openapi/components/parameters/AgentName.yaml', 'examples:\n', agentExample);
  const known = parse(copy.read('openapi/source.yaml'));
  const added = parse(readFileSync(join(fixture, 'source.yaml'), 'utf8'));
  const pages = { ...known.pages, ...added.pages };
  const facts = [...known.facts, ...added.facts];
  const decisions = [...known.decisions, ...added.decisions];
  copy.write('openapi/source.yaml', stringify({ pages, facts, decisions }));
}
