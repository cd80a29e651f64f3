import { oins, people } from '../support/cast.ts';
import type { Office } from '../mandates/scene.ts';
import { type DayScene, type History, openDayScene } from './access-history.scene.ts';

let scene: DayScene;
let office: Office;
beforeEach(async () => {
  scene = await openDayScene();
  office = scene.firm;
});
afterEach(() => scene.close());

const could = ({ could: list }: History) =>
  list.flatMap(({ stretches }) => stretches.map(({ lines }) => lines.map(({ category }) => category).join()));

describe('Who could read what on a day, and who did', () => {
  it('Yasmina sees it as it was on that day, whatever she ended since', async () => {
    const mandate = await scene.granted();
    scene.clock.moveTo('2027-02-10');
    const care = mandate.lines.find(({ category }) => category === 'care');
    await scene.as(people.yasmina).post(`/v1/mandates/${mandate.id}/scope-lines/${care?.id}/end`);
    scene.clock.moveTo('2027-02-20');
    await scene.as(people.yasmina).post(`/v1/mandates/${mandate.id}/revocation`);
    scene.clock.moveTo('2027-09-01');
    expect(could(await scene.own('2027-01-31'))).toEqual([]);
    expect(could(await scene.own('2027-02-05'))).toEqual(['financial,care']);
    expect(could(await scene.own('2027-02-10'))).toEqual(['financial,care', 'financial']);
    expect(could(await scene.own('2027-02-15'))).toEqual(['financial']);
    expect(could(await scene.own('2027-02-21'))).toEqual([]);
    const [tenth] = (await scene.own('2027-02-10')).could;
    expect(tenth).toMatchObject({
      ...{ mandate: mandate.id, ground: 'voluntary' },
      organisation: { id: office.id, kvk: office.kvk },
      stretches: [
        {
          from: '2027-02-09T23:00:00.000Z',
          until: expect.stringMatching(/^2027-02-10T12:00:\d\d/),
          lines: [
            { sender: { oin: oins.tax, nameEn: expect.any(String) }, actions: ['read', 'download'] },
            {},
          ],
        },
        { until: '2027-02-10T23:00:00.000Z' },
      ],
    });
  });

  it('with what was done on that day, of which she left out her own looking', async () => {
    await scene.granted();
    await scene.assign({ employee: office.employees.joris });
    scene.clock.moveTo('2027-02-03');
    expect((await scene.as(office.joris).get(`/v1/messages/${scene.message}`)).status).toBe(200);
    await scene.as(people.yasmina).get('/v1/mandates');
    scene.clock.moveTo('2027-02-04');
    const { items, day } = await scene.own('2027-02-03');
    expect([day, items.map(({ sentence }) => sentence?.nl)]).toEqual([
      '2027-02-03',
      [`Een medewerker van Kantoor ${office.kvk} opende een bericht.`],
    ]);
    expect((await scene.own('2027-02-02')).items).toEqual([]);
    expect((await scene.own('2027-02-04')).items).toEqual([]); // of her own looks
    expect((await scene.seen('2027-02-03')).items.map(({ action, actor }) => [action, actor?.id])).toEqual([
      ['mandate.list', scene.yasmina],
      ['inbox.read', office.employees.joris],
    ]);
  });

  it('an official sees which employees could, also who parted from a team since; Yasmina never does (R35)', async () => {
    await scene.granted();
    const anna = scene.as(office.anna);
    const path = `/v1/representative-organisations/${office.id}/teams`;
    const team = await scene.expecting(201, anna.post(path, { name: 'Income tax' }));
    await anna.put(`${path}/${team.id}/members/${office.employees.sara}`);
    await scene.assign({ team: team.id });
    scene.clock.moveTo('2027-02-05');
    await anna.delete(`${path}/${team.id}/members/${office.employees.sara}`);
    await anna.put(`${path}/${team.id}/members/${office.employees.bob}`);
    scene.clock.moveTo('2027-02-09');
    await anna.post(
      `/v1/representative-organisations/${office.id}/employees/${office.employees.bob}/departure`,
    );
    scene.clock.moveTo('2027-06-01');
    const who = async (day: string) =>
      (await scene.seen(day)).could.flatMap(({ stretches }) =>
        stretches.map(({ employees }) => employees?.map(({ name }) => name).join() ?? 'nobody told'),
      );
    expect(await who('2027-02-03')).toEqual(['sara']);
    expect(await who('2027-02-05')).toEqual(['sara', 'anna', 'bob']); // in between she was nobody’s
    expect(await who('2027-02-08')).toEqual(['bob']);
    expect(await who('2027-02-10')).toEqual(['anna']);
    expect(JSON.stringify(await scene.own('2027-02-03'))).not.toMatch(/employees|sara/);
  });

  it('an office that was suspended on that day could read nothing then, and could again', async () => {
    await scene.granted();
    const path = `/v1/representative-organisations/${office.id}`;
    scene.clock.moveTo('2027-02-05');
    await scene.as(people.olga).post(`${path}/suspension`, { reason: 'Under investigation.' });
    scene.clock.moveTo('2027-02-08');
    await scene.as(people.olga).post(`${path}/recognition`);
    scene.clock.moveTo('2027-06-01');
    const days = ['2027-02-04', '2027-02-06', '2027-02-09'];
    expect(await Promise.all(days.map(async (day) => could(await scene.own(day)).length))).toEqual([1, 0, 1]);
  });

  it('what was only asked for gave nothing, and stands nowhere (R3, R9)', async () => {
    await scene.ask(office.joris, { from: '2027-02-01', until: '2027-12-01' });
    scene.clock.moveTo('2027-02-02');
    expect((await scene.own('2027-02-01')).could).toEqual([]);
    expect((await scene.seen('2027-02-01')).could).toEqual([]);
  });
});
