import { isChange, isOutOfNamed, replacedIn } from './exclusions.ts'
import { feedChange, isComplaint, isMoved, isRefused, isStartedAgain, isWithoutDays } from './changes.ts'
import { type BareSaying, isUnknown, MOST_UNKNOWN } from './bare-sayings.ts'
import type { Item } from './items.ts'
import type { Sign } from './compile-lexicon.ts'
import { anyHas, has } from './item-signs.ts'
import type { Intent } from './read-intent.ts'
import { type AskedSchedule, NO_SCHEDULE } from './schedule.ts'
import { isOfPlace, storyOf } from './story-place.ts'
import type { AskedWord, Exclusions, Wish } from './wish.ts'

/** Everything that tells what a sentence wants, besides its verbs. */
interface Signs {
  readonly namesAnything: boolean
  readonly named: Pick<Wish, 'words' | 'places' | 'organisations' | 'people'>
  /** Something in our lists was named. */
  readonly known: boolean
  readonly hasPeriod: boolean
  readonly deadline: boolean
  readonly schedule: AskedSchedule | null
  readonly isAgain: boolean
  /** The time that is asked for lies in the future. */
  readonly isAhead: boolean
  /** "… in the Yemen one, too". */
  readonly isAlso: boolean
  /** "If …". */
  readonly isConditional: boolean
  /** Nothing is to come on certain days: "don't send it on Sundays". */
  readonly areDaysRefused: boolean
  /** One hour is to replace another. */
  readonly isHourMoved: boolean
  /** What it says if it names no news; null otherwise. */
  readonly bare: BareSaying | null
  readonly isAll: boolean
  /** A story or a subscription is named by its handle. */
  readonly isCalled: boolean
  /** Hours are named between which nothing is to come. */
  readonly isQuiet: boolean
  /** It has a question mark, or begins with a question word. */
  readonly isQuestion: boolean
  readonly not: Exclusions | null
  readonly items: readonly Item[]
}

type Chosen = Pick<
  Wish,
  'word' | 'schedule' | 'story' | 'isElsewhere' | 'isGreeting' | 'isThanks' | 'confirm' | 'ask'
>

/** Returns whether a sentence is about a subscription: one to be made, or one to be changed. */
export const isStanding = (intent: Intent, isAgain: boolean): boolean =>
  isAgain ||
  intent.wants(
    'subscribe',
    'alert',
    'edit',
    'add',
    'remove',
    'send',
    'pause',
    'stop',
    'unsubscribe',
    'follow',
  )

/** Returns whether only small words stand before the first item with a sign. */
function opensWith(items: readonly Item[], sign: Sign): boolean {
  const first = items.find(
    (item) => item.named !== null || ![...item.signs].every((one) => SMALL.some((small) => small === one)),
  )
  return has(first, sign) && first?.signs.has('filler') !== true
}

const SMALL = ['filler', 'please', 'ask:greeting'] as const satisfies readonly Sign[]

const plain = (word: AskedWord, more: Partial<Chosen> = {}): Chosen => ({
  word,
  schedule: null,
  story: null,
  isElsewhere: false,
  isGreeting: false,
  isThanks: false,
  confirm: false,
  ask: false,
  ...more,
})

