import { picker, seedOf, share } from './random.mjs';

/** Words of letters from government: few words often, many seldom, as in any language (Zipf). */
const common =
  'de het een u uw van op en in is voor met aan wij dat niet te bij om over dit kunt naar als heeft moet worden door bedrag brief datum gegevens betalen ontvangen termijn besluit aanvraag'.split(
    ' ',
  );
const subjects =
  'inkomsten omzet vermogens loon erf schenk motorrijtuigen onroerendezaak huur zorg kinder studie pensioen bijstands werkloosheids arbeids waterschaps rioleringen afvalstoffen parkeer overdrachts dividend vennootschaps hypotheek energie'.split(
    ' ',
  );
const things =
  'belasting toeslag aanslag verklaring heffing premie uitkering beschikking aangifte teruggaaf vermindering regeling bijdrage vergoeding voorschot vordering verrekening controle vrijstelling korting opgave kwijtschelding betaling herziening'.split(
    ' ',
  );
const loose =
  'bezwaarschrift machtiging herinnering betalingsregeling invorderingsrente coördinatie financiële één ingangsdatum rekeningnummer bijlage toelichting gemeente jaaropgave verhuizing zelfstandige ondernemer partner geïnformeerd reëel'.split(
    ' ',
  );
/** Said in so many of a thousand letters: what a search looks for. */
const marked = [
  ['Maak bezwaar binnen zes weken als u het niet eens bent met deze beslissing.', 120],
  ['U krijgt een naheffing over het vorige tijdvak.', 10],
  ['Het gaat om de canon van uw erfpacht.', 1],
];
const openings = {
  financial: [
    'Voorlopige aanslag',
    'Definitieve aanslag',
    'Beschikking',
    'Aanmaning',
    'Betalingsherinnering',
  ],
  care: ['Indicatiebesluit', 'Eigen bijdrage', 'Zorgplan', 'Beschikking hulp'],
  other: ['Mededeling', 'Wijziging van uw gegevens', 'Uitnodiging', 'Bevestiging'],
};
const first =
  'Anna Bram Chantal Daan Eva Femke Gijs Hanna Ibrahim Jan Karin Lars Mila Noor Omar Petra Quinten René Sanne Thijs Ümit Vera Willem Xandra Yusuf Zoë'.split(
    ' ',
  );
const last =
  'Jansen|de Vries|van den Berg|Bakker|Smit|Visser|Meijer|de Boer|Mulder|de Groot|Bos|Vos|Peters|Hendriks|Dekker|Brouwer|de Wit|Dijkstra|Yılmaz|el Amrani|Nguyen|Çelik|Haddad|Kuijpers'.split(
    '|',
  );

/** The rare vocabulary: every subject with every thing, `inkomstenbelasting` and so on. */
const vocabulary = [
  ...common,
  ...loose,
  ...subjects.flatMap((subject) => things.map((thing) => subject + thing)),
];

/** What the benchmark searches for; how often each occurs is counted in the world and printed. */
export const searches = {
  common: 'bedrag',
  medium: 'naheffing',
  rare: 'erfpacht',
  'two, both common': 'bedrag betalen',
  'two, one rare': 'bedrag erfpacht',
};

/** Makes the texts of one world. Paragraphs are made once and put together anew for each letter. */
export function writer(seed) {
  const words = seedOf(seed, 'words');
  const weights = vocabulary.map((_, rank) => 1 / (rank + 2));
  const word = picker(weights);
  const paragraphs = Array.from({ length: 4_096 }, (_, number) => {
    const said = Array.from({ length: 17 }, (__, place) => vocabulary[word(share(words, number, place))]);
    said[8] += '.';
    said[9] = said[9][0].toUpperCase() + said[9].slice(1);
    const text = said.join(' ');
    return `${text[0].toUpperCase()}${text.slice(1)}. `;
  });
  const paragraph = (n, lane) => paragraphs[Math.floor(share(words, n, lane) * paragraphs.length)];
  const remarks = (n) =>
    marked
      .map(([text, often], place) => (share(words, n, 50 + place) < often / 1000 ? `${text} ` : ''))
      .join('');
  return {
    name: (n) =>
      `${first[Math.floor(share(words, n, 60) * first.length)]} ${last[Math.floor(share(words, n, 61) * last.length)]}`,
    subject(n, category) {
      const list = openings[category ?? 'other'];
      const about = vocabulary[common.length + word(share(words, n, 62))] ?? 'gegevens';
      return `${list[Math.floor(share(words, n, 63) * list.length)]} ${about}`;
    },
    /** About 600 characters; each letter has a number of its own. */
    body: (n) =>
      `Geachte heer of mevrouw, ${paragraph(n, 64)}${paragraph(n, 65)}${paragraph(n, 66)}${remarks(n)}Uw kenmerk is ${1_000_000 + n}.`,
  };
}
