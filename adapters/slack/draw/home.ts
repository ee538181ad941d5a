import type { types } from '@slack/bolt'
import type { Action, Message, SubscriptionCard } from '../../../src/records/message.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { sheetOf } from '../../../src/chat/wording/sheet.ts'
import { type Line, own } from '../../../src/chat/wording/span.ts'
import { localeOf } from '../../../src/words/locale.ts'
import { say } from '../../../src/words/say.ts'
import { BUTTON_TEXT, HOME_CHANNEL, HOME_OWN, PLACEHOLDER } from '../limits.ts'
import { plain, plainText, shortText } from '../text/plain.ts'
import { richText } from '../text/rich.ts'
import { CHANNEL, drawActions, IN_CHANNEL, SETTINGS, SUBSCRIBE, subscriptionRow } from './actions.ts'
import { drawContext } from './blocks.ts'
import type { Block, Group } from './drawing.ts'

export type Subscriptions = Extract<Message, { readonly kind: 'subscriptions' }>

/** The content of a person's Home tab: the answers to `subscriptions` and `settings`. */
export interface Home {
  /** The answer in direct messages. */
  readonly ownSubscriptions: Subscriptions
  /** The answer in the chosen channel. */
  readonly channel: { readonly id: string; readonly subscriptions: Subscriptions } | null
  readonly settings: Extract<Message, { readonly kind: 'settings' }>
}

/** Actions at the top of the tab, whatever the person follows. */
const TOP_ACTIONS: readonly Action[] = [
  { label: 'action.briefing', command: 'briefing' },
  { label: 'action.help', command: 'help' },
]

/**
 * Draws the Home tab: introduction and first actions; the person's subscriptions by destination; those of a
 * channel; the settings.
 */
export function drawHome(
  { ownSubscriptions, channel, settings }: Home,
  { secret }: { readonly secret: string },
): Omit<types.HomeView, 'blocks'> & { blocks: Block[] } {
  const { language } = ownSubscriptions
  const { rightToLeft } = localeOf(language)
  const lines = (of: readonly Line[]) => richText(of, rightToLeft)

  const list = (message: Subscriptions, most: number, channelId: string | null): readonly Block[] => {
    const sheet = sheetOf({ ...message, subscriptions: message.subscriptions.map(withoutChannel) })
    const rest = message.subscriptions.length - most
    const parts = byPlace(sheet.parts).slice(0, most)
    return [
      ...lines(sheet.lines),
      // A subscription's text is far shorter than a block's limit.
      ...parts.flatMap(({ heading, lines: below, card, place }): Group => {
        const row = subscriptionRow(card, { language, secret })
        const block_id = `${IN_CHANNEL}${channelId} ${card.id}`
        const named = place === null || channelId !== null ? [] : [[{ text: place, channel: place }]]
        return [...lines([...named, heading, ...below]), channelId === null ? row : { ...row, block_id }]
      }),
      ...(rest > 0 ? drawContext([[own(say('home.more', language, { count: rest }))]], rightToLeft) : []),
    ]
  }

  const button = (
    action_id: string,
    key: 'action.subscribe' | 'action.edit',
    about: string,
  ): types.Button => ({
    type: 'button',
    action_id,
    text: shortText(say(key, language), BUTTON_TEXT),
    accessibility_label: shorten(`${say(key, language)}: ${about}`, BUTTON_TEXT),
  })
  const choose: types.ConversationsSelect = {
    type: 'conversations_select',
    action_id: CHANNEL,
    placeholder: shortText(say('home.pick', language), PLACEHOLDER),
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(channel === null ? {} : { initial_conversation: channel.id }),
  }
  const { title, lines: facts } = sheetOf(settings)
  const subscribe = button(SUBSCRIBE, 'action.subscribe', say('home.own', language))
  const [first] = drawActions(TOP_ACTIONS, { language, secret })
  const heading = plain(title, rightToLeft)
  return {
    type: 'home',
    blocks: [
      ...lines([[own(say('place.news', language), 'title')], [own(say('chat.hello', language))]]),
      { type: 'actions', elements: [{ ...subscribe, style: 'primary' }, ...(first?.elements ?? [])] },
      { type: 'divider' },
      header(say('home.own', language)),
      ...list(ownSubscriptions, HOME_OWN, null),
      { type: 'divider' },
      header(say('home.channel', language)),
      { type: 'actions', elements: [choose] },
      ...(channel === null ? [] : list(channel.subscriptions, HOME_CHANNEL, channel.id)),
      { type: 'divider' },
      header(heading),
      // The last line explains how to change settings by typing; here is a button instead.
      ...lines(facts.slice(0, -1)),
      { type: 'actions', elements: [button(SETTINGS, 'action.edit', heading)] },
    ],
  }
}

const header = (text: string): Block => ({ type: 'header', text: plainText(text) })

type Part = ReturnType<typeof sheetOf>['parts'][number]

/** Removes the channel from a card, because the channel is named above its cards. */
function withoutChannel(card: SubscriptionCard): SubscriptionCard {
  const { channel: _, ...rest } = card
  return rest
}

/**
 * Groups a person's subscriptions by destination, direct messages first. `place` is the channel on the first
 * card of each group, null on the others.
 */
function byPlace(parts: readonly Part[]) {
  const places = new Map<string, { readonly card: SubscriptionCard; readonly part: Part }[]>([['', []]])
  for (const part of parts) {
    const { card } = part
    if (card === undefined) continue
    const id = card.to === 'elsewhere' ? card.destination : ''
    places.set(id, [...(places.get(id) ?? []), { card, part }])
  }
  return [...places].flatMap(([id, those]) =>
    those.map(({ card, part }, index) => ({ ...part, card, place: index === 0 && id !== '' ? id : null })),
  )
}
