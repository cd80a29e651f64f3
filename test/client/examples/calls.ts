import { VolmachtProblem, VolmachtSilent } from '../../../client/volmacht.errors.ts';
import type { Question, Volmacht } from '../../../client/volmacht.ts';

type Subject = Question['subject'];

/** Which of these messages may she read? One request; without a yes that arrived, none. */
export async function readable(volmacht: Volmacht, subject: Subject, messages: Question['resource'][]) {
  const decisions = await volmacht.evaluateMany({
    subject,
    action: { name: 'read' },
    context: { assurance: 'substantial' },
    evaluations: messages.map((resource) => ({ resource })),
  });
  return messages.filter((_message, place) => decisions[place]?.decision === true);
}

/** For whom may she act at all? Page after page, as you go on. */
export async function clientsOf(volmacht: Volmacht, subject: Subject) {
  const clients: string[] = [];
  const question = { subject, action: { name: 'read' }, context: { assurance: 'substantial' as const } };
  for await (const { id } of volmacht.searchAll('resource', { ...question, resource: { type: 'inbox' } }))
    if (id !== undefined) clients.push(id);
  return clients;
}

/** Any other route has its types too. A change is sent again only under its key: keep it until you know. */
export async function revoke(volmacht: Volmacht, mandate: string, key: string): Promise<string> {
  try {
    const { state } = await volmacht.call('POST /v1/mandates/{mandate}/revocation', {
      path: { mandate },
      headers: { 'Idempotency-Key': key },
      body: {},
    });
    return state;
  } catch (error) {
    if (error instanceof VolmachtProblem) return `refused: ${error.problem.code}`;
    if (error instanceof VolmachtSilent) return `unknown (${error.why}): ask again with the same key`;
    throw error;
  }
}
