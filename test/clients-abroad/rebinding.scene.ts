import { european, oins } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import { inLetters } from '../support/in-letters.ts';
import { openScene, passport } from './scene.ts';

let many = 0;
/** Somebody of a country whom no register knows, with an identifier for each passport that he had. */
export const someone = (country: string) => {
  const [family, born] = [`Wanderer ${inLetters(many++)}`, '1966-08-08'];
  return (passportOf: number): Claims =>
    european(`${country}/NL/${family.replaceAll(' ', '-')}-${passportOf}`, ['Toni', family], born);
};

/** A scene with an office, in which people come with another means. */
export type RebindingScene = Awaited<ReturnType<typeof openRebindings>>;

/** Opens one. */
export async function openRebindings(env: Record<string, string> = {}) {
  const scene = await openScene(env);
  const office = await scene.world.organisation('90001234');
  const line = { sender: oins.tax, category: 'financial', actions: ['read'] };
  return Object.assign(scene, {
    /** Gives the office a mandate. */
    give: (who: Claims) =>
      scene.asked(
        201,
        scene.as(who).post('/v1/mandates', {
          ...{ organisation: office, lines: [line], from: scene.world.day(0), until: scene.world.day(90) },
        }),
      ),
    /** The code that is handed over from the other sign-in. */
    async announce(who: Claims): Promise<{ code: string; until: string }> {
      const path = '/v1/clients-abroad/rebinding-codes';
      const { code, until } = await scene.asked(201, scene.as(who).post(path, { confirmed: true }));
      return { code: String(code), until: String(until) };
    },
    rebind: (who: Claims, more: Record<string, unknown>, key?: string) =>
      scene.as(who).post('/v1/clients-abroad/rebindings', { confirmed: true, ...more }, key),
    mandatesOf: async (who: Claims) =>
      (await scene.as(who).get('/v1/mandates')).body.items as { id: string }[],
    /** The case that waits, in which this client is a candidate. */
    async waitingFor(client: string) {
      for (const { id } of await scene.cases('rebinding')) {
        const seen = await scene.see(id);
        if ((seen.candidates as { client: string }[]).some((each) => each.client === client)) return seen;
      }
      throw new Error('nothing waits');
    },
  });
}

/** Somebody of a country who differs in everything from whom {@link someone} makes. */
export const stranger = (country: string): Claims => ({ ...someone(country)(1), birthdate: '1990-01-01' });

/** Whose each of these means is now, or why it opens nothing. */
export const whose = (scene: RebindingScene, ...means: Claims[]): Promise<(string | undefined)[]> =>
  Promise.all(means.map(async (each) => (await scene.me(each)).client ?? (await scene.me(each)).code));

/** Whom the holder of an account is, as a form says it. */
export const asPerson = (holder: Claims) => ({
  ...{ givenNames: 'Toni', familyName: String(holder.family_name), birthDate: '1966-08-08' },
});

/** Somebody asks for the account of another with evidence, and two officials believe him. Tells the case. */
export async function takenOver(
  scene: RebindingScene,
  holder: Claims,
  client: string,
  by: Claims,
  person?: object,
): Promise<string> {
  const more = { evidence: [passport], formerIdentifier: String(holder.eidas_id), person };
  await scene.asked(202, scene.rebind(by, more));
  await scene.tasks();
  const { id } = await scene.waitingFor(client);
  await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
  return id;
}
