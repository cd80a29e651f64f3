import type { Asked, AskedResource, AskedSubject, MessageElsewhere } from '../domain/evaluation.ts';
import { isBsn, isKvkNumber, isOin, maskedBsns } from '../domain/identifiers.ts';
import { isId, type Id } from '../domain/ids.ts';
import { categories, type Category } from '../domain/scope.ts';
import { type Circumstances, isInstant, isLevel } from './circumstances.ts';
import type { ClientName, Named, Names } from './named.ts';
import type { Fields, Reading } from './reading.ts';

/** An entity of AuthZEN: who, or what. */
export interface Entity {
  readonly type: string;
  readonly id: string;
  readonly properties: Fields;
}

/** Reads an entity; its id may be left out where one is searched for. */
export function entityOf(reading: Reading, value: unknown, at: string, withId = true): Entity {
  const { type, id, properties } = reading.object(value, at);
  return {
    type: reading.text(type, `${at}/type`),
    id: withId ? reading.text(id, `${at}/id`) : '',
    properties: reading.optionalObject(properties, `${at}/properties`),
  };
}

/** Reads an action. */
export function actionOf(reading: Reading, value: unknown, at: string): string {
  const { name, properties } = reading.object(value, at);
  reading.optionalObject(properties, `${at}/properties`);
  return reading.text(name, `${at}/name`);
}

const bsnName = /^bsn:(.*)$/s;

/** A client by pseudonym or by `bsn:…`; nothing for what is neither, so that nobody is found. */
function clientNamed(id: unknown): ClientName | undefined {
  if (typeof id !== 'string') return undefined;
  const bsn = bsnName.exec(id)?.[1];
  if (bsn !== undefined) return isBsn(bsn) ? { bsn } : undefined;
  return isId(id) ? { id: id as Id<'client'> } : undefined;
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
    const kvk = kvkIn(id);
    return [{ type }, kvk ? { kvk } : isId(id) ? { organisation: id as Id<'organisation'> } : {}];
  }
  if (type !== 'employee') return undefined;
  const { kvk, issuer } = properties;
  if (isKvkNumber(kvk) && typeof issuer === 'string') return [{ type }, { subject: `${issuer}:${id}`, kvk }];
  return [{ type }, isId(id) ? { employee: id as Id<'employee'> } : {}];
}

const isCategory = (value: unknown): value is Category => categories.includes(value as Category);
/** A message that lies elsewhere, from the properties by which its service describes it. */
function elsewhereIn(reading: Reading, properties: Fields, at: string): MessageElsewhere | undefined {
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
  return (
    sender && { sender, category, deliveredAt: deliveredAt ? new Date(deliveredAt) : undefined, assurance }
  );
}

/** What is asked about: how the rules know it, and by which names. Nothing for what is not decided about here. */
export function resourceOf(
  reading: Reading,
  { type, id, properties }: Entity,
  at: string,
): [AskedResource, Names] | undefined {
  if (type === 'mandate')
    return isId(id) ? [{ type, id: id as Id<'mandate'> }, { mandate: id as Id<'mandate'> }] : undefined;
  if (type !== 'inbox' && type !== 'message') return undefined;
  const described = elsewhereIn(reading, properties, `${at}/properties`);
  const client = clientNamed(type === 'inbox' ? id : properties.client);
  const names: Names = {
    ...(client ? { client } : {}),
    ...(described ? { sender: described.sender } : {}),
  };
  if (type === 'inbox') return [{ type, of: described }, names];
  // Who describes a message has it: then its id is his own.
  if (described) return [{ type, elsewhere: described }, names];
  return isId(id) ? [{ type, id: id as Id<'message'> }, { message: id as Id<'message'> }] : undefined;
}

/** One question, put together. */
export function named(
  [who, subject, subjectNames]: readonly [Entity, AskedSubject, Names],
  action: string,
  [what, resource, resourceNames]: readonly [Entity, AskedResource, Names],
  { purpose, ...circumstances }: Circumstances,
): Named {
  const asked: Asked = { subject, action, resource, ...circumstances };
  const shownId = (text: string) => (bsnName.test(text) ? 'by-bsn' : maskedBsns(text).slice(0, 100));
  return {
    asked,
    names: { ...subjectNames, ...resourceNames },
    about: {
      ...{ subject: `${who.type}:${shownId(who.id)}`, kind: what.type, id: shownId(what.id) },
      purpose: purpose && maskedBsns(purpose),
    },
  };
}
