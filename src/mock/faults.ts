/** A test number of the mock's own: what it brings is not the contract's, but happens on real networks. */
export interface MockNumber {
  readonly number: string;
  /** One word for logs and lists. */
  readonly name: string;
  /** What happens, in a few words. */
  readonly summary: string;
}

/** The mock's own numbers, obeyed wherever a test number counts. Lists show them under a heading of their own. */
export const mockNumbers = [
  { number: '0027000090001', name: 'noAnswer', summary: 'No answer, until the client gives up' },
  { number: '0027000090002', name: 'cutConnection', summary: 'A connection that breaks in the middle of the answer' },
  { number: '0027000090003', name: 'proxyPage', summary: "A proxy's HTML page with status 502" },
  { number: '0027000090004', name: 'successWithoutData', summary: 'A success without the promised data' },
  { number: '0027000090005', name: 'shortSession', summary: 'A success whose session ends after 5 seconds' },
] as const satisfies readonly MockNumber[];
