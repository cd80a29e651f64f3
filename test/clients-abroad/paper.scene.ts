import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, dayOf } from '../../src/domain/day.ts';
import { CONFIG, type Config } from '../../src/platform/config.ts';
import { readPdf } from '../mandates/pdf.ts';
import { citizen, employee, oins, people } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import { flat } from './onboarding.scene.ts';
import { openScene, passport, type Scene } from './scene.ts';

/** Klaus lives in Cologne and has no means of sign-in that he can use. */
export const klaus = { bsn: '999990056', birthDate: '1955-03-14', signsIn: citizen('999990056') } as const;

/** A mandate on paper as an answer holds it. */
export interface Paper extends Record<string, unknown> {
  readonly id: string;
  readonly client: { readonly id: string };
  readonly mandate?: string;
  readonly reference: string;
}

/** Status and code of an answer. */
export const said = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

/** What the paper of Klaus is entered with, and what may be done with it. */
export type PaperScene = Scene & Awaited<ReturnType<typeof setPapers>>;

/** A house with officials, and offices as a test asks for them. */
export async function openPapers(env: Record<string, string> = {}): Promise<PaperScene> {
  const scene = await openScene(env);
  return Object.assign(scene, await setPapers(scene));
}

async function setPapers(scene: Scene) {
  let offices = 0;
  const today = () => dayOf(scene.clock.now());
  /** A recognised office of its own, with Anna who runs it. */
  const office = async (more: Record<string, unknown> = {}) => {
    const kvk = String(92_000_000 + ++offices);
    const id = await scene.world.organisation(kvk, { name: `Kantoor ${kvk}`, ...more });
    await scene.world.employee(id, 'anna', 'administrator');
    return { id, kvk, anna: employee('anna', kvk) };
  };
  /** What Klaus signed, unless a test says otherwise. */
  const signed = (kvk: string | undefined, more: Record<string, unknown> = {}) => ({
    ...{ bsn: klaus.bsn, birthDate: klaus.birthDate, ...(kvk ? { kvk } : {}) },
    ...{ from: today(), until: addDays(today(), 365), note: 'Letter of 20 November.' },
    lines: [{ sender: oins.tax, category: 'financial', actions: ['read', 'download'] }],
    evidence: [
      { ...passport, what: 'authorisation' },
      { ...passport, what: 'identity' },
    ],
    ...more,
  });
  const enter = (body: Record<string, unknown>, who: Claims = people.otto, key?: string) =>
    scene.as(who).post('/v1/paper-mandates', body, key);
  const settle = (id: string, what: 'confirmation' | 'rejection', who: Claims = people.olga, key?: string) =>
    scene.as(who).post(`/v1/paper-mandates/${id}/${what}`, { reason: 'Signature agrees.' }, key);
  const letterOf = async (id: string) => {
    const [row] = await scene.rows(
      'SELECT letter_id AS id FROM paper_mandate WHERE id = $1 AND letter_printed_at IS NOT NULL',
      id,
    );
    if (!row) return undefined;
    const file = join(scene.app.get<Config>(CONFIG).printFolder, String(row.id));
    const note = JSON.parse(await readFile(`${file}.json`, 'utf8')) as { address: string[] };
    return { text: flat(readPdf(await readFile(`${file}.pdf`)).text), address: note.address };
  };
  return {
    ...{ today, office, signed, enter, settle, letterOf },
    /** Otto enters it, and the register was asked. */
    async paper(kvk: string | undefined, more: Record<string, unknown> = {}): Promise<Paper> {
      const entered = await scene.asked(201, enter(signed(kvk, more)));
      await scene.tasks();
      return entered as unknown as Paper;
    },
    /** The same, Olga confirmed it, and the letter went out. */
    async confirmed(kvk: string | undefined, more: Record<string, unknown> = {}): Promise<Required<Paper>> {
      const { id } = await this.paper(kvk, more);
      const body = await scene.asked(200, settle(id, 'confirmation'));
      await scene.tasks();
      return body as unknown as Required<Paper>;
    },
    preview: async (id: string, who: Claims = people.olga) =>
      scene.asked(200, scene.as(who).get(`/v1/paper-mandates/${id}/preview`)),
    mandate: (id: string, who: Claims) => scene.as(who).get(`/v1/mandates/${id}`),
    /** What confirming it answers: status and code. */
    confirm: async (id: string, who: Claims = people.olga) => said(await settle(id, 'confirmation', who)),
    /** What an official reads that stands in the way. */
    async obstacles(id: string): Promise<string[]> {
      const { obstacles } = await this.preview(id);
      return (obstacles as { code: string }[]).map(({ code }) => code);
    },
  };
}

export { oins, passport, people };
