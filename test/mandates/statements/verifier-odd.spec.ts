import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { type Made, openStatements, people, type Statements } from './scene.ts';
import { ends as codes, openVerifier, run } from './verifier.ts';

const verifier = openVerifier();
const { yasmina } = people;
const { valid, notBelieved, notChecked } = codes;

let scene: Statements;
let made: Made;
let list: string;
beforeAll(async () => {
  scene = await openStatements();
  made = await scene.make(yasmina);
  list = await scene.listAfter(made);
});
afterAll(async () => {
  verifier.close();
  await scene.close();
});

/** Signs what it likes: who checks by these keys believes the signature, and has to look at the rest. */
async function hand() {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = 'of-the-test';
  const sign = (claims: string, typ: string) =>
    new CompactSign(Buffer.from(claims)).setProtectedHeader({ alg: 'ES256', typ, kid }).sign(privateKey);
  const statement = async (change: (claims: string) => string) => {
    const [, ...shown] = made.statement.split('~');
    return [await sign(change(JSON.stringify(await scene.signedPart(made))), 'dc+sd-jwt'), ...shown].join(
      '~',
    );
  };
  const listed = async (change: (claims: string) => string) =>
    sign(change(JSON.stringify(await scene.believed(list, 'statuslist+jwt'))), 'statuslist+jwt');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid }] };
  return {
    statement,
    listed,
    check: async (text: string, status?: string) =>
      verifier.check(scene, text, { keys, ...(status === undefined ? {} : { list: status }) }),
  };
}
const asIs = (claims: string) => claims;

describe('The program by which anybody checks a statement', () => {
  it('takes no part of a status list for the whole, nor two lists for one', async () => {
    const { statement, listed, check } = await hand();
    const [text, cut] = [
      await statement(asIs),
      (change: (lst: Buffer) => Buffer) =>
        listed((claims) =>
          claims.replace(
            /"lst":"([^"]+)"/,
            (_all, lst: string) => `"lst":"${change(Buffer.from(lst, 'base64url')).toString('base64url')}"`,
          ),
        ),
    ];
    expect((await check(text, await cut((lst) => lst))).ends).toBe(valid);
    for (const part of [(lst: Buffer) => lst.subarray(0, -4), (lst: Buffer) => Buffer.concat([lst, lst])]) {
      const { ends, says } = await check(text, await cut(part));
      expect([ends, says]).toEqual([notChecked, expect.stringContaining('The status list cannot be used')]);
    }
  });

  it('goes by when something begins to hold (nbf)', async () => {
    const { statement, listed, check } = await hand();
    const later = (claims: string) =>
      claims.replace('{', `{"nbf":${scene.clock.now().getTime() / 1000 + 600},`);
    const early = await check(await statement(later), await listed(asIs));
    expect([early.ends, early.says]).toEqual([notBelieved, expect.stringContaining('a later time than now')]);
    const unusable = await check(await statement(asIs), await listed(later));
    expect([unusable.ends, unusable.says]).toEqual([notChecked, expect.stringContaining('cannot be used')]);
  });

  it.each(['NaN', 'Infinity', '1e400', '1e15', '9'.repeat(30), '-1'])(
    'calls what ends at %s damaged, and does not stumble over it',
    async (end) => {
      const { statement, listed, check } = await hand();
      const never = (claims: string) => claims.replace(/"exp":\d+/, `"exp":${end}`);
      const { ends, says } = await check(await statement(never), await listed(asIs));
      expect([ends, says]).toEqual([notBelieved, expect.stringMatching(/^NOT VALID\. It is damaged/)]);
      expect((await check(await statement(asIs), await listed(never))).ends).toBe(notChecked);
    },
  );

  it('reads a text as a shell or an editor of Windows writes it', async () => {
    const at = ['--at', scene.clock.now().toISOString()];
    const keys = JSON.stringify(await scene.keys());
    const forms = [
      (text: string) => Buffer.from(`\ufeff${text}\r\n`),
      (text: string) => Buffer.from(`\ufeff${text}\r\n`, 'utf16le'),
    ];
    for (const form of forms) {
      const [statement, known, status] = [made.statement, keys, list].map((text) =>
        verifier.file(form(text)),
      );
      const { ends, says } = await run([
        statement ?? '',
        '--keys',
        known ?? '',
        '--status',
        status ?? '',
        ...at,
      ]);
      expect([ends, says]).toEqual([valid, expect.stringMatching(/^VALID/)]);
    }
  });

  it('says in the language of the clerk which file it cannot read, and why', async () => {
    const [good, keys] = [verifier.file(made.statement), verifier.file(JSON.stringify(await scene.keys()))];
    const paper = verifier.file(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3', 'latin1'));
    const half = verifier.file(Buffer.from([0xff, 0xfe, 0x41]));
    for (const [args, file, dutch, english] of [
      [[paper, '--keys', keys], paper, 'geen tekst', 'no text'],
      [[half, '--keys', keys], half, 'geen tekst', 'no text'],
      [[good, '--keys', keys, '--status', paper], paper, 'geen tekst', 'no text'],
      [[good, '--keys', good], good, 'geen sleutels', 'no keys'],
      [[good, '--keys', verifier.nothing], verifier.nothing, 'is er niet', 'no such file'],
      [[good, '--keys', keys, '--at', 'noon'], 'noon', 'geen tijdstip', 'no time'],
    ] as const) {
      const [nl, en] = [await run([...args, '--nl']), await run([...args])];
      expect([nl.ends, en.ends]).toEqual([notChecked, notChecked]);
      expect(nl.says).toMatch(/^Dit is niet te lezen: /);
      expect(en.says).toMatch(/^This could not be read: /);
      for (const [says, why] of [
        [nl.says, dutch],
        [en.says, english],
      ] as const) {
        expect(says).toContain(`${file}: `);
        expect(says).toContain(why);
        expect(says).not.toMatch(/Error|Traceback/);
      }
    }
  });

  it('says where the list is that it needs: its number stands in the statement', async () => {
    const { uri } = await scene.placeOf(made);
    expect((await verifier.check(scene, made.statement)).says).toContain(`Its status list is at ${uri}\n`);
  });
});
