import type { Action, Message } from '../../../src/records/message.ts'
import { tellNotice } from '../../../src/chat/wording/notice.ts'
import type { DiscordPart } from './discord-message.ts'
import { text } from '../text/line.ts'
import { COLOURS } from './colours.ts'
import { packCard } from './pack-card.ts'
import type { Page } from './page.ts'

/** A short text. Its own line breaks are kept. */
export function drawNotice(
  notice: Extract<Message, { readonly kind: 'notice' }>,
  actions: readonly Action[],
  page: Page,
): readonly DiscordPart[] {
  const { level } = notice
  const colour = level === 'info' ? COLOURS.notice : COLOURS[level]
  return packCard([{ lines: tellNotice(notice).map(text) }], colour, actions, page)
}
