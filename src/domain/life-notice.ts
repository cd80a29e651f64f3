import type { LifeEventKind } from './life-event.ts';
import type { NoticeKind, Recipient } from './notice.ts';

/** Who hears of what, by which notice. Nobody writes to the dead; an address is no office's affair. */
export const toldOf: Readonly<Record<LifeEventKind, Partial<Readonly<Record<Recipient, NoticeKind>>>>> = {
  death: { organisation: 'client-died' },
  'death-corrected': {},
  emigration: { client: 'moved-abroad' },
  return: { client: 'came-back' },
  'address-change': { client: 'moved' },
  'name-change': { client: 'name-changed', organisation: 'name-changed' },
  'coming-of-age': { client: 'came-of-age', organisation: 'came-of-age' },
  curatele: { client: 'curatele-reported' },
};
