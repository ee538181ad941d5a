import type { types } from '@slack/bolt'
import { nameRhythm } from '../../../src/chat/wording/name-rhythm.ts'
import { own, quote } from '../../../src/chat/wording/span.ts'
import type { Suggestion } from '../../../src/chat/command.ts'
import type { SubscriptionCard } from '../../../src/records/message.ts'
import { RHYTHMS } from '../../../src/subscriptions/days.ts'
import { LONGEST_EXPRESSION } from '../../../src/subscriptions/expression/parse-expression.ts'
import { MOST_TIMES } from '../../../src/subscriptions/limits.ts'
import { localeOf } from '../../../src/words/locale.ts'
import { say } from '../../../src/words/say.ts'
import { writeFormMemory } from '../answer/read-form.ts'
import { MODAL_TITLE, PLACEHOLDER, PRIVATE_METADATA } from '../limits.ts'
import { plainText, shortText } from '../text/plain.ts'
import { richText } from '../text/rich.ts'
import { toOptions } from './actions.ts'
import type { Block } from './draft.ts'

/** What a form begins with. */
export interface SubscribeForm {
  /** Destination from which it was opened, as `Asker.channel`; it comes back with what was chosen. */
  readonly from: string
  /** A direct message has no other place to send to. */
  readonly isDirect: boolean
  /** IANA zone of the place where it was opened, or else of the person. */
  readonly zone: string
  /** BCP 47. */
  readonly language: string
  /** The one to be changed; null for a new one. */
  readonly subscription: SubscriptionCard | null
  /** A region that a new one begins with. */
  readonly region?: Suggestion
}

/** The form for a subscription. Every field is named as the option of `/news subscribe` that it fills. */
export function drawSubscribeModal({
  from,
  isDirect,
  zone,
  language,
  subscription,
  region,
}: SubscribeForm): Omit<types.ModalView, 'blocks'> & { blocks: Block[] } {
  const { rightToLeft } = localeOf(language)
  const isNew = subscription === null
  const choose = {
    placeholder: shortText(say('form.choose', language), PLACEHOLDER),
    min_query_length: 0,
  }
  const kept = begunWith(from, subscription)
  const begun = region === undefined ? kept : { ...kept, options: { ...kept.options, region: [region] } }
  const [keywords] = begun.options['keywords'] ?? []
  const [zoneChosen] = toOptions(isNew ? [{ label: zone, value: zone }] : (begun.options['zone'] ?? []))
  const field = (
    name: Field,
    element: types.InputBlockElement,
    own: Partial<types.InputBlock> = {},
  ): types.InputBlock => ({
    type: 'input',
    block_id: name,
    label: plainText(say(`form.${name}`, language)),
    ...own,
    optional: own.optional ?? true,
    element,
  })
  const several = (name: 'region' | 'country' | 'topic'): types.InputBlock =>
    field(name, {
      type: 'multi_external_select',
      action_id: name,
      ...choose,
      ...initials(begun.options[name]),
    })
  const rhythms = RHYTHMS.map((rhythm) => ({ text: plainText(nameRhythm(rhythm, language)), value: rhythm }))
  const places = toOptions([
    { label: say('form.here', language), value: 'here' },
    { label: say('form.me', language), value: 'me' },
  ])
  const [here] = places
  return {
    type: 'modal',
    callback_id: SUBSCRIBE_FORM,
    private_metadata: begun.memory,
    title: shortText(say(isNew ? 'form.subscribe' : 'form.edit', language), MODAL_TITLE),
    submit: shortText(say(isNew ? 'action.subscribe' : 'form.save', language), MODAL_TITLE),
    close: shortText(say('form.cancel', language), MODAL_TITLE),
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
      field(
        'keywords',
        {
          type: 'plain_text_input',
          action_id: 'keywords',
          max_length: LONGEST_EXPRESSION,
          ...(keywords !== undefined && { initial_value: keywords.value }),
        },
        { hint: plainText(say('option.keywords', language)) },
      ),
      // Several days of the week; none chosen is every day, as where a command does not say.
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
    ],
  }
}

/** `callback_id` of the form. */
export const SUBSCRIBE_FORM = 'subscribe'

/** As `/news subscribe` has it where nobody says when. */
const MORNING = '08:00'

type Field = 'region' | 'country' | 'topic' | 'keywords' | 'when' | 'at' | 'zone' | 'to'

type Options = NonNullable<SubscriptionCard['made']>

/** Fields of what a subscription tells of. */
const WISHES = ['region', 'country', 'topic', 'keywords']
/** What it tells of beyond them. */
const REST = ['source', 'person', 'language']

/** What a form begins with, and what it remembers of that; nothing where Slack could not give all of it back. */
function begunWith(
  from: string,
  subscription: SubscriptionCard | null,
): { readonly options: Options; readonly memory: string; readonly isFilled: boolean } {
  const id = subscription?.id ?? null
  const empty = { options: {}, memory: writeFormMemory({ from, subscription: id }), isFilled: false }
  const made = subscription?.made
  if (made === undefined) return empty
  const named = (names: readonly string[]) =>
    names.flatMap((name) => {
      const values = (made[name] ?? []).map(({ value }) => value)
      return values.length === 0 ? [] : [[name, values] as const]
    })
  const memory = writeFormMemory({
    from,
    subscription: id,
    filled: named(WISHES).map(([name]) => name),
    rest: Object.fromEntries(named(REST)),
  })
  const isWhole = ['region', 'country', 'topic', 'when', 'at', 'zone'].every(
    (name) => toOptions(made[name] ?? []).length === (made[name] ?? []).length,
  )
  return isWhole && memory.length <= PRIVATE_METADATA ? { options: made, memory, isFilled: true } : empty
}

const initials = (given: Options[string] = []) => given.length > 0 && { initial_options: toOptions(given) }
