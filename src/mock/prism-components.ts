import type { PrismHttpComponents } from '@stoplight/prism-http';
import type { PrismParts } from './prism.js';

type Verdict = ReturnType<PrismHttpComponents['validateOutput']>;
type MockCall = Parameters<PrismHttpComponents['mock']>[0];
type Mocked = ReturnType<ReturnType<PrismHttpComponents['mock']>>;

/** The operation is known by now. */
export const onlyResource: PrismHttpComponents['route'] = ({ resources: [resource] }) =>
  resource ? { _tag: 'Right', right: resource } : { _tag: 'Left', left: new Error('No resource') };

/**
 * Prism's mocker, asked once for each of its possible answers from examples: which one it chooses depends on nothing in a request
 * but whether it is valid. It also does not get hold of the request's body, since it writes that out even for a silent log.
 */
export function rememberingMocker({ mocker }: PrismParts): PrismHttpComponents['mock'] {
  const known = new WeakMap<MockCall['resource'], Map<string, Mocked>>();
  return ({ resource, input, config }) =>
    (logger) => {
      const answers = known.get(resource) ?? new Map<string, Mocked>();
      known.set(resource, answers);
      const codes = input.validations.map(({ code }) => String(code));
      // Prism looks for another status when the caller is not authorized or sends another media type.
      const problem = codes.find((code) => code === '401') ?? codes.find((code) => code === '415') ?? codes.length > 0;
      const key = JSON.stringify([config.code, config.exampleKey, problem]);
      const kept = config.dynamic ? undefined : answers.get(key);
      if (kept) return kept;
      const data = { ...input.data, body: undefined };
      const answer = mocker.default({ resource, config, input: { ...input, data } })(logger);
      if (config.dynamic) return answer._tag === 'Right' ? { ...answer, right: asSent(answer.right) } : answer;
      if (answers.size < maxAnswers) answers.set(key, answer);
      return answer;
    };
}

/** What arrives of a made-up answer. Numbers may be infinite, which passes for valid but is sent as null. */
function asSent<T extends { body?: unknown }>(answer: T): T {
  return { ...answer, body: JSON.parse(JSON.stringify(answer.body ?? null)) };
}

/** Enough for each status and example of an operation; a limit all the same, since callers choose both. */
const maxAnswers = 1000;

/** Validates each example that is answered with once, instead of once for each answer. */
export function oncePerBody({ validator }: PrismParts): PrismHttpComponents['validateOutput'] {
  const verdicts = new WeakMap<object, Verdict>();
  return (output) => {
    const { body } = output.element;
    if (typeof body !== 'object' || body === null) return validator.validateOutput(output);
    const verdict = verdicts.get(body) ?? validator.validateOutput(output);
    verdicts.set(body, verdict);
    return verdict;
  };
}

const ignore = (): void => {};

/** Prism's own loggers print whole requests. */
export const silent = {
  level: 'silent',
  fatal: ignore,
  error: ignore,
  warn: ignore,
  info: ignore,
  debug: ignore,
  trace: ignore,
  success: ignore,
  child: () => silent,
};
