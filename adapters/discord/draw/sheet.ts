import type { Action } from '../../../src/chat/action.ts'
import { sheetOf, type SheetMessage } from '../../../src/chat/wording/sheet.ts'
import type { DiscordPart } from '../discord-message.ts'
import { heading, text, title } from '../text/line.ts'
import { COLOURS } from './colours.ts'
import { packCard } from './pack-card.ts'
import type { Page } from './page.ts'

/** A document of facts: title, lines, and parts with rules between them. */
export function drawSheet(
  message: SheetMessage,
  actions: readonly Action[],
  page: Page,
): readonly DiscordPart[] {
  const sheet = sheetOf(message)
  return packCard(
    [
      { lines: [title(sheet.title), ...sheet.lines.map(text)] },
      ...sheet.parts.map((part) => ({ lines: [heading(part.heading), ...part.lines.map(text)] })),
    ],
    COLOURS.notice,
    actions,
    page,
  )
}
