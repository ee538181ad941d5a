import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Action, Message } from '../records/message.ts'
import { isEverything } from '../subscriptions/news-filter.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import type { Asked, Conversation, LastAnswer } from './conversation.ts'
import { type NameIndex, nameTerm } from './name-index.ts'
import { eitherOf, info, notice, quoted, warning } from './notice.ts'
import { withTerm } from './reading/name-readers.ts'
import { writeCommand } from './write-command.ts'
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
  if (wish.noDay !== null) return { answer: askWhichDay(wish, wish.noDay, asker, around) }
  if (!isPossible(wish))
    return { answer: warning(asker, 'mistake.rhythm', { typed: quoted(sentence, asker.language) }) }
  const last = conversation.last(asker)
  switch (wish.word) {
    case 'chat': {
      const key = wish.isElsewhere ? 'chat.elsewhere' : 'chat.hello'
      return { answer: { ...info(asker, key), actions: [today, help] } }
    }
    case 'follow':
      return { answer: info(asker, 'chat.follow') }
    case 'more':
      return goOn(last, asker)
    case 'story':
    case 'why':
    case 'mute': {
      const story = wish.handle ?? storyMeant(wish.story, last)
      return story === null ? nothingMeant(asker) : asked(wish.word, { filter: {}, story }, all)
    }
    default: {
      const { command, input } = toInput(wish, nameIndex)
      if (isOnlyLeftOut(wish) && last?.asked.command.name === 'briefing') {
        const refined = toInput({ ...wish, word: 'briefing' }, nameIndex).input.filter
        const { input: told } = last.asked
        return { ...last.asked, input: { ...told, filter: { ...told.filter, ...refined } } }
      }
      const before = wish.goesOn && command === 'briefing' ? last?.asked : undefined
      if (before?.command.name === 'briefing') return { ...before, input: withBefore(input, before.input) }
      // What ends is asked for where nothing says that it is the last one.
      return asked(command, wish.ask ? input : withLast(command, input, last), all)
    }
  }
}

/** "Without sport", said of the briefing that was just given: no subscription was spoken of. */
const isOnlyLeftOut = ({ word, not, schedule, handle, isOurs }: Wish): boolean =>
  word === 'edit' && not !== null && schedule === null && handle === null && !isOurs

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

/** A day that its month does not have: the last that it has and the one after it, each as a button. */
function askWhichDay(
  wish: Wish,
  { typed, last }: NonNullable<Wish['noDay']>,
  asker: Asker,
  { nameIndex }: Pick<Around, 'nameIndex'>,
): Message {
  const { language, zone } = asker
  const start = Temporal.Instant.fromEpochMilliseconds(last).toZonedDateTimeISO(zone)
  const days = [0, 1].map((more) => start.add({ days: more }).startOfDay())
  const names = days.map((day) => timesIn(zone, language).day(day.epochMilliseconds))
  const actions = days.flatMap((day, index): readonly Action[] => {
    const [from, to] = [day.epochMilliseconds, day.add({ days: 1 }).startOfDay().epochMilliseconds]
    const { command: name, input } = toInput({ ...wish, from, to, noDay: null }, nameIndex)
    const isOfPast = name === 'briefing' || name === 'search' || name === 'catchup'
    const command = isOfPast ? writeCommand(name, input) : null
    return command === null ? [] : [{ label: 'action.choose', name: names[index] ?? '', command }]
  })
  return {
    ...warning(asker, 'mistake.noDay', { typed: quoted(typed, language), days: eitherOf(names, language) }),
    actions,
  }
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
    const { command: name, input } = toInput({ ...wish, unclear: [] }, nameIndex)
    const command = writeCommand(name, { ...input, filter: withTerm(input.filter, term) })
    return command === null ? [] : [{ label: 'action.choose', name: nameTerm(term, language), command }]
  })
  return { ...notice('info', text, asker), actions }
}
