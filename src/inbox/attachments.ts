import { createHash } from 'node:crypto';
import { type Fault, fault, Problem } from '../domain/errors.ts';
import type { AttachmentRequest } from './message.request.ts';
import { cleanFileName } from './file-name.ts';
import { decoded } from '../platform/base64.ts';
import { isWhatItSays, type MediaType } from '../platform/media-type.ts';

const mebibyte = 1024 * 1024;
/** Bytes, decoded. */
const limits = { each: 10 * mebibyte, together: 15 * mebibyte, part: mebibyte / 4 };

/** An attachment that was looked into: its name is only a name, and it is what it says. */
export interface Accepted {
  readonly name: string;
  readonly mediaType: MediaType;
  readonly content: Buffer;
  /** In hex. */
  readonly sha256: string;
}

function faultIn(
  given: AttachmentRequest,
  content: Buffer | undefined,
): [at: string, code: string, en: string, nl: string] | undefined {
  if (!content)
    return [
      'content',
      'base64',
      'This is not base64 with padding (RFC 4648, section 4).',
      'Dit is geen base64 met opvulling (RFC 4648, hoofdstuk 4).',
    ];
  if (content.length === 0) return ['content', 'empty', 'The attachment is empty.', 'De bijlage is leeg.'];
  if (content.length > limits.each)
    return [
      'content',
      'too-large',
      'An attachment may be 10 MiB at most.',
      'Een bijlage mag hoogstens 10 MiB zijn.',
    ];
  if (isWhatItSays(content, given.mediaType)) return undefined;
  return [
    'mediaType',
    'contradicted',
    'The content is not of the media type that is stated.',
    'De inhoud is van een ander mediatype dan er staat.',
  ];
}

/**
 * Looks into the attachments of a message.
 * @throws Problem `invalid-input` naming every attachment that cannot be taken.
 */
export function accept(given: readonly AttachmentRequest[]): readonly Accepted[] {
  const faults: Fault[] = [];
  const accepted: Accepted[] = [];
  for (const [place, attachment] of given.entries()) {
    const content = decoded(attachment.content);
    const found = faultIn(attachment, content);
    if (found) faults.push(fault(`#/attachments/${place}/${found[0]}`, found[1], found[2], found[3]));
    else if (content)
      accepted.push({
        name: cleanFileName(attachment.name),
        mediaType: attachment.mediaType,
        content,
        sha256: createHash('sha256').update(content).digest('hex'),
      });
  }
  if (accepted.reduce((sum, { content }) => sum + content.length, 0) > limits.together)
    faults.push(
      fault(
        '#/attachments',
        'too-large',
        'All attachments together may be 15 MiB at most.',
        'Alle bijlagen samen mogen hoogstens 15 MiB zijn.',
      ),
    );
  if (faults.length > 0) throw new Problem('invalid-input', { faults });
  return accepted;
}

/** The content in the parts in which it is kept, and later sent. */
export function* partsOf(content: Buffer): Generator<Buffer> {
  for (let at = 0; at < content.length; at += limits.part) yield content.subarray(at, at + limits.part);
}
