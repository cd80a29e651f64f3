import { otherTypesAreMalformed } from '../platform/json-body.ts';
import { givesBackRequestId } from '../platform/request-id.ts';

/** Of a route of AuthZEN: how its requests are taken in, and what comes back with each answer (§10.1). */
export const authzen = { ...otherTypesAreMalformed, ...givesBackRequestId } as const;
