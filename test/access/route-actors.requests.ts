import { oins } from '../support/cast.ts';
import type { TestIssuer } from '../support/issuer.ts';
import type { House } from '../support/house.ts';
import { bulkRequests } from './route-actors.bulk.ts';
import { decisionRequests, setCaller } from './route-actors.decisions.ts';
import { identityRequests } from './route-actors.identity.ts';
import { lifeRequests } from './route-actors.lives.ts';
import { orderRequests, setSuspendedOfficial } from './route-actors.orders.ts';
import { paperRequests } from './route-actors.papers.ts';
import { officeRequests } from './route-actors.office.ts';
import { setSigningKeys, signingRequests } from './route-actors.signing.ts';
import type { Scene, Wanted } from './route-actors.scene.ts';

/** A request that is right in itself, so that only who asks makes the difference. */
export interface Asked extends Wanted {
  readonly query?: (scene: Scene) => string;
  /** An object is sent as JSON, a text as a form. */
  readonly body?: (
    scene: Scene,
    actor: string,
    issuer: TestIssuer,
  ) => object | undefined | Promise<object | string>;
  /** What stands in the path, other than the scene's own. */
  readonly path?: (scene: Scene) => Record<string, string>;
}

/** What is there before anybody asks. */
export const setBefore = (house: House) =>
  Promise.all([
    setSuspendedOfficial(house.database.admin),
    setCaller(house.database.admin),
    setSigningKeys(house),
  ]);

const line = { sender: oins.svb, category: 'care', actions: ['read'] };
const wish = ({ day }: Scene) => ({ lines: [line], from: day(0), until: day(300) });
const reason = () => ({ reason: 'Under investigation.' });
const ofClient = ({ client }: Scene) => `?client=${client}`;
const teamless = ({ client, colleague }: Scene) => ({ client, employee: colleague });
let senders = 0;

const office = '/v1/representative-organisations/:organisation';
const mandate = '/v1/mandates/:mandate';
const message = '/v1/messages/:message';

