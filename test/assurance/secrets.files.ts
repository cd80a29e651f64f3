import { bsns, oins } from '../support/cast.ts';

/** Files in the story: with numbers where they belong and where they do not, and one that breaks off. */
export function filesWith(asked: Record<string, unknown>): [request: string, body?: unknown, key?: string][] {
  const wrong = { ...asked, bsn: bsns.pieter, birthDate: '1999-09-09' };
  const spoiled = {
    ...wrong,
    reference: bsns.pieter,
    template: bsns.pieter,
    [bsns.pieter]: 1,
    from: bsns.pieter,
  };
  const care = [{ sender: oins.svb, category: 'care', actions: ['read'] }];
  const requests = [{ ...wrong, lines: care }, spoiled];
  return [
    ['POST /v1/bulk-runs', { requests }],
    ['POST /v1/bulk-runs', { requests }, bsns.pieter],
    ['POST /v1/bulk-runs', JSON.stringify({ requests }).slice(0, -20)],
    ['POST /v1/bulk-runs', { [bsns.pieter]: bsns.pieter }],
    ['GET /v1/bulk-runs'],
    [`GET /v1/bulk-runs/${bsns.pieter}/rows?state=${bsns.pieter}`],
  ];
}
