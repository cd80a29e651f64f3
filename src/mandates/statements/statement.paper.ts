import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.ts';
import type { Language } from '../../platform/language.ts';
import { LetterPress } from '../../platform/letters/letter.press.ts';
import type { StatedClaims, StatedLine } from './statement.claims.ts';
import type { StatementJson } from './statement.json.ts';
import { statementPlaces } from './statement.places.ts';
import { statementPaper } from './statement.words.ts';

/** What a statement shows, read from it: so that the paper cannot say anything else. */
function shownIn({ disclosures }: StatementJson): Partial<StatedClaims> {
  const shown = disclosures.filter((each) => each.shown);
  const said = shown.map(
    ({ disclosure }) => JSON.parse(Buffer.from(disclosure, 'base64url').toString('utf8')) as unknown[],
  );
  const claims = said.filter((parts) => parts.length === 3).map(([, claim, value]) => [claim, value]);
  const scope = said.filter((parts) => parts.length === 2).map(([, line]) => line as StatedLine);
  return { ...(Object.fromEntries(claims) as Partial<StatedClaims>), scope };
}

/** Puts a statement on paper: in words, and as a QR code. */
@Injectable()
export class StatementPaper {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly press: LetterPress,
  ) {}

  /** The PDF, in this language first. */
  print(made: StatementJson, language: Language): Promise<Buffer> {
    const paper = statementPaper({
      ...{ shown: shownIn(made), expiresAt: new Date(made.expiresAt), statement: made.statement },
      keys: statementPlaces(this.config).keys,
    });
    return this.press.make(paper, { name: '', address: [], language });
  }
}
