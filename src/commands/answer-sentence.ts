import { listSubscriptions } from '../chat/action.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Action, Message } from '../records/message.ts'
import { present } from '../records/present.ts'
import { isEverything, type NewsFilter } from '../subscriptions/news-filter.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import type { Asked, LastAnswer } from './conversation.ts'
import { describeWhen } from './describe-subscription.ts'
import { type NameIndex, nameTerm } from './name-index.ts'
import { eitherOf, info, notice, quoted, warning } from './notice.ts'
import { withTerm } from './reading/name-readers.ts'
import { buttonFor } from './write-command.ts'
import { isPossible, toInput } from './understanding/to-input.ts'
import type { Wish } from './understanding/wish.ts'

/** What a sentence means: a command with its input, or an immediate answer. */
type Interpretation = Asked | { readonly answer: Message }

interface Around {
  readonly all: readonly Command[]
  /** The last answer to the asker; null where there is none. */
  readonly last: LastAnswer | null
  readonly nameIndex: NameIndex
}

const today: Action = { label: 'action.briefing', command: 'briefing' }
const help: Action = { label: 'action.help', command: 'help' }

/**
 * Returns the same wish as a search by its words, for when a briefing finds nothing: "truce" is only a part
 * of a topic, and a search goes further back. Null where the wish names no such word and no organisation.
 */
export function asSearch(wish: Wish, { all, nameIndex }: Pick<Around, 'all' | 'nameIndex'>): Asked | null {
  if (wish.word !== 'briefing' || wish.topicsSpoken.length + wish.organisations.length === 0) return null
  return asked('search', toInput({ ...wish, word: 'search' }, nameIndex).input, all)
}

/** Works out what somebody means by a sentence, given the last answer to them. */
export function interpretSentence(
  sentence: string,
  wish: Wish,
  asker: Asker,
  around: Around,
): Interpretation {
  const { all, last, nameIndex } = around
  const [unclear] = wish.unclear
  if (unclear !== undefined) return { answer: askWhich(wish, unclear, asker, around) }
  if (wish.unclearDay !== null) return { answer: askWhichDay(wish, wish.unclearDay, asker, around) }
  const several = wish.schedule?.several ?? []
  if (several.length > 0) return { answer: askApart(wish, several, asker, around) }
  if (wish.isOver && (wish.word === 'pause' || wish.word === 'subscribe'))
    return { answer: warning(asker, 'mistake.deadline', { typed: quoted(sentence, asker.language) }) }
  if (!isPossible(wish)) {
    const typed = wish.schedule?.impossible ?? sentence
    return { answer: warning(asker, 'mistake.rhythm', { typed: quoted(typed, asker.language) }) }
  }
  switch (wish.word) {
    case 'chat': {
      if (wish.isRefusal) return { answer: { ...info(asker, 'chat.kept'), actions: [listSubscriptions] } }
      return { answer: { ...info(asker, talkOf(wish)), actions: [today, help] } }
    }
    case 'more':
      return continueLast(last, asker)
    case 'story':
    case 'why':
    case 'follow':
    case 'correct':
    case 'mute': {
      // "Why did I get https://…?"
      const [address] = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]]/u.exec(sentence) ?? []
      if (wish.word === 'why' && address !== undefined) return asked('why', { filter: {}, address }, all)
      const isCalled =
        wish.story === 'that' && wish.handle === null && wish.word !== 'correct' && namesNews(wish)
      // The story is found by the words that describe it.
      const story = isCalled ? sentence : (wish.handle ?? storyIdMeant(wish.story, last))
      if (story === null) return nothingMeant(asker, last)
      return asked(wish.word, { filter: {}, story, ...(wish.word === 'correct' && wrongIn(wish)) }, all)
    }
    default: {
      if (isEitherOff(wish, last)) return { answer: askWhichEnds(last, asker) }
      const { command, input } = toInput(ofLast(wish, last), nameIndex)
      if (isOnlyLeftOut(wish) && last?.asked.command.name === 'briefing') {
        const refined = toInput({ ...wish, word: 'briefing' }, nameIndex).input.filter
        const { input: told } = last.asked
        return { ...last.asked, input: { ...told, filter: bothOf(told.filter, refined) } }
      }
      const before = wish.continuesLast && command === 'briefing' ? last?.asked : undefined
      if (before?.command.name === 'briefing') return { ...before, input: carryOver(input, before.input) }
      // What to end is asked where nothing says that the last subscription is meant.
      return asked(command, wish.ask ? input : withLast(command, input, last), all)
    }
  }
}

