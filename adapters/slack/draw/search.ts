import type { types } from '@slack/bolt'
import { sideBySide } from '../../../src/chat/action.ts'
import { encodeButton } from '../../../src/chat/button.ts'
import type { SearchHit, SearchResults } from '../../../src/records/message.ts'
import { own, quote, spans } from '../../../src/chat/wording/pieces.ts'
import { afterSearch, describeHit } from '../../../src/chat/wording/search.ts'
import { nameArticle } from '../../../src/chat/wording/story.ts'
import { phrase, say } from '../../../src/words/say.ts'
import { timesIn } from '../../../src/words/times.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import type { Block, Group } from './block.ts'
import { OPTION_TEXT, PLACEHOLDER } from '../limits.ts'
import { plain, plainText } from '../text/plain.ts'
import { richText } from '../text/rich.ts'
import { shorten } from '../text/shorten.ts'
import { COMMAND } from './action-ids.ts'
import { drawContext } from './context.ts'
import type { Draft } from './draft.ts'
import { drawTitle } from './heading.ts'
import type { Page } from './page.ts'

/** What a search found, the best first as it was given; a menu leads from a hit to its story. */
export function drawSearch(results: SearchResults, zone: string, page: Page): Draft {
  const { language, rightToLeft } = page
  const time = timesIn(zone, language).instant
  const title = spans(phrase('search.title', language, { query: quote(results.query) }))
  const after = afterSearch(results, language)
  return {
    text: plain(title, rightToLeft),
    main: [
      [...drawTitle(title, rightToLeft)],
      ...results.hits.map((hit, index) => drawHit(hit, index + 1, time, page)),
      ...(after === null ? [] : [richText([{ spans: [own(after)] }], rightToLeft)]),
      drawStoryMenu(results.hits, page),
    ],
    thread: [],
  }
}

function drawHit(hit: SearchHit, number: number, time: (at: number) => string, page: Page): Group {
  const { language, rightToLeft } = page
  const title = nameArticle(hit.title, language, 'headline', webAddress(hit.url))
  return [
    ...richText(
      [{ spans: [own(`${page.number(number)}. `, 'headline'), title] }, { spans: [quote(hit.snippet)] }],
      rightToLeft,
    ),
    ...drawContext(describeHit(hit, time, language), rightToLeft),
  ]
}

/** The stories of the hits, each under the number of its first hit. */
function drawStoryMenu(
  hits: readonly SearchHit[],
  { language, number, rightToLeft, secret }: Page,
): readonly Block[] {
  const byStory = new Map<string, types.PlainTextOption>()
  for (const [index, { storyId, title }] of hits.entries()) {
    if (storyId === null || byStory.has(storyId)) continue
    const label = plain([own(`${number(index + 1)}. `), nameArticle(title, language)], rightToLeft)
    byStory.set(storyId, {
      text: plainText(shorten(label, OPTION_TEXT)),
      value: encodeButton(sideBySide(storyId).command, secret),
    })
  }
  if (byStory.size === 0) return []
  const placeholder = plainText(shorten(say('action.sideBySide', language), PLACEHOLDER))
  return [
    {
      type: 'actions',
      elements: [
        { type: 'static_select', action_id: `${COMMAND}0`, placeholder, options: [...byStory.values()] },
      ],
    },
  ]
}
