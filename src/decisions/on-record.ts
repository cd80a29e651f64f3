import type { Remark } from '../audit/trail-entry.ts';
import type { Actor } from '../domain/actor.ts';
import { type AskedResource, messageWords, wordsFor } from '../domain/evaluation.ts';
import { maskedBsns, type Oin } from '../domain/identifiers.ts';
import type { MandateId } from '../domain/ids.ts';
import type { Circumstances } from './circumstances.ts';
import type { Known } from './evaluation.store.ts';

/** An entity as it stood on the wire. What is searched for has no id. */
interface Shown {
  readonly type: string;
  readonly id: string;
}

/** Words of another system as the record keeps them: never a BSN (R2). */
export const shown = (text: string): string =>
  text.startsWith('bsn:') ? 'by-bsn' : [...maskedBsns(text)].slice(0, 100).join('');

const words = new Set([...Object.keys(messageWords), ...wordsFor({ type: 'mandate', id: '' as MandateId })]);
/** The name of an action, when it is one that we know. */
export const shownAction = (name: string): string => (words.has(name) ? name : 'other');

/** What was said of messages; when that is known, whether the answer rests on it, as they do not lie here. */
export function saidOf(resource: AskedResource | undefined, known?: Known): NonNullable<Remark['details']> {
  if (!resource || resource.type === 'mandate') return {};
  const said = resource.type === 'inbox' ? resource.of : resource.elsewhere;
  const { sender, category, deliveredAt, assurance } = said ?? {};
  return {
    ...(sender ? { sender } : {}),
    ...(category ? { category } : {}),
    ...(deliveredAt ? { deliveredAt: deliveredAt.toISOString() } : {}),
    ...(assurance ? { messageAssurance: assurance } : {}),
    ...(resource.type === 'message' && known ? ofItsPlace(known, sender) : {}),
  };
}

/** Whether a message was judged by its description; of one that lies here, who was said to own it when that is another. */
function ofItsPlace({ facts: { message }, client }: Known, sender?: Oin): NonNullable<Remark['details']> {
  if (!message) return sender ? { elsewhere: true } : {};
  return client && client !== message.client ? { namedClient: client } : {};
}

/** What a search, or a question about what is not decided here, was about: the words of who asked, for the record. */
export function asItStood(
  who: Shown,
  action: string,
  what: Shown,
  { assurance, at, purpose }: Circumstances,
): Remark {
  return {
    ...(what.id === '' ? {} : { object: { kind: shown(what.type), id: shown(what.id) } }),
    details: {
      ...(who.id === '' ? {} : { subject: `${shown(who.type)}:${shown(who.id)}` }),
      ...(action === '' ? {} : { asked: shownAction(action) }),
      assurance,
      ...(at ? { at: at.toISOString() } : {}),
      ...(purpose ? { purpose: maskedBsns(purpose) } : {}),
    },
  };
}

/** R3: a mandate that was never offered to the client is not in his trail either. */
const offered = ({ facts }: Known) =>
  facts.mandate?.offeredAt === undefined ? undefined : facts.mandate.client;

/** Whose affairs it was about. */
export const clientOf = (known: Known) => known.facts.message?.client ?? offered(known) ?? known.client;

/** Of which office and whose affairs; his own, when nobody else was named. */
export const concerned = (known: Known): Remark => ({
  office: known.office,
  client: clientOf(known) ?? known.citizen,
});

/** Whether the citizen who was asked about is the one whose affairs they are. */
export const ofHimself = (known: Known): NonNullable<Remark['details']> =>
  known.citizen !== undefined && known.citizen === concerned(known).client ? { own: true } : {};

/** By which system: the record stands by itself, as it is called at that moment. */
export const askedBy = (system: string, line: Remark): Remark => ({
  ...line,
  details: { ...line.details, system },
});

/** A line of who asks, in the trace that its question names; that of its request stands beside it then. */
export function inTrace(line: Remark, actor: Actor, trace: string | undefined): Remark {
  if (trace === undefined) return { ...line, actor };
  const details = { ...line.details, ...(actor.trace && { requestTrace: actor.trace }) };
  return { ...line, actor: { ...actor, trace }, details };
}
