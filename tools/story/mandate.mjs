/** The story of one mandate. It can be told again and again: at the end Yasmina revokes. */
import { ask, day, say, send, until } from './teller.mjs';

const tax = '00000099000000001000';
const nextYear = `${Number(day().slice(0, 4)) + 1}-12-31`;

/** From the request of an office to the revocation by the client. */
export async function mandate() {
  const me = await ask('yasmina', 'GET', '/v1/me');
  const joris = await ask('joris', 'GET', '/v1/me');
  const { client } = me;
  const office = `/v1/representative-organisations/${joris.organisation}`;

  say('Joris, a bookkeeper, asks for a mandate. The answer does not tell whether Yasmina exists.');
  const asked = await ask('joris', 'POST', '/v1/mandate-requests', {
    body: {
      ...{
        bsn: '999990019',
        birthDate: '1984-05-17',
        from: day(),
        until: nextYear,
        reference: 'dossier 118',
      },
      lines: [{ sender: tax, category: 'financial', actions: ['read', 'download'] }],
    },
    expect: 201,
    show: ({ id, state, period }) => ({ id, state, period }),
  });
  const mandate = `/v1/mandates/${asked.id}`;

  say('A request alone gives no access.');
  await ask('joris', 'GET', `/v1/messages?client=${client}`, { expect: [403, 404] }); // she may have been his client before

  say('Yasmina is offered the mandate, online and by letter, and looks what consent would open.');
  await until('the offer', async () => (await send('yasmina', 'GET', mandate)).ok);
  await ask('yasmina', 'GET', `${mandate}/preview`, { show: ({ sentenceEn }) => ({ sentenceEn }) });

  say('She consents.');
  await ask('yasmina', 'POST', `${mandate}/consent`, { show: ({ state, period }) => ({ state, period }) });

  say('The office decides who handles her: until then only administrators would see her.');
  const { items: assigned } = await ask('anna', 'GET', `${office}/clients`, {
    show: ({ items }) => items.map(({ name, handled }) => ({ name, handled })),
  });
  if (!assigned.some((each) => each.client === client && each.handled))
    await ask('anna', 'POST', `${office}/assignments`, {
      body: { client, employee: joris.employee },
      expect: 201,
    });

  say('Joris reads her message.');
  const { items } = await ask('joris', 'GET', `/v1/messages?client=${client}`, {
    show: (page) => page.items.map(({ subject, sender, read }) => ({ subject, sender: sender.nameEn, read })),
  });
  const message = `/v1/messages/${items[0].id}`;
  await ask('joris', 'GET', message, { show: ({ subject, body }) => ({ subject, body }) });

  say('Yasmina sees who looked, and revokes.');
  await ask('yasmina', 'GET', '/v1/trail-entries?limit=2', {
    show: (page) => page.items.map(({ at, sentence }) => ({ at, sentence: sentence.en })),
  });
  await ask('yasmina', 'POST', `${mandate}/revocation`, {
    show: ({ state, endedAt }) => ({ state, endedAt }),
  });

  say('The very next request is refused.');
  await ask('joris', 'GET', message, { expect: 403 });

  say('The life of this mandate.');
  await ask('yasmina', 'GET', `${mandate}/history`, {
    show: (page) => page.items.map(({ day, move, to }) => ({ day, move, to })),
  });
}
