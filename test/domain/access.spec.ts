import { decide, knock } from '../../src/domain/access.ts';
import { leastAssurance } from '../../src/domain/action-rule.ts';
import { type ActionName, actions, ruleOf } from '../../src/domain/actions.ts';
import { type ActorKind, carriesALevel } from '../../src/domain/actor.ts';
import { assuranceLevels, suffices } from '../../src/domain/assurance.ts';
import type { Denial, Facts, Question } from '../../src/domain/decision.ts';
import { AccessDenied } from '../../src/domain/errors.ts';
import { type ReasonCode, reasons } from '../../src/domain/reasons.ts';
import { afterDeath } from './decision-table.after-death.ts';
import type { Outcome, Row } from './decision-table.ts';
import { bulk } from './decision-table.bulk.ts';
import { callers } from './decision-table.callers.ts';
import { ends, endsSince } from './decision-table.ends.ts';
import { files } from './decision-table.exports.ts';
import { office, ownInbox } from './decision-table.inbox.ts';
import { guardians } from './decision-table.guardians.ts';
import { identity } from './decision-table.identity.ts';
import { lists } from './decision-table.lists.ts';
import { mandates } from './decision-table.mandates.ts';
import { statements } from './decision-table.statements.ts';
import { officeAtWork } from './decision-table.office-at-work.ts';
import { theRest } from './decision-table.offices.ts';
import { orders } from './decision-table.orders.ts';
import { onPaper } from './decision-table.paper.ts';
import { persons } from './decision-table.persons.ts';
import { scope } from './decision-table.scope.ts';
import { shields } from './decision-table.shields.ts';
import { underGuardianship } from './decision-table.under-guardianship.ts';
import { upkeep } from './decision-table.upkeep.ts';
import { urgentActs } from './decision-table.urgent-acts.ts';
import { views, work } from './decision-table.work.ts';
import { as, at, day, facts, given, ids, line, now } from './facts.ts';

function outcomeOf(actor: Row[1], question: Question, known: Facts): Outcome {
  const decision = decide(actor, question, known, now);
  if (decision instanceof AccessDenied)
    return `${decision.concealed ? 'concealed' : 'told'}: ${decision.reason}`;
  return `permit: ${decision.ground.kind}`;
}

const table = [
  ...ownInbox,
  ...office,
  ...scope,
  ...ends,
  ...lists,
  ...mandates,
  ...statements,
  ...theRest,
  ...persons,
  ...files,
  ...bulk,
  ...work,
  ...views,
  ...upkeep,
  ...officeAtWork,
  ...guardians,
  ...urgentActs,
  ...shields,
  ...underGuardianship,
  ...afterDeath,
  ...identity,
  ...orders,
  ...onPaper,
  ...callers,
];

describe('Who may do what: the decision table', () => {
  it.each(table)('%s', (_, actor, question, known, outcome) =>
    expect(outcomeOf(actor, question, known)).toBe(outcome),
  );

  it('tells every case apart by its title', () => {
    expect(new Set(table.map(([title]) => title)).size).toBe(table.length);
  });

  it('reaches every reason of the closed list', () => {
    const reached = new Set(table.map(([, , , , outcome]) => outcome.replace(/^\w+: /, '')));
    const saidAtSignIn: ReasonCode[] = ['means-replaced']; // there is no actor yet to decide about
    const saidToSystems = [
      ...['caller-may-not-ask', 'not-decided-here', 'not-in-this-state', 'not-of-this-ground'], // evaluation.spec
      'not-by-then', // decisions/reasons.spec
      'nobody-in-office', // decisions/somebody-in-it.spec
    ];
    const unused = Object.keys(reasons).filter((reason) => !reached.has(reason));
    expect(unused.toSorted()).toEqual([...saidAtSignIn, ...saidToSystems].toSorted());
  });

  it.each(endsSince)('%s: since when', (_, question, known, since) =>
    expect((decide(as.joris, question, known, now) as Denial).since).toEqual(since),
  );

  it('names the client and the mandate that a permit rests on', () => {
    const permit = decide(as.joris, { action: 'inbox.read', message: ids.message }, facts(), now);
    expect(permit).toEqual({
      ...{ action: 'inbox.read', client: ids.yasmina, ground: { kind: 'mandate', mandate: ids.mandate } },
    });
  });

  it('says which level is needed, and since when there is no authority any more', () => {
    const question = { action: 'inbox.read', message: ids.message } as const;
    expect(decide(at(as.joris, 'low'), question, facts(), now)).toMatchObject({
      neededAssurance: 'substantial',
    });
    const ended = new Date('2027-01-12T00:00:00Z');
    const line1 = { lines: [line({ endedAt: ended })] };
    expect(decide(as.joris, question, given(line1), now)).toMatchObject({ since: ended });
    const expired = given({ period: { from: day('2027-01-01'), until: day('2027-01-15') } });
    expect(decide(as.joris, question, expired, now)).toMatchObject({
      since: new Date('2027-01-14T23:00:00Z'),
    });
  });
});

