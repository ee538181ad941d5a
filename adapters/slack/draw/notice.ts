import { tellNotice } from '../../../src/chat/wording/notice.ts'
import type { Message } from '../../../src/records/message.ts'
import { plain } from '../text/plain.ts'
import { richText } from '../text/rich.ts'
import type { Draft } from './draft.ts'
import type { Page } from './page.ts'

/** A short text, line by line. */
export function drawNotice(
  notice: Extract<Message, { readonly kind: 'notice' }>,
  { rightToLeft }: Page,
): Draft {
  const lines = tellNotice(notice)
  return {
    text: lines.map((line) => plain(line, rightToLeft)).join('\n'),
    main: [
      richText(
        lines.map((line) => ({ spans: line })),
        rightToLeft,
      ),
    ],
    thread: [],
  }
}
