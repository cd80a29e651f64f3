import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type Route, routesOf } from '../access/routes.ts';
import { ruleOf } from '../domain/actions.ts';

/** The version of the API, semver; also in the header `API-Version` of every answer. */
export const apiVersion = '0.3.0';

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'Where the code is explained.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'One of the closed list at /v1/problems.' },
    detail: {
      type: 'string',
      description: 'A sentence for people; Dutch when Accept-Language starts with nl.',
    },
    instance: { type: 'string', format: 'uri', description: 'The trace id of this request.' },
    errors: {
      type: 'array',
      description: 'Every fault in the input at once.',
      items: {
        type: 'object',
        required: ['in', 'location', 'code', 'detail'],
        properties: {
          in: { type: 'string', enum: ['body', 'query', 'path', 'header'] },
          location: { type: 'object', properties: { pointer: { type: 'string' }, name: { type: 'string' } } },
          code: { type: 'string' },
          detail: { type: 'string', description: 'A sentence for people, in the same language.' },
        },
      },
    },
  },
};

const answers = (status: string, description: string) => ({
  [status]: {
    description,
    headers: { 'API-Version': { $ref: '#/components/headers/API-Version' } },
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
});

/** Every answer that a route can give besides success, from what it asks and takes. */
function problemsOf({ method, path, rule }: Route, takesBody: boolean) {
  const always = { ...answers('503', 'Not available at the moment, or the outcome is unknown.') };
  const bad = { ...answers('400', 'The input is not right; each fault is named.') };
  const changes = method !== 'GET';
  const taken = {
    ...(takesBody ? answers('413', 'Too large.') : {}),
    ...(takesBody ? answers('415', 'Send application/json in UTF-8.') : {}),
    ...(changes ? answers('429', 'Too many changes in a short time.') : {}),
  };
  if ('open' in rule)
    return {
      ...always,
      ...(changes ? bad : {}),
      ...(path.includes(':') ? answers('404', 'There is no such thing.') : {}),
      ...taken,
    };
  return {
    ...always,
    ...bad,
    ...answers('401', 'Not signed in.'),
    ...answers('403', 'Not allowed; the code says why.'),
    ...(ruleOf(rule.action).about === 'nothing' && !path.includes(':') && !changes
      ? {}
      : answers('404', 'It does not exist, or is not yours to see.')),
    ...(changes ? answers('409', 'Not possible now; the code says why.') : {}),
    ...taken,
  };
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const takesForm = ({ requestBody }: Operation): boolean =>
  requestBody !== undefined &&
  'content' in requestBody &&
  'application/x-www-form-urlencoded' in requestBody.content;

/** What takes a form is OAuth, and answers as that has it. */
function asOAuth({ responses }: Operation): void {
  const error = { 'application/json': { schema: { $ref: '#/components/schemas/OAuthErrorJson' } } };
  for (const [status, answer] of Object.entries(responses))
    if (Number(status) >= 400 && answer && !('$ref' in answer)) answer.content = error;
}

/** The OpenAPI document, made from the code. A test holds it equal to the router. */
export function describe(app: INestApplication, publicUrl: string): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Volmacht')
    .setDescription(
      'Audited, revocable authorisations with which professionals act on citizens’ government messages. Terms are explained in the glossary of the project (docs/glossary.md).',
    )
    .setVersion(apiVersion)
    .setContact('Volmacht maintainers', 'https://example.org/volmacht', 'maintainers@example.org')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addServer(publicUrl)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'at+jwt (RFC 9068)' }, 'sign-in');
  const document = SwaggerModule.createDocument(app, builder.build(), { ignoreGlobalPrefix: true });
  document.components = {
    ...document.components,
    headers: { 'API-Version': { description: 'The version of this API.', schema: { type: 'string' } } },
    schemas: { ...document.components?.schemas, Problem: problemSchema as never },
  };
  for (const route of routesOf(app)) {
    const item = document.paths[route.path.replace(/:(\w+)/g, '{$1}')];
    const operation = item?.[route.method.toLowerCase() as 'get'];
    if (!operation) continue;
    for (const answer of Object.values(operation.responses))
      if (answer && !('$ref' in answer))
        answer.headers = { 'API-Version': { $ref: '#/components/headers/API-Version' }, ...answer.headers };
    Object.assign(operation.responses, problemsOf(route, operation.requestBody !== undefined));
    if (takesForm(operation)) asOAuth(operation);
    if (!('open' in route.rule)) operation.security = [{ 'sign-in': [] }];
    const asks = 'open' in route.rule ? `Open: ${route.rule.open}.` : `Asks for \`${route.rule.action}\`.`;
    operation.description = [operation.description, asks].filter(Boolean).join('\n\n');
  }
  return document;
}
