import { Problem } from '../../src/domain/errors.ts';
import {
  acceptEvidence,
  evidenceBodyLimit,
  type EvidenceRequest,
  mostEvidence,
} from '../../src/platform/evidence.ts';

const starts = {
  'application/pdf': '%PDF-1.7',
  'image/png': '\x89PNG\r\n\x1a\n',
  'image/jpeg': '\xff\xd8\xff',
} as const;
const copy = (mediaType: keyof typeof starts, size = 100): EvidenceRequest => ({
  mediaType,
  content: Buffer.concat([Buffer.from(starts[mediaType], 'latin1'), Buffer.alloc(size)])
    .subarray(0, size)
    .toString('base64'),
});
const mebibyte = 1024 * 1024;
function faultsIn(...given: EvidenceRequest[]): string[] {
  try {
    acceptEvidence(given);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return (error.details.faults ?? []).map(({ location, code }) => `${location} ${code}`);
  }
}

describe('A copy of evidence', () => {
  it('is a PDF, a PNG or a JPEG, and comes with its SHA-256', () => {
    const [pdf] = acceptEvidence([copy('application/pdf'), copy('image/png'), copy('image/jpeg')]);
    expect(pdf?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(pdf?.content.toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('is what it says by its content, not by its word: a program stays a program', () => {
    const program = {
      mediaType: 'application/pdf',
      content: Buffer.from('MZ\u0090\0').toString('base64'),
    } as const;
    const jpegAsPdf = { ...copy('image/jpeg'), mediaType: 'application/pdf' } as const;
    expect(faultsIn(copy('image/png'), program, jpegAsPdf)).toEqual([
      '#/evidence/1/mediaType contradicted',
      '#/evidence/2/mediaType contradicted',
    ]);
  });

  it('is not empty, not larger than 2 MiB, and in strict base64', () => {
    expect(
      faultsIn({ mediaType: 'image/png', content: '' }, copy('image/png', 2 * mebibyte + 1), {
        mediaType: 'image/png',
        content: `${copy('image/png').content}\n`,
      }),
    ).toEqual([
      '#/evidence/0/content empty',
      '#/evidence/1/content too-large',
      '#/evidence/2/content base64',
    ]);
  });

  it('has company of 5 MiB at most, and the body may be as large as that takes', () => {
    const each = (5 * mebibyte) / mostEvidence;
    const full = Array.from({ length: mostEvidence }, () => copy('image/jpeg', each));
    expect(faultsIn(...full)).toEqual([]);
    expect(JSON.stringify({ evidence: full }).length).toBeLessThan(evidenceBodyLimit - 20_000);
    expect(faultsIn(...full.slice(1), copy('image/jpeg', each + 1))).toEqual(['#/evidence too-large']);
  });
});
