import { lastDay, writtenOut } from '../../platform/written-out.ts';
import type { NoticeWriters, Writer } from './notice.writer.ts';

const nl: Writer = ({ office, about, cover }) => {
  if (!cover) throw new Error('a notice of a cover names it');
  const { absent, substitute, from, until, absentLeft, began } = cover;
  const [first, last] = [writtenOut(from, 'nl'), lastDay(until, 'nl')];
  const over = began
    ? `${substitute} verving ${absent} sinds ${first}, en zou dat doen tot en met ${last}. Dat is gestopt op ${writtenOut(about, 'nl')}.`
    : `${substitute} zou ${absent} vervangen van ${first} tot en met ${last}. Dat gaat niet door.`;
  return `${absentLeft ? absent : substitute} werkt niet meer bij ${office}. ${over}${absentLeft ? '' : ' Regel een andere vervanger.'}`;
};
const en: Writer = ({ office, about, cover }) => {
  if (!cover) throw new Error('a notice of a cover names it');
  const { absent, substitute, from, until, absentLeft, began } = cover;
  const [first, last] = [writtenOut(from, 'en'), lastDay(until, 'en')];
  const over = began
    ? `${substitute} stood in for ${absent} since ${first}, and was to do so up to and including ${last}. That stopped on ${writtenOut(about, 'en')}.`
    : `${substitute} was to stand in for ${absent} from ${first} up to and including ${last}. That does not take place.`;
  return `${absentLeft ? absent : substitute} does not work for ${office} any more. ${over}${absentLeft ? '' : ' Arrange another substitute.'}`;
};

/** What an office hears when a cover lapses because one of the two left. */
export const coverWords = {
  'cover-lapsed': { client: { nl, en }, organisation: { nl, en } },
} as const satisfies Record<string, NoticeWriters>;
