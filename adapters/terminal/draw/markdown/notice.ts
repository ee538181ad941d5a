import type { Message } from '../../../../src/records/message.ts'
import type { RootContent } from 'mdast'
import { tellNotice } from '../../../../src/chat/wording/notice.ts'
import { paragraph, phrasing } from './nodes.ts'
import type { Page } from './page.ts'

/** A short text, a paragraph for each of its lines. */
export function writeNotice(
  notice: Extract<Message, { readonly kind: 'notice' }>,
  page: Page,
): RootContent[] {
  return tellNotice(notice).map((line) => paragraph(phrasing(line, page.rightToLeft)))
}