/** Chooses the command that a sentence asks for, by the first rule that fits. */
export function chooseWord(intent: Intent, signs: Signs): Chosen {
  const { wants, names } = intent
  const { namesAnything, schedule, isAll, isAgain, not, items } = signs
  const story = signs.isCalled ? 'that' : storyOf(intent, items)
  const said = schedule === null ? null : { ...schedule, alert: false }
  const refersToExisting = names('subscription') || names('that')
  // "Tell me when four papers write about it".
  const isOfAlert = intent.positionOf('alert') < intent.positionOf('elsewhere')
  const isElsewhere = wants('elsewhere') && !names('news') && !isAgain && !isOfAlert
  if (isElsewhere && (opensWith(items, 'ask:elsewhere') || (!signs.known && !signs.hasPeriod)))
    return plain('chat', { isElsewhere: true })
  if (wants('help') && !namesAnything) return plain('help')
  const isPlan = (wants('upcoming') || signs.isAhead) && !isAgain && !wants('subscribe', 'alert', 'send')
  if (isPlan) return plain('upcoming')
  if (wants('trends') && !isAgain && !wants('subscribe', 'alert', 'send')) return plain('trends')
  const undone = items.filter((item) => has(item, 'ask:undo'))
  const isWhole = undone.length > 1 || undone.some((item) => item.words.length > 1)
  const isUndone = isWhole ? !signs.known : signs.named.words.length === 0 && !signs.hasPeriod
  // "Верни подписку на Венгрию" (bring back the subscription to Hungary).
  const isOfOne = names('subscription') || wants('subscribe')
  const isBack = !isWhole && signs.known && isOfOne && !wants('edit', 'remove', 'add')
  if (wants('undo') && isUndone) return plain(isBack ? 'resume' : 'undo')
  const isOfData = names('data') && wants('forget', 'unsubscribe', 'stop', 'remove')
  if ((wants('forget') || isOfData) && !namesAnything) return plain('forget', { confirm: true })
  const feed = feedChange(items, intent)
  if (feed !== null) return plain(feed)
  if (wants('health')) return plain('sources health')
  // "Which papers had the first one?"
  const isOfStoryOrThat = story !== null || names('that')
  const isToldOnly = !signs.known && !signs.hasPeriod && items.filter(isUnknown).length <= MOST_UNKNOWN
  if (wants('sources') && isOfStoryOrThat && isToldOnly) return plain('story', { story: story ?? 'that' })
  // "Which Iranian papers do you read?"
  const asksWhich = anyHas(items, 'which') && anyHas(items, 'outlets')
  if (
    wants('sources') ||
    (asksWhich && signs.named.words.length === 0 && story === null && !isAgain && !signs.isConditional)
  )
    return plain('sources')
  if (
    wants('subscriptions') &&
    not === null &&
    !wants('subscribe', 'unsubscribe', 'stop', 'pause', 'resume', 'edit', 'add') &&
    !isStartedAgain(items, signs)
  )
    return plain('subscriptions')
  if (isOwnList(intent, signs)) return plain('subscriptions')
  if (signs.areDaysRefused || isWithoutDays(intent, signs)) return plain('edit', { schedule: said })
  if (signs.isQuiet) return plain('settings', { schedule: said })
  // "Mute that until Friday" is about a story, which is muted for good.
  const isMuted = wants('mute') && (story !== null || names('that') || names('story'))
  const isEnded = wants('stop', 'unsubscribe', 'settings', 'mute') || signs.bare === 'until'
  if (wants('pause') || (isEnded && signs.deadline && !isMuted)) return plain('pause')
  // "Move the time to a quarter past nine": about a subscription, not about the clock in the settings.
  if (isRefused(items) && !wants('settings')) return signs.deadline ? plain('pause') : ending(signs)
  const isHour = wants('edit') && (schedule?.at.length ?? 0) > 0
  // "Escribe en #mesa" (write in #mesa).
  const isWritten = items[intent.positionOf('settings') + 1]?.first.kind === 'channel'
  if (wants('settings') && !isHour && !isWritten) return plain('settings', { schedule: said })
  if (wants('resume') && (!namesAnything || names('subscription') || opensWith(items, 'ask:resume')))
    return plain('resume')
  if (isStartedAgain(items, signs) && !wants('search', 'open')) return plain('resume')
  if (not !== null && replacedIn(items, intent).length > 0) return plain('edit', { schedule: said })
  // German says both in one: "nimm … heraus" (take … out).
  const isTaken = wants('remove') && not !== null && !isChange(items)
  // "Sporu da ekle" (add sport too): what is to be added stands before the verb.
  const isLast = has(items.at(-1), 'ask:add') && signs.known && signs.named.words.length === 0 && !isAgain
  const isAddedAlone = opensWith(items, 'ask:add') || isLast
  const isAdding =
    (wants('add') || signs.isAlso) &&
    !isTaken &&
    (refersToExisting ||
      names('story') ||
      (isAddedAlone && namesAnything && (!wants('remove') || isChange(items))))
  if (isAdding) return plain('edit', { schedule: said })
  const isFromOurs = refersToExisting || wants('subscriptions') || isOutOfNamed(items)
  if (wants('remove') && isFromOurs && not !== null && !wants('send'))
    return plain('edit', { schedule: said })
  // "No Iran in my briefing anymore".
  if (not !== null && refersToExisting && anyHas(items, 'mine') && !namesAnything)
    return plain('edit', { schedule: said })
  if (signs.isHourMoved) return plain('edit', { schedule: said })
  // "Put the digest of Kabul into #desk every Saturday": with a place of its own it is new.
  const isPlaced = items.some((item) => item.first.kind === 'channel' || has(item, 'here'))
  if (wants('unsubscribe', 'stop') && !hasEarlier(intent, signs) && !(isPlaced && isAgain))
    return ending(signs)
  const isNew = isAgain && namesAnything && (isPlaced || !(refersToExisting || wants('move')))
  if (isMoved(items, intent, schedule, isAgain)) return plain('edit', { schedule: said })
  if (wants('edit') && !isNew && !isComplaint(items) && (schedule !== null || refersToExisting))
    return plain('edit', { schedule: said })
  if (wants('correct') && (!namesAnything || isOneThing(signs)))
    return plain('correct', { story: story ?? 'that' })
  if (wants('muted') && (!namesAnything || opensWith(items, 'ask:muted'))) return plain('muted')
  if (wants('mute')) return plain('mute', { story: story ?? 'that' })
  if (wants('test') && names('subscription')) return plain('test')
  if (
    (wants('follow') || (wants('subscribe') && story !== null)) &&
    (!namesAnything || names('that')) &&
    !isAgain
  )
    return plain('follow', { story: story ?? 'that' })
  if (wants('why') && (!namesAnything || names('that'))) return plain('why', { story: story ?? 'that' })
  const isOfStory = !namesAnything || (!signs.known && (intent.isPicked || isOfPlace(items)))
  if (story !== null && isOfStory && !isAgain && schedule === null) return plain('story', { story })
  if (signs.bare === 'hour' && schedule !== null) return plain('edit', { schedule: said })
  if ((wants('alert') || (signs.isConditional && namesAnything)) && !isTimed(schedule))
    return plain('subscribe', { schedule: { ...(said ?? NO_SCHEDULE), alert: true } })
  // "Only on Fridays at three, from now on".
  const isOfNothing = isAgain && !namesAnything && !names('news') && not === null
  if (isOfNothing && !isAll && !wants('subscribe', 'send', 'alert', 'briefing'))
    return plain('edit', { schedule: said })
  if (wants('subscribe') || isAgain || (wants('send') && schedule !== null))
    return plain('subscribe', { schedule: said })
  if (wants('catchup')) return plain('catchup')
  if (wants('search') && namesAnything) return plain('search')
  if (wants('open') && !namesAnything && names('that')) return plain('story', { story: 'that' })
  if (wants('more') && !namesAnything) return plain('more')
  if (wants('open') && !namesAnything && !wants('briefing')) return plain('story', { story: 'that' })
  // "Hello, anything new in Nubaria?", "Moin, was gibt's Neues?" ask something; "hey, what's up?" does not.
  const isWholeQuestion = (items[intent.positionOf('briefing')]?.words.length ?? 0) >= SHORTEST_QUESTION
  const isAsked =
    intent.positionOf('briefing') !== intent.positionOf('greeting') && wants('briefing', 'search')
  const isQuestion = isWholeQuestion || (namesAnything && isAsked)
  const isTalk = wants('greeting', 'thanks') && !isAbout(signs) && !isQuestion
  if (isTalk && not === null && !signs.hasPeriod && !names('news'))
    return plain('chat', { isGreeting: !wants('thanks'), isThanks: wants('thanks') })
  // "Orada mısın?" (are you there?): not about anybody.
  const isToUs = anyHas(items, 'addressed') && !signs.known && !names('news')
  if (isToUs && !signs.hasPeriod && not === null && !wants('briefing', 'search', 'send', 'edit'))
    return plain('chat')
  if (isOfThat(intent, signs)) return plain('story', { story: 'that' })
  if (namesAnything || signs.hasPeriod) return plain(isLookedFor(intent, signs) ? 'search' : 'briefing')
  if (not !== null) return plain(names('news') && !refersToExisting ? 'briefing' : 'edit')
  if (wants('briefing', 'send', 'search') || names('news') || isAll) return plain('briefing')
  return plain('chat')
}

