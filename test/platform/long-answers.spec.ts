import type { Readable } from 'node:stream';
import { Problem } from '../../src/domain/errors.ts';
import { LongAnswers } from '../../src/platform/long-answers.ts';

async function* parts() {
  yield await Promise.resolve('part');
}
const make = () => Promise.resolve(parts());
const codeOf = (begun: Promise<unknown>) =>
  begun.then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );

describe('Answers that take as long as their reader takes', () => {
  it('have two places for each, sixteen in all, and give each back when it ends or is left', async () => {
    const answers = new LongAnswers();
    const streams: Readable[] = [];
    for (let place = 0; place < 16; place++) streams.push(await answers.begin(`reader ${place >> 1}`, make));
    expect(await codeOf(answers.begin('reader 0', make))).toBe('too-many-requests');
    expect(await codeOf(answers.begin('somebody else', make))).toBe('unavailable');
    streams[0]!.destroy();
    await new Promise((resolve) => streams[1]!.resume().once('close', resolve));
    expect(await codeOf(answers.begin('reader 0', make))).toBeUndefined();
    expect(await codeOf(answers.begin('reader 0', make))).toBeUndefined();
    expect(await codeOf(answers.begin('reader 0', make))).toBe('too-many-requests');
  });

  it('and who has his share is told how many there may be, for to wait does not help', async () => {
    const answers = new LongAnswers();
    const streams = [await answers.begin('reader', make), await answers.begin('reader', make)];
    const refused: unknown = await answers.begin('reader', make).catch((error: unknown) => error);
    expect(refused).toHaveProperty(
      'details.says.en',
      expect.stringContaining('There may be 2 at the same time.'),
    );
    expect(refused).toHaveProperty('details.says.nl', expect.stringContaining('Er mogen er 2 tegelijk.'));
    for (const stream of streams) stream.destroy();
  });

  it('keep no place for what was refused before it began', async () => {
    const answers = new LongAnswers();
    for (let time = 0; time < 3; time++)
      expect(await codeOf(answers.begin('reader', () => Promise.reject(new Problem('not-found'))))).toBe(
        'not-found',
      );
    expect(await codeOf(answers.begin('reader', make))).toBeUndefined();
  });
});
