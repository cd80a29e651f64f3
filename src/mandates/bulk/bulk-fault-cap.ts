import { type Fault, Problem } from '../../domain/errors.ts';

/** An answer about a file as a whole tells no more faults. */
const mostFaults = 100;

const more: Fault = {
  ...{ in: 'body', location: '#', code: 'more-faults' },
  detail: `There are more faults than these ${mostFaults}. Repair these first and send the file again.`,
  detailNl: `Er zijn meer fouten dan deze ${mostFaults}. Herstel eerst deze en stuur het bestand opnieuw.`,
};

/** The same problem with a hundred faults at most, and then the sentence that there are more. */
export function inShort(problem: Problem): Problem {
  const { code, details } = problem;
  if (!details.faults || details.faults.length <= mostFaults) return problem;
  return new Problem(code, { ...details, faults: [...details.faults.slice(0, mostFaults), more] });
}
