/** How much somebody would like this kind of answer, of 0 to 1: what is said of it most precisely counts (RFC 9110, 12.5.1). */
function weightOf(kind: string, ranges: ReadonlyMap<string, number>): number {
  const [type = ''] = kind.split('/');
  return ranges.get(kind) ?? ranges.get(`${type}/*`) ?? ranges.get('*/*') ?? 0;
}

/** Which of these kinds of answer somebody prefers, by his `Accept`; the first, when he does not say or likes none better. */
export function preferred<Kind extends string>(
  header: string | undefined,
  kinds: readonly [Kind, ...Kind[]],
): Kind {
  const said = (header ?? '').toLowerCase().split(',');
  const ranges = new Map(
    said.map((part) => {
      const [range = '', ...parameters] = part.split(';').map((each) => each.trim());
      const quality = parameters.find((each) => each.startsWith('q='))?.slice(2);
      const known = quality === undefined ? 1 : Number(/^(0|1)(\.\d{0,3})?$/.exec(quality)?.[0] ?? 0);
      return [range, Math.min(known, 1)];
    }),
  );
  return kinds.reduce((best, kind) => (weightOf(kind, ranges) > weightOf(best, ranges) ? kind : best));
}
