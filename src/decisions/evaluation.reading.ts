import type { MessageElsewhere } from '../domain/asked-message.ts';
import type { AskedSubject } from '../domain/asked-subject.ts';
import { fault } from '../domain/errors.ts';
import type { Asked, AskedResource } from '../domain/evaluation.ts';
import { isBsn, isKvkNumber, isOin, maskedBsns } from '../domain/identifiers.ts';
import { isId, type Id } from '../domain/ids.ts';
import { categories, type Category } from '../domain/scope.ts';
import { type Circumstances, isInstant, isLevel } from './circumstances.ts';
import { type ClientName, type Named, type Names, namesBsn } from './named.ts';
import { shown } from './on-record.ts';
import { type Fields, Reading } from './reading.ts';

/** An entity of AuthZEN: who, or what. */
export interface Entity {
  readonly type: string;
  readonly id: string;
  readonly properties: Fields;
}

/** Reads an entity; its id may be left out where one is searched for. */
export function entityOf(reading: Reading, value: unknown, at: string, withId = true): Entity {
  const { type, id, properties } = reading.object(value, at);
  const described = reading.optionalObject(properties, `${at}/properties`);
  reading.characters(described.issuer, `${at}/properties/issuer`);
  return {
    type: reading.text(type, `${at}/type`),
    id: withId ? reading.text(id, `${at}/id`) : '',
    properties: described,
  };
}

/** Reads an action. */
export function actionOf(reading: Reading, value: unknown, at: string): string {
  const { name, properties } = reading.object(value, at);
  reading.optionalObject(properties, `${at}/properties`);
  return reading.text(name, `${at}/name`);
}

const bsnName = /^bsn:(.*)$/s;

/** An id of ours, in whatever case it is written (RFC 9562); nothing for what is none. */
function idIn<Kind extends string>(text: string): Id<Kind> | undefined {
  const written = text.toLowerCase();
  return isId(written) ? (written as Id<Kind>) : undefined;
}

/** A client by pseudonym or by `bsn:…`; nothing for what is neither, so that nobody is found. */
function clientNamed(id: unknown): ClientName | undefined {
  if (typeof id !== 'string') return undefined;
  const bsn = bsnName.exec(id)?.[1];
  if (bsn !== undefined) return isBsn(bsn) ? { bsn } : undefined;
  const pseudonym = idIn<'client'>(id);
  return pseudonym && { id: pseudonym };
}

const kvkName = /^kvk:(.*)$/s;
const kvkIn = (id: string) => {
  const kvk = kvkName.exec(id)?.[1];
  return isKvkNumber(kvk) ? kvk : undefined;
};

/** Who is asked about: how the rules know him, and by which names. Nothing for a kind that is not decided about here. */
export function subjectOf({ type, id, properties }: Entity): [AskedSubject, Names] | undefined {
  if (type === 'system') return isOin(id) ? [{ type, oin: id }, {}] : undefined;
  if (type === 'citizen') {
    const citizen = clientNamed(id);
    return [{ type }, citizen ? { citizen } : {}];
  }
  if (type === 'organisation') {
    const [kvk, organisation] = [kvkIn(id), idIn<'organisation'>(id)];
    return [{ type }, kvk ? { kvk } : organisation ? { organisation } : {}];
  }
  if (type !== 'employee') return undefined;
  const { kvk, issuer, capacity } = properties;
  // Who represents others by himself signs in with his own BSN, in that capacity.
  const person = capacity === 'representative' && bsnName.test(id) ? clientNamed(id) : undefined;
  // What is no KvK number is of no office.
  const asked: AskedSubject = { type, ...(kvk === undefined ? {} : { kvk: isKvkNumber(kvk) ? kvk : '' }) };
  if (person) return [asked, { person }];
  if (isKvkNumber(kvk) && typeof issuer === 'string') return [asked, { subject: `${issuer}:${id}`, kvk }];
  const employee = idIn<'employee'>(id);
  return [asked, employee ? { employee } : {}];
}

