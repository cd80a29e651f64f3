/** A bookkeeper's day. It can be told again and again: at the end the clients revoke and the cover ends. */
import { ask, day, print, say, send, until } from './teller.mjs';

const tax = '00000099000000001000';
const end = `${Number(day().slice(0, 4)) + 1}-12-31`;

const rows = [
  'bsn;geboortedatum;vanaf;tot;sjabloon;kenmerk',
  `999990019;17-05-1984;${day()};${end};Inkomstenbelasting particulier;D-118`,
  `999993653;09-12-1962;${day()};${end};Inkomstenbelasting particulier;D-119`,
  `999990018;01-02-1990;${day()};${end};Inkomstenbelasting particulier;D-120`,
  `999990007;31-02-1990;${day()};${day(-3)};Btw;D-121`,
];

/** From a file in the morning to a client who revokes. */
export async function office() {
  const joris = await (await send('joris', 'GET', '/v1/me')).json();
  const path = `/v1/representative-organisations/${joris.organisation}`;

  say('The office has a template. Joris sends a file with new clients: a dry run, nothing goes out.');
  await ask('anna', 'PUT', `/v1/scope-templates/${encodeURIComponent('Inkomstenbelasting particulier')}`, {
    body: { lines: [{ sender: tax, category: 'financial', actions: ['read', 'download'] }] },
    expect: 204,
    show: () => '',
  });
  const run = await ask('joris', 'POST', '/v1/bulk-runs?kind=request', {
    ...{ body: rows.join('\n'), type: 'text/csv', expect: 201 },
    show: ({ state, total, faulty, ready, summary }) => ({
      state,
      total,
      faulty,
      ready,
      summary: summary.en,
    }),
  });

  say('Every fault has its line, its column and a sentence.');
  await ask('joris', 'GET', `/v1/bulk-runs/${run.id}/rows?state=faulty`, {
    show: ({ items }) =>
      items
        .flatMap(({ line, faults }) => faults.map(({ column, en }) => `line ${line}, ${column}: ${en}`))
        .join('\n'),
  });

  say('He confirms; it runs by itself. He may watch it, or look later.');
  await ask('joris', 'POST', `/v1/bulk-runs/${run.id}/confirmation`, { show: ({ state }) => ({ state }) });
  const events = await send('joris', 'GET', `/v1/bulk-runs/${run.id}/events`);
  print(`\njoris> GET /v1/bulk-runs/${run.id}/events`);
  print((await events.text()).trim().replace(/^/gm, '      '));
  await ask('joris', 'GET', `/v1/bulk-runs/${run.id}/result`);

  say('The clients consent. Anna, who runs the office, gives both to Joris at once.');
  const clients = [];
  for (const who of ['yasmina', 'fatima']) {
    const mandate = await until('the offer', async () => {
      const { items } = await (await send(who, 'GET', '/v1/mandates?state=offered')).json();
      return items?.[0];
    });
    await ask(who, 'POST', `/v1/mandates/${mandate.id}/consent`, { show: ({ state }) => ({ state }) });
    clients.push({
      who,
      mandate: mandate.id,
      client: (await (await send(who, 'GET', '/v1/me')).json()).client,
    });
  }
  await ask('anna', 'POST', `${path}/assignments/_bulk`, {
    body: { clients: clients.map(({ client }) => client), to: { employee: joris.employee } },
    show: ({ named, assigned, left }) => ({ named, assigned, left: left.map(({ en }) => en) }),
  });

  say('The tax office writes; it wants to hear before a day.');
  for (const [bsn, subject, days] of [
    ['999990019', 'Voorlopige aanslag', 9],
    ['999993653', 'Verzoek om informatie', 4],
  ])
    await ask('belastingdienst', 'POST', '/v1/messages', {
      body: {
        ...{ recipient: { bsn }, type: 'aanslag', subject, body: 'Reageer vóór de genoemde dag.' },
        reply: { by: day(days), kind: 'information' },
      },
      expect: 201,
      show: ({ deliveredAt }) => ({ deliveredAt }),
    });

  say('The morning list: what nobody read yet, and what is most urgent.');
  const brief = ({ items }) =>
    items.map(({ client, subject, reply, office: own }) => ({
      client: client.name,
      subject,
      by: reply?.by,
      ...own,
    }));
  await ask('joris', 'GET', '/v1/messages/_counts', {
    show: ({ all, unreadByOffice, replyWithinWeek }) => ({ all, unreadByOffice, replyWithinWeek }),
  });
  const { items } = await ask('joris', 'GET', '/v1/messages?replyWithin=14&unread=true&limit=3', {
    show: brief,
  });
  await ask('joris', 'POST', '/v1/messages/_search', { body: { text: 'aanslagen', limit: 2 }, show: brief });

  say('He takes one, reads it and is done with it; the client sees what the office did.');
  const message = `/v1/messages/${items[0].id}`;
  await ask('joris', 'POST', `${message}/taking`, { show: ({ state }) => ({ state }) });
  await ask('joris', 'GET', message, { show: ({ subject, body }) => ({ subject, body }) });
  await ask('joris', 'POST', `${message}/handling`, {
    body: { note: 'Answered.' },
    show: ({ state }) => ({ state }),
  });
  await ask('fatima', 'GET', `${message}/work`, {
    show: (work) => work.items.map(({ at, act, organisation }) => ({ at, act, by: organisation.name })),
  });

  say('Joris goes on holiday. Bob stands in from tomorrow; it starts and ends by itself.');
  const colleagues = await (await send('anna', 'GET', `${path}/employees`)).json();
  const bob = colleagues.items.find(({ name }) => name.startsWith('Bob')).id;
  const cover = await ask('anna', 'POST', `${path}/covers`, {
    body: { absent: joris.employee, substitute: bob, from: day(1), until: day(15) },
    expect: 201,
    show: ({ state, from, until: last, gives }) => ({ state, from, until: last, gives }),
  });
  await ask('yasmina', 'GET', `/v1/mandates/${clients[0].mandate}/handlers`, {
    show: ({ sentence, standingIn }) => [sentence.en, ...standingIn.map((each) => each.sentence.en)],
  });

  say(
    'He takes the messages of the day with him in one file, and Yasmina revokes. They are in no list any more.',
  );
  const all = await (await send('joris', 'GET', '/v1/messages?limit=5')).json();
  await ask('joris', 'POST', '/v1/messages/_download', {
    body: { messages: all.items.map(({ id }) => id) },
    show: (bytes) => `a zip of ${bytes.length} characters`,
  });
  await ask('yasmina', 'POST', `/v1/mandates/${clients[0].mandate}/revocation`, {
    show: ({ state }) => ({ state }),
  });
  await ask('joris', 'POST', '/v1/messages/_search', { body: { text: 'aanslagen' }, show: brief });

  await send('fatima', 'POST', `/v1/mandates/${clients[1].mandate}/revocation`);
  await send('anna', 'POST', `${path}/covers/${cover.id}/end`);
}
