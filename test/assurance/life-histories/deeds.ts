import type { Response } from 'supertest';
import { oins, people } from '../../support/cast.ts';
import { type DayNumber, written } from './calendar.ts';
import type { Happening, Office, Order, Shield } from './happening.ts';
import { birthDate, type LifeScene, officialOf, register, type Ward } from './scene.ts';
import { bodyOf } from './words.ts';

/** `done`, or the answer by which the product refused. */
export type Outcome = string;

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n').toString('base64');
const nothing = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';
const reason = 'It was looked at, and it cannot wait.';
const day = (number?: DayNumber) => (number === undefined ? undefined : written(number));
const oinsOf = (names?: readonly (keyof typeof oins)[]) => names?.map((name) => oins[name]);

/** What people do with one client, by the API wherever somebody would use it. */
export class Deeds {
  /** Ids in the product, by the names of the history. Those of mandates and orders are of the mandates they gave. */
  readonly ids = new Map<string, string>();
  private readonly orderIds = new Map<string, string>();

  constructor(
    private readonly scene: LifeScene,
    private readonly ward: Ward,
  ) {}

  async deliver(what: Happening & { kind: 'delivered' }, at: number): Promise<Outcome> {
    const typed = what.about === 'financial' ? 'assessment' : what.about === 'care' ? 'support' : null;
    const id = await this.scene.house.world.message(this.ward.id, {
      ...{ sender: oins[what.sender], type: typed, category: what.about === 'untyped' ? null : what.about },
      ...{ subject: what.message, body: bodyOf(what.message), delivered_at: new Date(at) },
    });
    this.ids.set(what.message, id);
    return 'done';
  }

  async grant({ mandate, office, lines, from, until }: Happening & { kind: 'granted' }): Promise<Outcome> {
    const answer = await this.client('/v1/mandates', {
      ...{ organisation: this.scene.officeIds[office], from: day(from), until: day(until) },
      lines: lines.map(({ sender, about, reads }) => ({
        ...{ sender: oins[sender], category: about, actions: reads ? ['read', 'download'] : ['download'] },
      })),
    });
    return this.kept(mandate, answer);
  }

  async byClient(mandate: string, move: string, body?: unknown): Promise<Outcome> {
    return said(await this.client(`/v1/mandates/${this.id(mandate)}/${move}`, body));
  }

  async byOffice(mandate: string, office: Office, move: string): Promise<Outcome> {
    return said(await this.office(office, `/v1/mandates/${this.id(mandate)}/${move}`));
  }

  async byOfficial(name: string, mandate: string, move: string): Promise<Outcome> {
    return said(await this.official(name, `/v1/mandates/${this.id(mandate)}/${move}`));
  }

  /** Ends every line of a sender that is open, or leaves it the download only. */
  async narrow(mandate: string, sender: keyof typeof oins, ends: boolean, today: string): Promise<Outcome> {
    const seen = await this.asClient().get(`/v1/mandates/${this.id(mandate)}`);
    if (seen.status !== 200) return said(seen);
    const lines = (
      seen.body as { lines: { id: string; sender: { oin?: string }; endedAt?: string; endsOn?: string }[] }
    ).lines.filter((line) => line.sender.oin === oins[sender] && !line.endedAt && !(line.endsOn! <= today));
    if (lines.length === 0) return 'there is no such line';
    if (!ends) {
      const left = lines.map(({ id }) => ({ id, actions: ['download'] }));
      return this.byClient(mandate, 'narrowing', { lines: left });
    }
    let outcome = 'done';
    for (const { id } of lines) outcome = await this.byClient(mandate, `scope-lines/${id}/end`);
    return outcome;
  }

  async handIn(order: Order): Promise<Outcome> {
    const answer = await this.office(order.office, '/v1/court-orders', {
      ...{ ground: order.ground, bsn: this.ward.bsn, birthDate, court: 'Rechtbank Voorbeeldstad' },
      ...{ caseNumber: `C/99/${order.order}`, evidence: [{ mediaType: 'application/pdf', content: pdf }] },
      ...{ givenOn: day(order.givenOn), sentOn: day(order.sentOn), startsOn: day(order.startsOn) },
      ...{ until: day(order.until), partial: order.partial, divided: order.divided },
      ...{ senders: oinsOf(order.senders), categories: order.categories },
      position: order.replaces ? 'successor' : order.beside ? 'additional' : 'sole',
    });
    if (answer.status === 201) this.orderIds.set(order.order, (answer.body as { id: string }).id);
    return said(answer);
  }

