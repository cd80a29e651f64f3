/** A small generator that always draws the same (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Texts that a field or a query does not expect. */
export const texts = [
  ...['', ' ', 'null', 'undefined', 'NaN', '-1', '1e999', '0x10', "1' OR '1'='1", '"; DROP TABLE trail; --'],
  ...[
    '../../etc/passwd',
    '%00',
    '\u0000',
    '\u202egnp.exe',
    '\ud800',
    'é'.repeat(300),
    '😀'.repeat(300),
    '{}',
  ],
  ...[
    '<script>alert(1)</script>',
    '2026-02-30',
    '9999-99-99',
    '999999999',
    '{{7*7}}',
    '${7*7}',
    'A'.repeat(5000),
  ],
  ...[
    '01234567-89AB-7DEF-8123-456789ABCDEF',
    '00000000-0000-0000-0000-000000000000',
    'true',
    '\r\nX-Evil: 1',
  ],
];

/** Values of every JSON type that a field does not expect. */
export const values: readonly unknown[] = [
  ...texts,
  ...[null, 0, -1, 1.5, 1e308, true, false, [], {}, [null], [[]], { a: 1 }, [{}], ['x', 7]],
];

/** Parts of a path as they stand on the wire. */
export const pathParts = [
  ...['%00', '%ff', '%c0%af', '%zz', '..%2f..', '%2e%2e', '%252f', 'a%20b', '%F0%9F%98%80', 'x'.repeat(90)],
  ...['x'.repeat(150), "'", '%22', '*', '1', '-', '~', '01234567-89ab-7def-8123-456789abcdef'],
];

const cursor = (text: string) => `cursor=${Buffer.from(`messages ${text}`).toString('base64url')}`;

/** Queries that nobody declared, or that were tampered with. */
export const queries = [
  ...['x=1', 'limit=1&limit=2', '__proto__=1', 'limit[a]=1', '%ff=1', '&&&=', `cursor=${'x'.repeat(300)}`],
  cursor(`2026-11-24T00:00:00.000Z ${'-'.repeat(36)}`),
  cursor('2026-13-45T99:99:99.000Z 0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11'),
  cursor('275760-09-13T00:00:00.000Z 0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11'),
  cursor('+275760-09-13T00:00:00.000Z 0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11'),
  cursor('-000044-03-15T00:00:00.000Z 0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11'),
  ...[cursor("2026-11-24T00:00:00.000Z ' OR 1=1 --"), 'constructor=1', 'toString=1'],
];

/** Headers that are wrong, one way or another. */
export const headers: readonly Record<string, string>[] = [
  ...[{ 'Idempotency-Key': '' }, { 'Idempotency-Key': 'x'.repeat(300) }, { 'Idempotency-Key': 'a b' }],
  ...[{ 'Accept-Language': '\u00ff'.repeat(50) }, { traceparent: 'nonsense' }, { Accept: 'image/png' }],
  ...[{ 'Content-Encoding': 'gzip' }, { Range: 'bytes=0-1' }, { 'If-Match': 'x' }, { Expect: 'nonsense' }],
  ...[{ Authorization: 'Basic eDp5' }, { 'X-HTTP-Method-Override': 'DELETE' }],
];

const brokenJson = [
  ...['{', '}', '[', 'null', '7', '"x"', '[]', 'tru', '{"a":}', '{"a":1,}', '', '\u0000', '{"a":"\u0001"}'],
  ...['{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}'],
  ...[`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`],
];

/** Bodies that are no good object, with the type that they claim. */
export const bodies: readonly (readonly [type: string, body: string | Buffer])[] = [
  ...brokenJson.map((body) => ['application/json', body] as const),
  ['application/json', Buffer.from([0xff, 0xfe, 0x7b, 0x7d])],
  ['application/json; charset=utf-16', '{}'],
  ['multipart/form-data; boundary=x', '--x--'],
  ...['text/plain', 'text/html', 'application/xml', 'nonsense'].map((type) => [type, '<a/>'] as const),
];