/** "Mute the strike" does not refer to the story spoken of before; "mute that" does. */
const namesNews = ({ spoken, topicsSpoken, countries, regions, topics, refersToExisting }: Wish): boolean =>
  !refersToExisting &&
  spoken.length + topicsSpoken.length + countries.length + regions.length + topics.length > 0

const talkOf = ({ isElsewhere, isThanks, isGreeting }: Wish) => {
  if (isElsewhere) return 'chat.elsewhere'
  if (isThanks) return 'chat.thanks'
  return isGreeting ? 'chat.hello' : 'chat.unclear'
}

/** "Cancel", right after a subscription was changed: it may mean that change or the whole subscription. */
const isEitherOff = (wish: Wish, last: LastAnswer | null): last is LastAnswer & { subscription: string } =>
  wish.word === 'unsubscribe' && wish.ask && last?.subscription != null && last.asked.command.name === 'edit'

const askWhichEnds = ({ subscription }: { readonly subscription: string }, asker: Asker): Message => ({
  ...info(asker, 'chat.undoOrEnd'),
  actions: [
    { label: 'action.undo', command: 'undo' },
    { label: 'action.unsubscribe', command: `unsubscribe ${subscription}` },
  ],
})

/**
 * "Add Syria", "nimm Sport raus" (take out sport): right after a subscription was spoken of, that one is
 * meant.
 */
function ofLast(wish: Wish, last: LastAnswer | null): Wish {
  const { word, isAdded, isRemoved, from, countries, regions, topics, sources, people, organisations } = wish
  const isNews = (word === 'briefing' || word === 'search') && from === null
  if (last?.subscription == null || !isNews || !(isAdded || isRemoved)) return wish
  // "Add water and take out sport".
  if (!isRemoved || (isAdded && wish.not !== null)) return { ...wish, word: 'edit' }
  const words = [...wish.words, ...people, ...organisations]
  const none = { countries: [], regions: [], topics: [], sources: [], people: [], organisations: [] }
  const not = { countries, regions, topics, sources, words }
  return { ...wish, ...none, words: [], spoken: [], word: 'edit', not }
}

/** "Without sport", said about the briefing just given; no subscription was spoken of. */
const isOnlyLeftOut = ({ word, not, schedule, handle, refersToExisting }: Wish): boolean =>
  word === 'edit' && not !== null && schedule === null && handle === null && !refersToExisting

function bothOf(told: NewsFilter, refined: NewsFilter): NewsFilter {
  const said = [told.expression, refined.expression].filter((one) => one !== undefined)
  const both = said.length > 1 ? { expression: said.map((one) => `(${one})`).join(' AND ') } : {}
  return { ...told, ...refined, ...both }
}

/** "And yesterday?", "and Chad?": all the rest stays as it was asked before. */
function carryOver(input: CommandInput, before: CommandInput): CommandInput {
  const isTimed = input.since !== undefined || input.until !== undefined
  const { since, until, ...others } = before
  const filter = isEverything(input.filter) ? before.filter : input.filter
  return { ...others, ...input, filter, ...(!isTimed && present({ since, until })) }
}

/** "This is not about Egypt": what is wrong with the story. */
function wrongIn({ countries, topics }: Wish): Partial<CommandInput> {
  const [of, another] = [...countries, ...topics]
  return of === undefined || another !== undefined ? {} : { as: 'not-about', of }
}

/** Answers that nothing was told before, or less than is meant: "the fifth" of three. */
function nothingMeant(asker: Asker, last: LastAnswer | null = null): Interpretation {
  const count = last?.stories.length ?? 0
  if (count > 0) return { answer: info(asker, 'chat.fewer', { count }) }
  return { answer: { ...info(asker, 'chat.nothing'), actions: [today] } }
}

