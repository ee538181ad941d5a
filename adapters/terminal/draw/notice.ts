import { tellNotice } from '../../../src/chat/wording/notice.ts'
import type { Message } from '../../../src/records/message.ts'
import { flow } from '../text/flow.ts'
import type { View } from './view.ts'

/** A short text. Its own line breaks are kept. */
export function drawNotice(notice: Extract<Message, { readonly kind: 'notice' }>, view: View): string[] {
  return tellNotice(notice).flatMap((line) => {
    const lines = flow(line, view)
    return lines.length === 0 ? [''] : lines
  })
}
