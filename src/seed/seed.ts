import { addYears, type Day } from '../domain/day.ts';
import { Stage } from './stage.ts';

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

/**
 * A small cast of named people, on first start. They play their parts through the public API, so what is here
 * came about as everything else does, and stands in the trail. Everyone is invented, with test numbers.
 * @returns false when the cast has played before.
 */
export async function seed(api: string, issuer: string, today: Day): Promise<boolean> {
  const stage = new Stage(api, issuer);
  const { items } = await stage.get<{ items: unknown[] }>('olga', '/v1/senders');
  if (items.length > 0) return false;

  for (const { oin, ...names } of Object.values(senders))
    await stage.put('olga', `/v1/senders/${oin}`, { ...names, assurance: 'low' });
  for (const [sender, code, category, nameNl, nameEn] of types)
    await stage.put(sender, `/v1/senders/${senders[sender].oin}/message-types/${code}`, {
      ...{ category, nameNl, nameEn, assurance: 'low' },
    });
  for (const [sender, whose, type, subject, body] of messages)
    await stage.post(sender, '/v1/messages', { recipient: { bsn: bsns[whose] }, type, subject, body });

  const vermeer = await office(stage, 'anna', 'Kantoor Vermeer', 'accountancy', 'Anna Vermeer');
  const joris = await hire(stage, vermeer.path, 'anna', 'joris', 'Joris van Dam', 'handler');
  const bob = await hire(stage, vermeer.path, 'anna', 'bob', 'Bob Willems', 'reader');
  const haven = await office(stage, 'gerda', 'De Haven bewindvoering', 'guardianship', 'Gerda Haan');
  await hire(stage, haven.path, 'gerda', 'karim', 'Karim Aziz', 'handler');

  const team = await stage.post<{ id: string }>('anna', `${vermeer.path}/teams`, { name: 'Particulieren' });
  for (const member of [joris, bob])
    await stage.put('anna', `${vermeer.path}/teams/${team.id}/members/${member}`);
  const { client } = await stage.get<{ client: string }>('pieter', '/v1/me');
  await stage.post('pieter', '/v1/mandates', {
    organisation: vermeer.id,
    lines: [
      {
        sender: senders.belastingdienst.oin,
        category: 'financial',
        actions: ['read', 'archive', 'download'],
      },
    ],
    from: today,
    until: addYears(today, 2),
  });
  await stage.post('anna', `${vermeer.path}/assignments`, { client, team: team.id });
  return true;
}

/** Registers an office by its first administrator, and has it recognised. */
async function office(stage: Stage, who: string, name: string, kind: string, administratorName: string) {
  const { id } = await stage.post<{ id: string }>(who, '/v1/representative-organisations', {
    ...{ name, kind, administratorName },
  });
  const path = `/v1/representative-organisations/${id}`;
  await stage.post('olga', `${path}/recognition`);
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
  const invited = await stage.post<{ id: string; invitationCode: string }>(
    administrator,
    `${path}/employees`,
    {
      ...{ name, role },
    },
  );
  await stage.post(who, '/v1/employments', { code: invited.invitationCode });
  return invited.id;
}
