/**
 * How large a world is. `growing` are the four offices along which the curves are drawn, `sees` how many clients
 * the employees see who see little of the largest office.
 */
export const sizes = {
  tiny: {
    clients: 2_000,
    messages: 20_000,
    offices: 10,
    mandates: 1_700,
    growing: [20, 100, 400, 1_000],
    sees: [10, 50, 150],
  },
  small: {
    clients: 100_000,
    messages: 1_000_000,
    offices: 60,
    mandates: 65_000,
    growing: [50, 500, 5_000, 50_000],
    sees: [50, 500, 1_500],
  },
  full: {
    clients: 1_000_000,
    messages: 10_000_000,
    offices: 500,
    mandates: 200_000,
    growing: [50, 500, 5_000, 50_000],
    sees: [50, 500, 1_500],
  },
};

/** The instant of the last message. Fixed, so that the world repeats; mandates run until 2030-12-31. */
export const lastDelivery = Date.parse('2026-11-23T12:00:00Z');
export const firstDelivery = Date.parse('2024-02-28T12:00:00Z');

/** The categories of a message by number; the last is a message without one (R36). */
export const categories = ['financial', 'care', 'other', undefined];

const oin = (place) => `00000099${String(1_000 + place).padStart(12, '0')}`;

/** Name, how much it sends, and how its letters are spread over the categories. */
export const senders = [
  ['Belastingdienst', 44, [95, 0, 3, 2]],
  ['Dienst Toeslagen', 18, [90, 6, 2, 2]],
  ['Sociale Verzekeringsbank', 8, [80, 15, 3, 2]],
  ['UWV', 8, [70, 10, 18, 2]],
  ['DUO', 6, [80, 0, 18, 2]],
  ['CAK', 5, [50, 46, 2, 2]],
  ['RDW', 5, [30, 0, 65, 5]],
  ['CJIB', 4, [95, 0, 3, 2]],
  ['Gemeente Amsterdam', 3, [60, 20, 15, 5]],
  ['Gemeente Rotterdam', 3, [60, 20, 15, 5]],
  ['Gemeente Utrecht', 2, [60, 20, 15, 5]],
  ['Gemeente Eindhoven', 2, [60, 20, 15, 5]],
  ['Waterschap Rijn en Maas', 2, [98, 0, 1, 1]],
  ['Kadaster', 2, [20, 0, 78, 2]],
  ['CBR', 1, [5, 0, 93, 2]],
  ['IND', 1, [5, 0, 93, 2]],
  ['RVO', 1, [60, 0, 38, 2]],
  ['CIZ', 1, [0, 97, 1, 2]],
  ['Pensioenregister', 1, [80, 0, 18, 2]],
  ['Kamer van Koophandel', 1, [30, 0, 68, 2]],
].map(([name, weight, spread], place) => ({ oin: oin(place), name, weight, spread }));

/** What mandates cover: how many have it, the kind of office, and [sender, category or 'all', actions if unusual]. */
export const profiles = [
  [
    45,
    'accountancy',
    [
      [0, 'all'],
      [1, 'all'],
      [3, 0],
    ],
  ],
  [
    25,
    'accountancy',
    [
      [0, 'all'],
      [1, 0],
      [3, 0],
      [4, 0],
      [8, 0],
    ],
  ],
  [19, 'accountancy', [[0, 0]]],
  [
    1,
    'accountancy',
    [
      [0, 0, '{acknowledge}'],
      [1, 0],
    ],
  ], // a line without reading
  [10, 'guardianship', [0, 1, 2, 3, 5, 7].map((sender) => [sender, 'all'])],
].map(([weight, kind, lines]) => ({ weight, kind, lines }));
