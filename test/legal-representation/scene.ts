import { CourtRegister } from '../../src/legal-representation/court-register.port.ts';
import type {
  CourtRegisterSimulator,
  Mood,
} from '../../src/legal-representation/court-register.simulator.ts';
import { addDays, dayOf } from '../../src/domain/day.ts';
import { newId } from '../../src/platform/ids.ts';
import { birthDates, bsns, citizen, employee, kvks, official, oins } from '../support/cast.ts';
import { type Claims, type House, openHouse } from '../support/house.ts';

/** An order as an answer holds it; a test looks at what matters to it. */
export interface Answered {
  readonly id: string;
  readonly state: string;
  readonly authority?: {
    readonly mandate: string;
    readonly from: string;
    readonly until?: string;
    readonly endsOn?: string;
    readonly endReason?: string;
    readonly suspendedFrom?: string;
    readonly suspendedUntil?: string;
  };
  readonly words: { readonly nl: string; readonly en: string };
  readonly [member: string]: unknown;
}

/** What a scene does besides what a house does. */
export type Scene = House & Awaited<ReturnType<typeof setScene>>;

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n').toString('base64');
/** The order as PDF. */
export const evidence = [{ mediaType: 'application/pdf', content: pdf }];
/** The court of all orders. */
const court = 'Rechtbank Voorbeeldstad';

/** The people of these stories. */
export const cast = {
  gerda: employee('gerda', kvks.haven),
  karim: employee('karim', kvks.haven),
  joris: employee('joris', kvks.vermeer),
  pieter: citizen(bsns.pieter),
  willem: citizen(bsns.willem),
  olga: official('olga'),
  otto: official('otto'),
  register: {
    sub: 'register',
    means: 'machine',
    oin: '00000099000000007000',
    acr: 'http://eidas.europa.eu/LoA/substantial',
  },
} as const;

/** A guardian's office with a handler and an administrator, a bookkeeper's office, two officials, a ward. */
export async function openScene(env: Record<string, string> = {}): Promise<Scene> {
  const house = await openHouse(env);
  return Object.assign(house, await setScene(house));
}

let cases = 0;

async function setScene(house: House) {
  const { world, database } = house;
  await world.senders();
  const haven = await world.organisation(kvks.haven, { name: 'De Haven', kind: 'guardianship' });
  const vermeer = await world.organisation(kvks.vermeer, { name: 'Kantoor Vermeer' });
  const gerda = await world.employee(haven, 'gerda', 'administrator');
  await world.employee(haven, 'karim', 'handler');
  const joris = await world.employee(vermeer, 'joris', 'administrator');
  const pieter = await world.client(bsns.pieter);
  await world.assign(haven, pieter, { employee: gerda });
  await world.assign(vermeer, pieter, { employee: joris });
  // Not ours, so it may be told how to be: as itself when a scene opens.
  const register = house.app.get<CourtRegisterSimulator>(CourtRegister);
  Object.assign(register, { mood: 'well' });
  register.orders.splice(0);
  register.reports.splice(0);

  const today = () => dayOf(house.clock.now());
  /** What De Haven tells of Pieter: a bewind of yesterday, that was handed over at once. */
  const said = (more: Record<string, unknown> = {}) => ({
    ...{ ground: 'bewind', court, caseNumber: `C/99/${++cases} BM`, bsn: bsns.pieter },
    ...{ birthDate: birthDates.pieter, givenOn: addDays(today(), -1), evidence, ...more },
  });
  const expecting = async (status: number, asked: PromiseLike<{ status: number; body: unknown }>) => {
    const { status: got, body } = await asked;
    if (got !== status) throw new Error(`${got} instead of ${status}: ${JSON.stringify(body)}`);
    return body as Answered;
  };
  /** Everything that is due is done. */
  const tasks = () => house.finishTasks();
  const register_ = (more: Record<string, unknown> = {}, who: Claims = cast.gerda) =>
    expecting(201, house.as(who).post('/v1/court-orders', said(more)));
  const act = (who: Claims, order: { id: string }, move: string, body?: unknown, key?: string) =>
    house.as(who).post(`/v1/court-orders/${order.id}/${move}`, body, key);
  const see = async (who: Claims, order: { id: string }) =>
    expecting(200, house.as(who).get(`/v1/court-orders/${order.id}`));

  const scene = {
    ...{
      said,
      expecting,
      tasks,
      act,
      see,
      today,
      register,
      haven,
      vermeer,
      pieter,
      employees: { gerda, joris },
    },
    handIn: register_,
    /** Handed in, and the registers were asked. */
    async waiting(more: Record<string, unknown> = {}, who: Claims = cast.gerda): Promise<Answered> {
      const order = await register_(more, who);
      await tasks();
      return order;
    },
    approve: (who: Claims, order: { id: string }, more: object = {}) =>
      act(who, order, 'approval', { reason: 'Compared with the order.', ...more }),
    /** Handed in, and approved by two officials. */
    async verified(more: Record<string, unknown> = {}, who: Claims = cast.gerda): Promise<Answered> {
      const order = await this.waiting(more, who);
      await expecting(200, this.approve(cast.olga, order));
      return expecting(200, this.approve(cast.otto, order));
    },
    change: (order: { id: string }, kind: string, on: string, more: object = {}) =>
      act(cast.olga, order, 'changes', { kind, on, reason: 'Decision of the court.', ...more }),
    /** A message for Pieter; whether De Haven opens it, and if not why. */
    async opens(message: string, who: Claims = cast.gerda): Promise<string> {
      const { status, body } = await house.as(who).get(`/v1/messages/${message}`);
      return status === 200 ? 'opens' : ((body as { code: string }).code ?? String(status));
    },
    setMood: (mood: Mood) => void Object.assign(register, { mood }),
    /** What the judiciary's register knows: what was said of an order, unless a test says otherwise. */
    knows: (order: { caseNumber?: unknown }, more: object = {}) =>
      register.orders.push({
        ...{ ground: 'bewind', court, caseNumber: String(order.caseNumber), ward: bsns.pieter },
        ...{ guardian: kvks.haven, givenOn: addDays(today(), -1), from: today(), ...more },
      }),
    report: (told: object) => house.as(cast.register).post('/v1/court-register-reports', { court, ...told }),
    trail: async (action: string) =>
      (
        await database.admin.query<Record<string, unknown>>(
          'SELECT * FROM trail WHERE action = $1 ORDER BY position',
          [action],
        )
      ).rows,
    notices: async (who: Claims, kind: string) =>
      ((await house.as(who).get(`/v1/notices?kind=${kind}`)).body as { items: Record<string, never>[] })
        .items,
    mandate: async (id: string) =>
      (await database.admin.query<Record<string, unknown>>('SELECT * FROM mandate WHERE id = $1', [id]))
        .rows[0],
    newKey: () => newId(),
  };
  return scene;
}

export { bsns, kvks, oins };
