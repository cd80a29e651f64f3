/** Strict base64 of RFC 4648: with padding, without line breaks, and with one way to write each content. */
export function decoded(base64: string): Buffer | undefined {
  const content = Buffer.from(base64, 'base64');
  return content.toString('base64') === base64 ? content : undefined;
}
