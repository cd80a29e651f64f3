/**
 * `npm run story`: tells the story of one mandate against a running service, each request and answer as it goes
 * over the wire. It can be told again and again: at the end Yasmina revokes.
 * API_URL (http://localhost:3000) and SIMULATOR_URL (http://localhost:3001) say where.
 */
import { randomUUID } from 'node:crypto';

const api = (process.env.API_URL ?? 'http://localhost:3000').replace(/\/$/, '');
const issuer = (process.env.SIMULATOR_URL ?? 'http://localhost:3001').replace(/\/$/, '');
const tax = '00000099000000001000';
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(new Date());
const nextYear = `${Number(today.slice(0, 4)) + 1}-12-31`;

const { obtainToken } = await import('../dist/src/sign-in/simulator/obtain-token.js').catch(() => {
  console.error('Nothing is built yet: run `npm start` first, and tell the story in another terminal.');
  process.exit(1);
});

const tokens = new Map();
async function tokenOf(who) {
  if (!tokens.has(who)) tokens.set(who, await obtainToken(issuer, who));
  return tokens.get(who);
}

const say = (sentence) => console.log(`\n# ${sentence}`);

/** Sends a request as somebody, shows it and its answer, and ends the story when the answer is not the one told. */
async function ask(who, method, path, { body, expect = 200, show } = {}) {
  const answer = await fetch(api + path, {
    method,
    headers: {
      Authorization: `Bearer ${await tokenOf(who)}`,
      ...(method === 'POST' ? { 'Idempotency-Key': randomUUID(), 'Content-Type': 'application/json' } : {}),
    },
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  const text = await answer.text();
  const json = text === '' ? undefined : JSON.parse(text);
  console.log(`\n${who}> ${method} ${path}${body ? ` ${JSON.stringify(body)}` : ''}`);
  console.log(`  ${answer.status} ${JSON.stringify(show && answer.ok ? show(json) : told(json))}`);
  if (answer.status !== expect) {
    console.error(`\nThe story stops here: ${expect} was expected.`);
    process.exit(1);
  }
  return json;
}

/** A problem without the parts that differ each time. */
const told = (json) =>
  json?.code
    ? {
        code: json.code,
        status: json.status,
        detail: json.detail,
        ...(json.since ? { since: json.since } : {}),
      }
    : json;

try {
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
        from: today,
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
  await ask('joris', 'GET', `/v1/messages?client=${client}`, { expect: 403 });

  say('Yasmina is offered the mandate, online and by letter, and looks what consent would open.');
  await offered(asked.id);
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
} catch (error) {
  console.error(
    error.message === 'fetch failed' ? `Nothing answers at ${api}: run \`npm start\` first.` : error,
  );
  process.exit(1);
}

/** The offer is made right after the request, not in it; wait for it as a person would. */
async function offered(id) {
  for (let tries = 0; tries < 50; tries++) {
    const answer = await fetch(`${api}/v1/mandates/${id}`, {
      headers: { Authorization: `Bearer ${await tokenOf('yasmina')}` },
    });
    if (answer.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the offer did not come');
}
