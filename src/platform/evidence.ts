import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { type Fault, fault, Problem } from '../domain/errors.ts';
import { decoded } from './base64.ts';
import { field, OneOfField } from './fields.ts';
import { isWhatItSays } from './media-type.ts';

/** What a copy of evidence can be: a scan or a photograph, and nothing that runs. */
export const evidenceTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const;
/** One of {@link evidenceTypes}. */
export type EvidenceType = (typeof evidenceTypes)[number];

const mebibyte = 1024 * 1024;
/** Copies; and bytes, decoded. */
const limits = { copies: 4, each: 2 * mebibyte, together: 5 * mebibyte };

/** No request has more copies. */
export const mostEvidence = limits.copies;
/** Bytes of a body that holds copies: they come in base64, which is a third more, beside some other fields. */
export const evidenceBodyLimit = 7 * mebibyte;

/** A copy of evidence as it comes in. It has no name: what people call their files often names them. */
export class EvidenceRequest {
  @OneOfField(evidenceTypes, {
    description: 'What it is. The content is looked into and must agree.',
    example: 'application/pdf',
  })
  readonly mediaType!: EvidenceType;

  @field(
    'base64',
    (value) => typeof value === 'string',
    { en: 'Write the content in base64.', nl: 'Schrijf de inhoud in base64.' },
    { description: 'The copy in base64 with padding; at most 2 MiB decoded.', example: 'JVBERi0xLjcK' },
    { type: 'string', contentEncoding: 'base64' } as never,
  )
  readonly content!: string;
}

/** A copy that was looked into: it is what it says. */
export interface Evidence {
  readonly mediaType: EvidenceType;
  readonly content: Buffer;
  /** In hex. */
  readonly sha256: string;
}

function faultIn(
  { mediaType }: EvidenceRequest,
  content: Buffer | undefined,
): [at: string, code: string, en: string, nl: string] | undefined {
  if (!content)
    return [
      'content',
      'base64',
      'This is not base64 with padding (RFC 4648, section 4).',
      'Dit is geen base64 met opvulling (RFC 4648, hoofdstuk 4).',
    ];
  if (content.length === 0) return ['content', 'empty', 'The copy is empty.', 'De kopie is leeg.'];
  if (content.length > limits.each)
    return ['content', 'too-large', 'A copy may be 2 MiB at most.', 'Een kopie mag hoogstens 2 MiB zijn.'];
  if (isWhatItSays(content, mediaType)) return undefined;
  return [
    'mediaType',
    'contradicted',
    'The content is not of the media type that is stated.',
    'De inhoud is van een ander mediatype dan er staat.',
  ];
}

/**
 * Looks into copies of evidence that stand in the body at `#/evidence`.
 * @param more what is wrong with the rest of the body, to be told at once.
 * @throws Problem `invalid-input` naming every copy that cannot be taken, after what else is wrong.
 */
export function acceptEvidence(
  given: readonly EvidenceRequest[],
  more: readonly Fault[] = [],
): readonly Evidence[] {
  const copies = given.map((copy) => ({ mediaType: copy.mediaType, content: decoded(copy.content) }));
  const faults: Fault[] = [
    ...more,
    ...copies.flatMap(({ content }, place) => {
      const copy = given[place];
      const found = copy && faultIn(copy, content);
      return found ? [fault(`#/evidence/${place}/${found[0]}`, found[1], found[2], found[3])] : [];
    }),
  ];
  if (copies.reduce((sum, { content }) => sum + (content?.length ?? 0), 0) > limits.together)
    faults.push(
      fault(
        '#/evidence',
        'too-large',
        'All copies together may be 5 MiB at most.',
        'Alle kopieën samen mogen hoogstens 5 MiB zijn.',
      ),
    );
  if (faults.length > 0) throw new Problem('invalid-input', { faults });
  return copies.flatMap(({ mediaType, content }) =>
    content ? [{ mediaType, content, sha256: createHash('sha256').update(content).digest('hex') }] : [],
  );
}

/** A copy as it goes out: always a download, under a name that says nothing. */
export function evidenceDownload(
  name: string,
  { mediaType, content }: Pick<Evidence, 'mediaType' | 'content'>,
): StreamableFile {
  const extension = mediaType.replace(/^.*\//, '').replace('jpeg', 'jpg');
  return new StreamableFile(Readable.from([content]), {
    type: mediaType,
    length: content.length,
    disposition: `attachment; filename="${name}.${extension}"`,
  });
}
