/** What the contract says of a session in words, as inferred, and no schema can check. Each line names the decision. */
export function checkSession(session: Readonly<Record<string, unknown>>): string[] {
  const { accessToken, expiresIn, issuedAt } = session;
  const found: string[] = [];
  if (typeof accessToken === 'string' && !accessToken.startsWith('AT '))
    found.push('sessionInfo.accessToken does not start with "AT " (D11)');
  if (typeof issuedAt === 'string' && !isMilliseconds(issuedAt))
    found.push('sessionInfo.issuedAt is no Unix time in milliseconds, as decimal digits (D10)');
  // A session of a million seconds would be eleven days: rather the unit has changed.
  if (typeof expiresIn === 'number' && (expiresIn <= 0 || expiresIn >= 1_000_000))
    found.push('sessionInfo.expiresIn is hardly a number of seconds (D9)');
  return found;
}

const isMilliseconds = (text: string): boolean =>
  /^\d+$/.test(text) && Number(text) > Date.UTC(2020) && Number(text) < Date.UTC(2100);
