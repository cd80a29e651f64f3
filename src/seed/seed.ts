import { addYears, type Day } from '../domain/day.ts';
import type { Stage } from './stage.ts';

const senders = {
  belastingdienst: { oin: '00000099000000001000', nameNl: 'Belastingdienst', nameEn: 'Tax office' },
  svb: { oin: '00000099000000002000', nameNl: 'SVB', nameEn: 'Social insurance bank' },
  gemeente: {
    oin: '00000099000000003000',
    nameNl: 'Gemeente Voorbeeldstad',
    nameEn: 'Town of Voorbeeldstad',
  },
} as const;
const types = [
  ['belastingdienst', 'aanslag', 'financial', 'Aanslag inkomstenbelasting', 'Income tax assessment'],
  ['belastingdienst', 'toeslag', 'financial', 'Toeslag', 'Allowance'],
  ['svb', 'pensioen', 'financial', 'AOW-pensioen', 'State pension'],
  ['gemeente', 'belasting', 'financial', 'Gemeentelijke belasting', 'Town tax'],
  ['gemeente', 'zorg', 'care', 'Hulp en zorg', 'Support and care'],
] as const;
const bsns = { yasmina: '999990019', pieter: '999990032', fatima: '999993653' } as const;
const messages = [
  ['belastingdienst', 'yasmina', 'aanslag', 'Voorlopige aanslag 2026', 'U krijgt 312 euro terug.'],
  [
    'belastingdienst',
    'yasmina',
    'aanslag',
    'Definitieve aanslag 2025',
    'U moet 84 euro betalen voor 1 januari 2027.',
  ],
  ['belastingdienst', 'yasmina', 'toeslag', 'Uw zorgtoeslag', 'Uw zorgtoeslag is 123 euro per maand.'],
  ['gemeente', 'yasmina', 'belasting', 'Afvalstoffenheffing', 'De heffing voor 2026 is 301 euro.'],
  ['gemeente', 'yasmina', 'zorg', 'Hulp in huis', 'U krijgt twee uur hulp per week.'],
  ['belastingdienst', 'pieter', 'aanslag', 'Definitieve aanslag 2025', 'U krijgt 27 euro terug.'],
  ['svb', 'pieter', 'pensioen', 'Uw AOW', 'Uw AOW is 1.452 euro per maand.'],
  ['svb', 'fatima', 'pensioen', 'Uw AOW in het buitenland', 'Stuur ons een levensbewijs.'],
] as const;

interface Me {
  readonly kind: string;
  readonly client: string;
  readonly employee: string;
  readonly organisation: string;
}
interface Found<Item> {
  readonly items: readonly Item[];
}

/**
 * A small cast of named people, on first start. They play their parts through the public API, so what is here
 * came about as everything else does, and stands in the trail. Everyone is invented, with test numbers.
 *
 * A start that was killed half-way is taken up again by the next: each step looks first whether it was done, or has
 * a fixed key, for which the service repeats its answer for 48 hours. After that time messages may come twice.
 * @returns false when the cast has played to the end before.
 */
export async function seed(stage: Stage, today: Day): Promise<boolean> {
  if (await hasPlayed(stage)) return false;

  await stage.put('olga', '/v1/decision-callers/00000099000000009000', {
    ...{ name: 'Berichtenbox', purpose: 'Shows messages to who represents their owner.' },
    ...{ tells: 'as-subject', searches: true, perMinute: 60_000 },
  });
  for (const { oin, ...names } of Object.values(senders))
    await stage.put('olga', `/v1/senders/${oin}`, { ...names, assurance: 'low' });
  for (const [sender, code, category, nameNl, nameEn] of types)
    await stage.put(sender, `/v1/senders/${senders[sender].oin}/message-types/${code}`, {
      ...{ category, nameNl, nameEn, assurance: 'low' },
    });
  for (const [number, [sender, whose, type, subject, body]] of messages.entries()) {
    const message = { recipient: { bsn: bsns[whose] }, type, subject, body };
    await stage.post(sender, '/v1/messages', message, `seed-message-${number}`);
  }

  const vermeer = await office(stage, 'anna', 'Kantoor Vermeer', 'accountancy', 'Anna Vermeer');
  const joris = await hire(stage, vermeer.path, 'anna', 'joris', 'Joris van Dam', 'handler');
  const bob = await hire(stage, vermeer.path, 'anna', 'bob', 'Bob Willems', 'reader');
  const haven = await office(stage, 'gerda', 'De Haven bewindvoering', 'guardianship', 'Gerda Haan');
  await hire(stage, haven.path, 'gerda', 'karim', 'Karim Aziz', 'handler');
  // Sara works for both, under one subject: she signs in for the one or the other.
  await hire(stage, vermeer.path, 'anna', 'sara-vermeer', 'Sara Kok', 'handler');
  await hire(stage, haven.path, 'gerda', 'sara-haven', 'Sara Kok', 'handler');

  const team = await teamOf(stage, vermeer.path, 'Particulieren');
  for (const member of [joris, bob])
    await stage.put('anna', `${vermeer.path}/teams/${team}/members/${member}`);
  // Ruben represents his neighbour Willem by himself, and signs in for that apart from his own affairs.
  const ruben = await office(stage, 'ruben-represents', 'Ruben Hendriks', 'individual', 'Ruben Hendriks');
  await mandate(stage, 'willem', ruben.id, today);
  const { client } = await stage.get<Me>('pieter', '/v1/me');
  await mandate(stage, 'pieter', vermeer.id, today);
  await stage.post('anna', `${vermeer.path}/assignments`, { client, team }, 'seed-assignment');
  return true;
}

