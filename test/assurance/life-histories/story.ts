import { dayAt, written } from './calendar.ts';
import type { Dated, Happening, History } from './happening.ts';
import type { Disagreement } from './probe.ts';

/** What happened, and what the product said to it. */
export type Told = Dated<Happening> & { readonly outcome: string };

const clock = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
});
const moment = (at: number) => `${written(dayAt(at))} ${clock.format(at)}`;

const dayFields = ['on', 'from', 'until', 'finalOn', 'earlier', 'givenOn', 'sentOn', 'startsOn'];

/** One act in a line: when, what, all that was said of it, and the answer. */
function lineOf({ at, what, outcome }: Told): string {
  const { kind, ...rest } = what;
  const said = Object.entries(rest)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) =>
      dayFields.includes(name) ? `${name} ${written(value as number)}` : `${name} ${JSON.stringify(value)}`,
    );
  return `  ${moment(at)}  ${kind}: ${said.join(', ')}${outcome === 'done' ? '' : `  → ${outcome}`}`;
}

/** A disagreement as somebody can read it: the whole life until then, and who saw what. */
export function storyOf(
  { number, letter, who, way, model, product }: Disagreement,
  at: number,
  life: History | undefined,
  told: readonly Told[],
): string {
  const assigned = JSON.stringify(life?.assigned ?? {});
  return [
    `Life ${number} (assigned: ${assigned})`,
    ...told.map(lineOf),
    `  ${moment(at)}  ${who}, ${letter}, ${way}: by the rules ${model}, by the product ${product}`,
  ].join('\n');
}
