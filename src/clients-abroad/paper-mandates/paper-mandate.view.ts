import type { Oin } from '../../domain/identifiers.ts';
import { categories } from '../../domain/scope.ts';
import { scopeLines } from '../../domain/scope.words.ts';
import type { Language } from '../../platform/language.ts';
import { lastDay, writtenOut } from '../../platform/written-out.ts';
import type { PaperLineJson, PaperMandateJson, PaperPreviewJson } from './paper-mandate.json.ts';
import type { PaperMandate } from './paper-mandate.row.ts';

/** What senders are called, by their OIN. */
export type SenderNames = ReadonlyMap<Oin, { readonly nameNl: string; readonly nameEn: string }>;

/** The lines with what their senders are called. */
export const namedLines = ({ lines }: Pick<PaperMandate, 'lines'>, names: SenderNames) =>
  lines.map(({ sender, category, actions }) => ({
    ...{ category, actions },
    sender: { oin: sender, ...(names.get(sender) ?? { nameNl: sender, nameEn: sender }) },
  })) satisfies readonly PaperLineJson[];

/** One, as officials see it. */
export const paperMandateJson = (paper: PaperMandate, names: SenderNames): PaperMandateJson => ({
  ...{ id: paper.id, state: paper.state, note: paper.note, reference: paper.reference, person: paper.person },
  client: { id: paper.client, name: paper.clientName },
  organisation: { id: paper.organisation, ...paper.office },
  lines: namedLines(paper, names),
  ...{ from: paper.period.from, until: paper.period.until },
  ...{ enteredBy: paper.entered.by, enteredAt: paper.entered.at.toISOString() },
  decision: paper.decision && { ...paper.decision, at: paper.decision.at.toISOString() },
  mandate: paper.mandate?.id,
  letterPrintedAt: paper.letter?.printedAt?.toISOString(),
});

const words: Readonly<
  Record<Language, (office: string, lines: string, from: string, last: string) => string>
> = {
  nl: (office, lines, from, last) =>
    `${office} mag vanaf ${from} tot en met ${last}: ${lines}. Ook oudere berichten van deze soort, en geen andere berichten.`,
  en: (office, lines, from, last) =>
    `From ${from} up to and including ${last} ${office} may: ${lines}. Also older messages of this kind, and no other messages.`,
};

/** What confirming it would open. */
export function previewOf(
  paper: PaperMandate,
  names: SenderNames,
  obstacles: PaperPreviewJson['obstacles'],
): PaperPreviewJson {
  const { office, period, lines } = paper;
  const named = namedLines(paper, names);
  const said = (language: Language) =>
    words[language](
      office.name,
      scopeLines(named, language).join('; '),
      writtenOut(period.from, language),
      lastDay(period.until, language),
    );
  const isAbout = (category: string) =>
    lines.some((line) => line.category === 'all' || line.category === category);
  return {
    opens: named,
    notAbout: categories.filter((category) => !isAbout(category)),
    obstacles,
    words: { nl: said('nl'), en: said('en') },
  };
}
