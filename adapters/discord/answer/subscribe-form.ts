import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js'
import { encodeButton } from '../../../src/chat/action.ts'
import type { Asker } from '../../../src/chat/command.ts'
import type { Commands, RawOptions, Request } from '../../../src/chat/commands.ts'
import { nameRhythm } from '../../../src/chat/wording/name-rhythm.ts'
import type { SubscriptionCard } from '../../../src/records/message.ts'
import { RHYTHMS } from '../../../src/subscriptions/days.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { say } from '../../../src/words/say.ts'

/** Longest input of a text field, in characters. */
const LONGEST_INPUT = 400

/** Longest placeholder, in characters. */
const LONGEST_PLACEHOLDER = 100

/** Initial values of the form. */
interface SubscribeForm extends Pick<Asker, 'language' | 'isDirect'> {
  /** IANA zone set for the place or the person; null if none was set. */
  readonly zone: string | null
}

/**
 * Draws a form of five fields, each named after the option it fills: what, how often, when, zone,
 * destination.
 */
export function drawSubscribeForm(
  { language, isDirect, zone }: SubscribeForm,
  secret: string,
): APIModalInteractionResponseCallbackData {
  const here = { label: say('form.here', language), value: 'here', default: true }
  const me = { label: say('form.me', language), value: 'me' }
  return {
    custom_id: encodeButton('subscribe', secret),
    title: say('form.subscribe', language),
    components: [
      ...sharedFields(language, null, {
        what: { required: true },
        zone: { placeholder: 'Europe/Istanbul', ...(zone !== null && { value: zone }) },
      }),
      ...(isDirect ? [] : [choosing(say('form.to', language), 'to', [here, me])]),
    ],
  }
}

/**
 * Draws the form that edits a subscription, filled with its current values. Fields left empty change nothing.
 */
export function drawEditForm(
  { id, filter, made = {} }: SubscriptionCard,
  language: string,
  secret: string,
): APIModalInteractionResponseCallbackData {
  const valuesOf = (option: string): readonly string[] => (made[option] ?? []).map(({ value }) => value)
  const filled = (option: string) => {
    const value = valuesOf(option).join(', ').slice(0, LONGEST_INPUT)
    return value === '' ? {} : { value }
  }
  return {
    custom_id: encodeButton(`edit ${id}`, secret),
    title: say('form.edit', language),
    components: [
      ...sharedFields(language, new Set(valuesOf('when')), {
        what: { placeholder: shorten(filter, LONGEST_PLACEHOLDER) },
        at: filled('at'),
        zone: filled('zone'),
      }),
      writing('reads', say('settings.reads', language), say('option.reads', language), {
        placeholder: 'en, ar',
        ...filled('reads'),
      }),
    ],
  }
}

interface Input {
  readonly required?: boolean
  readonly placeholder?: string
  readonly value?: string
}

/** Draws the fields that both forms have. `rhythms` are the current ones; null if there are none yet. */
function sharedFields(
  language: string,
  rhythms: ReadonlySet<string> | null,
  { what, at = {}, zone }: { readonly what: Input; readonly at?: Input; readonly zone: Input },
): APILabelComponent[] {
  const choices = RHYTHMS.map((rhythm) => ({
    label: nameRhythm(rhythm, language),
    value: rhythm,
    ...(rhythms !== null && { default: rhythms.has(rhythm) }),
  }))
  return [
    writing('what', say('place.what', language), say('form.what', language), what),
    // Several weekdays can be chosen. None means every day, as in a command without this option.
    choosing(say('form.when', language), 'when', choices, {
      required: false,
      min_values: 0,
      max_values: RHYTHMS.length,
      ...(rhythms === null && { placeholder: nameRhythm('daily', language) }),
    }),
    writing('at', say('form.at', language), say('option.at', language), { placeholder: '08:00', ...at }),
    writing('zone', say('form.zone', language), say('option.zone', language), zone),
  ]
}

/**
 * Applies a filled form to the command it belongs to. The field `what` may also hold typed options, like
 * `quiet:22:00-07:00`.
 */
export function readForm(
  { fields }: ModalSubmitInteraction,
  begun: Request,
  commands: Pick<Commands, 'read'>,
): Request {
  const filled = valuesIn(fields)
  const what = filled.get('what')?.[0] ?? ''
  const options = new Map([...begun.options, ...filled])
  if (!HAS_OPTION.test(what)) return { ...begun, options }
  const [id] = begun.options.get('subscription') ?? []
  const typed = commands.read(`${begun.command.name} ${id === undefined ? '' : `subscription:${id} `}${what}`)
  options.delete('what')
  return { ...begun, options: new Map([...options, ...typed.options]), mistakes: typed.mistakes }
}

const HAS_OPTION = /(?:^|\s)\p{L}+:\S/u

function valuesIn(fields: ModalSubmitInteraction['fields']): RawOptions {
  return new Map(
    [...fields.fields].flatMap(([name, field]) => {
      const values =
        'values' in field ? [...(field.values ?? [])] : 'value' in field ? [String(field.value ?? '')] : []
      const filled = values.filter((value) => value.trim() !== '')
      return filled.length === 0 ? [] : [[name, filled] as const]
    }),
  )
}

function writing(name: string, label: string, description: string, input: Input): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    description,
    component: {
      type: ComponentType.TextInput,
      style: TextInputStyle.Short,
      required: false,
      max_length: LONGEST_INPUT,
      custom_id: name,
      ...input,
    },
  }
}

function choosing(
  label: string,
  name: string,
  options: readonly { readonly label: string; readonly value: string; readonly default?: boolean }[],
  own: Partial<APIStringSelectComponent> = {},
): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    component: { type: ComponentType.StringSelect, custom_id: name, options: [...options], ...own },
  }
}