const isCategory = (value: unknown): value is Category => categories.includes(value as Category);
/** A message that lies elsewhere, from the properties by which its service describes it. */
function elsewhereIn(reading: Reading, properties: Fields, at: string): Partial<MessageElsewhere> {
  const sender = reading.optional(properties.sender, `${at}/sender`, isOin, {
    en: 'An OIN has twenty digits.',
    nl: 'Een OIN heeft twintig cijfers.',
  });
  const category = reading.optional(properties.category, `${at}/category`, isCategory, {
    en: `Choose one of: ${categories.join(', ')}.`,
    nl: `Kies een van: ${categories.join(', ')}.`,
  });
  const deliveredAt = reading.optional(properties.deliveredAt, `${at}/deliveredAt`, isInstant, {
    en: 'Write an instant such as 2026-03-01T09:30:00Z.',
    nl: 'Schrijf een tijdstip zoals 2026-03-01T09:30:00Z.',
  });
  const assurance = reading.optional(properties.assurance, `${at}/assurance`, isLevel, {
    en: 'Write low, substantial or high.',
    nl: 'Schrijf low, substantial of high.',
  });
  return {
    ...(sender ? { sender } : {}),
    ...{ category, deliveredAt: deliveredAt ? new Date(deliveredAt) : undefined, assurance },
  };
}

/** Of whom a message comes has to be said by who says more of it: else it would be left out of the answer. */
export function saysSender(reading: Reading, { type, properties }: Entity, at: string): void {
  if (type === 'mandate' || properties.sender !== undefined) return;
  for (const name of ['category', 'deliveredAt', 'assurance'])
    if (properties[name] !== undefined)
      reading.faults.push(
        fault(
          `${at}/properties/${name}`,
          'without-sender',
          'This says nothing without the sender. Send `sender` too.',
          'Dit zegt niets zonder de afzender. Stuur ook `sender`.',
        ),
      );
}

/** What is asked about: how the rules know it, and by which names. Nothing for what is not decided about here. */
export function resourceOf(
  reading: Reading,
  { type, id, properties }: Entity,
  at: string,
): [AskedResource, Names] | undefined {
  if (type === 'mandate') {
    const mandate = idIn<'mandate'>(id);
    return mandate && [{ type, id: mandate }, { mandate }];
  }
  if (type !== 'inbox' && type !== 'message') return undefined;
  const described = elsewhereIn(reading, properties, `${at}/properties`);
  const { sender } = described;
  const client = clientNamed(type === 'inbox' ? id : properties.client);
  const names: Names = {
    ...(client ? { client } : {}),
    ...(sender ? { sender } : {}),
  };
  if (type === 'inbox') return [{ type, of: sender && { ...described, sender } }, names];
  // It is one of ours in whatever case it is written: who describes it cannot make another of it.
  const message = idIn<'message'>(id);
  // What is searched for has no id.
  if (!message && !sender && id !== '') return undefined;
  const ofClient = properties.client !== undefined;
  return [
    { type, id: message, ofClient, elsewhere: described },
    { ...names, ...(message ? { message } : {}) },
  ];
}

/** By which names it is said who acts, also for a kind that is not decided about here. */
export function namesOfSubject(who: Entity): Names {
  const citizen = clientNamed(who.id);
  return subjectOf(who)?.[1] ?? (citizen ? { citizen } : {});
}

/** The same of what it is about. */
export function namesOfResource(what: Entity): Names {
  const client = clientNamed(what.properties.client ?? what.id);
  return resourceOf(new Reading(), what, '#')?.[1] ?? (client ? { client } : {});
}

/** One question, put together. */
export function named(
  [who, subject, subjectNames]: readonly [Entity, AskedSubject, Names],
  action: string,
  [what, resource, resourceNames]: readonly [Entity, AskedResource, Names],
  { purpose, ...circumstances }: Circumstances,
): Named {
  const names: Names = { ...subjectNames, ...resourceNames };
  const asked: Asked = { subject, action, resource, ...circumstances, byBsn: namesBsn(names) };
  return {
    ...{ asked, names },
    about: {
      ...{ subject: `${who.type}:${shown(who.id)}`, kind: what.type, id: shown(what.id) },
      purpose: purpose && maskedBsns(purpose),
    },
  };
}
