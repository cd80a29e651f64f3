import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type AskedOrder, CourtRegister } from './court-register.port.ts';

/** An order as the simulator keeps it. */
export interface SimulatedOrder {
  readonly ground: string;
  readonly court: string;
  readonly caseNumber: string;
  readonly ward: string;
  readonly guardian: string;
  readonly givenOn: string;
  readonly from: string;
  readonly until?: string;
  readonly partial?: boolean;
  readonly divided?: boolean;
}

const court = 'Rechtbank Voorbeeldstad';

/** Invented orders about invented people. */
const simulatedOrders: readonly SimulatedOrder[] = [
  {
    ...{
      ground: 'bewind',
      court,
      caseNumber: 'C/99/100001 BM 26-1',
      ward: '999990032',
      guardian: '90005678',
    },
    ...{ givenOn: '2026-11-12', from: '2026-11-13' },
  },
  {
    ...{
      ground: 'curatele',
      court,
      caseNumber: 'C/99/100002 CU 26-2',
      ward: '999990044',
      guardian: '90005678',
    },
    ...{ givenOn: '2026-11-12', from: '2026-11-13' },
  },
];

/** How a register can be when it is not well. */
export type Mood = 'well' | 'slow' | 'wrong' | 'empty' | 'failing';

/** A case number that ends in one of these is answered in that mood, so that each can be seen without a test. */
const moods: Readonly<Record<string, Mood>> = {
  'SIM-SLOW': 'slow',
  'SIM-WRONG': 'wrong',
  'SIM-EMPTY': 'empty',
  'SIM-FAILING': 'failing',
};

/** A SIMULATOR of the judiciary's register: it knows only invented orders, and has no link to any court. */
@Injectable()
export class CourtRegisterSimulator extends CourtRegister {
  /** What it knows, and what it has to tell; a test adds to them. */
  readonly orders: SimulatedOrder[] = [...simulatedOrders];
  readonly reports: object[] = [];
  mood: Mood = 'well';

  async find({ court, caseNumber, ward, guardian }: AskedOrder, until: AbortSignal): Promise<unknown> {
    const own = Object.entries(moods).find(([ending]) => caseNumber.endsWith(ending))?.[1];
    return this.inMood(own ?? this.mood, until, () =>
      this.orders
        .filter((order) => order.court === court && order.caseNumber === caseNumber)
        .map(({ ward: whose, guardian: who, ...order }) => ({
          ...order,
          sameWard: whose === ward,
          sameGuardian: who === (guardian.kvk ?? guardian.bsn),
        })),
    );
  }

  async newsSince(place: string | undefined, until: AbortSignal): Promise<unknown> {
    const from = Number(place ?? 0);
    return this.inMood(this.mood, until, () => ({
      reports: this.reports.slice(from),
      next: String(this.reports.length),
    }));
  }

  private async inMood(mood: Mood, until: AbortSignal, answer: () => unknown): Promise<unknown> {
    if (mood === 'slow') await wait(60_000, undefined, { signal: until, ref: false });
    if (mood === 'failing') throw new Error('the register answers 500');
    if (mood === 'wrong') return { error: '<html>Service unavailable</html>' };
    return mood === 'empty' ? undefined : answer();
  }
}
