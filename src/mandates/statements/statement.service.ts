import { Inject, Injectable } from '@nestjs/common';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { PersonOfClient } from '../../clients/person-of-client.ts';
import type { Actor } from '../../domain/actor.ts';
import { fault, Problem } from '../../domain/errors.ts';
import type { MandateId } from '../../domain/ids.ts';
import {
  isForAsking,
  linesToState,
  type StatementClaim,
  statedUntil,
  usuallyDisclosed,
  withheldFrom,
} from '../../domain/statement.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { qrHolds } from '../../platform/letters/letter.qr.ts';
import type { Dated, Pen } from '../../signing/pen.ts';
import { SigningKeysService } from '../../signing/signing-keys.service.ts';
import { MandateStore } from '../mandate.store.ts';
import { MandateNamesStore } from '../mandate-names.store.ts';
import { hidden, type OwnClaims, showing, statedOf, type StatedClaims } from './statement.claims.ts';
import type { StatementJson } from './statement.json.ts';
import { statementPlaces } from './statement.places.ts';
import type { MakeStatement } from './statement.request.ts';
import { StatementStore } from './statement.store.ts';

const seconds = (instant: Date): number => Math.floor(instant.getTime() / 1000);

const onlyTheClient = (claims: readonly StatementClaim[]) =>
  fault(
    '#/disclose',
    'only-client',
    `Only the client himself asks for this: ${claims.join(', ')}.`,
    `Alleen de cliënt zelf kan hierom vragen: ${claims.join(', ')}.`,
  );
const notThere = (claims: readonly StatementClaim[]) =>
  fault(
    '#/disclose',
    'not-there',
    `There is no such thing to state: ${claims.join(', ')}.`,
    `Dit is er niet: ${claims.join(', ')}.`,
  );
const noLine = () =>
  fault(
    '#/sender',
    'unknown',
    'This mandate says nothing of that sender.',
    'In deze machtiging staat niets over die afnemer.',
  );

const tooMuch = () =>
  new Problem('limit-reached', {
    says: {
      en: 'This is too much for a QR code. Show less, or what concerns one sender.',
      nl: 'Dit past niet in een QR-code. Laat minder zien, of alleen wat over één afnemer gaat.',
    },
  });

/** Makes statements of mandates that travel: somebody elsewhere believes them by our keys (SD-JWT VC). */
@Injectable()
export class StatementService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly mandates: MandateStore,
    private readonly names: MandateNamesStore,
    private readonly statements: StatementStore,
    private readonly persons: PersonOfClient,
    private readonly keys: SigningKeysService,
  ) {}

  /**
   * A statement of a mandate that is in force, for one of its parties. `brief`: without what it does not show, so that it
   * fits in a QR code.
   * @throws Problem `invalid-input` for what is not there, or not this party's to spread; `limit-reached` when it does not fit.
   */
  async make(
    actor: Actor,
    id: MandateId,
    { disclose = usuallyDisclosed, sender }: MakeStatement,
    once: OnceKey,
    { brief = false } = {},
  ): Promise<StatementJson> {
    const [own, pen] = await Promise.all([this.ownClaims(actor, id, disclose), this.keys.pen()]);
    const made = await this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const mandate = await this.mandates.lock(work, id);
        const permit = await this.desk.demand(work, { action: 'mandate.state', mandate: id });
        if (!mandate) throw new Problem('not-found');
        work.remark({ details: { discloses: disclose.join(' ') } }); // also of what is refused below
        const withheld = withheldFrom(actor, disclose);
        const lines = linesToState(mandate, sender, work.now);
        const all = statedOf(mandate, lines, (await this.names.of(work, [mandate]))(mandate), own);
        const missing = disclose.filter(
          (claim) => all[claim] === undefined && !mayBeAbsent(claim) && !withheld.includes(claim),
        );
        const faults = [
          ...(withheld.length > 0 ? [onlyTheClient(withheld)] : []),
          ...(lines.length === 0 ? [noLine()] : []),
          ...(missing.length > 0 ? [notThere(missing)] : []),
        ];
        if (faults.length > 0) throw new Problem('invalid-input', { faults });
        const ends = statedUntil(mandate, lines, work.now);
        const { list, place } = await this.statements.add(work, permit, mandate, lines, ends);
        work.remark({ details: { discloses: disclose.join(' '), until: ends.toISOString() } });
        const { signed, disclosures } = hidden(brief ? only(all, disclose) : all, { whole: brief });
        const places = statementPlaces(this.config);
        const token = await pen.sign(
          {
            ...{ iss: places.issuer, vct: places.type, iat: seconds(work.now), exp: seconds(ends) },
            status: { status_list: { idx: place, uri: places.statusList(list) } },
            ...signed,
          },
          'dc+sd-jwt',
        );
        const statement = showing(token, disclosures, disclose);
        if (brief && statement.length > qrHolds) throw tooMuch();
        return {
          statement,
          expiresAt: new Date(seconds(ends) * 1000).toISOString(),
          disclosures: disclosures.map((each) => ({ ...each, shown: disclose.includes(each.claim) })),
        };
      }),
    );
    return this.believable(made, pen);
  }

  /** What was kept of a request that is repeated may be by a key that was withdrawn since: then the same is signed anew. */
  private async believable(made: StatementJson, pen: Pen): Promise<StatementJson> {
    const [token = '', ...shown] = made.statement.split('~');
    const { kid } = decodeProtectedHeader(token);
    if (kid === pen.kid || (await this.keys.published()).some((key) => key.kid === kid)) return made;
    const anew = await pen.sign(decodeJwt<Dated>(token), 'dc+sd-jwt');
    return { ...made, statement: [anew, ...shown].join('~') };
  }

  /** What the client asks to say of himself. A register may be slow, so it is asked before the transaction. */
  private async ownClaims(
    actor: Actor,
    id: MandateId,
    disclose: readonly StatementClaim[],
  ): Promise<OwnClaims> {
    if (actor.kind !== 'citizen' || !disclose.some(isForAsking)) return {};
    const lookup = await this.unit.goOn(actor, async (work) => {
      await this.desk.demand(work, { action: 'mandate.state', mandate: id });
      return this.persons.lookUp(work, actor.client);
    });
    return {
      bsn: disclose.includes('client_bsn') ? lookup.bsn : undefined,
      birthDate: disclose.includes('client_birth_date')
        ? (await this.persons.find(lookup))?.birthDate
        : undefined,
    };
  }
}

/** What some mandates do not have: who is no office has no number. */
const mayBeAbsent = (claim: StatementClaim): boolean => claim === 'organisation_kvk';

/** Of all that could be stated only this. */
const only = (all: StatedClaims, wanted: readonly StatementClaim[]): StatedClaims => ({
  ...Object.fromEntries(Object.entries(all).filter(([claim]) => wanted.includes(claim as StatementClaim))),
  scope: wanted.includes('scope') ? all.scope : [],
});