/** Fewest words of a phrase that is a question by itself. */
const SHORTEST_QUESTION = 3

/** "Show me my subscriptions": only to see them. */
const isOwnList = ({ says, wants }: Intent, { items, namesAnything, not, schedule }: Signs): boolean =>
  wants('open', 'briefing') &&
  !namesAnything &&
  not === null &&
  schedule === null &&
  anyHas(items, 'mine') &&
  items.some((item) => has(item, 'noun:subscription') && !has(item, 'noun:news', 'ask:briefing')) &&
  [...says].every((item) =>
    [...item.signs].every((sign) => !sign.startsWith('ask:') || SHOWN.some((shown) => shown === sign)),
  )

const SHOWN = ['ask:open', 'ask:briefing', 'ask:subscriptions', 'ask:greeting', 'ask:send'] as const

/**
 * "Is there a timeline for this one", "has anybody confirmed it?": names nothing but what was spoken of
 * before.
 */
function isOfThat({ wants, names }: Intent, { items, known, hasPeriod, not, isQuestion }: Signs): boolean {
  const isOfOne = names('that') && !known && !hasPeriod && not === null && !wants('greeting', 'thanks')
  const isSaid = items.some((item) => has(item, 'noun:that') && !has(item, 'filler'))
  return (
    isOfOne &&
    (isSaid || isQuestion || names('news') || wants('briefing', 'search', 'open')) &&
    items.filter(isUnknown).length <= MOST_UNKNOWN
  )
}

