import type { Readable } from 'node:stream';
import { applyDecorators, Injectable, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { type Day, dayOf } from '../domain/day.ts';
import { Clock } from './clock.ts';
import { csvLine, csvStart } from './csv.ts';
import { InTwoLanguages, type Language } from './language.ts';
import { LongAnswers } from './long-answers.ts';
import { figures } from './written-out.ts';

const mediaType = 'text/csv';

/** Rows of a page of an export: each page is asked for, and recorded, by itself. */
export const exportPageSize = 500;
/** Rows of an export; the last line says so when there were more. */
const mostRows = 10_000;

/** The cells of one row. */
export type Cells = readonly (string | number | undefined)[];

/** One page of an export. */
export interface ExportPage {
  readonly rows: readonly Cells[];
  readonly next?: string | undefined;
}

const cutShort: Readonly<Record<Language, string>> = {
  nl: `Dit bestand houdt hier op: er passen ${figures(mostRows, 'nl')} regels in. Kies een kleiner deel om de rest te zien.`,
  en: `This file ends here: it holds ${figures(mostRows, 'en')} lines. Choose a smaller part to see the rest.`,
};

/** The parts of a file: the head with the first page, and then each next page when it is asked for. */
export async function* csvParts(
  language: Language,
  head: readonly string[],
  first: ExportPage,
  more: (cursor: string) => Promise<ExportPage>,
): AsyncGenerator<string, void> {
  yield csvStart + csvLine(head) + first.rows.map(csvLine).join('');
  let [sent, next] = [first.rows.length, first.next];
  while (next !== undefined && sent < mostRows) {
    const page = await more(next);
    yield page.rows.map(csvLine).join('');
    [sent, next] = [sent + page.rows.length, page.next];
  }
  if (next !== undefined) yield csvLine([cutShort[language]]);
}

/** A file for a spreadsheet, with a name that says what it is and of which day. */
export const csvFile = (name: string, day: Day, stream: Readable): StreamableFile =>
  new StreamableFile(stream, {
    type: `${mediaType}; charset=utf-8`,
    disposition: `attachment; filename="${name}-${day}.csv"`,
  });

/** Answers with such files, of today. */
@Injectable()
export class CsvAnswers {
  constructor(
    private readonly answers: LongAnswers,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins one.
   * @throws Problem as {@link LongAnswers.begin} does, and what goes wrong with the first page.
   */
  async begin(
    who: string,
    name: string,
    make: () => Promise<AsyncIterable<string>>,
  ): Promise<StreamableFile> {
    return csvFile(name, dayOf(this.clock.now()), await this.answers.begin(who, make));
  }
}

/** Tells in the OpenAPI document that a route answers with such a file. */
export const AnswersCsv = () =>
  applyDecorators(
    InTwoLanguages(),
    ApiProduces(mediaType),
    ApiOkResponse({
      description: `At most ${figures(mostRows, 'en')} lines after the head, in UTF-8 with a byte order mark, with semicolons. When access ends half-way, the connection is broken off.`,
      content: { [mediaType]: { schema: { type: 'string' } } },
    }),
    TooManyAtOnce(),
  );

/** Tells in the OpenAPI document that one may have only so many such answers under way. */
export const TooManyAtOnce = () =>
  ApiResponse({
    status: 429,
    description: 'You have too many of these under way.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
