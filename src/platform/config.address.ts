/** For development and tests: obviously nobody's. */
const invented = 'Verzonnen Dienst Volmacht | Postbus 00000 | 0000 XX Nergenshuizen | Nederland';

/** The lines of the address that people write to, as letters print it; what is wrong with it is told by `wrong`. */
export function readPostalAddress(
  text: string | undefined,
  production: boolean,
  wrong: (variable: string, why: string) => void,
): readonly string[] {
  if (!text && production)
    wrong('POSTAL_ADDRESS', 'is required in production: the lines of an address with a | between');
  const lines = (text || invented)
    .split('|')
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length < 2 || lines.length > 6 || lines.some((line) => line.length > 60))
    wrong('POSTAL_ADDRESS', 'must be two to six lines of at most 60 characters with a | between');
  return lines;
}
