import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Permit } from '../domain/decision.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { SenderJson } from './sender.json.ts';
import type { DefineMessageType, MessageTypePath, RegisterSender } from './sender.request.ts';

/** Senders and the kinds of message that they know. Public to whoever signed in; no personal data. */
@Injectable()
export class SenderStore {
  /** So many senders by OIN, from after this one on. */
  list(work: Work, _permit: Permit<'sender.search'>, after: Oin | '', limit: number): Promise<SenderJson[]> {
    return work.query<SenderJson>(
      `SELECT s.oin, s.name_nl AS "nameNl", s.name_en AS "nameEn", s.assurance,
              (SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'code', t.code, 'category', t.category, 'nameNl', t.name_nl, 'nameEn', t.name_en,
                        'assurance', t.assurance) ORDER BY t.code), '[]')
                 FROM message_type t WHERE t.sender = s.oin) AS "messageTypes"
         FROM sender s WHERE s.oin > $1 ORDER BY s.oin LIMIT $2`,
      [after, limit],
    );
  }

  /** Enters a sender, or changes what is known of it. */
  async register(
    work: Work,
    _permit: Permit<'sender.register'>,
    oin: Oin,
    { nameNl, nameEn, assurance }: RegisterSender,
  ): Promise<void> {
    await work.query(
      `INSERT INTO sender (oin, name_nl, name_en, assurance, since) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (oin) DO UPDATE SET name_nl = $2, name_en = $3, assurance = $4`,
      [oin, nameNl, nameEn, assurance, work.now],
    );
  }

  /** Enters a kind of message, or changes it for messages that are delivered from now on. */
  async define(
    work: Work,
    _permit: Permit<'sender.define-types'>,
    { oin, code }: MessageTypePath,
    { nameNl, nameEn, category, assurance }: DefineMessageType,
  ): Promise<void> {
    await work.query(
      `INSERT INTO message_type (sender, code, name_nl, name_en, category, assurance)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (sender, code) DO UPDATE SET name_nl = $3, name_en = $4, category = $5, assurance = $6`,
      [oin, code, nameNl, nameEn, category, assurance],
    );
  }
}
