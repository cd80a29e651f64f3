import { normal, picker, randomId, seedOf, share, shuffle, shuffled } from './random.mjs';
import { categories, profiles, senders } from './sizes.mjs';

/**
 * Who is who in a world, before a row is written: which client has a mandate with which office, who works there,
 * and who handles whom. All of it follows from size and seed.
 */
export function plan(size, seed) {
  const world = { size, seed, clients: size.clients };
  world.clientIds = Array.from({ length: size.clients }, (_, n) => randomId(seedOf(seed, 'client'), n));
  world.offices = offices(size, seed);
  world.mandates = mandates(world);
  world.receivers = receivers(size, seed);
  return world;
}

const special = [
  { key: 'fifty', kvk: '90000050' },
  { key: 'fiveHundred', kvk: '90000500' },
  { key: 'fiveThousand', kvk: '90001234' }, // the office of the simulator's cast
  { key: 'fiftyThousand', kvk: '90050000' },
];

function offices(size, seed) {
  const ids = seedOf(seed, 'office');
  const rest = size.offices - special.length;
  const weights = Array.from({ length: rest }, (_, n) => Math.exp(0.9 * normal(ids, n)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const left = size.mandates - size.growing.reduce((sum, count) => sum + count, 0);
  const kindOf = (n) => (share(ids, n, 9) < 0.88 ? 'accountancy' : 'guardianship');
  const all = [
    ...special.map((known, place) => ({ ...known, kind: 'accountancy', count: size.growing[place] })),
    ...weights.map((weight, n) => ({
      ...{
        kvk: String(91_000_000 + n),
        kind: kindOf(n),
        count: Math.max(1, Math.round((left * weight) / total)),
      },
    })),
  ];
  let first = 0;
  return all.map((office, number) => {
    const planned = {
      ...office,
      number,
      id: randomId(ids, number),
      first,
      ...staff(office, size, seed, number),
    };
    first += office.count;
    return planned;
  });
}

/**
 * The employees and teams of an office and which of its clients, by place, each handles. Employee 0 is the
 * administrator, who sees the few whom nobody handles. `readers` are those who open the letters.
 */
function staff({ key, count }, size, seed, number) {
  const people = [{ name: 'administrator', role: 'administrator' }];
  const hire = (name, role = 'handler') => people.push({ name, role }) - 1;
  const assigned = []; // { employee | team, from, until } by place in the office
  const teams = [];
  if (key) {
    const everyone = hire('everyone');
    const unhandled = key === 'fiftyThousand' ? size.sees[0] * 2 : 0;
    teams.push({ name: 'Alle cliënten', members: [everyone, hire('colleague'), hire('reader', 'reader')] });
    assigned.push({ team: 0, from: 0, until: count - unhandled });
    if (count === size.growing[3]) {
      let from = 0;
      for (const [place, seen] of size.sees.entries()) {
        assigned.push({ employee: hire(`sees-${place}`), from, until: from + seen });
        from += seen;
      }
    }
    if (count === size.growing[2]) assigned.push({ employee: hire('sees-0'), from: 0, until: size.sees[0] });
    return { people, teams, assigned, readers: teams[0].members };
  }
  const handlers = Math.min(20, 1 + Math.floor(count / 60));
  for (let n = 0; n < handlers; n++) hire(`handler-${n}`);
  const many = 1 + Math.floor(handlers / 4);
  for (let n = 0; n < many; n++)
    teams.push({
      name: `Team ${n + 1}`,
      members: people.flatMap((_, who) => (who > 0 && who % many === n ? [who] : [])),
    });
  const each = Math.ceil(count / (handlers + many));
  for (let n = 0; n * each < count * 0.98; n++) {
    const place = { from: n * each, until: Math.min(count, (n + 1) * each) };
    assigned.push(n < many ? { team: n, ...place } : { employee: 1 + ((n - many) % handlers), ...place });
  }
  return { people, teams, assigned, readers: people.map((_, who) => who).slice(1), seed, number };
}

/**
 * One mandate for each place of each office with a client of its own, and then: revoked ones (5 %), and second
 * offices for 5 % of the clients. `office[n]`, `client[n]`, `profile[n]`, `revoked[n]` belong to mandate n.
 */
function mandates({ offices: all, size, seed }) {
  const order = shuffled(seedOf(seed, 'order'), size.clients);
  const own = all.reduce((sum, office) => sum + office.count, 0);
  const more = Math.min(Math.floor(own * 0.05), Math.max(0, size.clients - own));
  const twice = Math.floor(own * 0.05);
  const count = own + more + twice;
  const list = {
    count,
    client: new Int32Array(count),
    office: new Int32Array(count),
    profile: new Uint8Array(count),
    revoked: new Uint8Array(count),
    main: new Int32Array(size.clients).fill(-1), // by client: his first mandate
  };
  const draws = seedOf(seed, 'mandate');
  const byKind = Object.fromEntries(
    ['accountancy', 'guardianship'].map((kind) => [
      kind,
      picker(profiles.map((profile) => (profile.kind === kind ? profile.weight : 0))),
    ]),
  );
  let n = 0;
  const add = (client, office, revoked) => {
    list.client[n] = client;
    list.office[n] = office.number;
    list.profile[n] = byKind[office.kind](share(draws, n, 0));
    list.revoked[n] = revoked;
    if (list.main[client] < 0 && !revoked) list.main[client] = n;
    n += 1;
  };
  for (const office of all) for (let place = 0; place < office.count; place++) add(order[n], office, 0);
  for (let extra = 0; extra < more; extra++) add(order[own + extra], all[extra % all.length], 1);
  // A second office, never one of those that are measured: the curves are of exactly so many clients.
  for (let extra = 0; extra < twice; extra++) {
    const first = Math.floor(share(draws, extra, 1) * (own / twice)) + Math.floor((extra * own) / twice);
    const other = all[special.length + (extra % (all.length - special.length))];
    const taken = list.office[Math.min(first, own - 1)] === other.number;
    add(list.client[Math.min(first, own - 1)], taken ? otherThan(all, other) : other, 0);
  }
  return list;
}

const otherThan = (all, office) => all[office.number + 1] ?? all[special.length];

/** Whom each letter goes to, in the order of delivery: some get few and some get many (log-normal). */
function receivers(size, seed) {
  const draws = seedOf(seed, 'receivers');
  const weights = Float64Array.from({ length: size.clients }, (_, n) => Math.exp(0.8 * normal(draws, n)));
  const each = size.messages / weights.reduce((sum, weight) => sum + weight, 0);
  const list = new Int32Array(size.messages);
  let [filled, owed] = [0, 0];
  for (let client = 0; client < size.clients; client++) {
    owed += weights[client] * each;
    for (; filled < Math.min(size.messages, Math.round(owed)); filled++) list[filled] = client;
  }
  return shuffle(draws, list);
}

/** Whether a mandate of a profile lets its office read a letter of sender and category (by number). */
export const inScope = profiles.map(({ lines }) =>
  senders.map((_, sender) =>
    categories.map((__, category) =>
      lines.some(
        ([from, about, actions]) =>
          from === sender && (about === 'all' || about === category) && actions === undefined,
      ),
    ),
  ),
);
