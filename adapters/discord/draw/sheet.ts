import { resume } from '../../../src/chat/action.ts'
import type { Action, SubscriptionCard } from '../../../src/records/message.ts'
import { sheetOf, type SheetMessage } from '../../../src/chat/wording/sheet.ts'
import type { Span } from '../../../src/chat/wording/span.ts'
import type { DiscordPart } from './discord-message.ts'
import { dated } from '../text/clock.ts'
import { heading, small, text, title, type Line } from '../text/line.ts'
import { COLOURS } from './colours.ts'
import { packCard } from './pack-card.ts'
import type { Page } from './page.ts'

/** A document of facts: title, lines, and parts with rules between them. Below each subscription of a list stands what can be done with it. */
export function drawSheet(
  message: SheetMessage,
  actions: readonly Action[],
  page: Page,
): readonly DiscordPart[] {
  const sheet = sheetOf(message, dated)
  const listed = message.kind === 'subscriptions' ? message.subscriptions : []
  return packCard(
    [
      { lines: [title(sheet.title), ...sheet.lines.map(drawLine)] },
      ...sheet.parts.map(({ heading: named, lines }, index) => ({
        lines: [heading(named), ...lines.map(drawLine)],
        below: actionsOn(listed[index]),
      })),
    ],
    COLOURS.notice,
    actions,
    page,
  )
}

/** What only explains stands back. */
function drawLine(spans: readonly Span[]): Line {
  return spans.every(({ look }) => look === 'quiet') ? small(spans) : text(spans)
}

function actionsOn(subscription: SubscriptionCard | undefined): readonly Action[] {
  if (subscription === undefined) return []
  const { id, state, resumable } = subscription
  return [
    { label: 'action.test', command: `test ${id}` },
    state === 'paused' || resumable === true ? resume(id) : { label: 'action.pause', command: `pause ${id}` },
    { label: 'action.unsubscribe', command: `unsubscribe ${id}` },
  ]
}
