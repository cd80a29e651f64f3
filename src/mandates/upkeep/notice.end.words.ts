import { writtenOut } from '../../platform/written-out.ts';
import { type NoticeWriters, whose, type Writer } from './notice.writer.ts';

/** What one side alone hears: the other did it. */
const only = (nl: Writer, en: Writer): NoticeWriters => ({ client: { nl, en }, organisation: { nl, en } });

/** What people hear when the other side ended a mandate, or with it the request to renew it. */
export const endWords = {
  revoked: only(
    (content) =>
      `${whose(content, 'nl')} heeft de machtiging ingetrokken op ${writtenOut(content.about, 'nl')}. U kunt er geen berichten meer mee lezen.`,
    (content) =>
      `${whose(content, 'en')} revoked the authorisation on ${writtenOut(content.about, 'en')}. You cannot read messages with it any more.`,
  ),
  renounced: only(
    ({ office, about }) =>
      `${office} heeft uw machtiging opgezegd op ${writtenOut(about, 'nl')}. ${office} leest er geen berichten meer mee en doet dit niet meer voor u. Wilt u hulp van iemand anders? Dan kunt u een nieuwe machtiging geven.`,
    ({ office, about }) =>
      `${office} ended your authorisation on ${writtenOut(about, 'en')}. ${office} does not read messages with it any more, and does not do this for you any more. Do you want help from someone else? Then you can give a new authorisation.`,
  ),
  'renewal-declined': only(
    (content) =>
      `Met de machtiging is ook uw verzoek aan ${whose(content, 'nl')} om te verlengen vervallen, op ${writtenOut(content.about, 'nl')}.`,
    (content) =>
      `With the authorisation your request to ${whose(content, 'en')} to renew it has ended too, on ${writtenOut(content.about, 'en')}.`,
  ),
  'renewal-withdrawn': only(
    ({ office, about }) =>
      `${office} heeft ook het verzoek om de machtiging te verlengen teruggenomen, op ${writtenOut(about, 'nl')}. U hoeft daar niet meer op te antwoorden.`,
    ({ office, about }) =>
      `${office} also took back the request to renew the authorisation, on ${writtenOut(about, 'en')}. You need not answer it any more.`,
  ),
} as const satisfies Record<string, NoticeWriters>;
