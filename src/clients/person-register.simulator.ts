import { Injectable } from '@nestjs/common';
import type { Day } from '../domain/day.ts';
import type { Bsn } from '../domain/identifiers.ts';
import { type Person, PersonRegister } from './person-register.port.ts';

const person = (name: string, birthDate: string, address: string[], more: Partial<Person> = {}): Person => ({
  name,
  birthDate: birthDate as Day,
  abroad: false,
  language: 'nl',
  address,
  ...more,
});

const abroad = (name: string, birthDate: string, address: string[]): Person =>
  person(name, birthDate, address, { abroad: true, language: 'en' });

/** Invented people with test BSNs. */
export const simulatedPersons: Readonly<Record<string, Person>> = {
  '999990019': person('Yasmina el Amrani', '1984-05-17', ['Voorbeeldstraat 12', '3511 AB Utrecht']),
  '999990032': person('Pieter de Vries', '1957-11-02', ['Proeflaan 3', '9711 CD Groningen']),
  '999990044': person('Willem Jansen', '1941-02-28', ['Testplein 45', '5611 EF Eindhoven']),
  '999990007': person('Sanne Bakker', '1996-08-30', ['Schijnkade 7', '1011 GH Amsterdam']),
  '999990020': person('Henk Smit', '1970-01-01', ['Modelweg 88', '2511 JK Den Haag']),
  '999990068': person('Ruben Hendriks', '1988-03-21', ['Oefenstraat 21', '6811 LM Arnhem']),
  '999993653': person('Fatima Özdemir', '1962-12-09', ['Beispielallee 5', '10115 Berlin', 'Duitsland'], {
    abroad: true,
    language: 'en',
  }),
  '999990056': abroad('Klaus Weber', '1955-03-14', ['Musterweg 7', '50667 Köln', 'GERMANY']),
  '999990081': abroad('Carmen García Ruiz', '1950-06-15', ['Calle Ejemplo 4', '28001 Madrid', 'SPAIN']),
  '999990093': abroad('María García Ruiz', '1950-06-15', ['Calle Modelo 9', '41001 Sevilla', 'SPAIN']),
};

/** A SIMULATOR of the register of persons: it knows only invented people, and has no link to BRP or RNI. */
@Injectable()
export class PersonRegisterSimulator extends PersonRegister {
  find(bsn: Bsn): Promise<Person | undefined> {
    return Promise.resolve(simulatedPersons[bsn]);
  }
}
