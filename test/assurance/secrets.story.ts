import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, dayOf } from '../../src/domain/day.ts';
import { newId } from '../../src/platform/ids.ts';
import { readPdf } from '../mandates/pdf.ts';
import { birthDates, bsns, employee, kvks, oins, people } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import type { TestIssuer } from '../support/issuer.ts';
import { filesWith } from './secrets.files.ts';

/** What came back over the wire. */
export interface Answered {
  readonly status: number;
  readonly headers: string;
  readonly text: string;
  readonly body: Body;
}

/** What the story needs of an answer to go on. */
interface Body {
  readonly id?: string;
  readonly invitationCode?: string;
  readonly employee?: string;
  readonly client?: { readonly id: string };
}

/** What was said, and what must be found nowhere else: each secret with what it is. */
export interface Told {
  readonly answers: readonly Answered[];
  readonly secrets: readonly (readonly [what: string, secret: string])[];
  /** Bodies that held a BSN, as they were sent, with where to. */
  readonly bodies: readonly (readonly [url: string, body: unknown])[];
}

const day = (days: number) => addDays(dayOf(new Date()), days);
const joris = people.joris;
const lines = [{ sender: oins.tax, category: 'financial', actions: ['read', 'download'] }];

/** The main story over real HTTP, with its mistakes: each secret also in places where it does not belong. */
export async function tell(url: string, issuer: TestIssuer, printFolder: string): Promise<Told> {
  const answers: Answered[] = [];
  const secrets: [string, string][] = [];
  const bodies: [string, unknown][] = [];
  const tokens = new Map<Claims, string>();

  async function say(who: Claims, request: string, body?: unknown, key: string = newId()): Promise<Answered> {
    const [method = '', path = ''] = request.split(' ');
    const token = tokens.get(who) ?? (await issuer.sign(who));
    if (!tokens.has(who)) secrets.push(['a bearer token', token]);
    tokens.set(who, token);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    if (text?.match(/99999\d{4}/)) bodies.push([path, body]);
    const answer = await fetch(url + path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Idempotency-Key': key,
        ...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const got = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json') ? (JSON.parse(got) as never) : {};
    const answered = {
      ...{ status: answer.status, text: got, body: json },
      headers: JSON.stringify([...answer.headers]),
    };
    answers.push(answered);
    return answered;
  }
  async function done(who: Claims, request: string, body?: unknown): Promise<Body> {
    const answered = await say(who, request, body);
    if (answered.status >= 300) throw new Error(`${request}: ${answered.status} ${answered.text}`);
    return answered.body;
  }

  // An office, recognised, with Joris in it.
  for (const [claims, oin] of [
    [people.tax, oins.tax],
    [people.svb, oins.svb],
  ] as const) {
    const named = { nameNl: 'Afnemer', nameEn: 'Sender', assurance: 'low' };
    await done(people.olga, `PUT /v1/senders/${oin}`, named);
    await done(claims, `PUT /v1/senders/${oin}/message-types/assessment`, {
      ...named,
      category: 'financial',
    });
  }
  const vermeer = await done(people.anna, 'POST /v1/representative-organisations', {
    ...{ name: 'Kantoor Vermeer', kind: 'accountancy', administratorName: 'Anna' },
  });
  const office = `/v1/representative-organisations/${vermeer.id}`;
  await done(people.olga, `POST ${office}/recognition`);
  const { invitationCode = '' } = await done(people.anna, `POST ${office}/employees`, {
    ...{ name: 'Joris', role: 'handler' },
  });
  secrets.push(['an invitation code', invitationCode]);
  await say(joris, 'POST /v1/employments', { code: `${invitationCode}A` });
  await say(joris, 'POST /v1/employments', { invitationCode });
  await say(joris, `POST /v1/employments?code=${invitationCode}`, { code: 'ABC' });
  const employment = await done(joris, 'POST /v1/employments', { code: invitationCode });
  await say(employee('eve', kvks.vermeer), 'POST /v1/employments', { code: invitationCode });

  // He asks Yasmina, and somebody who does not exist as he was told; the letter comes, and its code is handed over.
  const wish = { lines, from: day(0), until: day(300) };
  const asked = { ...wish, bsn: bsns.yasmina, birthDate: birthDates.yasmina };
  secrets.push(['a date of birth', birthDates.yasmina], ['a wrong date of birth', '1999-09-09']);
  const { id: mandate } = await done(joris, 'POST /v1/mandate-requests', asked);
  await done(joris, 'POST /v1/mandate-requests', { ...asked, bsn: bsns.pieter, birthDate: '1999-09-09' });
  await say(joris, 'POST /v1/mandate-requests', asked); // a duplicate
  const code = await codeOfLetter(printFolder);
  secrets.push(['an activation code', code]);
  await say(joris, `POST /v1/mandates/${mandate}/activation`, { code: `${code.slice(0, -1)}?` });
  await say(joris, `POST /v1/mandates/${code}/activation?code=${code}`, { [code]: code });
  await done(joris, `POST /v1/mandates/${mandate}/activation`, { code });
  await say(joris, `POST /v1/mandates/${mandate}/activation`, { code });

  for (const [request, body, key] of filesWith(asked)) await say(joris, request, body, key);

  // A message is delivered and read; Yasmina looks who read it, gives another mandate, and revokes.
  const sent = { subject: 'Your assessment', body: 'You get 312 euros back.', type: 'assessment' };
  await done(people.tax, 'POST /v1/messages', { ...sent, recipient: { bsn: bsns.yasmina } });
  const { id: message } = await done(people.tax, 'POST /v1/messages', {
    ...{ ...sent, recipient: { bsn: bsns.yasmina } },
    attachments: [{ name: 'a.txt', mediaType: 'text/plain', content: 'b2s=' }],
  });
  const opened = await done(people.yasmina, `GET /v1/messages/${message}`);
  await done(people.anna, `POST ${office}/assignments`, {
    ...{ client: opened.client?.id, employee: employment.employee },
  });
  await done(joris, 'GET /v1/messages?limit=1');
  await done(joris, `GET /v1/messages/${message}`);
  await done(people.yasmina, 'GET /v1/trail-entries?limit=1');
  await done(people.olga, 'POST /v1/trail-entries/_search', { bsn: bsns.yasmina, limit: 1 });
  const given = await done(people.pieter, 'POST /v1/mandates', {
    ...{ ...wish, organisation: vermeer.id, lines: [{ ...lines[0], sender: oins.svb }] },
  });
  await done(people.pieter, `POST /v1/mandates/${given.id}/revocation`);
  await done(people.yasmina, `POST /v1/mandates/${mandate}/revocation`);
  await say(joris, `GET /v1/messages/${message}`);

  // What does not belong there.
  const { yasmina } = bsns;
  const token = tokens.get(joris) ?? '';
  for (const secret of [yasmina, code, token.slice(-90)]) {
    for (const path of ['messages', 'mandates', 'problems', 'senders', 'representative-organisations', 'x'])
      await say(joris, `GET /v1/${path}/${secret}`);
    for (const path of [
      'messages',
      'mandates',
      'senders',
      'trail-entries',
      'me',
      'representative-organisations',
    ])
      for (const name of ['client', 'cursor', 'bsn', 'limit', 'name', secret])
        await say(joris, `GET /v1/${path}?${name}=${secret}`);
    for (const body of [
      { [secret]: 1 },
      { bsn: { [secret]: secret } },
      { bsn: [secret], birthDate: secret, from: secret },
      { ...asked, unknown: secret, lines: [{ ...lines[0], [secret]: secret }] },
      { ...asked, bsn: `${secret} ` },
      { ...asked, lines: secret, until: secret },
      `{"bsn":"${secret}`,
      `{"bsn":"${secret}"} ${secret}`,
      `"${secret}"`,
    ]) {
      await say(joris, 'POST /v1/mandate-requests', body);
      await say(people.olga, 'POST /v1/trail-entries/_search', body);
      await say(people.tax, 'POST /v1/messages', body);
    }
    await say(people.pieter, 'POST /v1/mandates', wish, secret);
    await say(people.anna, `POST ${office}/teams`, { name: 'Income tax' }, secret); // as the Idempotency-Key
    await say({ ...people.yasmina, sub: secret, acr: secret }, 'GET /v1/me');
    await say({ ...people.yasmina, means: secret, bsn: `${secret}9` }, 'GET /v1/me');
  }
  for (const bsn of [bsns.yasmina, bsns.pieter]) secrets.push(['a BSN', bsn]);
  return { answers, secrets, bodies };
}

/** The code in the one letter that is printed, as its reader finds it. */
async function codeOfLetter(folder: string): Promise<string> {
  for (let tries = 0; tries < 1_000; tries++) {
    const [name] = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.pdf')) : [];
    if (name) {
      const code = /[2-9A-Z]{5}(-[2-9A-Z]{5}){3}/.exec(readPdf(readFileSync(join(folder, name))).text)?.[0];
      if (code) return code;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no letter came');
}
