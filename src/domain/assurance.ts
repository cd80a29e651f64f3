/** How sure the means of sign-in is of the person (betrouwbaarheidsniveau), lowest first. */
export const assuranceLevels = ['low', 'substantial', 'high'] as const;

/** DigiD Midden and EH2/EH2+ are low; DigiD Substantieel and EH3 substantial; DigiD Hoog and EH4 high. */
export type Assurance = (typeof assuranceLevels)[number];

const rank: Readonly<Record<Assurance, number>> = { low: 0, substantial: 1, high: 2 };

/** Whether what someone has suffices for what is needed (R5, R6). */
export const suffices = (has: Assurance, needed: Assurance): boolean => rank[has] >= rank[needed];

/** Of levels that contradict each other the lowest counts; of none the lowest there is (R5). */
export const lowest = (...levels: Assurance[]): Assurance =>
  assuranceLevels.find((level) => levels.includes(level)) ?? 'low';

/** R6: the needed assurance is the highest that platform, sender and message type ask. */
export const highest = (...levels: Assurance[]): Assurance =>
  levels.reduce((most, level) => (suffices(level, most) ? level : most), 'low');
