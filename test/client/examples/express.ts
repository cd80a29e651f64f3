import express, { type Request } from 'express';
import { askVolmacht } from '../../../client/express.guard.ts';
import type { Volmacht } from '../../../client/volmacht.ts';
import { mayRead, type Message, type User } from './question.ts';

/** What you have already: who is signed in, and your messages. */
export interface Yours {
  readonly userOf: (request: Request) => User;
  readonly find: (id: string) => Message;
}

/** A message box: each message is opened only after a yes. */
export function messageBox(volmacht: Volmacht, { userOf, find }: Yours) {
  const app = express();
  app.get(
    '/messages/:id',
    askVolmacht(volmacht, (request: Request<{ id: string }>) =>
      mayRead(userOf(request), find(request.params.id)),
    ),
    (request, response) => void response.json(find(request.params.id)),
  );
  return app;
}
