import type { types } from '@slack/bolt'
import { nameRhythm } from '../../../src/chat/wording/name-rhythm.ts'
import { own, quote } from '../../../src/chat/wording/span.ts'
import type { Suggestion } from '../../../src/chat/command.ts'
import type { SubscriptionCard } from '../../../src/records/message.ts'
import { RHYTHMS } from '../../../src/subscriptions/days.ts'
import { LONGEST_EXPRESSION } from '../../../src/subscriptions/expression/parse-expression.ts'
import { LENGTHS, MOST_TIMES } from '../../../src/subscriptions/limits.ts'
import { localeOf } from '../../../src/words/locale.ts'
import { say } from '../../../src/words/say.ts'
import { writeFormMemory } from '../answer/read-form.ts'
import { BUTTON_TEXT, PLACEHOLDER, PRIVATE_METADATA } from '../limits.ts'
import { plainText, shortText } from '../text/plain.ts'
import { richText } from '../text/rich.ts'
import { toOptions } from './actions.ts'
import type { Block } from './drawing.ts'
import { drawField, drawMenu, frameForm, SPOKEN_CHOICES } from './form-fields.ts'

/** Initial state of the form. */
export interface SubscribeForm {
  /** Destination from which it was opened, as in `Asker.channel`. It comes back with the submission. */
  readonly from: string
  /** Whether it was opened in direct messages, where the destination is not asked for. */
  readonly isDirect: boolean
  /** IANA zone of the place where it was opened, or else of the person. */
  readonly zone: string
  /** BCP 47. */
  readonly language: string
  /** The subscription to change; null for a new one. */
  readonly subscription: SubscriptionCard | null
  /** Preselected regions of a new subscription. */
  readonly regions?: readonly Suggestion[]
  /** Whether the rarely needed fields are shown. */
  readonly isUnfolded?: boolean
}

/** Draws the subscription form. Every field is named after the option of `/news subscribe` that it fills. */
export function drawSubscribeModal({
  from,
  isDirect,
  zone,
  language,
  subscription,
  regions = [],
  isUnfolded = false,
}: SubscribeForm): Omit<types.ModalView, 'blocks'> & { blocks: Block[] } {
  const { rightToLeft } = localeOf(language)
  const isNew = subscription === null
  const choose = {
    placeholder: shortText(say('form.choose', language), PLACEHOLDER),
    min_query_length: 0,
  }
  const kept = begunWith(from, subscription)
  const begun = regions.length === 0 ? kept : { ...kept, options: { ...kept.options, region: regions } }
  const [zoneChosen] = toOptions(isNew ? [{ label: zone, value: zone }] : (begun.options['zone'] ?? []))
  const field = (
    name: Field,
    element: types.InputBlockElement,
    extra: Partial<types.InputBlock> = {},
  ): types.InputBlock => drawField(name, say(labelOf(name), language), element, extra)
  const several = (name: Several): types.InputBlock =>
    field(name, {
      type: 'multi_external_select',
      action_id: name,
      ...choose,
      ...initials(begun.options[name]),
    })
  const oneOf = (
    name: 'outlets' | 'length' | 'speak' | 'pictures' | 'model',
    given: readonly Suggestion[],
  ): types.InputBlock => field(name, drawMenu(name, given, begun.options[name]?.[0]?.value))
  const written = (
    name: 'keywords' | 'title' | 'ends' | 'quiet',
    most: number,
    hint?: string,
  ): types.InputBlock => {
    const [begins] = begun.options[name] ?? []
    return field(
      name,
      {
        type: 'plain_text_input',
        action_id: name,
        max_length: most,
        ...(begins !== undefined && { initial_value: begins.value }),
      },
      hint === undefined ? {} : { hint: plainText(hint) },
    )
  }
  const rhythms = RHYTHMS.map((rhythm) => ({ text: plainText(nameRhythm(rhythm, language)), value: rhythm }))
  const places = toOptions([
    { label: say('form.here', language), value: 'here' },
    { label: say('form.me', language), value: 'me' },
  ])
  const [here] = places
  const lengths = { short: 'form.short', normal: 'form.normal', long: 'form.long' } as const
  const further: readonly types.InputBlock[] = [
    several('without'),
    several('source'),
    several('person'),
    several('language'),
    oneOf('outlets', OUTLETS),
    oneOf(
      'length',
      LENGTHS.map((length) => ({ label: say(lengths[length], language), value: length })),
    ),
    oneOf('speak', SPOKEN_CHOICES),
    several('reads'),
    oneOf('pictures', [
      { label: say('form.withMap', language), value: 'on' },
      { label: say('form.withoutMap', language), value: 'off' },
    ]),
    oneOf('model', [
      { label: say('form.yes', language), value: 'on' },
      { label: say('form.no', language), value: 'off' },
    ]),
    written('quiet', LONGEST_TIME, say('option.quiet', language)),
    written('ends', LONGEST_TIME, say('option.ends', language)),
    written('title', LONGEST_TITLE),
  ]
  const isOpen = isUnfolded || RARE_FIELDS.some((name) => (begun.options[name] ?? []).length > 0)
  return {
    type: 'modal',
    callback_id: SUBSCRIBE_FORM,
    private_metadata: begun.memory,
    ...(isNew
      ? frameForm('form.subscribe', 'action.subscribe', language)
      : frameForm('form.edit', 'form.save', language)),
    blocks: [
      ...(subscription === null
        ? []
        : richText(
            [
              [quote(subscription.title, 'title')],
              [quote(subscription.filter)],
              [own(subscription.when)],
              ...(begun.isFilled ? [] : [[own(say('form.keep', language))]]),
            ],
            rightToLeft,
          )),
      several('region'),
      several('country'),
      several('topic'),
      written('keywords', LONGEST_EXPRESSION, say('option.keywords', language)),
      // Several weekdays can be chosen. None means every day, as in a command without this option.
      field('when', {
        type: 'multi_static_select',
        action_id: 'when',
        options: rhythms,
        ...initials(begun.options['when']),
        ...(isNew ? { placeholder: shortText(nameRhythm('daily', language), PLACEHOLDER) } : {}),
      }),
      field('at', {
        type: 'multi_external_select',
        action_id: 'at',
        min_query_length: 0,
        placeholder: plainText(MORNING),
        max_selected_items: MOST_TIMES,
        ...initials(isNew ? [{ label: MORNING, value: MORNING }] : begun.options['at']),
      }),
      field('zone', {
        type: 'external_select',
        action_id: 'zone',
        ...choose,
        ...(zoneChosen !== undefined && { initial_option: zoneChosen }),
      }),
      ...(isDirect
        ? []
        : [
            field(
              'to',
              {
                type: 'radio_buttons',
                action_id: 'to',
                options: places,
                ...(isNew && here !== undefined ? { initial_option: here } : {}),
              },
              { optional: !isNew },
            ),
          ]),
      field('channel', {
        type: 'conversations_select',
        action_id: 'channel',
        placeholder: shortText(say(isDirect && isNew ? 'form.me' : 'home.pick', language), PLACEHOLDER),
        filter: { include: ['public', 'private'], exclude_bot_users: true },
      }),
      ...(isOpen ? further : [unfolding(language)]),
    ],
  }
}