  async approve(order: Order, official: string): Promise<Outcome> {
    const replaces = order.replaces && this.ids.get(order.replaces);
    const answer = await this.official(official, this.orderPath(order.order, 'approval'), {
      reason,
      replaces,
    });
    const { authority } = answer.body as { authority?: { mandate: string } };
    if (authority) this.ids.set(order.order, authority.mandate);
    return said(answer);
  }

  async ofOrder(order: string, move: string, official: string, more: object = {}): Promise<Outcome> {
    return said(await this.official(official, this.orderPath(order, move), { reason, ...more }));
  }

  async shield({ shield, byOrder, office, message, sender, about }: Shield, today: string): Promise<Outcome> {
    const what = { message: message && this.id(message), sender: sender && oins[sender], category: about };
    const ordered = { caseNumber: 'C/99/SHIELD', orderedOn: today, fromEveryone: office === undefined };
    return this.kept(
      shield,
      byOrder
        ? await this.official('otto', `/v1/mandates/${this.id(byOrder)}/shields`, { ...what, ...ordered })
        : await this.client('/v1/shields', {
            ...what,
            organisation: office && this.scene.officeIds[office],
          }),
    );
  }

  async endShield(shield: string, byOrder: string | undefined, today: string): Promise<Outcome> {
    const end = `shields/${this.id(shield)}/end`;
    if (byOrder === undefined) return said(await this.client(`/v1/${end}`));
    const lifting = { caseNumber: 'C/99/LIFTED', decidedOn: today, reason };
    const path = `/v1/mandates/${this.id(byOrder)}/${end}`;
    const first = said(await this.official('otto', path, lifting));
    return first === 'done' ? said(await this.official('olga', path, lifting)) : first;
  }

  async tell(kind: string, on: DayNumber, bsn: string, eventId: string): Promise<Outcome> {
    const told = {
      eventId,
      bsn,
      kind,
      effectiveOn: written(on),
      ...(kind === 'death' ? {} : { country: 'BE' }),
    };
    return said(await this.scene.house.as(register).post('/v1/life-events', told));
  }

  async urgentAct(of: string, act: string, office: Office, until: DayNumber): Promise<Outcome> {
    const path = `/v1/mandates/${this.id(of)}/urgent-acts`;
    const asked = await this.office(office, path, { reason, until: written(until) });
    if (this.kept(act, asked) !== 'done') return said(asked);
    return said(await this.official('olga', `/v1/urgent-acts/${this.id(act)}/permission`));
  }

  private id = (name: string): string => this.ids.get(name) ?? nothing;

  private orderPath = (order: string, move: string) =>
    `/v1/court-orders/${this.orderIds.get(order) ?? nothing}/${move}`;

  private kept(name: string, answer: Response): Outcome {
    if (answer.status === 201) this.ids.set(name, (answer.body as { id: string }).id);
    return said(answer);
  }

  private asClient() {
    const { bsn } = this.ward;
    return this.scene.house.as({ ...people.yasmina, sub: `digid-${this.ward.id}`, bsn });
  }

  private client = async (path: string, body?: unknown): Promise<Response> =>
    this.asClient().post(path, body);

  private office = async (office: Office, path: string, body?: unknown): Promise<Response> =>
    this.scene.house.as(this.scene.claimsOf(office, 'chief')).post(path, body);

  private official = async (name: string, path: string, body: object = { reason }): Promise<Response> =>
    this.scene.house.as(officialOf(name)).post(path, body);
}

/** An answer in one word. */
function said({ status, body }: Response): Outcome {
  if (status < 300) return 'done';
  const { code, errors } = body as { code?: string; errors?: unknown };
  return `${status} ${code}${errors ? ` ${JSON.stringify(errors)}` : ''}`;
}
