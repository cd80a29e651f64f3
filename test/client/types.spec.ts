import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { openHouse } from '../support/house.ts';

const maker: string = '../../tools/client/types.mjs'; // a plain module: TypeScript need not look in it
const { typeOf, typesOf } = (await import(maker)) as {
  typeOf: (schema: object, place: string) => string;
  typesOf: (document: object) => string;
};
const file = 'client/volmacht.types.ts';

describe('The types of the client', () => {
  it('are what the description of the API says; `npm run client` writes them anew', async () => {
    const house = await openHouse();
    const { body } = await house.as('nobody').get('/v1/openapi.json');
    await house.close();
    const made = await format(typesOf(body as object), {
      ...(await resolveConfig(file)),
      parser: 'typescript',
    });
    if (process.env.WRITE_CLIENT) writeFileSync(file, made);
    // One answer, not a difference of thousands of lines.
    expect(made === readFileSync(file, 'utf8') ? 'the same' : 'run `npm run client`').toBe('the same');
  });

  it.each([
    [{ type: 'array', items: { type: 'string', enum: ['a', 'b'] } }, 'readonly ("a" | "b")[]'],
    [{ type: 'array', items: { type: 'integer', minimum: 1 } }, 'readonly number[]'],
    [{ allOf: [{ $ref: '#/components/schemas/Line' }], description: 'One.' }, 'Line'],
    [{ oneOf: [{ $ref: '#/components/schemas/One' }, { type: 'boolean' }] }, 'One | boolean'],
    [{ type: 'object', additionalProperties: true }, 'Record<string, unknown>'],
    [{ type: 'object', additionalProperties: { type: 'integer' } }, 'Record<string, number>'],
    [
      { type: 'object', required: ['a'], properties: { a: { type: 'string' }, 'b-c': { type: 'number' } } },
      "{\na: string;\n'b-c'?: number;\n}",
    ],
  ])('of %j is what it says', (schema, type) => {
    expect(typeOf(schema, 'here')).toBe(type);
  });

  it.each([[{ type: 'string', nullable: true }], [{ type: ['string', 'null'] }], [{ not: {} }], [{}]])(
    'are never guessed: %j is refused',
    (schema) => {
      expect(() => typeOf(schema, 'MandateJson.until')).toThrow(/^MandateJson\.until/);
    },
  );
});
