import type { OpenAPIObject } from '@nestjs/swagger';
import { bodies, drawing, headers, pathParts, queries, texts, values } from './spoilers.ts';

/** A request that is wrong on purpose. `wrong` names what was made wrong, when that is one thing. */
export interface Malformed {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Buffer;
  readonly wrong?: string | undefined;
  readonly operation: string;
}

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  example?: unknown;
  enum?: unknown[];
  required?: string[];
  allOf?: Schema[];
}

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

interface Described {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

type Kind =
  | 'nothing'
  | 'header'
  | 'query'
  | 'unknown-query'
  | 'path'
  | 'body'
  | 'field'
  | 'field-missing'
  | 'field-added';

const anId = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';
const usual: Readonly<Record<string, string>> = { oin: '00000099000000001000', code: 'assessment' };

/** Makes malformed requests of every kind for every operation of a description. */
export class Malformer {
  private readonly draw: () => number;
  private readonly operations: readonly Described[];

  constructor(
    private readonly document: OpenAPIObject,
    seed: number,
  ) {
    this.draw = drawing(seed);
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
        path,
        method,
        operation,
      })),
    );
  }

  /** One request of each operation as its examples tell it: what those lack is not the spoiler's doing. */
  examples(): Malformed[] {
    return this.operations.map((described) => this.spoil(described, 'nothing', 'example'));
  }

  /** The request of this number; each operation gets its turn. */
  next(number: number): Malformed {
    const described = this.operations[number % this.operations.length] as Described;
    const { operation } = described;
    const kinds: Kind[] = ['header', 'unknown-query'];
    if (operation.parameters?.some((parameter) => parameter.in === 'query')) kinds.push('query', 'query');
    if (operation.parameters?.some((parameter) => parameter.in === 'path')) kinds.push('path', 'path');
    if (operation.requestBody)
      kinds.push(...(['field', 'field', 'field', 'body', 'field-missing', 'field-added'] as const));
    return this.spoil(described, this.pick(kinds), `k${number}`);
  }

  private pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.draw() * items.length)] as Item;
  }

  private spoil({ path, method, operation }: Described, kind: Kind, key: string): Malformed {
    const named = (where: string) =>
      (operation.parameters ?? []).filter((parameter) => parameter.in === where);
    const part = kind === 'path' ? this.pick(named('path')).name : undefined;
    const asked = kind === 'query' ? this.pick(named('query')).name : undefined;
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === part ? this.pick(pathParts) : (usual[name] ?? anId),
    );
    const value = () => encodeURIComponent(this.pick(texts).replace(/\p{Cs}/gu, '\ufffd'));
    const query = asked ? `?${asked}=${value()}` : kind === 'unknown-query' ? `?${this.pick(queries)}` : '';
    const request = {
      method: method.toUpperCase(),
      path: filled + query,
      operation: operation.operationId,
      headers: { 'Idempotency-Key': key, ...(kind === 'header' ? this.pick(headers) : {}) },
      wrong: part ?? asked,
    };
    return operation.requestBody
      ? { ...request, ...this.body(operation.requestBody, kind, request) }
      : request;
  }

  private body(
    { content }: NonNullable<Operation['requestBody']>,
    kind: Kind,
    request: Pick<Malformed, 'headers' | 'wrong'>,
  ): Pick<Malformed, 'headers' | 'body' | 'wrong'> {
    if (kind === 'body') {
      const [type, body] = this.pick(bodies);
      return { headers: { ...request.headers, 'Content-Type': type }, body };
    }
    const schema = Object.values(content)[0]?.schema ?? {};
    const object = this.example(schema) as Record<string, unknown>;
    const fields = Object.keys(object);
    const field = fields.length > 0 && kind.startsWith('field') ? this.pick(fields) : undefined;
    if (kind === 'field' && field) object[field] = this.pick(values);
    if (kind === 'field-missing' && field) delete object[field];
    if (kind === 'field-added') object.unknownField = this.pick(values);
    // To leave out what may be absent is not wrong; the rest may not go with its absence.
    const mayBeAbsent = kind === 'field-missing' && field && !this.named(schema).required?.includes(field);
    const spoilt = kind === 'field-added' ? 'unknownField' : (field ?? request.wrong);
    return {
      headers: { ...request.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(object),
      wrong: mayBeAbsent ? undefined : spoilt,
    };
  }

  private named(schema: Schema): Schema {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : ((this.document.components?.schemas?.[name] ?? {}) as Schema);
  }

  private example(schema: Schema): unknown {
    if (schema.$ref) return this.example(this.named(schema));
    if (schema.allOf) return this.example(schema.allOf[0] ?? {});
    if (schema.example !== undefined) return schema.example;
    if (schema.enum) return schema.enum[0];
    if (schema.type === 'array') return [this.example(schema.items ?? {})];
    if (schema.properties)
      return Object.fromEntries(
        Object.entries(schema.properties).map(([name, part]) => [name, this.example(part)]),
      );
    return { string: 'text', number: 1, integer: 1, boolean: true }[schema.type ?? ''] ?? {};
  }
}
