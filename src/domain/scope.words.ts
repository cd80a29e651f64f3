import type { Category, ScopeAction } from './scope.ts';

type Language = 'nl' | 'en';

/** A scope line with what its sender is called. */
export interface NamedLine {
  readonly sender: { readonly nameNl: string; readonly nameEn: string };
  readonly category: Category | 'all';
  readonly actions: readonly ScopeAction[];
}

const categories: Readonly<Record<Language, Readonly<Record<Category | 'all', string>>>> = {
  nl: {
    financial: 'berichten over geld',
    care: 'berichten over zorg',
    other: 'andere berichten',
    all: 'alle berichten',
  },
  en: {
    financial: 'messages about money',
    care: 'messages about care',
    other: 'other messages',
    all: 'all messages',
  },
};
const actions: Readonly<Record<Language, Readonly<Record<ScopeAction, string>>>> = {
  nl: {
    read: 'lezen',
    acknowledge: 'bevestigen',
    reply: 'beantwoorden',
    archive: 'opbergen',
    download: 'downloaden',
    forward: 'doorsturen',
  },
  en: {
    read: 'read',
    acknowledge: 'confirm',
    reply: 'answer',
    archive: 'put away',
    download: 'download',
    forward: 'pass on',
  },
};

const lists = { nl: new Intl.ListFormat('nl-NL'), en: new Intl.ListFormat('en-GB') } as const;

/** Scope lines as people read them: sender, category, and what the representative may do. */
export const scopeLines = (lines: readonly NamedLine[], language: Language): string[] =>
  lines.map((line) => {
    const sender = language === 'nl' ? line.sender.nameNl : line.sender.nameEn;
    const verbs = lists[language].format(line.actions.map((action) => actions[language][action]));
    return `${sender}: ${categories[language][line.category]} (${verbs})`;
  });
