import type { Oin } from '../domain/identifiers.ts';
import { categories, covers, type Scope } from '../domain/scope.ts';
import type { PreviewJson } from './preview.json.ts';
import type { Group, SenderNames } from './preview.store.ts';

type Language = 'nl' | 'en';
interface Words {
  readonly about: Readonly<Record<string, string>>;
  readonly messages: (count: number) => string;
  readonly sentence: (opened: string) => string;
  readonly nothing: string;
  readonly and: string;
  readonly of: string;
  readonly not: (left: string) => string;
  readonly left: (count: number) => string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    about: { financial: 'geldzaken', care: 'zorg', other: 'overig' },
    messages: (count) => (count === 1 ? '1 bericht' : `${count} berichten`),
    sentence: (opened) => `Dit opent nu ${opened}, en nieuwe van dezelfde soort.`,
    nothing: 'nog geen berichten',
    and: 'en',
    of: 'van',
    not: (left) => ` Niet: ${left}.`,
    left: (count) => (count === 1 ? '1 ander bericht' : `${count} andere berichten`),
  },
  en: {
    about: { financial: 'money', care: 'care', other: 'other' },
    messages: (count) => (count === 1 ? '1 message' : `${count} messages`),
    sentence: (opened) => `This opens ${opened} now, and new ones of the same kind.`,
    nothing: 'no messages',
    and: 'and',
    of: 'of',
    not: (left) => ` Not: ${left}.`,
    left: (count) => (count === 1 ? '1 message of another kind' : `${count} messages of other kinds`),
  },
};

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

/** What these lines would open of what a client has now, and what they leave shut. */
export function previewOf(
  lines: readonly Scope[],
  groups: readonly Group[],
  known: ReadonlyMap<Oin, SenderNames>,
): PreviewJson {
  const named = (oin: Oin): SenderNames => known.get(oin) ?? { oin, nameNl: oin, nameEn: oin };
  const reading = lines.filter((line) => line.actions.includes('read'));
  const shut = groups.filter((group) => !reading.some((line) => covers(line, described(group))));
  const opened = groups.filter((group) => !shut.includes(group));
  const notAbout = categories.filter(
    (category) => !reading.some((line) => line.category === 'all' || line.category === category),
  );
  const elsewhere = sum(shut.filter((group) => !notAbout.some((category) => category === group.category)));

  const sentence = (language: Language): string => {
    const { about, messages, and, of, left, not, nothing, sentence: whole } = words[language];
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
      (remaining.length > 0 ? not(remaining.join(', ')) : '')
    );
  };

  return {
    opens: lines.map((line) => {
      const covered = groups.filter((group) => covers(line, described(group)));
      const kind = { sender: named(line.sender), category: line.category, actions: [...line.actions] };
      return { ...kind, messages: sum(covered), ...days(covered) };
    }),
    staysShut: shut.map((group) => ({
      ...{ sender: named(group.sender), category: group.category ?? undefined },
      ...{ messages: group.messages, oldest: group.oldest, newest: group.newest },
    })),
    notAbout,
    sentenceNl: sentence('nl'),
    sentenceEn: sentence('en'),
  };
}
