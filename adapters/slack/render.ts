import type { types } from '@slack/bolt'
import type { TopicName } from '../../src/chat/chat-platform.ts'
import { languageOf } from '../../src/chat/language-of.ts'
import type { Message } from '../../src/records/message.ts'
import { localeOf } from '../../src/words/locale.ts'
import { say } from '../../src/words/say.ts'
import { writeNumber } from '../../src/words/write-number.ts'
import type { Block } from './draw/block.ts'
import { SHARE } from './draw/action-ids.ts'
import { drawActions } from './draw/actions.ts'
import { drawBriefing } from './draw/briefing.ts'
import type { Draft } from './draw/draft.ts'
import { drawHelp } from './draw/help.ts'
import { drawNotice } from './draw/notice.ts'
import type { Page } from './draw/page.ts'
import { drawSearch } from './draw/search.ts'
import { drawSheet } from './draw/sheet.ts'
import { drawSources } from './draw/sources.ts'
import { drawStoryCard } from './draw/story-card.ts'
import { BUTTON_TEXT, FALLBACK } from './limits.ts'
import { pack } from './draw/pack.ts'
import { channelId } from './text/channel-id.ts'
import { escape } from './text/escape.ts'
import { plainText } from './text/plain.ts'
import { shorten } from './text/shorten.ts'
import { wordsIn } from './text/words-in.ts'

/** One message as Slack takes it. `text` is what a notification shows; it holds no markup and no mention. */
export interface SlackPart {
  readonly text: string
  readonly blocks: readonly Block[]
  /** Ids of the stories of a briefing of which something stands in it. */
  readonly tells?: readonly string[]
}

/** What is posted, and what is posted in its thread, in order. To one person alone they are sent one after the other. */
export interface SlackMessage {
  readonly main: SlackPart
  readonly thread: readonly SlackPart[]
}

export interface DrawOptions {
  /** Signs what buttons carry. */
  readonly secret: string
  readonly topicName: TopicName
  /**
   * The answer is seen by one person alone, has no thread, and may be shown to the channel: the value comes back when that button is
   * pressed (at most 2000 characters).
   */
  readonly share?: string
}

/** A message in Slack's blocks, in parts that each keep every limit. Text from feeds makes no markup, no mention and no link. */
export function renderMessage(message: Message, options: DrawOptions): SlackMessage {
  const page = pageOf(message, options)
  const { text, main, thread, storyOf = NO_STORIES } = draw(message, page)
  const [first = [], ...others] = pack([...main, lastRow(message, page, options)])
  return {
    main: nameChannels(part(text, first, storyOf), message),
    thread: [
      // What had no room is told of by itself: the message has been announced.
      ...others.map((blocks) => part(wordsIn(blocks), blocks, storyOf)),
      ...thread.flatMap((reply) => pack(reply.groups).map((blocks) => part(reply.text, blocks, storyOf))),
    ],
  }
}

function draw(message: Message, page: Page): Draft {
  switch (message.kind) {
    case 'briefing':
      return drawBriefing(message.briefing, page)
    case 'story':
      return drawStoryCard(message.story, message.zone, page)
    case 'search':
      return drawSearch(message.results, message.zone, page)
    case 'sources':
      return drawSources(message.sources, message.zone, page)
    case 'help':
      return drawHelp(message.commands, page)
    case 'notice':
      return drawNotice(message, page)
    case 'subscription':
    case 'subscriptions':
    case 'trial':
    case 'trace':
    case 'settings':
      return drawSheet(message, page)
    default:
      return message satisfies never
  }
}

/** What can be done with the whole message. */
function lastRow(message: Message, page: Page, { share }: DrawOptions): readonly Block[] {
  const isDrawn = message.kind === 'subscription' && message.first !== null
  const button: types.Button[] =
    share === undefined
      ? []
      : [
          {
            type: 'button',
            action_id: SHARE,
            text: plainText(shorten(say('action.share', page.language), BUTTON_TEXT)),
            value: share,
          },
        ]
  return drawActions(isDrawn ? [] : (message.actions ?? []), page, { others: button })
}

function pageOf(message: Message, { secret, topicName, share }: DrawOptions): Page {
  const language = languageOf(message)
  return {
    language,
    secret,
    topicName,
    hasThread: share === undefined,
    rightToLeft: localeOf(language).rightToLeft,
    number: (number) => writeNumber(number, language),
  }
}

/** The fallback text of a notice about channels, with their names where Slack can tell them. */
function nameChannels(part: SlackPart, message: Message): SlackPart {
  if (message.kind !== 'notice') return part
  // The id of one channel may begin as another's does.
  const longest = (message.channels ?? []).toSorted((one, other) => other.length - one.length)
  const text = longest.reduce((said, place) => {
    const id = channelId(place)
    return id === null ? said : said.replaceAll(place, `<#${id}>`)
  }, part.text)
  return { ...part, text }
}

/** A notification needs some text even where there is nothing to say. */
function part(text: string, blocks: readonly Block[], storyOf: ReadonlyMap<Block, string>): SlackPart {
  const tells = new Set(blocks.flatMap((block) => storyOf.get(block) ?? []))
  return {
    text: escape(shorten(text.trim() || '…', FALLBACK)),
    blocks,
    ...(tells.size > 0 && { tells: [...tells] }),
  }
}

const NO_STORIES: ReadonlyMap<Block, string> = new Map()