function asked(name: string, input: CommandInput, all: readonly Command[]): Asked {
  const command = all.find((one) => one.name === name)
  if (command === undefined) throw new Error(`No command is called ${name}.`)
  return { command, input }
}

/** Where no subscription is named, "it" is the one spoken of last. */
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

function continueLast(last: LastAnswer | null, asker: Asker): Interpretation {
  if (last === null) return nothingMeant(asker)
  const { command, input } = last.asked
  if (last.more !== null && command.name === 'search')
    return { command, input: { ...input, page: (input.page ?? 1) + 1 } }
  if (!last.isWhole && input.length !== 'long' && (command.name === 'briefing' || command.name === 'catchup'))
    return { command, input: { ...input, length: 'long' } }
  return { answer: info(asker, 'chat.all') }
}

function storyIdMeant(story: Wish['story'], last: LastAnswer | null): string | null {
  if (last === null) return null
  if (story === 'last') return last.stories.at(-1) ?? null
  if (typeof story === 'number') return last.stories[story - 1] ?? null
  return last.open ?? last.stories[0] ?? null
}

/** Asks about a day that its month does not have, or that may be two. Each button takes one. */
function askWhichDay(
  wish: Wish,
  { typed, days, exists }: NonNullable<Wish['unclearDay']>,
  asker: Asker,
  { nameIndex }: Pick<Around, 'nameIndex'>,
): Message {
  const { language, zone } = asker
  const starts = days.map((day) =>
    Temporal.Instant.fromEpochMilliseconds(day).toZonedDateTimeISO(zone).startOfDay(),
  )
  const names = starts.map((day) => timesIn(zone, language).day(day.epochMilliseconds))
  const actions = starts.flatMap((day, index): readonly Action[] => {
    const from = day.epochMilliseconds
    const isEnd = wish.word === 'pause' || wish.word === 'subscribe'
    const to = isEnd ? from : day.add({ days: 1 }).startOfDay().epochMilliseconds
    const { command: name, input } = toInput({ ...wish, from, to, unclearDay: null }, nameIndex)
    const isAsked = isEnd || name === 'briefing' || name === 'search' || name === 'catchup'
    return isAsked ? buttonFor({ label: 'action.choose', name: names[index] ?? '' }, name, input) : []
  })
  const said = { typed: quoted(typed, language) }
  const asked = exists
    ? warning(asker, 'mistake.several', { ...said, names: eitherOf(names, language) })
    : warning(asker, 'mistake.noDay', { ...said, days: eitherOf(names, language) })
  return { ...asked, actions }
}

/**
 * Says that a subscription has the same hours on all its days. The buttons make one for each group of days
 * that was named with its hours, unless they may be about different things.
 */
function askApart(
  wish: Wish,
  several: NonNullable<Wish['schedule']>['several'],
  asker: Asker,
  { nameIndex }: Pick<Around, 'nameIndex'>,
): Message {
  const { language } = asker
  const { command, input } = toInput(wish, nameIndex)
  const zone = wish.schedule?.zone ?? asker.zone
  const isOffered = command === 'subscribe' && !wish.isApart
  const actions = several.flatMap(({ days, at }) => {
    const name = describeWhen({ kind: 'briefing', days, at, zone, alert: null, quiet: null }, language)
    return isOffered ? buttonFor({ label: 'action.choose', name }, command, { ...input, when: days, at }) : []
  })
  return { ...warning(asker, 'mistake.hoursApart'), actions }
}

/** Asks which of several things a name means. Each button asks the same about one of them. */
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
  const { command, input } = toInput({ ...wish, unclear: [] }, nameIndex)
  const actions = terms.flatMap((term, index) => {
    const look = { label: 'action.choose', name: names[index] ?? '' } as const
    return buttonFor(look, command, { ...input, filter: withTerm(input.filter, term) })
  })
  return { ...notice('info', text, asker), actions }
}
