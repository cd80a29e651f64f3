import { randomBytes } from 'node:crypto';
import { Cipher } from '../../src/platform/cipher.ts';
import type { Config } from '../../src/platform/config.ts';

const keyed = (...ids: string[]) =>
  new Cipher({
    encryptionKeys: ids.map((id) => ({ id, key: Buffer.alloc(32, id) })),
    indexKey: Buffer.alloc(32),
  } as unknown as Config);
const scan = randomBytes(3000);

describe('What is kept sealed', () => {
  it('A scan comes out as it went in, and shows nothing of itself meanwhile', () => {
    const sealed = keyed('new').sealBytes(scan, 'row 1');
    expect(sealed.includes(scan.subarray(0, 16))).toBe(false);
    expect(keyed('new').openBytes(sealed, 'row 1')).toEqual(scan);
  });

  it('An empty one and one of a single byte too', () => {
    for (const plain of [Buffer.alloc(0), Buffer.from([7])])
      expect(keyed('new').openBytes(keyed('new').sealBytes(plain, 'row'), 'row')).toEqual(plain);
  });

  it('Moved to another row, altered or cut short, it does not open', () => {
    const sealed = keyed('new').sealBytes(scan, 'row 1');
    expect(() => keyed('new').openBytes(sealed, 'row 2')).toThrow();
    for (const place of [5, 20, sealed.length - 1]) {
      const altered = Buffer.from(sealed);
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect(() => keyed('new').openBytes(altered, 'row 1')).toThrow();
    }
    for (const length of [0, 1, 10, sealed.length - 1])
      expect(() => keyed('new').openBytes(sealed.subarray(0, length), 'row 1')).toThrow();
  });

  it('A new key seals from now on, the old one still opens; without it nothing does', () => {
    const [bytes, text] = [keyed('old').sealBytes(scan, 'row'), keyed('old').seal('words', 'row')];
    expect(keyed('new', 'old').openBytes(bytes, 'row')).toEqual(scan);
    expect(keyed('new', 'old').open(text, 'row')).toBe('words');
    expect(() => keyed('new').openBytes(bytes, 'row')).toThrow('unknown key');
    expect(() => keyed('new').open(text, 'row')).toThrow('unknown key');
  });
});
