import { createHash } from 'node:crypto';
import { type Fault, fault, Problem } from '../domain/errors.ts';
import type { AttachmentRequest } from './message.request.ts';
import { cleanFileName } from './file-name.ts';
import { isWhatItSays, type MediaType } from './media-type.ts';

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

/** Strict base64 of RFC 4648: with padding, without line breaks, and with one way to write each content. */
function decoded(base64: string): Buffer | undefined {
  const content = Buffer.from(base64, 'base64');
  return content.toString('base64') === base64 ? content : undefined;
}

function faultIn(
  given: AttachmentRequest,
  content: Buffer | undefined,
): [string, string, string] | undefined {
  if (!content) return ['content', 'base64', 'This is not base64 with padding (RFC 4648, section 4).'];
  if (content.length === 0) return ['content', 'empty', 'The attachment is empty.'];
  if (content.length > limits.each) return ['content', 'too-large', 'An attachment may be 10 MiB at most.'];
  if (isWhatItSays(content, given.mediaType)) return undefined;
  return ['mediaType', 'contradicted', 'The content is not of the media type that is stated.'];
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
    if (found) faults.push(fault(`#/attachments/${place}/${found[0]}`, found[1], found[2]));
    else if (content)
      accepted.push({
        name: cleanFileName(attachment.name),
        mediaType: attachment.mediaType,
        content,
        sha256: createHash('sha256').update(content).digest('hex'),
      });
  }
  if (accepted.reduce((sum, { content }) => sum + content.length, 0) > limits.together)
    faults.push(fault('#/attachments', 'too-large', 'All attachments together may be 15 MiB at most.'));
  if (faults.length > 0) throw new Problem('invalid-input', { faults });
  return accepted;
}

/** The content in the parts in which it is kept, and later sent. */
export function* partsOf(content: Buffer): Generator<Buffer> {
  for (let at = 0; at < content.length; at += limits.part) yield content.subarray(at, at + limits.part);
}
