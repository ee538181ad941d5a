import type { Item } from './items.ts'
import type { Sign } from './lexicon.ts'
import { has } from './moments.ts'
import type { Intent } from './read-intent.ts'
import type { AskedSchedule } from './schedule.ts'
import type { AskedWord, Exclusions, Wish } from './wish.ts'

/** All that tells what a sentence wants, beside its verbs. */
interface Signs {
  readonly namesAnything: boolean
  readonly named: Pick<Wish, 'words' | 'places' | 'organisations' | 'people'>
  /** Something was named that is in our lists. */
  readonly known: boolean
  readonly hasPeriod: boolean
  readonly deadline: boolean
  readonly schedule: AskedSchedule | null
  readonly isAgain: boolean
  readonly isAll: boolean
  /** A story or a subscription is called by its handle. */
  readonly isCalled: boolean
  readonly not: Exclusions | null
  readonly items: readonly Item[]
}

type Chosen = Pick<Wish, 'word' | 'schedule' | 'story' | 'isElsewhere' | 'confirm' | 'ask'>

/** Whether a sentence is about something that stands: to be told again and again, or changed. */
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

/** Whether nothing but small words stands before what says so. */
function opensWith(items: readonly Item[], sign: Sign): boolean {
  const first = items.find(
    (item) => item.named !== null || ![...item.signs].every((one) => one === 'filler' || one === 'please'),
  )
  return has(first, sign) && first?.signs.has('filler') !== true
}

const plain = (word: AskedWord, more: Partial<Chosen> = {}): Chosen => ({
  word,
  schedule: null,
  story: null,
  isElsewhere: false,
  confirm: false,
  ask: false,
  ...more,
})

/** Which of our words a sentence asks for; the first rule that fits. */
export function chooseWord(intent: Intent, signs: Signs): Chosen {
  const { wants, names } = intent
  const { namesAnything, schedule, isAll, isAgain, not, items } = signs
  const story = signs.isCalled ? 'that' : storyOf(intent, items)
  const said = schedule === null ? null : { ...schedule, alert: false }
  const isOurs = names('subscription') || names('that')
  const isElsewhere = wants('elsewhere') && !names('news') && !isAgain
  if (isElsewhere && (opensWith(items, 'ask:elsewhere') || (!signs.known && !signs.hasPeriod)))
    return plain('chat', { isElsewhere: true })
  if (wants('help') && !namesAnything) return plain('help')
  const isWhole = (items[intent.where('undo')]?.words.length ?? 0) > 1
  if (wants('undo') && signs.named.words.length === 0 && (isWhole || !signs.hasPeriod)) return plain('undo')
  if (wants('forget') && !namesAnything) return plain('forget', { confirm: true })
  if (items.some(({ first }) => first.kind === 'address') && wants('add')) return plain('sources add')
  if (wants('sources')) return plain('sources')
  if (
    wants('subscriptions') &&
    not === null &&
    !wants('subscribe', 'unsubscribe', 'stop', 'pause', 'edit', 'add')
  )
    return plain('subscriptions')
  if (wants('pause') || (wants('stop', 'unsubscribe', 'settings') && signs.deadline)) return plain('pause')
  if (wants('settings')) return plain('settings', { schedule: said })
  if (wants('resume') && (!namesAnything || names('subscription'))) return plain('resume')
  if (wants('add') && (isOurs || names('story'))) return plain('edit', { schedule: said })
  if (wants('remove') && (isOurs || wants('subscriptions')) && not !== null && !wants('send'))
    return plain('edit', { schedule: said })
  if (wants('unsubscribe', 'stop') && !hasEarlier(intent)) return ending(signs)
  const isNew = isAgain && namesAnything && !isOurs
  if (wants('edit') && !isNew && (schedule !== null || isOurs)) return plain('edit', { schedule: said })
  if (wants('muted') && !namesAnything) return plain('muted')
  if (wants('mute')) return plain('mute', { story: story ?? 'that' })
  if (wants('test') && names('subscription')) return plain('test')
  if (
    (wants('follow') || (wants('subscribe') && story !== null)) &&
    (!namesAnything || names('that')) &&
    !isAgain
  )
    return plain('follow', { story: story ?? 'that' })
  const isOfThis = (items[intent.where('why')]?.words.length ?? 0) > 1 || names('that')
  if (wants('why') && (!namesAnything || isOfThis)) return plain('why', { story: story ?? 'that' })
  if (story !== null && !namesAnything && !isAgain) return plain('story', { story })
  if (wants('alert') && !isTimed(schedule))
    return plain('subscribe', { schedule: { ...(said ?? NO_SCHEDULE), alert: true } })
  if (wants('subscribe') || isAgain || (wants('send') && schedule !== null))
    return plain('subscribe', { schedule: said })
  if (wants('catchup')) return plain('catchup')
  if (wants('search') && namesAnything) return plain('search')
  if (wants('open') && !namesAnything && names('that')) return plain('story', { story: 'that' })
  if (wants('more') && !namesAnything) return plain('more')
  if (wants('open') && !namesAnything && !wants('briefing')) return plain('story', { story: 'that' })
  if (wants('greeting') && not === null && !isAbout(signs) && !signs.hasPeriod && !names('news'))
    return plain('chat')
  if (namesAnything || signs.hasPeriod) return plain(isLookedFor(intent, signs) ? 'search' : 'briefing')
  if (not !== null) return plain('edit')
  if (wants('briefing', 'send', 'search') || names('news') || isAll) return plain('briefing')
  return plain('chat')
}

/** Behind a greeting one unknown word is how we are called. */
const isAbout = ({ namesAnything, named, known }: Signs): boolean =>
  namesAnything && (known || named.words.length > 1)

const NO_SCHEDULE: AskedSchedule = { days: null, at: [], zone: null, hourly: null, outlets: null }

const isTimed = (schedule: AskedSchedule | null): boolean =>
  schedule !== null && (schedule.days !== null || schedule.at.length > 0 || schedule.hourly !== null)

/** "Tell me when they stop fighting": another wish was said before. */
const hasEarlier = ({ where }: Intent): boolean =>
  Math.min(where('alert'), where('subscribe'), where('search')) <
  Math.min(where('unsubscribe'), where('stop'))

/** What ends needs to be known: everything is confirmed, nothing is asked. */
function ending({ namesAnything, isAll, isCalled, items }: Signs): Chosen {
  if (isAll && !namesAnything) return plain('unsubscribe', { confirm: true })
  const isNamed = namesAnything || isCalled || items.some((item) => has(item, 'noun:that'))
  return plain('unsubscribe', { ask: !isNamed })
}

const isLookedFor = (intent: Intent, { named }: Signs): boolean =>
  !intent.wants('briefing') && named.words.length + named.organisations.length + named.people.length > 0

function storyOf({ ordinal, wants, names }: Intent, items: readonly Item[]): Wish['story'] {
  if (ordinal === null) return null
  const isAlone = items.every((item) => item.signs.size > 0)
  if (!isAlone && !names('story') && !wants('open')) return null
  return ordinal === -1 ? 'last' : ordinal
}
