import { hexText, randomId, seedOf, share } from './random.mjs';
import { row } from './copy.mjs';
import { categories, profiles, senders } from './sizes.mjs';
import { writer } from './words.mjs';

const given = '2026-01-05T09:00:00Z';
const period = ['2026-01-05', '2030-12-31'];
const revokedAt = '2026-10-01T09:00:00Z';

/** The id of the `who`th employee of an office. */
export function personOf(seed) {
  const ids = seedOf(seed, 'employee');
  return ({ number }, who) => randomId(ids, number * 100 + who);
}

/** In the office of the simulator's cast, Joris sees everything: so somebody can sign in over HTTP. */
const subjectOf = ({ kvk }, name) =>
  `simulator:eh-${kvk}-${kvk === '90001234' && name === 'everyone' ? 'joris' : name}`;

/** Senders, clients, offices with their people, and mandates, by table: columns and rows. */
export function officeTables(world, person) {
  const { seed, clients, clientIds, offices, mandates } = world;
  const ids = (kind) => {
    const own = seedOf(seed, kind);
    return (n) => randomId(own, n);
  };
  const [mandateId, lineId, assignmentId, teamId] = ['mandate', 'line', 'assignment', 'team'].map(ids);
  const team = ({ number }, which) => teamId(number * 100 + which);
  const chance = seedOf(seed, 'client facts');
  const { name } = writer(seed);

  function* people() {
    const sealed = hexText(chance, 0, 88); // the world holds no number of anybody
    for (let n = 0; n < clients; n++) {
      const died = share(chance, n, 1) < 0.002 ? '2026-09-01' : null;
      yield row(clientIds[n], hexText(chance, n, 64), sealed, name(n), died, given);
    }
  }
  function* assignments() {
    let n = 0;
    for (const office of offices)
      for (const { team: which, employee, from, until } of office.assigned) {
        const to = [which === undefined ? null : team(office, which), employee && person(office, employee)];
        for (let place = from; place < until; place++) {
          const client = clientIds[mandates.client[office.first + place]];
          yield row(assignmentId(n++), office.id, client, ...to, given);
        }
      }
  }
  function* mandateRows() {
    for (let n = 0; n < mandates.count; n++) {
      const office = offices[mandates.office[n]];
      const over = mandates.revoked[n] === 1;
      yield row(
        ...[mandateId(n), clientIds[mandates.client[n]], office.id, over ? 'revoked' : 'active', ...period],
        ...['2026-03-05', given, person(office, 0), given, given, over ? revokedAt : null],
      );
    }
  }
  function* lines() {
    for (let n = 0; n < mandates.count; n++)
      for (const [place, [sender, category, actions]] of profiles[mandates.profile[n]].lines.entries())
        yield row(
          ...[
            lineId(n * 10 + place),
            mandateId(n),
            clientIds[mandates.client[n]],
            offices[mandates.office[n]].id,
          ],
          ...[
            senders[sender].oin,
            categories[category] ?? 'all',
            actions ?? '{read,acknowledge,archive,download}',
          ],
          ...[`[${period})`, mandates.revoked[n] ? 'f' : 't'],
        );
  }
  const columns = (text) => text.split(' ');
  return {
    sender: [
      columns('oin name_nl name_en assurance since'),
      senders.map((sender) => row(sender.oin, sender.name, sender.name, 'low', given)),
    ],
    message_type: [
      columns('sender code name_nl name_en category assurance'),
      senders.flatMap(({ oin }) =>
        categories.slice(0, 3).map((about) => row(oin, about, about, about, about, 'low')),
      ),
    ],
    client: [columns('id bsn_index bsn_sealed name died_on since'), people()],
    organisation: [
      columns('id kvk name kind standing registered_by registered_at'),
      offices.map(({ id, kvk, kind }) =>
        row(id, kvk, `Kantoor ${kvk}`, kind, 'recognised', 'bench:x', given),
      ),
    ],
    employee: [
      columns('id organisation_id subject name role from_day invited_at'),
      offices.flatMap((office) =>
        office.people.map((who, place) =>
          row(
            ...[person(office, place), office.id, subjectOf(office, who.name), who.name, who.role],
            ...['2020-01-01', given],
          ),
        ),
      ),
    ],
    team: [
      columns('id organisation_id name'),
      offices.flatMap((office) =>
        office.teams.map((its, which) => row(team(office, which), office.id, its.name)),
      ),
    ],
    team_member: [
      columns('team_id employee_id since'),
      offices.flatMap((office) =>
        office.teams.flatMap(({ members }, which) =>
          members.map((who) => row(team(office, which), person(office, who), given)),
        ),
      ),
    ],
    assignment: [columns('id organisation_id client_id team_id employee_id since'), assignments()],
    mandate: [
      columns(
        'id client_id organisation_id state from_day until_day answer_by requested_at requested_by offered_at activated_at ended_at',
      ),
      mandateRows(),
    ],
    scope_line: [
      columns('id mandate_id client_id organisation_id sender category actions period claims'),
      lines(),
    ],
  };
}
