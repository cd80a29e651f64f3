const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** The same bytes with a line feed at the end of each line, however each of them ended: people join files together. */
export async function* withLineFeeds(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let returned = false; // so that the two signs of Windows are one end, also when they come in two parts
  for await (const part of bytes) {
    const unified = Buffer.allocUnsafe(part.length);
    let length = 0;
    for (const byte of part) {
      const isSecondHalf = returned && byte === lineFeed;
      returned = byte === carriageReturn;
      if (!isSecondHalf) unified[length++] = returned ? lineFeed : byte;
    }
    yield unified.subarray(0, length);
  }
}
