import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import prettier from 'prettier';
import { project } from '../../set-up.mjs';
import { ms, spread } from './measure.mjs';
import { growthPicture } from './picture.mjs';

const number = (value) => value.toLocaleString('en');
const marks = ['<!-- measured: begin -->', '<!-- measured: end -->'];

const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Writes what was measured into docs/speed.md, between its marks, and the picture of the growth. */
export async function writePages({ world, targets, found, said }) {
  const newest = found.lists.filter(({ unread, person }) => !unread && person.name === 'everyone');
  const caption = `Median database time of the first 50, newest first. World "${world.name}": ${number(world.size.messages)} messages of ${number(world.size.clients)} clients.`;
  const points = (key) => newest.map((one) => [one.person.clients, one[key].median]);
  const picture = growthPicture({
    title: 'One inbox over all clients of an office',
    caption,
    series: [
      { name: 'join and sort', tone: 'b', points: points('yardstick') },
      { name: 'Volmacht', tone: 'a', points: points('list') },
    ],
  });
  writeFileSync(join(project, 'docs', 'inbox-growth.svg'), picture);

  const whoOf = ({ role, sees, clients }) =>
    `${role === 'administrator' ? 'administrator, ' : ''}${number(sees)} of ${number(clients)}`;
  const lists = table(
    ['who sees', 'list', 'the product, ms', 'join and sort, ms', 'faster'],
    found.lists.map(({ person, unread, list, yardstick, ratio }) => [
      ...[whoOf(person), unread ? 'unread' : 'newest', spread(list).replace(' ms', '')],
      ...[spread(yardstick).replace(' ms', ''), `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)}×`],
    ]),
  );
  const goals = table(
    ['target', 'limit', 'measured', ''],
    targets.map(({ what, limit, value, unit, atLeast, met }) => [
      ...[
        what,
        `${atLeast ? '≥' : '≤'} ${limit} ${unit}`,
        `${ms(value)} ${unit}`,
        met ? 'met' : '**missed**',
      ],
    ]),
  );
  const measured = `
Measured with \`BENCH_SIZE=${world.name} npm run bench -- inbox --docs\`: Node ${process.versions.node}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, load average ${loadavg()[1].toFixed(1)} (beyond 1.0, other work ran beside it: ratios hold, milliseconds are high); the embedded PostgreSQL ${found.server}, durable commits. World \`${world.name}\`, seed ${world.seed}: ${number(world.size.clients)} clients, ${number(world.size.messages)} messages, ${number(found.feed)} rows in the feed.

### Targets

${goals}

### The list, first fifty

Median and middle half, database time of the product's own statements, round trips included.

${lists}

### The rest of the run

\`\`\`text
${said.join('\n')}
\`\`\`
`;
  const file = join(project, 'docs', 'speed.md');
  const [before, rest] = readFileSync(file, 'utf8').split(marks[0]);
  const after = rest.split(marks[1])[1];
  const text = `${before}${marks[0]}\n${measured}\n${marks[1]}${after}`;
  const options = await prettier.resolveConfig(file);
  writeFileSync(file, await prettier.format(text, { ...options, parser: 'markdown' }));
}
