import * as generated from '../../generated/validators.js';
import type { BodyValidator, BodyValidators } from './explain.js';

const byName: Readonly<Record<string, BodyValidator | undefined>> = { ...generated };

/** The validators compiled from the spec when it was generated. They make no code at run time. */
export const generatedValidators: BodyValidators = (operationId) => byName[`${operationId}Request`];