/** `callback_id` of the form. */
export const SUBSCRIBE_FORM = 'subscribe'

/** `callback_id` of the global shortcut that opens the form. */
export const FOLLOW = 'follow'

/** UTF-16 units; same limit as the option (`src/commands/options.ts`). */
const LONGEST_TITLE = 80

/** UTF-16 units for hours and days as people write them. */
const LONGEST_TIME = 60

/** The default time of `/news subscribe`. */
const MORNING = '08:00'

/** `action_id` and `block_id` of the button that shows the rarely needed fields. */
export const UNFOLD = 'unfold'

const unfolding = (language: string): types.ActionsBlock => ({
  type: 'actions',
  block_id: UNFOLD,
  elements: [{ type: 'button', action_id: UNFOLD, text: shortText(say('form.more', language), BUTTON_TEXT) }],
})

type Several = 'region' | 'country' | 'topic' | 'without' | 'source' | 'person' | 'language' | 'reads'
type Field =
  | Several
  | 'keywords'
  | 'when'
  | 'at'
  | 'zone'
  | 'to'
  | 'channel'
  | 'outlets'
  | 'length'
  | 'speak'
  | 'pictures'
  | 'model'
  | 'quiet'
  | 'ends'
  | 'title'

const labelOf = (name: Field) => {
  if (name === 'reads' || name === 'quiet') return `settings.${name}` as const
  return name === 'language' ? 'form.languages' : (`form.${name}` as const)
}

/** Choices for the number of independent outlets an alert waits for; `/news edit` accepts others. */
const OUTLETS = ['1', '2', '3', '4', '5', '8', '10', '15', '20'].map((count) => ({
  label: count,
  value: count,
}))

/** Rarely needed fields; shown from the start if the subscription uses one of them. */
const RARE_FIELDS = ['without', 'source', 'person', 'language', 'reads', 'pictures', 'model', 'ends', 'title']

type Options = NonNullable<SubscriptionCard['made']>

/** The fields that filter the news. */
const WISHES = ['region', 'country', 'topic', 'keywords', 'without', 'source', 'person', 'language']

/** The initial values of a form and what it remembers. Empty if Slack could not return all of it. */
function begunWith(
  from: string,
  subscription: SubscriptionCard | null,
): { readonly options: Options; readonly memory: string; readonly isFilled: boolean } {
  const id = subscription?.id ?? null
  const empty = { options: {}, memory: writeFormMemory({ from, subscription: id }), isFilled: false }
  const made = subscription?.made
  if (made === undefined) return empty
  const memory = writeFormMemory({
    from,
    subscription: id,
    filled: WISHES.filter((name) => (made[name] ?? []).length > 0),
  })
  const isWhole = [...WISHES, 'when', 'at', 'zone']
    .filter((name) => name !== 'keywords')
    .every((name) => toOptions(made[name] ?? []).length === (made[name] ?? []).length)
  return isWhole && memory.length <= PRIVATE_METADATA ? { options: made, memory, isFilled: true } : empty
}

const initials = (given: Options[string] = []) => given.length > 0 && { initial_options: toOptions(given) }
