import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { OpenAPIObject } from '@nestjs/swagger';
import { type Route, routesOf, routeTable } from '../../src/access/routes.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
let routes: readonly Route[];
let document: OpenAPIObject;
beforeAll(async () => {
  house = await openHouse();
  routes = routesOf(house.app);
  document = (await house.as('nobody').get('/v1/openapi.json')).body as OpenAPIObject;
});
afterAll(() => house.close());

const inDocument = (path: string) => path.replace(/:(\w+)/g, '{$1}');
const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation: operation as Operation })),
  );
interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string }[];
  responses: Record<
    string,
    { description?: string; headers?: object; content?: Record<string, { schema?: unknown }> }
  >;
}

describe('The description of the API', () => {
  it('is for anyone, from any page, and is a valid OpenAPI 3.1 document', async () => {
    const answer = await house.as('nobody').get('/v1/openapi.json');
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    const result = await new Validator().validate(structuredClone(document) as never);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('describes every route of the router and no other', () => {
    const described = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    const routed = routes.map(({ method, path }) => `${method} ${inDocument(path)}`);
    expect(described.toSorted()).toEqual(routed.toSorted());
  });

  it('hides no route that the HTTP server knows', () => {
    const fastify = house.app.getHttpAdapter().getInstance() as unknown as {
      hasRoute: (route: { method: string; url: string }) => boolean;
    };
    for (const { method, path } of routes) {
      expect(fastify.hasRoute({ method, url: path })).toBe(true);
      for (const other of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])
        if (!routes.some((route) => route.method === other && route.path === path))
          expect(`${other} ${path} ${fastify.hasRoute({ method: other, url: path })}`).toBe(
            `${other} ${path} false`,
          );
    }
  });

  it('says of every operation what it is, what it asks, and what it can answer', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method, operation } of operations()) {
      const name = `${method} ${path}`;
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/\S/)]);
      expect([name, operation.tags]).toEqual([name, [expect.any(String)]]);
      expect([name, operation.description]).toEqual([name, expect.stringMatching(/Asks for|Open:/)]);
      const success = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
      expect([name, success.length]).toEqual([name, 1]);
      const answer = operation.responses[success[0] ?? ''];
      if (success[0] !== '204') expect([name, answer?.content]).toEqual([name, expect.any(Object)]);
      expect([name, answer?.headers]).toEqual([
        name,
        expect.objectContaining({ 'API-Version': expect.anything() }),
      ]);
      expect([name, operation.responses['503']]).toEqual([name, expect.anything()]);
    }
  });

  it('says of every field what it holds: no text is passed off as an object', () => {
    const { schemas } = document.components as { schemas: Record<string, { properties?: object }> };
    const vague = Object.entries(schemas).flatMap(([name, { properties }]) =>
      Object.entries(properties ?? {})
        .filter(([, field]) => field.type === 'object' && !field.properties && !field.additionalProperties)
        .map(([field]) => `${name}.${field}`),
    );
    expect(vague).toEqual([]);
  });

  it('says how to reach the maintainers', () => {
    expect(document.info.contact).toEqual({
      name: expect.any(String),
      url: expect.any(String),
      email: expect.any(String),
    });
  });

  it('equals the route table that was reviewed: a difference is a change of permissions', () => {
    const file = join('docs', 'routes.md');
    const fence = /```text\n([\s\S]*?)\n```/;
    const page = readFileSync(file, 'utf8');
    const table = routeTable(routes);
    // `REVIEW_ROUTES=1 npm test -- test/edge` writes the table anew, for a reviewer to read the difference.
    if (process.env.REVIEW_ROUTES)
      writeFileSync(
        file,
        page.replace(fence, () => `\`\`\`text\n${table}\n\`\`\``),
      );
    expect(table).toBe(fence.exec(readFileSync(file, 'utf8'))?.[1]);
  });
});
