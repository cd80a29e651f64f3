import type { EndReason, MandateState } from '../../domain/mandate.ts';
import type { Category, ScopeAction } from '../../domain/scope.ts';
import type { Language } from '../../platform/language.ts';

/** The words of a file with mandates in one language. */
interface Words {
  readonly file: string;
  readonly columns: readonly string[];
  readonly states: Readonly<Record<MandateState, string>>;
  readonly reasons: Readonly<Record<EndReason, string>>;
  readonly categories: Readonly<Record<Category | 'all', string>>;
  readonly actions: Readonly<Record<ScopeAction, string>>;
  readonly initiatives: Readonly<Record<'client' | 'organisation', string>>;
  readonly over: string;
}

/** Column for column the same in both languages. */
export const words: Readonly<Record<Language, Words>> = {
  nl: {
    file: 'machtigingen',
    columns: [
      ...[
        'Toestand',
        'Cliënt',
        'Referentie',
        'Kantoor',
        'KvK-nummer',
        'Reikwijdte',
        'Eerste dag',
        'Laatste dag',
      ],
      ...['Op initiatief van', 'Gevraagd op', 'Actief sinds', 'Beëindigd op', 'Reden van het einde'],
      ...['Machtiging', 'Vervangt machtiging'],
    ],
    states: {
      ...{ requested: 'gevraagd', offered: 'aangeboden', active: 'actief', suspended: 'geschorst' },
      ...{ declined: 'geweigerd', lapsed: 'vervallen', withdrawn: 'teruggenomen', revoked: 'ingetrokken' },
      ...{ renounced: 'opgezegd', expired: 'verlopen', ended: 'beëindigd' },
    },
    reasons: {
      ...{ death: 'overlijden', curatele: 'curatele', bewind: 'bewind', bankruptcy: 'faillissement' },
      ...{ 'organisation-excluded': 'kantoor uitgesloten', unused: 'niet gebruikt', renewed: 'verlengd' },
      ...{ term: 'termijn voorbij', lifted: 'maatregel opgeheven', dismissed: 'ontslag door de rechter' },
      ...{ replaced: 'opgevolgd', overturned: 'uitspraak vernietigd' },
    },
    categories: { financial: 'financieel', care: 'zorg', other: 'overig', all: 'alles' },
    actions: {
      ...{ read: 'lezen', acknowledge: 'bevestigen', reply: 'beantwoorden', archive: 'opbergen' },
      ...{ download: 'downloaden', forward: 'doorsturen' },
    },
    initiatives: { client: 'cliënt', organisation: 'kantoor' },
    over: 'beëindigd',
  },
  en: {
    file: 'mandates',
    columns: [
      ...['State', 'Client', 'Reference', 'Office', 'KvK number', 'Scope', 'First day', 'Last day'],
      ...['Initiative of', 'Requested on', 'Active since', 'Ended on', 'Reason of the end'],
      ...['Mandate', 'Replaces mandate'],
    ],
    states: {
      ...{ requested: 'requested', offered: 'offered', active: 'active', suspended: 'suspended' },
      ...{ declined: 'declined', lapsed: 'lapsed', withdrawn: 'withdrawn', revoked: 'revoked' },
      ...{ renounced: 'renounced', expired: 'expired', ended: 'ended' },
    },
    reasons: {
      ...{ death: 'death', curatele: 'curatele', bewind: 'bewind', bankruptcy: 'bankruptcy' },
      ...{ 'organisation-excluded': 'office excluded', unused: 'not used', renewed: 'renewed' },
      ...{ term: 'term over', lifted: 'measure lifted', dismissed: 'dismissed by the judge' },
      ...{ replaced: 'succeeded', overturned: 'order overturned' },
    },
    categories: { financial: 'financial', care: 'care', other: 'other', all: 'everything' },
    actions: {
      ...{ read: 'read', acknowledge: 'acknowledge', reply: 'reply', archive: 'archive' },
      ...{ download: 'download', forward: 'forward' },
    },
    initiatives: { client: 'client', organisation: 'office' },
    over: 'ended',
  },
};
