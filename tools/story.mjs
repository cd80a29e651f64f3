/**
 * `npm run story`: tells the story of one mandate against a running service. `npm run story -- office` tells a
 * bookkeeper's day. Both can be told again and again.
 */
import { tell } from './story/teller.mjs';

const stories = {
  mandate: async () => (await import('./story/mandate.mjs')).mandate(),
  office: async () => (await import('./story/office.mjs')).office(),
};
const [name = 'mandate'] = process.argv.slice(2);
const story = stories[name];
if (!story) {
  console.error(`There is no story "${name}". Choose one of: ${Object.keys(stories).join(', ')}.`);
  process.exit(1);
}
await tell(story);
