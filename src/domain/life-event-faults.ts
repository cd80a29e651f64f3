import { type Fault, fault } from './errors.ts';
import type { LifeEvent } from './life-event.ts';

/** What the event itself lacks or says too much. */
export function faultsOfLifeEvent({ kind, name, country, address }: LifeEvent): readonly Fault[] {
  const moves = kind === 'emigration' || kind === 'return' || kind === 'address-change';
  const rules: readonly (readonly [wrong: boolean, field: string, code: string, en: string, nl: string])[] = [
    [
      kind === 'name-change' && name === undefined,
      'name',
      'required',
      'Say what the person is called now.',
      'Zeg hoe de persoon nu heet.',
    ],
    [
      kind !== 'name-change' && name !== undefined,
      'name',
      'not-asked',
      'This event is not about a name.',
      'Deze gebeurtenis gaat niet over een naam.',
    ],
    [
      kind === 'emigration' && country === undefined,
      'country',
      'required',
      'Say to which country the person went.',
      'Zeg naar welk land de persoon is gegaan.',
    ],
    [
      country !== undefined && (country === 'NL' || (kind !== 'emigration' && kind !== 'address-change')),
      'country',
      'not-asked',
      'Leave the country out, unless the person lives abroad from then on.',
      'Laat het land weg, tenzij de persoon vanaf dan in het buitenland woont.',
    ],
    [
      kind === 'address-change' && address === undefined,
      'address',
      'required',
      'Say where the person lives.',
      'Zeg waar de persoon woont.',
    ],
    [
      !moves && address !== undefined,
      'address',
      'not-asked',
      'This event is not about an address.',
      'Deze gebeurtenis gaat niet over een adres.',
    ],
  ];
  return rules.flatMap(([wrong, field, code, en, nl]) => (wrong ? fault(`#/${field}`, code, en, nl) : []));
}
