/**
 * `npm run story`: tells the story of one mandate against a running service. `npm run story -- office` tells a
 * bookkeeper's day, `npm run story -- guardian` a guardian's. Each can be told again and again. With `--record` what was
 * said goes into the page that shows it.
 */
import { tell } from './story/teller.mjs';

const stories = {
  mandate: async () => (await import('./story/mandate.mjs')).mandate(),
  office: async () => (await import('./story/office.mjs')).office(),
  guardian: async () => (await import('./story/guardian.mjs')).guardian(),
};
const pages = { office: 'docs/bookkeepers-day.md' };

const options = process.argv.slice(2);
const [name = 'mandate'] = options.filter((option) => option !== '--record');
const story = stories[name];
const page = options.includes('--record') ? pages[name] : undefined;
if (!story) {
  console.error(`There is no story "${name}". Choose one of: ${Object.keys(stories).join(', ')}.`);
  process.exit(1);
}
if (options.includes('--record') && !page) {
  console.error(`No page shows the story "${name}" as it is told.`);
  process.exit(1);
}
await tell(story, page);
