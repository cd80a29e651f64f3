import { hexText, picker, randomId, seedOf, share, timedId } from './random.mjs';
import { row } from './copy.mjs';
import { inScope } from './plan.mjs';
import { categories, firstDelivery, lastDelivery, senders } from './sizes.mjs';
import { writer } from './words.mjs';

const day = 86_400_000;
const instant = (at) => new Date(at).toISOString();
const nothing = '\\N';
const kinds = ['objection', 'payment', 'information'];

/** What each letter is, by its number; each fact by itself, since there are ten million letters. */
function letters({ seed, size, receivers }) {
  const draws = seedOf(seed, 'message');
  const sender = picker(senders.map(({ weight }) => weight));
  const category = senders.map(({ spread }) => picker(spread));
  const between = (lastDelivery - firstDelivery) / size.messages;
  const at = (n) => Math.floor(firstDelivery + between * (n + share(draws, n, 0)));
  const from = (n) => sender(share(draws, n, 1));
  return {
    at,
    from,
    client: (n) => receivers[n],
    id: (n) => timedId(draws, n, at(n)),
    category: (n) => category[from(n)](share(draws, n, 2)),
    assurance(n) {
      const level = share(draws, n, 3);
      return level < 0.965 ? 'low' : level < 0.995 ? 'substantial' : 'high';
    },
    attachments: (n) => (share(draws, n, 4) < 0.05 ? 1 + (n % 2) : 0),
    replyIn: (n) => (share(draws, n, 5) < 0.03 ? 14 + (n % 29) : undefined),
    officeReading: (n) => share(draws, n, 6), // below 0.3: somebody of the office read it
    ownReading: (n) => share(draws, n, 7),
  };
}

/** The letters and what was done with them, by table: columns and rows. */
export function letterTables(world, person) {
  const { seed, clientIds, offices, mandates } = world;
  const letter = letters(world);
  const text = writer(seed);
  const file = seedOf(seed, 'file');
  const hash = hexText(file, 0, 64);

  /** Who of the first office of this client opens this letter, if that office may read it at all. */
  const readerOf = (n) => {
    const mandate = mandates.main[letter.client(n)];
    if (mandate < 0 || letter.assurance(n) === 'high') return undefined;
    if (!inScope[mandates.profile[mandate]][letter.from(n)][letter.category(n)]) return undefined;
    const office = offices[mandates.office[mandate]];
    return { office, employee: person(office, office.readers[n % office.readers.length]) };
  };

  function* messages() {
    for (let n = 0; n < world.size.messages; n++) {
      const about = categories[letter.category(n)] ?? nothing;
      const at = letter.at(n);
      const replyIn = letter.replyIn(n);
      const reply = replyIn
        ? `${instant(at + replyIn * day).slice(0, 10)}\t${kinds[n % 3]}`
        : `${nothing}\t${nothing}`;
      yield `${clientIds[letter.client(n)]}\t${letter.id(n)}\t${senders[letter.from(n)].oin}\t${about}\t${about}\t${letter.assurance(n)}\t${text.subject(n, categories[letter.category(n)])}\t${text.body(n)}\t${instant(at)}\t${reply}\t${letter.attachments(n)}\n`;
    }
  }
  function* files(...values) {
    for (let n = 0; n < world.size.messages; n++)
      for (let place = 0, count = letter.attachments(n); place < count; place++)
        yield row(clientIds[letter.client(n)], letter.id(n), randomId(file, n * 2 + place), ...values);
  }
  function* marks() {
    for (let n = 0; n < world.size.messages; n++) {
      const client = clientIds[letter.client(n)];
      if (letter.ownReading(n) < 0.1)
        yield row(client, letter.id(n), `citizen:${client}`, instant(letter.at(n) + day), null);
      const reading = letter.officeReading(n);
      const reader = reading < 0.3 ? readerOf(n) : undefined;
      if (!reader) continue;
      const archived = reading < 0.06 ? instant(letter.at(n) + day) : null;
      const key = `employee:${reader.employee}:${reader.office.id}`;
      yield row(client, letter.id(n), key, instant(letter.at(n) + day / 2), archived);
    }
  }
  function* work() {
    for (let n = 0; n < world.size.messages; n++) {
      const reading = letter.officeReading(n);
      const reader = reading < 0.05 ? readerOf(n) : undefined;
      if (!reader) continue;
      const [state, holder] = reading < 0.04 ? ['handled', null] : ['taken', reader.employee];
      const client = clientIds[letter.client(n)];
      const at = instant(letter.at(n) + day);
      yield row(reader.office.id, letter.id(n), client, state, holder, reader.employee, at, 1);
    }
  }
  const whose = ['client_id', 'message_id'];
  return {
    message: [
      'client_id id sender type category assurance subject body delivered_at reply_by reply_kind attachments'.split(
        ' ',
      ),
      messages(),
    ],
    attachment: [
      [...whose, 'id', 'name', 'media_type', 'size', 'sha256'],
      files('beschikking.pdf', 'application/pdf', 8, hash),
    ],
    attachment_part: [[...whose, 'attachment_id', 'place', 'bytes'], files(0, '\\\\x255044462d312e34')],
    message_mark: [[...whose, 'reader', 'read_at', 'archived_at'], marks()],
    message_work: [
      'organisation_id message_id client_id state holder changed_by changed_at version'.split(' '),
      work(),
    ],
  };
}
