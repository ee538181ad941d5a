import type { types } from '@slack/bolt'
import { decodeHTMLStrict } from 'entities'
import type { TopicName } from '../../src/chat/chat-platform.ts'
import { drawWith } from '../../src/chat/draw-with.ts'
import { readerOf } from '../../src/chat/wording/reader.ts'
import type { Message } from '../../src/records/message.ts'
import { say } from '../../src/words/say.ts'
import { drawActions, SHARE } from './draw/actions.ts'
import { drawBriefing } from './draw/briefing.ts'
import { drawHelp, drawNotice, drawSearch, drawSheet, drawSources } from './draw/documents.ts'
import { type Block, pack, type DrawContext } from './draw/drawing.ts'
import { drawStoryCard } from './draw/story.ts'
import type { UploadedPicture } from './post/upload-pictures.ts'
import { BUTTON_TEXT, FALLBACK } from './limits.ts'
import { shorten } from '../../src/text/shorten.ts'
import { channelId, escape, shortText } from './text/plain.ts'

/** One Slack message. `text` is for the notification; it has no markup and no mention. */
export interface SlackPart {
  readonly text: string
  readonly blocks: readonly Block[]
  /** Ids of the briefing's stories in this part. */
  readonly tells?: readonly string[]
}

/**
 * The message and the replies in its thread, in order. For a single reader they are sent one after the other.
 */
export interface SlackMessage {
  readonly main: SlackPart
  readonly thread: readonly SlackPart[]
}

export interface DrawOptions {
  /** Key that signs button values. */
  readonly secret: string
  readonly topicName: TopicName
  /**
   * Only for an answer that one person sees, without a thread, and that may be shared with the channel: adds
   * the share button. The value (at most 2000 characters) comes back when it is pressed.
   */
  readonly share?: string
  readonly pictures?: readonly UploadedPicture[]
}

/**
 * Draws a message in Slack's blocks, in parts within all limits. Text from feeds cannot become markup,
 * mention or link.
 */
export function renderMessage(message: Message, options: DrawOptions): SlackMessage {
  const { secret, topicName, share, pictures = [] } = options
  const context = {
    ...readerOf(message, topicName),
    secret,
    hasThread: share === undefined,
    pictures,
  }
  const { text, main, thread = [], storyOf = NO_STORIES } = drawWith(message, context, DRAWINGS)
  const [first = [], ...others] = pack([...main, lastRow(message, context, options)])
  return {
    main: nameChannels(part(text, first, storyOf), message),
    thread: [
      // Parts that did not fit get a text of their own, because the message was announced already.
      ...others.map((blocks) => part(wordsIn(blocks), blocks, storyOf)),
      ...thread.flatMap((reply) => pack(reply.groups).map((blocks) => part(reply.text, blocks, storyOf))),
    ],
  }
}

const DRAWINGS = {
  briefing: drawBriefing,
  story: drawStoryCard,
  search: drawSearch,
  sources: drawSources,
  help: drawHelp,
  notice: drawNotice,
  sheet: drawSheet,
}

/** The buttons for the message as a whole. */
function lastRow(message: Message, context: DrawContext, { share }: DrawOptions): readonly Block[] {
  const isDrawn = message.kind === 'subscription' && message.first !== null
  const text = shortText(say('action.share', context.language), BUTTON_TEXT)
  const button: types.Button = { type: 'button', action_id: SHARE, text, value: share ?? '' }
  const others = share === undefined ? [] : [button]
  return drawActions(isDrawn ? [] : (message.actions ?? []), context, { others })
}

/** Replaces channel ids in the fallback text of a notice by mentions, which Slack shows as names. */
function nameChannels(part: SlackPart, message: Message): SlackPart {
  if (message.kind !== 'notice') return part
  // One channel's id may be a prefix of another's, so the longest is replaced first.
  const longest = (message.channels ?? []).toSorted((one, other) => other.length - one.length)
  const text = longest.reduce((said, place) => {
    const id = channelId(place)
    return id === null ? said : said.replaceAll(place, `<#${id}>`)
  }, part.text)
  return { ...part, text }
}

/** A notification needs some text even if there is nothing to say. */
function part(text: string, blocks: readonly Block[], storyOf: ReadonlyMap<Block, string>): SlackPart {
  const tells = new Set(blocks.flatMap((block) => storyOf.get(block) ?? []))
  return {
    text: escape(shorten(text.trim() || '…', FALLBACK)),
    blocks,
    ...(tells.size > 0 && { tells: [...tells] }),
  }
}

const NO_STORIES: ReadonlyMap<Block, string> = new Map()

/**
 * The text of blocks without markup, for a notification. Button labels are used if there is no other text.
 */
function wordsIn(blocks: readonly Block[]): string {
  const said = blocks.map(wordsOf).filter((words) => words.trim() !== '')
  return (said.length > 0 ? said : blocks.map(labelsOf)).join('\n')
}

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'header':
      return block.text.text
    case 'rich_text':
      return ofRichText(block)
    case 'context':
      return block.elements.map((element) => ('text' in element ? ofText(element) : '')).join('')
    case 'table':
      return block.rows
        .map((row) => row.map((cell) => (cell.type === 'rich_text' ? ofRichText(cell) : cell.text)).join(' '))
        .join('\n')
    default:
      return ''
  }
}

/** Our mrkdwn contains only links. */
const ofText = ({ type, text }: types.TextObject): string =>
  type === 'plain_text' ? text : decodeHTMLStrict(text.replaceAll(/<[^<>|]+\|([^<>|]*)>/gu, '$1'))

const ofRichText = ({ elements }: types.RichTextBlock): string =>
  elements
    .map((part) =>
      part.type === 'rich_text_list'
        ? ''
        : part.elements.map((element) => ('text' in element ? (element.text ?? '') : '')).join(''),
    )
    .join('\n')

const labelsOf = (block: Block): string =>
  block.type === 'actions'
    ? block.elements.flatMap((element) => (element.type === 'button' ? [element.text.text] : [])).join(' · ')
    : ''
