import { sideBySide } from '../../../src/chat/action.ts'
import type { Action, SearchHit, SearchResults } from '../../../src/records/message.ts'
import { dotted, own, quote, spans } from '../../../src/chat/wording/pieces.ts'
import { afterSearch, describeHit } from '../../../src/chat/wording/search.ts'
import { nameArticle } from '../../../src/chat/wording/story.ts'
import { phrase } from '../../../src/words/say.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import type { DiscordPart } from './discord-message.ts'
import { relative } from '../text/clock.ts'
import { small, text, title } from '../text/line.ts'
import { COLOURS } from './colours.ts'
import type { Piece } from './draft.ts'
import { packCard } from './pack-card.ts'
import type { Page } from './page.ts'

/** What a search found, the best first as it was given; beside each hit its story. */
export function drawSearch(
  results: SearchResults,
  actions: readonly Action[],
  page: Page,
): readonly DiscordPart[] {
  const after = afterSearch(results, page.language)
  return packCard(
    [
      { lines: [title(spans(phrase('search.title', page.language, { query: quote(results.query) })))] },
      ...results.hits.map((hit, index) => drawHit(hit, index + 1, page)),
      ...(after === null ? [] : [{ lines: [small([own(after)])] }]),
    ],
    COLOURS.notice,
    actions,
    page,
  )
}

function drawHit(hit: SearchHit, number: number, page: Page): Piece {
  return {
    lines: [
      text([
        own(`${page.number(number)}. `, 'headline'),
        nameArticle(hit.title, page.language, 'headline', webAddress(hit.url)),
      ]),
      text([quote(hit.snippet)]),
      small(dotted(describeHit(hit, relative, page.language))),
    ],
    ...(hit.storyId === null ? {} : { beside: sideBySide(hit.storyId) }),
  }
}
