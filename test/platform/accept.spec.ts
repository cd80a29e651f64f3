import { preferred } from '../../src/platform/accept.ts';

const [json, paper] = ['application/json', 'application/pdf'] as const;

describe('Which kind of answer somebody prefers', () => {
  it.each([
    [undefined, json],
    ['', json],
    ['*/*', json],
    [json, json],
    [paper, paper],
    ['Application/PDF', paper],
    ['application/pdf;q=0', json],
    ['application/pdf; q=0.000, */*', json],
    ['application/json, application/pdf;q=0.1', json],
    ['application/json;q=0.1, application/pdf;q=0.2', paper],
    ['application/json, application/pdf', json],
    ['text/html, application/pdf;q=0.9, */*;q=0.8', paper],
    ['application/*, application/json;q=0.5', paper],
    ['application/pdfx', json],
    ['text/html; title="application/pdf"', json],
    ['application/pdf;q=x', json],
    ['application/pdf;q=1.000;charset=x', paper],
  ])('by %j is %s', (accept, kind) => {
    expect(preferred(accept, [json, paper])).toBe(kind);
  });
});
