import type { Oin } from '../domain/identifiers.ts';
import { categories, covers, everySender, type WideScope } from '../domain/scope.ts';
import type { PreviewJson } from './preview.json.ts';
import type { Group, SenderNames } from './preview.store.ts';

type Language = 'nl' | 'en';
interface Words {
  readonly about: Readonly<Record<string, string>>;
  readonly messages: (count: number) => string;
  readonly sentence: (opened: string) => string;
  readonly noNewOnes: (opened: string) => string;
  readonly nothing: string;
  readonly and: string;
  readonly of: string;
  readonly not: (left: string) => string;
  readonly left: (count: number) => string;
  readonly hidden: (messages: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    about: { financial: 'geldzaken', care: 'zorg', other: 'overig' },
    messages: (count) => (count === 1 ? '1 bericht' : `${count} berichten`),
    sentence: (opened) => `Dit opent nu ${opened}, en nieuwe van dezelfde soort.`,
    noNewOnes: (opened) => `Dit opent nu ${opened}, en geen nieuwe.`,
    nothing: 'nog geen berichten',
    and: 'en',
    of: 'van',
    not: (left) => ` Niet: ${left}.`,
    left: (count) => (count === 1 ? '1 ander bericht' : `${count} andere berichten`),
    hidden: (messages) => ` Wat is afgeschermd, ziet het kantoor niet: ${messages}.`,
  },
  en: {
    about: { financial: 'money', care: 'care', other: 'other' },
    messages: (count) => (count === 1 ? '1 message' : `${count} messages`),
    sentence: (opened) => `This opens ${opened} now, and new ones of the same kind.`,
    noNewOnes: (opened) => `This opens ${opened} now, and no new ones.`,
    nothing: 'no messages',
    and: 'and',
    of: 'of',
    not: (left) => ` Not: ${left}.`,
    left: (count) => (count === 1 ? '1 message of another kind' : `${count} messages of other kinds`),
    hidden: (messages) => ` What is shielded the office does not see: ${messages}.`,
  },
};

/** What a line is called that covers every sender. */
const everyone = { nameNl: 'Alle afnemers', nameEn: 'All senders' };

const sum = (groups: readonly Group[]): number => groups.reduce((total, group) => total + group.messages, 0);
const described = ({ sender, category }: Group) => ({ sender, category: category ?? undefined });
const days = (groups: readonly Group[]) => ({
  oldest: groups.map(({ oldest }) => oldest).toSorted()[0],
  newest: groups
    .map(({ newest }) => newest)
    .toSorted()
    .at(-1),
});
const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;

/** What these lines would open of what a client has now, and what they leave shut; and whether what comes opens as well. */
export function previewOf(
  lines: readonly WideScope[],
  counted: readonly Group[],
  known: ReadonlyMap<Oin, SenderNames>,
  newOnes: boolean,
): PreviewJson {
  const named = (oin: WideScope['sender']): SenderNames =>
    oin === everySender ? everyone : (known.get(oin) ?? { oin, nameNl: oin, nameEn: oin });
  const reading = lines.filter((line) => line.actions.includes('read'));
  const isCovered = (line: WideScope, group: Group) => !group.late && covers(line, described(group));
  const isRead = (group: Group) => reading.some((line) => isCovered(line, group));
  const groups = counted.filter(({ messages }) => messages > 0);
  const shielded = counted.filter(isRead).reduce((total, group) => total + group.shielded, 0);
  const shut = groups.filter((group) => !isRead(group));
  const opened = groups.filter((group) => !shut.includes(group));
  const notAbout = categories.filter(
    (category) => !reading.some((line) => line.category === 'all' || line.category === category),
  );
  const elsewhere = sum(
    shut.filter(({ late, category }) => !late && !notAbout.some((each) => each === category)),
  );

  const sentence = (language: Language): string => {
    const { about, messages, and, of, left, not, nothing, hidden, ...all } = words[language];
    const whole = newOnes ? all.sentence : all.noNewOnes;
    const name = (oin: Oin) => named(oin)[language === 'nl' ? 'nameNl' : 'nameEn'];
    const parts = [...new Set(opened.map(({ sender }) => sender))].map(
      (oin) => `${messages(sum(opened.filter(({ sender }) => sender === oin)))} ${of} ${name(oin)}`,
    );
    const remaining = [
      ...notAbout.map((category) => about[category] ?? category),
      ...(elsewhere > 0 ? [left(elsewhere)] : []),
    ];
    return (
      whole(parts.length > 0 ? listed(parts, and) : nothing) +
      (remaining.length > 0 ? not(remaining.join(', ')) : '') +
      (shielded > 0 ? hidden(messages(shielded)) : '')
    );
  };

  return {
    opens: lines.map((line) => {
      const covered = groups.filter((group) => isCovered(line, group));
      const kind = { sender: named(line.sender), category: line.category, actions: [...line.actions] };
      return { ...kind, messages: sum(covered), ...days(covered) };
    }),
    staysShut: shut.map((group) => ({
      ...{ sender: named(group.sender), category: group.category ?? undefined },
      ...{ messages: group.messages, oldest: group.oldest, newest: group.newest },
    })),
    notAbout,
    shielded,
    sentenceNl: sentence('nl'),
    sentenceEn: sentence('en'),
  };
}
