import type PDFDocument from 'pdfkit';
import encodeQR from 'qr';

/** The side of the picture, in points: large enough for a telephone to read the fullest one from paper. */
export const qrSide = 340;

/** Bytes that the fullest QR code holds with the least correction (ISO/IEC 18004, version 40-L). */
export const qrHolds = 2_953;

/** Draws a QR code where the letter is, as vectors: rows of dark modules, with the quiet zone that readers need. */
export function drawQr(document: InstanceType<typeof PDFDocument>, content: string): void {
  const modules = encodeQR(content, 'raw', { ecc: 'low', border: 4 });
  const module = qrSide / modules.length;
  const [left, top] = [document.page.margins.left, document.y];
  for (const [row, line] of modules.entries())
    for (let from = 0; from < line.length; from++) {
      let until = from;
      while (line[until]) until++;
      // A hair more than a row, so that no light shows between two.
      if (until > from)
        document.rect(left + from * module, top + row * module, (until - from) * module, module * 1.02);
      from = until;
    }
  document.fill('black');
  document.y = top + qrSide;
}