/** One request for every route. A route that is not here fails the walk. */
export const requests: Readonly<Record<string, Asked>> = {
  ...decisionRequests,
  ...signingRequests,
  'GET /livez': {},
  'GET /readyz': {},
  'GET /v1/openapi.json': {},
  'GET /v1/problems': {},
  'GET /v1/problems/:code': { path: () => ({ code: 'not-found' }) },
  'GET /v1/me': {},

  'GET /v1/representative-organisations': {},
  'POST /v1/representative-organisations': {
    newOffice: true,
    body: () => ({ name: 'A new office', kind: 'other', administratorName: 'Nadia' }),
  },
  [`GET ${office}`]: {},
  [`POST ${office}/recognition`]: { standing: 'registered' },
  [`POST ${office}/suspension`]: { body: reason },
  'POST /v1/employments': { body: ({ invitation }) => ({ code: invitation }) },
  [`GET ${office}/employees`]: {},
  [`POST ${office}/employees`]: { body: () => ({ name: 'Eva', role: 'reader' }) },
  [`POST ${office}/employees/:employee/departure`]: {},
  [`PUT ${office}/employees/:employee/role`]: { body: () => ({ role: 'reader' }) },
  [`GET ${office}/teams`]: {},
  [`POST ${office}/teams`]: { body: () => ({ name: 'Benefits' }) },
  [`DELETE ${office}/teams/:team`]: {},
  [`PUT ${office}/teams/:team/members/:employee`]: {},
  [`DELETE ${office}/teams/:team/members/:employee`]: {},
  [`GET ${office}/clients`]: {},
  [`GET ${office}/clients/_export`]: {},
  [`POST ${office}/assignments`]: { body: teamless },
  [`DELETE ${office}/assignments/:assignment`]: {},

  'POST /v1/mandate-requests': {
    body: (scene) => ({ ...wish(scene), bsn: scene.unknownBsn, birthDate: '1980-01-01' }),
  },
  'POST /v1/mandates': { body: (scene) => ({ ...wish(scene), organisation: scene.path.organisation }) },
  'GET /v1/mandates': { query: ofClient },
  'GET /v1/mandates/_export': { query: ofClient },
  'POST /v1/mandates/_preview': { body: () => ({ lines: [line] }) },
  [`GET ${mandate}`]: {},
  [`GET ${mandate}/history`]: {},
  [`GET ${mandate}/preview`]: { mandate: 'offered' },
  [`POST ${mandate}/consent`]: { mandate: 'offered' },
  [`POST ${mandate}/refusal`]: { mandate: 'offered' },
  [`POST ${mandate}/withdrawal`]: { mandate: 'offered' },
  [`POST ${mandate}/activation`]: { mandate: 'offered', body: ({ code }) => ({ code }) },
  [`POST ${mandate}/renunciation`]: {},
  // Who revokes for a client says how that client told it; the client says nothing (R16).
  [`POST ${mandate}/revocation`]: {
    body: (_, actor) =>
      actor.startsWith('official') ? { receivedBy: 'desk', note: 'Came to the desk today.' } : undefined,
  },
  [`POST ${mandate}/narrowing`]: { body: ({ day }) => ({ until: day(30) }) },
  [`POST ${mandate}/scope-lines/:line/end`]: {},
  [`POST ${mandate}/suspension`]: { body: reason },
  [`POST ${mandate}/resumption`]: { mandate: 'suspended', body: reason },
  [`POST ${mandate}/renewal`]: { body: ({ day }) => ({ until: day(700) }) },

  'GET /v1/sender-events': {},
  'POST /v1/sender-events/_acknowledge': { body: ({ client }) => ({ events: [client] }) },
  'GET /v1/senders': {},
  'PUT /v1/senders/:oin': {
    path: () => ({ oin: `000000990000010${String(senders++).padStart(5, '0')}` }),
    body: () => ({ nameNl: 'Waterschap', nameEn: 'Water board', assurance: 'low' }),
  },
  'PUT /v1/senders/:oin/message-types/:code': {
    path: () => ({ code: 'assessment' }),
    body: () => ({ nameNl: 'Aanslag', nameEn: 'Assessment', category: 'financial', assurance: 'low' }),
  },
  'POST /v1/messages': {
    body: ({ bsn }) => ({ recipient: { bsn }, type: 'assessment', subject: 'About you', body: 'Text.' }),
  },
  'GET /v1/messages': { query: ofClient },
  'GET /v1/messages/_export': { query: ofClient },
  'POST /v1/messages/_export': {
    body: ({ client }, actor) => ({ text: 'assessment', ...(actor.includes('citizen') ? {} : { client }) }),
  },
  'POST /v1/messages/_download': { body: ({ path }) => ({ messages: [path.message] }) },
  [`GET ${message}`]: {},
  [`PUT ${message}/read-mark`]: {},
  [`DELETE ${message}/read-mark`]: {},
  [`PUT ${message}/archive-mark`]: {},
  [`DELETE ${message}/archive-mark`]: {},
  [`GET ${message}/attachments/:attachment`]: {},
  [`GET ${message}/work`]: {},
  [`POST ${message}/taking`]: {},
  [`POST ${message}/giving`]: { body: ({ colleague }) => ({ employee: colleague }) },
  [`POST ${message}/release`]: { work: 'taken', body: ({ colleague }) => ({ heldBy: colleague }) },
  [`POST ${message}/handling`]: { body: () => ({ note: 'Paid.' }) },
  [`POST ${message}/reopening`]: { work: 'handled' },
  'GET /v1/messages/_counts/due': {},
  'GET /v1/messages/_counts': { query: ofClient },
  'GET /v1/messages/_counts/senders': { query: ofClient },
  'GET /v1/messages/_counts/clients': {},
  'POST /v1/messages/_counts/clients': { body: ({ client }) => ({ clients: [client] }) },
  'POST /v1/messages/_search': {
    body: ({ client }, actor) => ({ text: 'assessment', ...(actor.includes('citizen') ? {} : { client }) }),
  },
  'GET /v1/inbox-views': {},
  'POST /v1/inbox-views': { body: () => ({ name: 'Unread', filter: { unread: true } }) },
  'GET /v1/inbox-views/:view': {},
  'PUT /v1/inbox-views/:view': { body: () => ({ name: 'All', shared: true, filter: {} }) },
  'DELETE /v1/inbox-views/:view': {},

  ...bulkRequests,
  ...officeRequests,
  ...lifeRequests,
  ...identityRequests,
  ...paperRequests,
  ...orderRequests,

  'GET /v1/mandate-reviews': {},
  'GET /v1/mandate-reviews/_export': {},
  'POST /v1/mandate-reviews/_confirm': { body: ({ path }) => ({ mandates: [path.mandate] }) },
  'POST /v1/mandate-reviews/_end': { body: ({ path }) => ({ mandates: [path.mandate] }) },
  'GET /v1/notices': {},

  'GET /v1/shields': {},
  'POST /v1/shields': { body: () => ({ sender: oins.tax }) },
  'POST /v1/shields/_preview': { body: () => ({ sender: oins.tax }) },
  'POST /v1/shields/:shield/end': {},
  [`GET ${mandate}/shields`]: { mandate: 'bewind' },
  [`POST ${mandate}/shields`]: {
    mandate: 'bewind',
    body: ({ day }) => ({ category: 'care', caseNumber: 'C/13/1', orderedOn: day(-1) }),
  },
  [`POST ${mandate}/shields/:shield/end`]: {
    mandate: 'bewind',
    path: ({ ordered }) => ({ shield: ordered }),
    body: ({ day }) => ({ caseNumber: 'C/13/9', decidedOn: day(0), reason: 'The court lifted it.' }),
  },

  'GET /v1/trail-entries': {},
  'POST /v1/trail-entries/_search': { body: ({ client }) => ({ client }) },
};

/** Routes that answer for each of many things by itself, or act in steps: each has its own line in the trail. */
export const answersForEach =
  /\/mandate-reviews\/_(confirm|end)$|\/assignments\/_bulk$|\/_counts|^\/v1\/life-events$|\/(changes|register-check|permission)$|\/paper-mandates\/:paperMandate\/confirmation$|\/search\/subject$/;
