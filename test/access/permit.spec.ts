import { decide } from '../../src/domain/access.ts';
import type { Permit } from '../../src/domain/decision.ts';
import type { MandateId, MessageId } from '../../src/domain/ids.ts';
import { as, facts, ids, now } from '../domain/facts.ts';

/*
 * What must not compile. Each `@ts-expect-error` is itself an error of the type check as soon as its line does
 * compile, so `npm run check` fails when a permit can be made or misused.
 */
const readMessage = (_permit: Permit<'inbox.read'>, message: MessageId): string => message;

// @ts-expect-error -- a permit cannot be written down: its mark is known to no one
const made: Permit<'inbox.read'> = { action: 'inbox.read', ground: { kind: 'task' } };

// @ts-expect-error -- a decision is not a permit until somebody looked whether it is a refusal
const unseen: Permit = decide(as.joris, { action: 'inbox.read', message: ids.message }, facts(), now);

// @ts-expect-error -- a permit for one thing is none for another
const other = (permit: Permit<'inbox.list'>): string => readMessage(permit, ids.message);

// @ts-expect-error -- ids carry their kind
const wrongKind = (permit: Permit<'inbox.read'>, id: MandateId): string => readMessage(permit, id);

// @ts-expect-error -- text is no id
const text = (permit: Permit<'inbox.read'>): string => readMessage(permit, 'a message');

// @ts-expect-error -- a question about a message names one
const nameless = () => decide(as.joris, { action: 'inbox.read' }, facts(), now);

describe('A permit', () => {
  it('says what it is for; that it cannot be made by hand, the type check shows above', () => {
    expect(unseen).toMatchObject({ action: 'inbox.read', ground: { kind: 'mandate' } });
    expect([made, other, wrongKind, text, nameless]).toHaveLength(5);
  });
});
