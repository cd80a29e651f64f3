import type { Work } from '../audit/work.ts';
import type { Handler } from '../domain/assigning.ts';
import { type Fault, fault, Problem } from '../domain/errors.ts';
import type { EmployeeId, OrganisationId, TeamId } from '../domain/ids.ts';
import { colleagueStateAt } from '../domain/office.ts';
import type { EmployeeStore } from './employee.store.ts';
import type { TeamStore } from './team.store.ts';

/**
 * The one of the two who is named.
 * @throws Problem `invalid-input` unless exactly one of the two is named.
 */
export function handlerOf(
  { employee, team }: { employee?: EmployeeId | undefined; team?: TeamId | undefined },
  at = '#',
): Handler {
  if (employee !== undefined && team === undefined) return { employee };
  if (team !== undefined && employee === undefined) return { team };
  throw new Problem('invalid-input', {
    faults: [
      fault(
        at,
        'one-of-two',
        'Name either an employee or a team.',
        'Noem een medewerker of een team; een van de twee.',
      ),
    ],
  });
}

/** What is wrong with a handler whom this office does not have. `alsoLeft` takes one who left for good too. */
export async function unknownHandler(
  work: Work,
  { employees, teams }: { readonly employees: EmployeeStore; readonly teams: TeamStore },
  organisation: OrganisationId,
  handler: Handler,
  { at = '#', alsoLeft = false }: { at?: string; alsoLeft?: boolean } = {},
): Promise<Fault | undefined> {
  if ('team' in handler)
    return (await teams.exists(work, organisation, handler.team))
      ? undefined
      : fault(`${at}/team`, 'unknown', 'Your office has no such team.', 'Uw kantoor heeft dit team niet.');
  const found = await employees.find(work, organisation, handler.employee);
  return found && (alsoLeft || colleagueStateAt(found, work.now) !== 'left')
    ? undefined
    : fault(
        `${at}/employee`,
        'unknown',
        'Nobody like that works for your office.',
        'Zo iemand werkt niet voor uw kantoor.',
      );
}
