/** Words of which each letter has one, so that a search finds some letters and not others. */
export const words = ['aanmaning', 'huurtoeslag', 'fiets', 'gordijn', 'bezwaarschrift', 'kachel'] as const;

/** The word in a letter of this name. */
export const wordOf = (letter: string): string => words[Number(/\d+$/.exec(letter)![0]) % words.length]!;

/** What it says. */
export const bodyOf = (letter: string): string =>
  `Geachte heer of mevrouw, het gaat over: ${wordOf(letter)}.`;
