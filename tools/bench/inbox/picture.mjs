import { ms } from './measure.mjs';

const size = { width: 760, height: 470 };
const field = { left: 84, right: 590, top: 64, bottom: 390 };

const style = `
  text { font: 13px system-ui, sans-serif; fill: #1f2933 }
  .title { font-size: 16px; font-weight: 600 }
  .quiet { fill: #52606d; font-size: 12px }
  .grid { stroke: #d5dbe1; stroke-width: 1 }
  .line { fill: none; stroke-width: 2.5; stroke-linejoin: round }
  .a { stroke: #0b6bcb } .fa { fill: #0b6bcb }
  .b { stroke: #b4540a } .fb { fill: #b4540a }
  .c { stroke: #2b8a3e } .fc { fill: #2b8a3e }
  .ground { fill: #ffffff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e4e7eb } .quiet { fill: #9aa5b1 } .grid { stroke: #3e4c59 } .ground { fill: #12181f }
    .a { stroke: #6cb6ff } .fa { fill: #6cb6ff } .b { stroke: #f0a35e } .fb { fill: #f0a35e }
    .c { stroke: #7bd88f } .fc { fill: #7bd88f }
  }`;

const log = (value, low, high) =>
  (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low));
const number = (value) => value.toLocaleString('en');

/**
 * The growth of the list with the size of the office, as an SVG on logarithmic axes. `series`: name, class (a, b, c),
 * points [clients, milliseconds]; the figures stand beside the points.
 */
export function growthPicture({ title, caption, series }) {
  const points = series.flatMap((one) => one.points);
  const [fewest, most] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const least = 10 ** Math.floor(Math.log10(Math.min(...points.map(([, y]) => y))));
  const longest = 10 ** Math.ceil(Math.log10(Math.max(...points.map(([, y]) => y))));
  const x = (clients) => field.left + log(clients, fewest, most) * (field.right - field.left);
  const y = (milliseconds) => field.bottom - log(milliseconds, least, longest) * (field.bottom - field.top);
  const at = (value) => value.toFixed(1);
  const parts = [];
  for (let decade = least; decade <= longest * 1.01; decade *= 10) {
    const height = at(y(decade));
    parts.push(`<path class="grid" d="M${field.left} ${height}H${field.right}"/>`);
    const label = decade < 1 ? decade : number(Math.round(decade));
    parts.push(
      `<text class="quiet" x="${field.left - 8}" y="${height}" dy="4" text-anchor="end">${label} ms</text>`,
    );
  }
  for (const clients of [...new Set(series[0].points.map(([clients]) => clients))])
    parts.push(
      `<text class="quiet" x="${at(x(clients))}" y="${field.bottom + 20}" text-anchor="middle">${number(clients)}</text>`,
    );
  for (const { name, tone, points: own } of series) {
    const path = own
      .map(([clients, time], place) => `${place ? 'L' : 'M'}${at(x(clients))} ${at(y(time))}`)
      .join('');
    parts.push(`<path class="line ${tone}" d="${path}"/>`);
    for (const [clients, time] of own) {
      parts.push(`<circle class="f${tone}" cx="${at(x(clients))}" cy="${at(y(time))}" r="4"/>`);
      // The higher of the curves has its figures above it, the other below.
      const above = series.every((other) => other.points.every(([of, its]) => of !== clients || its <= time));
      parts.push(
        `<text x="${at(x(clients))}" y="${at(y(time) + (above ? -10 : 20))}" text-anchor="middle">${ms(time)}</text>`,
      );
    }
    const [clients, time] = own.at(-1);
    parts.push(`<text x="${at(x(clients) + 24)}" y="${at(y(time))}" dy="4">${name}</text>`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-labelledby="t d">
<title id="t">${title}</title>
<desc id="d">${series.map((one) => `${one.name}: ${one.points.map(([clients, time]) => `${number(clients)} clients ${ms(time)} ms`).join(', ')}`).join('. ')}.</desc>
<style>${style}
</style>
<rect class="ground" width="100%" height="100%"/>
<text class="title" x="24" y="30">${title}</text>
<text class="quiet" x="${(field.left + field.right) / 2}" y="${field.bottom + 42}" text-anchor="middle">clients of the office</text>
<text class="quiet" x="24" y="${size.height - 16}">${caption}</text>
${parts.join('\n')}
</svg>
`;
}
