import { type DynamicModule, Module } from '@nestjs/common';
import { AllowanceStore } from './allowance.store.ts';
import { Cipher } from './cipher.ts';
import { Clock } from './clock.ts';
import { CONFIG, type Config } from './config.ts';
import { CsvAnswers } from './csv.answer.ts';
import { LetterPress } from './letters/letter.press.ts';
import { PrintPort } from './letters/print.port.ts';
import { PrintSimulator } from './letters/print.simulator.ts';
import { LongAnswers } from './long-answers.ts';
import { ProblemFilter } from './problem.filter.ts';
import { QueueStore } from './queue.store.ts';
import { QueueWorker } from './queue.worker.ts';

const shared = [
  Cipher,
  AllowanceStore,
  QueueStore,
  QueueWorker,
  ProblemFilter,
  LongAnswers,
  CsvAnswers,
  LetterPress,
];

/** What every room stands on and none of them is about. */
@Module({})
export class PlatformModule {
  /** With this configuration and this clock, for the whole house. */
  static with(config: Config, clock: Clock): DynamicModule {
    const given = [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: PrintPort, useClass: PrintSimulator },
    ];
    return {
      module: PlatformModule,
      global: true,
      providers: [...given, ...shared],
      exports: [...given, ...shared],
    };
  }
}
