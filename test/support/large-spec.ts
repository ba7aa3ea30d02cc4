import type { SpecCopy } from './spec-copy.js';

/** Makes the copy's spec one of `count` operations: the login under other names, each with schemas of its own. */
export function enlarge(copy: SpecCopy, count: number): void {
  const paths = Array.from({ length: count }, (_, index) => {
    const rename = (text: string) =>
      text
        .replaceAll(/Login(?=Grant|Envelope|Answered|Credentials)/g, `Login${index}`)
        .replaceAll('PasswordLoginRequest', `PasswordLogin${index}Request`)
        .replaceAll('CodeLoginRequest', `CodeLogin${index}Request`);
    for (const name of [
      'schemas/LoginGrant',
      'schemas/LoginEnvelope',
      'schemas/LoginCredentials',
      'schemas/PasswordLoginRequest',
      'schemas/CodeLoginRequest',
      'responses/LoginAnswered',
    ]) {
      copy.write(`openapi/components/${rename(name)}.yaml`, rename(copy.read(`openapi/components/${name}.yaml`)));
    }
    const operation = rename(copy.read('openapi/paths/login.yaml')).replace(
      'operationId: login',
      `operationId: login${index}`,
    );
    copy.write(`openapi/paths/login${index}.yaml`, operation);
    return `  /koodrive/ose/v1/auth/login${index}:\n    $ref: paths/login${index}.yaml\n`;
  });
  const root = copy.read('openapi/openapi.yaml');
  const [before = '', rest = ''] = root.split('paths:\n');
  copy.write('openapi/openapi.yaml', `${before}paths:\n${paths.join('')}${rest.slice(rest.indexOf('components:'))}`);
}
