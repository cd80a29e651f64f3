/**
 * Types in TypeScript from an OpenAPI 3.1 document: each schema by its name, and `Routes` with what each route asks
 * and answers. It knows what our document uses and throws at anything else: a type that is a guess is worse than none.
 */

const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** Words of a schema that say something about values, not about types. */
const silent = new Set([
  ...['description', 'example', 'examples', 'default', 'format', 'pattern', 'contentEncoding', 'title'],
  ...['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'uniqueItems'],
]);
const spoken = new Set([
  ...['type', 'enum', '$ref', 'properties', 'required', 'items', 'additionalProperties'],
  ...['allOf', 'oneOf', 'anyOf'],
]);

const key = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`);
const say = (text) => (text ? `/** ${text.replaceAll('*/', '*\\/').replace(/\s+/g, ' ').trim()} */\n` : '');
const byName = ([one], [other]) => (one < other ? -1 : 1);
const list = (type) => (/[ |&]/.test(type) ? `readonly (${type})[]` : `readonly ${type}[]`);

/**
 * The type of a schema.
 * @throws Error at a word or a type that this does not know.
 */
export function typeOf(schema, place) {
  for (const word of Object.keys(schema))
    if (!silent.has(word) && !spoken.has(word)) throw new Error(`${place}: "${word}" has no type here`);
  if (schema.$ref) return schema.$ref.replace(/^#\/components\/schemas\//, '');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  for (const [word, between] of [
    ['allOf', ' & '],
    ['oneOf', ' | '],
    ['anyOf', ' | '],
  ])
    if (schema[word]) return schema[word].map((part) => typeOf(part, place)).join(between);
  switch (schema.type) {
    case 'string':
    case 'boolean':
      return schema.type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return list(typeOf(schema.items, `${place}[]`));
    case 'object':
      return objectType(schema, place);
    default:
      throw new Error(`${place}: type ${JSON.stringify(schema.type)} is not known`);
  }
}

function objectType({ properties, required = [], additionalProperties }, place) {
  if (!properties)
    return typeof additionalProperties === 'object'
      ? `Record<string, ${typeOf(additionalProperties, place)}>`
      : 'Record<string, unknown>';
  const fields = Object.entries(properties).map(
    ([name, field]) =>
      `${say(field.description)}${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(field, `${place}.${name}`)};`,
  );
  return `{\n${fields.join('\n')}\n}`;
}

/** What comes back when all is well, by its kind. */
const contentOf = ({ responses }) =>
  Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, answer]) => Object.entries(answer.content ?? {}));

/** OpenAPI has no parameter for `Accept`: JSON or something else is a choice; a file comes as what it is. */
function acceptOf(operation) {
  const kinds = [...new Set(contentOf(operation).map(([media]) => media))];
  const schema = { type: 'string', enum: kinds };
  return kinds.length > 1 && kinds.includes('application/json')
    ? [{ in: 'header', name: 'Accept', required: false, schema }]
    : [];
}

/** What a route takes, by where it stands: path, query, headers, body. */
function asksOf(operation, place) {
  const { requestBody } = operation;
  const parameters = [...(operation.parameters ?? []), ...acceptOf(operation)];
  const parts = [
    ['path', 'path'],
    ['query', 'query'],
    ['headers', 'header'],
  ].flatMap(([name, where]) => {
    const here = parameters.filter((each) => each.in === where);
    const field = ({ name: called, required, schema, description }) =>
      `${where === 'query' ? say(description) : ''}${key(called)}${required ? '' : '?'}: ${typeOf(schema, `${place} ${called}`)};`;
    const optional = here.some(({ required }) => required) ? '' : '?';
    return here.length > 0 ? [`${name}${optional}: { ${here.map(field).join('\n')} };`] : [];
  });
  if (requestBody) {
    const bodies = Object.entries(requestBody.content).map(([media, { schema }]) =>
      media === 'application/json' ? typeOf(schema, `${place} body`) : `Raw<'${media}'>`,
    );
    parts.push(`body${requestBody.required ? '' : '?'}: ${bodies.join(' | ')};`);
  }
  return parts.length > 0 ? `{ ${parts.join(' ')} }` : 'Record<never, never>';
}

/** What a route answers when all is well: JSON as its type, anything else as the answer itself, to be read by who asked. */
function answerOf(operation, place) {
  const content = contentOf(operation);
  if (content.length === 0) return 'undefined';
  const types = content.map(([media, { schema }]) =>
    media === 'application/json' ? typeOf(schema, `${place} answer`) : 'Response',
  );
  return [...new Set(types)].join(' | ');
}

/** The whole file, not yet formatted. */
export function typesOf({ paths, components }) {
  const schemas = Object.entries(components.schemas)
    .toSorted(byName)
    .map(([name, schema]) => {
      const type = typeOf(schema, name);
      return `${say(schema.description)}export ${type.startsWith('{') ? `interface ${name} ${type}` : `type ${name} = ${type};`}`;
    });
  const routes = Object.entries(paths)
    .toSorted(byName)
    .flatMap(([path, item]) =>
      methods.flatMap((method) => (item[method] ? [[method, path, item[method]]] : [])),
    )
    .map(([method, path, operation]) => {
      const route = `${method.toUpperCase()} ${path}`;
      return `${say(operation.summary)}'${route}': { asks: ${asksOf(operation, route)}; answer: ${answerOf(operation, route)} };`;
    });
  return [
    '/**\n * What the API of Volmacht takes and gives. Made from its OpenAPI description (`npm run client`); not written by hand.\n */',
    '/** A body that is not JSON, and its kind. */\nexport interface Raw<Media extends string> {\n  readonly media: Media;\n  readonly content: string | Blob;\n}',
    ...schemas,
    `/** Every route: what it asks, and what it answers when all is well. */\nexport interface Routes {\n${routes.join('\n')}\n}`,
  ].join('\n\n');
}
