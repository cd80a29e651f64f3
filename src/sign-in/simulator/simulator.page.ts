import { createHash } from 'node:crypto';
import { assurance, type Means, type Persona } from './personas.ts';

const style = `
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff}
main{max-width:44rem;margin:0 auto;padding:1rem}
.warning{border:.25rem solid #8a3b00;background:#fff4e5;padding:1rem;margin:0 0 1.5rem}
.warning p{margin:.25rem 0}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}
h2{font-size:1.2rem;margin:1.5rem 0 .5rem}
ul{list-style:none;margin:0;padding:0}
li{margin:0 0 .5rem}
button{width:100%;min-height:2.75rem;padding:.5rem .75rem;font:inherit;text-align:left;color:#1a1a1a;background:#fff;border:.125rem solid #595959;border-radius:.25rem;cursor:pointer}
button:hover{background:#eef4fb;border-color:#154273}
button:focus-visible{outline:.2rem solid #154273;outline-offset:.15rem}
strong{display:block}`;

const headings: Record<Means, string> = {
  digid: 'Met DigiD (nagebootst)',
  eidas: 'Met een Europees inlogmiddel, eIDAS (nagebootst)',
  account: 'Met een account dat niets bewijst (nagebootst)',
  eherkenning: 'Met eHerkenning (nagebootst)',
  official: 'Als ambtenaar (nagebootst)',
  machine: 'Systemen',
};

const levels: Record<string, string> = {
  [assurance.low]: 'niveau laag',
  [assurance.substantial]: 'niveau substantieel',
  [assurance.high]: 'niveau hoog',
};

/**
 * Headers for every page. No script at all; the one style is allowed by its hash. A form may lead back to the
 * client, so the browser must allow its origin too.
 */
export function securityHeaders(clientOrigin = ''): Record<string, string> {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    `form-action 'self' ${clientOrigin}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** The page on which a tester chooses who to be. Works with keyboard alone and without script: one button per person. */
export function choosePage(action: string, people: readonly Persona[]): string {
  const sections = [...groupByMeans(people)].map(
    ([means, group]) =>
      `<section aria-labelledby="${means}"><h2 id="${means}">${headings[means]}</h2><ul>${group
        .map((person) => `<li>${button(person)}</li>`)
        .join('')}</ul></section>`,
  );
  return page(
    'Kies een testpersoon',
    `<p>Wie bent u? U gaat daarna terug naar de toepassing. <span lang="en">Choose who to be.</span></p>
<form method="post" action="${escapeHtml(action)}">${sections.join('')}</form>`,
  );
}

/** What a browser sees when a sign-in cannot go on. */
export function errorPage(reason: string): string {
  return page(
    'Inloggen lukt niet',
    `<p>Begin opnieuw bij de toepassing. <span lang="en">Sign-in failed; start again from the application.</span></p>
<p lang="en">${escapeHtml(reason)}</p>`,
  );
}

/** What somebody sees who opens the simulator's address without coming from an application. */
export function welcomePage(people: readonly Persona[]): string {
  const names = people.map(({ name, key }) => `<li>${escapeHtml(name)} (${escapeHtml(key)})</li>`).join('');
  return page(
    'Inlogsimulator',
    `<p>Een toepassing stuurt u hierheen om in te loggen. <span lang="en">An application sends you here.</span></p>
<h2>Testpersonen</h2><ul>${names}</ul>`,
  );
}

function groupByMeans(people: readonly Persona[]): Map<Means, Persona[]> {
  const groups = new Map<Means, Persona[]>();
  for (const person of people) {
    groups.set(person.claims.means, [...(groups.get(person.claims.means) ?? []), person]);
  }
  return groups;
}

function button({ key, name, acr, claims }: Persona): string {
  const details = [
    levels[acr],
    claims.bsn && `test-BSN ${claims.bsn}`,
    claims.capacity && 'vertegenwoordigt anderen',
    claims.eidas_id,
    claims.kvk && `KvK ${claims.kvk}`,
  ];
  return `<button type="submit" name="person" value="${escapeHtml(key)}"><strong>${escapeHtml(name)}</strong> ${escapeHtml(
    details.filter(Boolean).join(', '),
  )}</button>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – inlogsimulator, geen DigiD</title>
<style>${style}</style>
</head>
<body>
<main>
<div class="warning" role="note">
<p><strong>Dit is een simulator voor tests. Dit is niet DigiD, eHerkenning of eIDAS.</strong>
Alle personen zijn verzonnen. Vul nergens echte gegevens in.</p>
<p lang="en"><strong>This is a simulator for tests. It is not DigiD, eHerkenning or eIDAS.</strong>
Everybody here is made up.</p>
</div>
<h1>${title}</h1>
${body}
</main>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