/**
 * Whether the last step was done. The trail says so for ever: what the cast made may have been ended since, and is
 * not to come back at the next start.
 */
async function hasPlayed(stage: Stage): Promise<boolean> {
  const wish = { action: 'clients.assign', outcome: 'permitted', limit: 1 };
  // A search is no change: it takes no notice of a key.
  const { items } = await stage.post<Found<unknown>>('olga', '/v1/trail-entries/_search', wish, 'seed-look');
  return items.length > 0;
}

/** Registers an office by its first administrator, and has it recognised. */
async function office(stage: Stage, who: string, name: string, kind: string, administratorName: string) {
  const me = await stage.get<Me>(who, '/v1/me');
  const wish = { name, kind, administratorName };
  const id =
    me.kind === 'employee'
      ? me.organisation
      : (
          await stage.post<{ id: string }>(
            who,
            '/v1/representative-organisations',
            wish,
            `seed-office-${who}`,
          )
        ).id;
  const path = `/v1/representative-organisations/${id}`;
  const { standing } = await stage.get<{ standing: string }>('olga', path);
  if (standing === 'registered')
    await stage.post('olga', `${path}/recognition`, {}, `seed-recognition-${who}`);
  return { id, path };
}

/** Invites someone, who accepts; answers with the id of the employment. */
async function hire(
  stage: Stage,
  path: string,
  administrator: string,
  who: string,
  name: string,
  role: string,
) {
  const me = await stage.get<Me>(who, '/v1/me');
  if (me.kind === 'employee') return me.employee;
  // The code of an earlier attempt is not shown again: that invitation makes way for another.
  const { items } = await stage.get<Found<{ id: string; name: string; state: string }>>(
    administrator,
    `${path}/employees`,
  );
  const earlier = items.filter((each) => each.name === name);
  for (const { id, state } of earlier)
    if (state === 'invited')
      await stage.post(administrator, `${path}/employees/${id}/departure`, {}, `seed-withdrawal-${id}`);
  const invited = await stage.post<{ id: string; invitationCode: string }>(
    administrator,
    `${path}/employees`,
    { name, role },
    `seed-invitation-${who}-${earlier.length}`,
  );
  const key = `seed-employment-${earlier.length}`;
  await stage.post(who, '/v1/employments', { code: invited.invitationCode }, key);
  return invited.id;
}

/** The team of this name, made when it is not there. */
async function teamOf(stage: Stage, path: string, name: string): Promise<string> {
  const { items } = await stage.get<Found<{ id: string; name: string }>>('anna', `${path}/teams`);
  const found = items.find((each) => each.name === name);
  return (found ?? (await stage.post<{ id: string }>('anna', `${path}/teams`, { name }, 'seed-team'))).id;
}

/** Somebody gives an office a mandate, once: what it became since does not matter. */
async function mandate(stage: Stage, who: string, organisation: string, today: Day): Promise<void> {
  const given = await stage.get<Found<unknown>>(who, `/v1/mandates?organisation=${organisation}`);
  if (given.items.length > 0) return;
  const line = {
    sender: senders.belastingdienst.oin,
    category: 'financial',
    actions: ['read', 'archive', 'download'],
  };
  const wish = { organisation, lines: [line], from: today, until: addYears(today, 2) };
  await stage.post(who, '/v1/mandates', wish, `seed-mandate-${today}`);
}
