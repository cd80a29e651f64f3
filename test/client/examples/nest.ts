import { Controller, Get, Inject, Param } from '@nestjs/common';
import { AskVolmacht } from '../../../client/nest.guard.ts';
import { mayRead, type Message, type User } from './question.ts';

/** Where your messages are. */
export abstract class Messages {
  abstract find(id: string): Message;
}

/** A request after your sign-in. */
interface SignedIn {
  readonly user: User;
  readonly params: { readonly id: string };
}

/** A message box: each message is opened only after a yes. */
@Controller('messages')
export class MessageBox {
  constructor(@Inject(Messages) private readonly messages: Messages) {}

  @Get(':id')
  @AskVolmacht(({ user, params }: SignedIn, get) => mayRead(user, get(Messages).find(params.id)))
  read(@Param('id') id: string): Message {
    return this.messages.find(id);
  }
}
