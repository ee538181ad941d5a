import type { types } from '@slack/bolt'
import { encodeButton } from '../../../src/chat/action.ts'
import type { Suggestion } from '../../../src/chat/command.ts'
import { own } from '../../../src/chat/wording/span.ts'
import { localeOf } from '../../../src/words/locale.ts'
import { say } from '../../../src/words/say.ts'
import { BUTTON_TEXT } from '../limits.ts'
import type { SlackPart } from '../render.ts'
import { escape, shortText } from '../text/plain.ts'
import { richText } from '../text/rich.ts'
import { SUBSCRIBE } from './actions.ts'

/**
 * Draws the message to a channel the app was added to: what it can follow. Each button opens the form with
 * its region preselected.
 */
export function drawJoined(
  { regions, language }: { readonly regions: readonly Suggestion[]; readonly language: string },
  { secret }: { readonly secret: string },
): SlackPart {
  const { rightToLeft } = localeOf(language)
  const what = say('join.what', language)
  const other: types.Button = {
    type: 'button',
    action_id: SUBSCRIBE,
    text: shortText(say(regions.length === 0 ? 'action.subscribe' : 'join.other', language), BUTTON_TEXT),
  }
  const elements = regions.map(({ label, value }, index): types.Button => ({
    type: 'button',
    action_id: `${SUBSCRIBE}:${index}`,
    text: shortText(label, BUTTON_TEXT),
    value: encodeButton(`subscribe region:${value}`, secret),
  }))
  return {
    text: escape(what),
    blocks: [
      ...richText(
        [[own(what, 'title')], [own(say('place.news', language))], [own(say('join.how', language))]],
        rightToLeft,
      ),
      { type: 'actions', elements: [...elements, other] },
    ],
  }
}
