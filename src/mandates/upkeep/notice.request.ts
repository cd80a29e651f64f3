import type { ClientId } from '../../domain/ids.ts';
import { type NoticeKind, noticeKinds } from '../../domain/notice.ts';
import { IdField, OneOfField } from '../../platform/fields.ts';
import { PageQuery } from '../../platform/fields.nested.ts';

/** Which notices to list. */
export class ListNotices extends PageQuery {
  @OneOfField(noticeKinds, { optional: true, description: 'Only of this kind.', example: 'ending-30' })
  readonly kind?: NoticeKind;

  @IdField({ optional: true, description: 'Only about mandates of this client.' })
  readonly client?: ClientId;
}
