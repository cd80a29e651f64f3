/** Stops the server that the set-up started. */
export default async function tearDown() {
  await globalThis.stopTestServer?.();
}
