import type { Action } from '../../../src/chat/action.ts'
import { quote, spans } from '../../../src/chat/wording/pieces.ts'
import { phrase } from '../../../src/words/phrase.ts'
import type { DiscordPart } from '../discord-message.ts'
import { text } from '../text/line.ts'
import { COLOURS } from './colours.ts'
import { packCard } from './pack-card.ts'
import type { Page } from './page.ts'

/** A short text; warnings and errors say so. Its own line breaks are kept. */
export function drawNotice(
  level: 'info' | 'warning' | 'error',
  notice: string,
  actions: readonly Action[],
  page: Page,
): readonly DiscordPart[] {
  const [first = '', ...more] = notice.split('\n')
  const opening =
    level === 'info'
      ? [quote(first)]
      : spans(phrase(`notice.${level}`, page.language, { text: quote(first) }), level)
  const lines = [text(opening), ...more.map((line) => text([quote(line)]))]
  return packCard([{ lines }], level === 'info' ? COLOURS.notice : COLOURS[level], actions, page)
}