describe('The door', () => {
  const names = Object.keys(actions) as ActionName[];

  it.each(Object.entries(as))(
    'lets %s in where the list of actions says so, and nowhere else',
    (_, actor) => {
      for (const action of names)
        for (const level of assuranceLevels) {
          const { actors, assurance, carried = 'low' } = ruleOf(action);
          const open =
            actors.includes(actor.kind) &&
            suffices(level, assurance) &&
            (!carriesALevel(actor) || suffices(level, carried)) &&
            suffices(level, leastAssurance[actor.kind]);
          expect([action, level, knock(at(actor, level), action) === undefined]).toEqual([
            action,
            level,
            open,
          ]);
        }
    },
  );

  it('asks who acts for others, and who watches over them, for substantial at least (R5)', () => {
    const acting: ActorKind[] = ['employee', 'newcomer', 'official'];
    for (const kind of acting) expect(suffices(leastAssurance[kind], 'substantial')).toBe(true);
  });

  it('is never wider than the desk: what it refuses, no fact makes a yes', () => {
    for (const [, actor, question, known] of table)
      if (knock(actor, question.action)) expect(outcomeOf(actor, question, known)).toMatch(/^told: /);
  });
});

describe('The closed list of actions', () => {
  it('has nobody deleting: it destroys the evidence of the client', () => {
    expect(Object.keys(actions).filter((name) => /delete|remove|erase/.test(name))).toEqual([]);
  });

  it('gives an employee a smallest role wherever he touches a message, a mandate or his office', () => {
    const roleless = (Object.keys(actions) as ActionName[]).filter((name) => {
      const { about, actors, role } = ruleOf(name);
      return actors.includes('employee') && about !== 'nothing' && role === undefined;
    });
    expect(roleless.toSorted()).toEqual(['mandate.history', 'mandate.see', 'organisation.see']);
  });

  it('lets officials read no message', () => {
    const read = (Object.keys(actions) as ActionName[]).filter((name) => name.startsWith('inbox.'));
    for (const name of read) expect(ruleOf(name).actors).not.toContain('official');
  });

  it('never blocks who leaves: an office without standing can renounce and withdraw (R16)', () => {
    for (const name of ['mandate.renounce', 'mandate.withdraw'] as const)
      expect(ruleOf(name).anyStanding).toBe(true);
    expect(suffices('low', ruleOf('mandate.revoke').assurance)).toBe(true);
  });
});

describe('The closed list of reasons', () => {
  it.each(Object.entries(reasons))('%s is said in whole sentences, in two languages', (_, { nl, en }) => {
    for (const words of [nl, en]) {
      expect(words).toMatch(/^[A-Z].+\.$/);
      expect(words).not.toMatch(/\d/);
    }
    expect(nl).not.toBe(en);
  });
});
