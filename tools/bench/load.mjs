import autocannon from 'autocannon';

/** Middle value. */
export const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** Load on an address: gets, or with bodies posts of these, one after the other. */
async function load(url, headers, seconds, connections, bodies) {
  const texts = bodies.map((body) => JSON.stringify(body));
  let turn = 0;
  const next = (request) => ({ ...request, body: texts[turn++ % texts.length] });
  const post = bodies.length > 0 && { requests: [{ method: 'POST', setupRequest: next }] };
  const sent = post ? { ...headers, 'content-type': 'application/json' } : headers;
  const result = await autocannon({ url, headers: sent, connections, duration: seconds, ...post });
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0)
    throw new Error(`${url} failed ${result.non2xx + result.errors} times; the run says nothing`);
  return result;
}

/** Requests answered with 200 in a second. Any other answer ends the run: a figure of errors is no figure. */
export async function requestsPerSecond(url, headers, seconds, ...bodies) {
  const result = await load(url, headers, seconds, 32, bodies);
  return result['2xx'] / result.duration;
}

/** How long an answer takes when one is asked after the other, in milliseconds: the mean, to a hundredth. */
export async function millisecondsEach(url, headers, seconds, ...bodies) {
  const result = await load(url, headers, seconds, 1, bodies);
  return Math.round((100_000 * result.duration) / result['2xx']) / 100;
}
