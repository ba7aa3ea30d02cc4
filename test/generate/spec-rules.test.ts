import { describe, expect, it } from 'vitest';
import { run } from '../support/run.js';
import { SpecCopy } from '../support/spec-copy.js';

const lint = (copy: SpecCopy) =>
  run('node_modules/@redocly/cli/bin/cli.js', ['lint', '--max-problems=50'], copy.folder);

describe('redocly lint', () => {
  it('finds nothing in the spec', async () => {
    using copy = new SpecCopy();
    const { code, stderr } = await lint(copy);
    expect(stderr).toContain('Your API description is valid');
    expect(code).toBe(0);
  });

  it('names each offence against order, wording, marks, test numbers and examples', async () => {
    using copy = new SpecCopy();
    copy.replace('openapi/paths/login.yaml', '  operationId: login\n', '');
    copy.replace('openapi/paths/login.yaml', 'post:\n', 'post:\n  operationId: login\n');
    copy.replace('openapi/paths/register-user.yaml', 'summary: Register a user', 'summary: Registers a User.');
    copy.replace('openapi/components/schemas/Phone.yaml', '  Mobile number.\n', '  mobile number\n');
    copy.replace('openapi/components/schemas/UserId.yaml', '**Inferred (D12).**', '**Inferred D12**');
    copy.replace('openapi/components/examples/WrongPassword.yaml', '0027000040002', '0027000040001');
    copy.replace('openapi/components/examples/AccountLocked.yaml', '0027000040004', 'locked');
    copy.replace('openapi/components/examples/UnknownRefusal.yaml', 'x-status: 503\n', '');
    copy.replace('openapi/components/examples/ServiceFault.yaml', 'msg:', 'message:');
    const { code, stdout, stderr } = await lint(copy);
    const printed = stdout + stderr;
    expect(code).toBe(1);
    for (const message of [
      'The keys of Operation stand in this order: summary, description, operationId',
      'A summary starts with a capital and has no full stop.',
      'A description is made of sentences: "mobile number".',
      'Write **Inferred (D1).**, not **Inferred D12**.',
      '0027000040001 is a test number of both invalidParameters and wrongPassword.',
      'locked of accountLocked is not a number a phone field accepts.',
      'The example unknownRefusal of the default response needs an x-status.',
      "must have required property 'msg'",
    ])
      expect(printed).toContain(message);
  });

  it('wants imperative summaries in sentence case', async () => {
    using copy = new SpecCopy();
    copy.replace('openapi/paths/login.yaml', 'summary: Log in', 'summary: Logs in');
    copy.replace('openapi/paths/register-user.yaml', 'summary: Register a user', 'summary: Register a User');
    const { stdout, stderr } = await lint(copy);
    expect(stdout + stderr).toContain('The summary of an operation is imperative.');
    expect(stdout + stderr).toContain('A summary is in sentence case.');
  });
});