/** "This is not about Egypt": exactly one country or topic. */
const isOneThing = ({ known, named: { words, places, organisations, people } }: Signs): boolean =>
  known && words.length + places.length + organisations.length + people.length === 0

/** After a greeting, a single unknown word is a name for us. */
const isAbout = ({ namesAnything, named, known }: Signs): boolean =>
  namesAnything && (known || named.words.length > 1)

const isTimed = (schedule: AskedSchedule | null): boolean =>
  schedule !== null && (schedule.days !== null || schedule.at.length > 0 || schedule.hourly !== null)

/**
 * "Tell me when they stop fighting": another wish comes first. "Alerts on Yemen off" names what is to end.
 */
function hasEarlier({ positionOf }: Intent, { items, isConditional }: Signs): boolean {
  const isThing = !isConditional && has(items[positionOf('alert')], 'noun:alert', 'noun:alerts')
  const wished = Math.min(
    isThing ? Number.POSITIVE_INFINITY : positionOf('alert'),
    positionOf('subscribe'),
    positionOf('search'),
  )
  return wished < Math.min(positionOf('unsubscribe'), positionOf('stop'))
}

/**
 * Decides what is to end: ending everything needs a confirmation, and where nothing is named, it is asked.
 */
function ending({ namesAnything, isAll, isCalled, items }: Signs): Chosen {
  if (isAll && !namesAnything) return plain('unsubscribe', { confirm: true })
  const isNamed = namesAnything || isCalled || anyHas(items, 'noun:that')
  return plain('unsubscribe', { ask: !isNamed })
}

/** "Putin and Trump" are searched for; "news about Hamas" is a briefing. */
const isLookedFor = (intent: Intent, { named }: Signs): boolean =>
  !intent.wants('briefing') &&
  (named.words.length > 0 || (named.organisations.length + named.people.length > 0 && !intent.names('news')))
