import type { Category, ScopeAction } from '../../domain/scope.ts';

/** What people call a category, besides our own word. */
const categoryWords: Readonly<Record<string, Category | 'all'>> = {
  ...{ financieel: 'financial', geld: 'financial', zorg: 'care', overig: 'other', anders: 'other' },
  ...{ alles: 'all', alle: 'all' },
};

/** What people call an action, besides our own word. */
const actionWords: Readonly<Record<string, ScopeAction>> = {
  ...{ lezen: 'read', bevestigen: 'acknowledge', beantwoorden: 'reply', archiveren: 'archive' },
  ...{ opbergen: 'archive', downloaden: 'download', opslaan: 'download', doorsturen: 'forward' },
};

/** Our word for what stands in a cell; a word that is not known stays as it is. */
export function categoryIn(cell: string): string {
  const word = cell.toLowerCase();
  return categoryWords[word] ?? word;
}

/** Our words for the actions in a cell: `lezen, downloaden`, `lezen;downloaden`, `read+download`. */
export const actionsIn = (cell: string): string[] =>
  cell
    .toLowerCase()
    .split(/[\s,;+|/&]+/)
    .filter((word) => word !== '' && word !== 'en' && word !== 'and')
    .map((word) => actionWords[word] ?? word);
