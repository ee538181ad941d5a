import { sheetOf, type SheetMessage } from '../../../src/chat/wording/sheet.ts'
import { plain } from '../text/plain.ts'
import { richText } from '../text/rich.ts'
import { drawActions } from './actions.ts'
import { drawBriefing } from './briefing.ts'
import type { Draft } from './draft.ts'
import { drawHeading, drawTitle } from './heading.ts'
import type { Page } from './page.ts'
import { subscriptionRow } from './subscription-row.ts'

/** A document of facts: title, lines, parts; behind a new subscription its first briefing. */
export function drawSheet(message: SheetMessage, page: Page): Draft {
  const { title, lines, parts } = sheetOf(message)
  const { rightToLeft } = page
  const first =
    message.kind === 'subscription' && message.first !== null ? drawBriefing(message.first, page) : null
  const cards = message.kind === 'subscriptions' ? message.subscriptions : []
  return {
    text: plain(title, rightToLeft),
    main: [
      [
        ...drawTitle(title, rightToLeft),
        ...richText(
          lines.map((line) => ({ spans: line })),
          rightToLeft,
        ),
        // They belong to the subscription, not to what it tells first.
        ...(first === null ? [] : drawActions(message.actions ?? [], page)),
      ],
      ...parts.map((part, index) => {
        const card = cards[index]
        return [
          ...drawHeading(part.heading, rightToLeft),
          ...richText(
            part.lines.map((line) => ({ spans: line })),
            rightToLeft,
          ),
          ...(card === undefined ? [] : [subscriptionRow(card, page)]),
        ]
      }),
      ...(first?.main ?? []),
    ],
    thread: first?.thread ?? [],
  }
}
