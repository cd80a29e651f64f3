import { inLetters } from '../support/in-letters.ts';
import type { Scene } from './scene.ts';

let many = 0;
/** Somebody nobody knows, with a name of his own. */
export const somebody = (more: Record<string, unknown> = {}) => ({
  ...{ familyName: `Pinas ${inLetters(many++)}`, ...more },
});

/** Text without the line breaks of a page. */
export const flat = (text: string) => text.replace(/\s+/g, ' ');

/** Entered on paper, granted by another official, and the letter printed. */
export async function granted(scene: Scene, more: Record<string, unknown> = {}) {
  const id = await scene.entered(somebody(more));
  const body = await scene.asked(200, scene.decide(id, { decision: 'grant' }));
  await scene.tasks();
  return { id, client: String(body.client) };
}
