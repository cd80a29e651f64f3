import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../../domain/errors.ts';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Together } from '../../platform/together.ts';
import { SigningKeysService } from '../../signing/signing-keys.service.ts';
import { statementPlaces } from './statement.places.ts';
import { listSize, type Standing, StatementStore } from './statement.store.ts';

/** How a place is written: two bits for each (Token Status List, 7.1). */
const statuses = { invalid: 1, suspended: 2 } as const;
const bits = 2;
const placesInByte = 8 / bits;

/** Seconds. Whoever is on line asks again after `ttl`; whoever is not may rely on a list until it is over. */
const lasts = { ttl: 300, all: 86_400 } as const;

/** All statuses of a list as bytes, the first place in the lowest bits. */
function statusBytes(standing: Standing): Buffer {
  const bytes = Buffer.alloc(listSize / placesInByte);
  for (const [status, value] of Object.entries(statuses) as [keyof Standing, number][])
    for (const place of standing[status]) {
      const at = Math.floor(place / placesInByte);
      bytes[at] = (bytes[at] ?? 0) | (value << ((place % placesInByte) * bits));
    }
  return bytes;
}

/**
 * The published status of statements (Token Status List). Asked of the mandates each time, so that an end shows in the
 * next answer; who asks at the same time gets the same one.
 */
@Injectable()
export class StatusListService {
  private readonly together = new Together<number, string | undefined>(
    async (asked) => {
      const lists = [...new Set(asked)];
      const made = new Map(
        await Promise.all(lists.map(async (list) => [list, await this.make(list)] as const)),
      );
      return asked.map((list) => made.get(list));
    },
    { hands: 2, most: 1_000 },
  );

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly statements: StatementStore,
    private readonly keys: SigningKeysService,
    private readonly clock: Clock,
  ) {}

  /**
   * A list as a signed token (`statuslist+jwt`).
   * @throws Problem `not-found` when there is no such list.
   */
  async list(number: number): Promise<string> {
    const token = await this.together.ask(number);
    if (token === undefined) throw new Problem('not-found');
    return token;
  }

  private async make(list: number): Promise<string | undefined> {
    const now = this.clock.now();
    const standing = await this.statements.standing(list, now);
    if (!standing) return undefined;
    const packed = await promisify(deflate)(statusBytes(standing), { level: 9 });
    const [iat, { issuer, statusList }] = [Math.floor(now.getTime() / 1000), statementPlaces(this.config)];
    const pen = await this.keys.pen();
    return pen.sign(
      {
        ...{ iss: issuer, sub: statusList(list), iat, exp: iat + lasts.all, ttl: lasts.ttl },
        status_list: { bits, lst: packed.toString('base64url') },
      },
      'statuslist+jwt',
    );
  }
}
