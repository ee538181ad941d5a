import type { types } from '@slack/bolt'
import { sheetOf } from '../../../src/chat/wording/sheet.ts'
import { type Line, own } from '../../../src/chat/wording/span.ts'
import type { Message } from '../../../src/records/message.ts'
import { localeOf } from '../../../src/words/locale.ts'
import { say } from '../../../src/words/say.ts'
import { BUTTON_TEXT, HOME_CHANNEL, HOME_OWN, PLACEHOLDER } from '../limits.ts'
import { plainText, shortText } from '../text/plain.ts'
import { richText } from '../text/rich.ts'
import { CHANNEL, IN_CHANNEL, SUBSCRIBE, subscriptionRow } from './actions.ts'
import { drawContext } from './blocks.ts'
import type { Block, Group } from './draft.ts'

export type Subscriptions = Extract<Message, { readonly kind: 'subscriptions' }>

/** What a person sees in the Home tab: answers to `subscriptions` and `settings`. */
export interface Home {
  /** As asked in direct messages. */
  readonly own: Subscriptions
  /** As asked in the channel that was chosen. */
  readonly channel: { readonly id: string; readonly subscriptions: Subscriptions } | null
  readonly settings: Extract<Message, { readonly kind: 'settings' }>
}

/** The Home tab: one's own subscriptions, those of a channel, and one's settings. */
export function drawHome(
  { own: mine, channel, settings }: Home,
  { secret }: { readonly secret: string },
): Omit<types.HomeView, 'blocks'> & { blocks: Block[] } {
  const { language } = mine
  const { rightToLeft } = localeOf(language)
  const lines = (of: readonly Line[]) => richText(of, rightToLeft)

  const list = (message: Subscriptions, most: number, channelId: string | null): readonly Block[] => {
    const sheet = sheetOf(message)
    const rest = message.subscriptions.length - most
    return [
      ...lines(sheet.lines),
      // The words of a subscription are far shorter than one block may be.
      ...sheet.parts.slice(0, most).flatMap(({ heading, lines: below, card }): Group => {
        if (card === undefined) return []
        const row = subscriptionRow(card, { language, secret })
        const block_id = `${IN_CHANNEL}${channelId} ${card.id}`
        return [...lines([heading, ...below]), channelId === null ? row : { ...row, block_id }]
      }),
      ...(rest > 0 ? drawContext([[own(say('home.more', language, { count: rest }))]], rightToLeft) : []),
    ]
  }

  const subscribe: types.Button = {
    type: 'button',
    action_id: SUBSCRIBE,
    style: 'primary',
    text: shortText(say('action.subscribe', language), BUTTON_TEXT),
  }
  const choose: types.ConversationsSelect = {
    type: 'conversations_select',
    action_id: CHANNEL,
    placeholder: shortText(say('home.pick', language), PLACEHOLDER),
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(channel === null ? {} : { initial_conversation: channel.id }),
  }
  const { title, lines: facts } = sheetOf(settings)
  return {
    type: 'home',
    blocks: [
      header(say('home.own', language)),
      ...list(mine, HOME_OWN, null),
      { type: 'actions', elements: [subscribe] },
      { type: 'divider' },
      header(say('home.channel', language)),
      { type: 'actions', elements: [choose] },
      ...(channel === null ? [] : list(channel.subscriptions, HOME_CHANNEL, channel.id)),
      { type: 'divider' },
      ...lines([title, ...facts]),
    ],
  }
}

const header = (text: string): Block => ({ type: 'header', text: plainText(text) })
