import type { MandateGround } from '../../src/domain/ground.ts';
import type { Shield } from '../../src/domain/shield.ts';
import { as, facts, given, ids, line, mandate } from './facts.ts';
import { measure, reads, untyped } from './decision-table.guardians.ts';
import { later, read, type Row } from './decision-table.ts';
import { ended, urgently } from './decision-table.urgent-acts.ts';

const hiding = (shield: Partial<Shield>, ground: MandateGround = 'voluntary') => ({
  ...given({ ground }),
  shields: [{ by: 'client' as const, ...shield }],
});
const { tax, town, message, vermeer: organisation, haven } = ids;
const wide = given({ lines: [line({ category: 'all' })] });
const revoked = mandate({ state: 'revoked', endedAt: later });

/** What a client or a judge keeps from representatives. */
export const shields: Row[] = [
  reads('a shielded message', hiding({ message }), 'concealed: shielded'),
  reads('another shielded message', hiding({ message: 'another' as typeof message }), 'permit: mandate'),
  reads('a shielded sender', hiding({ sender: tax }), 'concealed: shielded'),
  reads('another shielded sender', hiding({ sender: town }), 'permit: mandate'),
  reads('a shielded category', hiding({ category: 'financial' }), 'concealed: shielded'),
  reads('a category of a sender', hiding({ sender: tax, category: 'financial' }), 'concealed: shielded'),
  reads('a category of another sender', hiding({ sender: town, category: 'financial' }), 'permit: mandate'),
  reads('another category of the sender', hiding({ sender: tax, category: 'care' }), 'permit: mandate'),
  reads(
    'a shielded category, a message without one',
    { ...hiding({ category: 'financial' }), mandates: wide.mandates, ...untyped },
    'permit: mandate',
  ),
  reads('shielded from another office', hiding({ sender: tax, organisation: haven }), 'permit: mandate'),
  reads('shielded from this office', hiding({ sender: tax, organisation }), 'concealed: shielded'),
  reads('a client cannot shield from a guardian', hiding({ sender: tax }, 'bewind'), 'permit: mandate'),
  reads('a judge can', hiding({ sender: tax, by: 'court' }, 'bewind'), 'concealed: shielded'),
  reads('a judge shields from the others too', hiding({ sender: tax, by: 'court' }), 'concealed: shielded'),
  reads(
    'a judge shields from urgent acts too',
    { ...urgently(ended), shields: [{ by: 'court', sender: tax }] },
    'concealed: shielded',
  ),
  reads(
    'what she shielded from who acted by her will, urgently after the end of that (R31)',
    { ...urgently({ ...ended, ground: 'voluntary' }), shields: [{ by: 'client', sender: tax }] },
    'concealed: shielded',
  ),
  reads(
    'what she shielded, urgently after the end of a bewind',
    { ...urgently(ended), shields: [{ by: 'client', sender: tax }] },
    'permit: mandate',
  ),
  reads(
    'shielded, and the guardian’s mandate beside it',
    { ...hiding({ sender: tax }), mandates: [mandate(), measure()] },
    'permit: mandate',
  ),
  reads(
    'shielded, and revoked: no word of either',
    { ...hiding({ sender: tax }), mandates: [revoked] },
    'concealed: shielded',
  ),
  [
    'Yasmina, what she shielded',
    as.yasmina,
    read,
    { ...facts({ mandates: [] }), shields: [{ by: 'client', message }] },
    'permit: own-affairs',
  ],
];
