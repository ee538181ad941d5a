import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Action, Message } from '../records/message.ts'
import { isEverything } from '../subscriptions/news-filter.ts'
import { say } from '../words/say.ts'
import { LONGEST_BUTTON_TEXT } from '../chat/action.ts'
import type { Asked, Conversation, LastAnswer } from './conversation.ts'
import { type NameIndex, nameTerm, type Term } from './name-index.ts'
import { eitherOf, info, notice, quoted, warning } from './notice.ts'
import { isPossible, toInput } from './understanding/to-input.ts'
import type { Wish } from './understanding/wish.ts'

/** What a sentence comes to: a command and what it is given, or an answer at once. */
type Meant = Asked | { readonly answer: Message }

interface Around {
  readonly all: readonly Command[]
  readonly conversation: Pick<Conversation, 'last'>
  readonly nameIndex: NameIndex
}

const today: Action = { label: 'action.briefing', command: 'briefing' }
const help: Action = { label: 'action.help', command: 'help' }

/** What somebody means by a sentence, with what was answered to them before. */
export function meantBy(sentence: string, wish: Wish, asker: Asker, around: Around): Meant {
  const { all, conversation, nameIndex } = around
  const [unclear] = wish.unclear
  if (unclear !== undefined) return { answer: askWhich(wish, unclear, asker, around) }
  if (!isPossible(wish))
    return { answer: warning(asker, 'mistake.rhythm', { typed: quoted(sentence, asker.language) }) }
  const last = conversation.last(asker)
  switch (wish.word) {
    case 'chat': {
      const key = wish.isElsewhere ? 'chat.elsewhere' : 'chat.hello'
      return { answer: { ...info(asker, key), actions: [today, help] } }
    }
    case 'more':
      return goOn(last, asker)
    case 'story':
    case 'why':
    case 'follow':
    case 'mute': {
      const story = wish.handle ?? storyMeant(wish.story, last)
      return story === null ? nothingMeant(asker) : asked(wish.word, { filter: {}, story }, all)
    }
    default: {
      const { command, input } = toInput(wish, nameIndex)
      const before = wish.goesOn && command === 'briefing' ? last?.asked : undefined
      if (before?.command.name === 'briefing') return { ...before, input: withBefore(input, before.input) }
      // What ends is asked for where nothing says that it is the last one.
      return asked(command, wish.ask ? input : withLast(command, input, last), all)
    }
  }
}

/** "And yesterday?", "and Chad?": the rest is as it was asked before. */
function withBefore(input: CommandInput, before: CommandInput): CommandInput {
  const isTimed = input.since !== undefined || input.until !== undefined
  const { since: _, until: __, ...others } = before
  const filter = isEverything(input.filter) ? before.filter : input.filter
  return { ...others, ...input, filter, ...(!isTimed && timeOf(before)) }
}

const timeOf = ({ since, until }: CommandInput): Pick<CommandInput, 'since' | 'until'> => ({
  ...(since !== undefined && { since }),
  ...(until !== undefined && { until }),
})

const nothingMeant = (asker: Asker): Meant => ({
  answer: { ...info(asker, 'chat.nothing'), actions: [today] },
})

function asked(name: string, input: CommandInput, all: readonly Command[]): Asked {
  const command = all.find((one) => one.name === name)
  if (command === undefined) throw new Error(`No command is called ${name}.`)
  return { command, input }
}

/** "It" is the subscription that was spoken of last, where none is named. */
function withLast(command: string, input: CommandInput, last: LastAnswer | null): CommandInput {
  const isOfOne =
    command === 'edit' ||
    command === 'pause' ||
    command === 'resume' ||
    command === 'unsubscribe' ||
    command === 'test'
  const isNamed = input.about !== undefined || input.all === true || input.subscription !== undefined
  return isOfOne && !isNamed && last?.subscription != null
    ? { ...input, subscription: last.subscription }
    : input
}

function goOn(last: LastAnswer | null, asker: Asker): Meant {
  if (last === null) return nothingMeant(asker)
  const { command, input } = last.asked
  if (last.more !== null && command.name === 'search')
    return { command, input: { ...input, page: (input.page ?? 1) + 1 } }
  if (input.length !== 'long' && (command.name === 'briefing' || command.name === 'catchup'))
    return { command, input: { ...input, length: 'long' } }
  return { answer: info(asker, 'chat.all') }
}

function storyMeant(story: Wish['story'], last: LastAnswer | null): string | null {
  if (last === null) return null
  if (story === 'last') return last.stories.at(-1) ?? null
  if (typeof story === 'number') return last.stories[story - 1] ?? null
  return last.open ?? last.stories[0] ?? null
}

/** A name that several things have: each as a button that asks the same of it. */
function askWhich(
  wish: Wish,
  { typed, terms }: Wish['unclear'][number],
  asker: Asker,
  { nameIndex }: Pick<Around, 'nameIndex'>,
): Message {
  const { language } = asker
  const names = terms.map((term) => nameTerm(term, language))
  const text = say('mistake.several', language, {
    typed: quoted(typed, language),
    names: eitherOf(names, language),
  })
  const actions = terms.flatMap((term): readonly Action[] => {
    const command = writeCommand(wish, term, nameIndex)
    return command === null ? [] : [{ label: 'action.choose', name: nameTerm(term, language), command }]
  })
  return { ...notice('info', text, asker), actions }
}

/** To the minute, in UTC, so that a button means the same for whoever presses it. */
const time = (at: number): string => new Date(at).toISOString().slice(0, 16).concat('Z')

/** What a button can say of a wish. */
const SAID: ReadonlySet<string> = new Set(
  'filter words since until when at to zone regions countries topics sources people'.split(' '),
)

/** The wish as a command that a button carries; null where it is too long for one, or says what none can. */
function writeCommand(wish: Wish, term: Term, nameIndex: NameIndex): string | null {
  const { command, input } = toInput({ ...wish, unclear: [] }, nameIndex)
  const { filter, ...others } = input
  if (![...Object.keys(others), ...Object.keys(filter)].every((name) => SAID.has(name))) return null
  const { regions = [], countries = [], topics = [], sources = [], people = [] } = filter
  const parts = [
    command,
    input.words ?? '',
    ...regions.map((id) => `region:${id}`),
    ...[...countries, ...(term.kind === 'country' ? [term.id] : [])].map((id) => `country:${id}`),
    ...[...topics, ...(term.kind === 'topic' ? [term.id] : [])].map((id) => `topic:${id}`),
    ...(term.kind === 'region' ? [`region:${term.id}`] : []),
    ...sources.map((id) => `source:${id}`),
    ...people.map((name) => `person:"${name}"`),
    input.since === undefined ? '' : `since:${time(input.since)}`,
    input.until === undefined ? '' : `until:${time(input.until)}`,
    input.when === undefined ? '' : `when:${input.when}`,
    ...(input.at ?? []).map((at) => `at:${at}`),
    input.zone === undefined ? '' : `zone:${input.zone}`,
    input.to === 'me' ? 'to:me' : '',
  ]
  const text = parts.filter((part) => part !== '').join(' ')
  return text.length > LONGEST_BUTTON_TEXT ? null : text
}
