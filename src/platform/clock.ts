import { Injectable } from '@nestjs/common';

/** The one door by which time comes in. Tests put another clock in its place. */
@Injectable()
export class Clock {
  /** This instant. Ask once per use case, so that one act has one time. */
  now(): Date {
    return new Date();
  }
}
