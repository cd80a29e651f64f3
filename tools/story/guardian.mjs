/** A guardian's story: a bewind over Yasmina. It can be told again and again: at the end the judge lifts it. */
import { ask, day, say, send, until } from './teller.mjs';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n').toString('base64');

/** From the order on paper to the day on which it is lifted. */
export async function guardian() {
  const { client } = await (await send('yasmina', 'GET', '/v1/me')).json();
  const karim = await (await send('karim', 'GET', '/v1/me')).json();
  const office = `/v1/representative-organisations/${karim.organisation}`;
  const inbox = `/v1/messages?client=${client}`;

  say('A judge put Yasmina’s money under bewind. Gerda of De Haven hands in the order.');
  const order = await ask('gerda', 'POST', '/v1/court-orders', {
    body: {
      ...{ ground: 'bewind', bsn: '999990019', birthDate: '1984-05-17', court: 'Rechtbank Voorbeeldstad' },
      ...{ caseNumber: `C/99/${Date.now()}`, givenOn: day(-3), sentOn: day(-2), position: 'sole' },
      evidence: [{ mediaType: 'application/pdf', content: pdf }],
    },
    expect: 201,
    show: ({ id, state }) => ({ id, state }),
  });
  const path = `/v1/court-orders/${order.id}`;

  say('That alone opens nothing.');
  await ask('gerda', 'GET', inbox, { expect: [403, 404] }); // Yasmina may have been her client before

  const stateOf = async () => (await (await send('olga', 'GET', path)).json()).state;
  await until('the look in the registers', async () => (await stateOf()) === 'in-verification');

  say(
    'Olga finds it in her work: what waits longest comes first. She sees what it will end before she approves.',
  );
  await ask('olga', 'GET', '/v1/court-orders?sort=waiting&limit=1', {
    show: ({ items }) => items.map(({ ground, state, waitsSince }) => ({ ground, state, waitsSince })),
  });
  await ask('olga', 'GET', `${path}/consequences`);
  const approval = { body: { reason: 'Compared with the order.' }, show: ({ state }) => ({ state }) };
  await ask('olga', 'POST', `${path}/approval`, approval);

  say('Nobody approves twice: it takes another official.');
  await ask('olga', 'POST', `${path}/approval`, { ...approval, expect: 403 });
  await ask('otto', 'POST', `${path}/approval`, approval);

  say('Gerda gives it to Karim. He reads what is about money, and nothing else.');
  const assignment = await send('gerda', 'POST', `${office}/assignments`, {
    client,
    employee: karim.employee,
  });
  if (![201, 409].includes(assignment.status)) throw new Error(`not assigned: ${assignment.status}`);
  const { items } = await ask('karim', 'GET', inbox, {
    show: (page) => page.items.map(({ subject, sender }) => ({ subject, sender: sender.nameEn })),
  });
  const message = `/v1/messages/${items[0].id}`;
  await ask('karim', 'GET', message, { show: ({ subject, body }) => ({ subject, body }) });

  say('Yasmina keeps her own inbox. She was told, and sees the order and who looked.');
  await ask('yasmina', 'GET', '/v1/messages?limit=1', {
    show: (page) => page.items.map(({ subject }) => ({ subject })),
  });
  await ask('yasmina', 'GET', '/v1/notices?limit=1', {
    show: (page) => page.items.map(({ words }) => words.en),
  });
  await ask('yasmina', 'GET', '/v1/trail-entries?limit=2', {
    show: (page) => page.items.map(({ at, sentence }) => ({ at, sentence: sentence.en })),
  });

  say('The judge lifts it; an official enters that. The very next request is refused.');
  await ask('otto', 'POST', `${path}/changes`, {
    body: { kind: 'lifted', on: day(), reason: 'The decision of today is final.' },
    show: ({ state }) => ({ state }),
  });
  await ask('karim', 'GET', message, { expect: 403 });
}
