import { employee } from '../support/cast.ts';
import { kvks, type people, type Scene, setScene } from './scene.ts';

/** What anyone is told of the work on a message. */
export interface Told {
  readonly work?: {
    readonly state: string;
    readonly holder?: { readonly id: string; readonly name: string };
    readonly note?: string;
    readonly changedBy?: { readonly name: string };
  };
  readonly items: readonly {
    readonly act: string;
    readonly by?: { readonly name: string };
    readonly holder?: { readonly name: string };
    readonly note?: string;
  }[];
}

/** Colleagues of Joris: Cees handles the same clients, Dirk none of them. */
export const [cees, dirk] = [employee('cees', kvks.vermeer), employee('dirk', kvks.vermeer)];

/** Joris, Cees and the reader Bob handle Yasmina and Pieter at Vermeer's. Yasmina has a mandate with both offices. */
export async function openOffice() {
  const scene: Scene = await setScene();
  const { house, vermeer, haven, yasmina, pieter } = scene;
  const { world } = house;
  const { rows } = await house.database.admin.query<{ id: string; name: string }>(
    'SELECT id, name FROM employee',
  );
  const known = (name: string) => rows.find((row) => row.name === name)?.id ?? '';
  const ids = {
    ...{ cees: await world.employee(vermeer, 'cees'), dirk: await world.employee(vermeer, 'dirk') },
    ...{ bob: known('bob'), gerda: known('gerda') },
  };
  for (const client of [yasmina, pieter]) await world.assign(vermeer, client, { employee: ids.cees });
  const mandate = await world.mandate({ client: yasmina, organisation: vermeer });
  await world.mandate({ client: yasmina, organisation: haven });
  const as = (who: object) => house.as(who as typeof people.joris);
  return {
    ...{ scene, house, ids, mandate, as },
    /** Someone does something with a message. */
    act: (who: object, message: string, what: string, body: object = {}) =>
      as(who).post(`/v1/messages/${message}/${what}`, body),
    /** Someone looks at the work on a message. */
    look: async (who: object, message: string) =>
      (await as(who).get(`/v1/messages/${message}/work`)).body as Told,
  };
}

/** What was done, by whom, and who had it from then on. */
export const told = ({ items }: Told) => items.map((item) => [item.act, item.by?.name, item.holder?.name]);
