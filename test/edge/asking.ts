import { Agent, request as send } from 'node:http';
import type { OpenAPIObject } from '@nestjs/swagger';
import { routesOf } from '../../src/access/routes.ts';
import { ruleOf } from '../../src/domain/actions.ts';
import type { ActorKind } from '../../src/domain/actor.ts';
import { people } from '../support/cast.ts';
import type { Claims, House } from '../support/house.ts';
import type { Malformed } from './malformed.ts';

const whoKnocks: Record<ActorKind, Claims | undefined> = {
  citizen: people.yasmina,
  unlinked: people.elise,
  employee: people.anna,
  newcomer: people.nadia,
  official: people.olga,
  sender: people.tax,
  system: people.system,
  job: undefined,
};

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** So many at the same time. */
export const atOnce = 16;

const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

/** Sends a request as it is, by who may do what its operation does. */
function ask(
  house: House,
  { method, path, headers, body }: Malformed,
  token: string | undefined,
): Promise<Answer> {
  const { port } = house.app.getHttpServer().address() as { port: number };
  return new Promise((resolve, reject) => {
    const authorization = token ? { Authorization: `Bearer ${token}` } : {};
    const request = send(
      { host: '127.0.0.1', port, method, path, agent, headers: { ...authorization, ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Sends requests of the operations of a description, each by somebody of the kind that may do that. */
export async function openAsking(house: House, document: OpenAPIObject) {
  const tokens = new Map<string, string | undefined>();
  for (const { method, path, rule } of routesOf(house.app)) {
    const claims = 'open' in rule ? undefined : whoKnocks[ruleOf(rule.action).actors[0] ?? 'job'];
    tokens.set(`${method} ${path}`, claims && (await house.issuer.sign(claims)));
  }
  const operations = new Map(
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, { operationId: string }>).map(([method, { operationId }]) => [
        operationId,
        tokens.get(`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
      ]),
    ),
  );
  return (malformed: Malformed): Promise<Answer> =>
    ask(house, malformed, operations.get(malformed.operation));
}
