import { isHandle } from '../../text/short-name.ts'
import type { NameIndex } from '../name-index.ts'
import { chooseWord, isStanding } from './choose-word.ts'
import { isHourReplaced, isRefused, asksAboutPast, refusedHour, refusesDays } from './changes.ts'
import { replacedIn, takeExclusions } from './exclusions.ts'
import { gatherNames } from './gather-names.ts'
import { holdsAll, type Item, readItems } from './items.ts'
import { findNoDay, findTwofoldDay } from './dates.ts'
import { areNamesApart } from './days-said.ts'
import { anyHas, has } from './item-signs.ts'
import { saysAhead, takeComing } from './coming-periods.ts'
import { takeDeadline, takePeriod, takeStart } from './periods.ts'
import { type Intent, readIntent } from './read-intent.ts'
import { readSettings, saysQuiet, findReplyLanguage } from './read-settings.ts'
import { comesAgain, takeSchedule } from './schedule.ts'
import { hasCondition, readBareSaying, tellingBefore } from './bare-sayings.ts'
import { cutSentence } from './sentence.ts'
import { settleIndirect } from './settle-indirect.ts'
import { settleUnmeant, type Unmeant } from './unmeant-changes.ts'
import type { Wish } from './wish.ts'

export interface UnderstandingContext {
  readonly nameIndex: NameIndex
  /** Milliseconds since 1970. */
  readonly now: number
  /** IANA zone of the asker. */
  readonly zone: string
}

/**
 * Understands what a sentence asks for, in any of our languages. The text has to be cleaned (`cleanText`).
 */
export function understand(text: string, { nameIndex, now, zone }: UnderstandingContext): Wish {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  const { items: read, language } = readItems(text, cutSentence(text), nameIndex)
  const { items: said, unmeant, change } = settleUnmeant(settleIndirect(read), language)
  const refused = asksAboutPast(said) ? [] : refusedHour(said, language)
  const items = said.filter((item) => !refused.includes(item))
  const intent = readIntent(items)
  const { wants } = intent
  const left = new Set(items)
  const isAgain = comesAgain(items)
  const isReplaced = isHourReplaced(items)
  const isHourMoved = refused.length > 0 || (isReplaced && !isAgain && !wants('subscribe', 'alert'))
  const isConditional = hasCondition(items, intent)
  const bare = readBareSaying(items)
  const isAlso =
    anyHas(items, 'also') &&
    anyHas(items, 'noun:subscription') &&
    !wants('send', 'subscribe', 'alert', 'briefing', 'search', 'remove', 'pause')
  if (isConditional) for (const item of tellingBefore(items, language)) left.delete(item)
  const areDaysRefused = refusesDays(items, intent, language)
  const waits =
    isAgain ||
    isConditional ||
    bare === 'until' ||
    wants('pause', 'stop', 'unsubscribe', 'subscribe', 'alert', 'settings', 'mute') ||
    isRefused(items)
  // "Pause it for 3 days", but not "every 3 days".
  const isRest = wants('pause', 'stop', 'unsubscribe', 'settings')
  const replyLanguage = findReplyLanguage(items, intent, nameIndex)
  if (replyLanguage !== null) left.delete(replyLanguage)
  const isQuiet = !isAgain && saysQuiet(items, intent)
  const starts = isAgain && !wants('pause', 'stop', 'unsubscribe') ? takeStart(items, left, here) : null
  const until = waits && !isQuiet && !areDaysRefused ? takeDeadline(items, left, here, isRest) : null
  // "Pause this weekend": it resumes when that time is over.
  const rests = until === null && !isQuiet && !areDaysRefused && (wants('pause') || isRefused(items))
  const deadline = rests ? takeComing(items, left, here).to : until
  const isMoved = anyHas(items, 'mine', 'only') && intent.names('subscription') && !asksAboutPast(items)
  const repeats =
    areDaysRefused ||
    isStanding(intent, isAgain) ||
    isConditional ||
    bare === 'hour' ||
    wants('settings') ||
    isMoved ||
    isReplaced ||
    refused.length > 0
  const schedule = repeats
    ? takeSchedule(items, left, {
        nameIndex,
        isHour: wants('edit') && !wants('add'),
        areRefused: areDaysRefused,
      })
    : null
  const asksNews = wants('briefing') || intent.names('news') || items.some(({ named }) => named !== null)
  const isNewsAhead =
    asksNews && saysAhead(items) && !wants('search', 'open', 'greeting', 'elsewhere', 'send', 'edit', 'add')
  const isAhead = !waits && (wants('upcoming') || isNewsAhead)
  const period = isAhead ? takeComing(items, left, here) : takePeriod(items, left, here)
  // "Until yesterday".
  const isOver = waits && deadline === null && period.to !== null && anyHas(items, 'until', 'until-behind')
  const not = takeExclusions(items, left, intent, { language, nameIndex })
  const called = items.find((item) => item.words.length === 1 && isHandle(item.first.typed))
  if (called !== undefined) left.delete(called)
  const { named, unclear, corrected, unknown } = gatherNames(items, left, intent, { language, nameIndex })
  // "Delete my subscriptions" means all of them.
  const isWholeList =
    wants('subscriptions') && wants('unsubscribe', 'pause', 'resume') && intent.ordinal === null
  // "Mute my notifications until Monday" means whatever posts.
  const isWhatever =
    wants('pause', 'resume', 'stop') &&
    deadline !== null &&
    items.every(({ named }) => named === null) &&
    anyHas(items, 'noun:alerts')
  const isAll =
    isWholeList ||
    isWhatever ||
    isRefused(items) ||
    items.some((item) => has(item, 'all') || holdsAll(item, language))
  // Only English is written with the month first as well.
  const unclearDay = findNoDay(items, here) ?? (language === 'en' ? findTwofoldDay(items, here) : null)
  const { words: _, spoken: __, namesSpoken: ___, topicsSpoken: ____, ...listed } = named
  const knows = Object.values(listed).some((names) => names.length > 0)
  const chosen = chooseWord(intent, {
    namesAnything: knows || named.words.length > 0 || unclear.length > 0,
    named,
    known: knows || unclear.length > 0,
    hasPeriod: period.from !== null || period.to !== null,
    deadline: deadline !== null,
    schedule,
    isAgain,
    isAhead,
    isAlso,
    isConditional,
    isHourMoved,
    areDaysRefused,
    bare,
    isAll,
    isCalled: called !== undefined,
    isQuiet: isQuiet || replyLanguage !== null,
    isQuestion: /[?؟]/u.test(text) || has(items[0], 'which'),
    not,
    items,
  })
  return {
    ...chosen,
    ...wordOf(unmeant, wants('search', 'briefing', 'open', 'edit', 'add', 'settings', 'upcoming')),
    helpOn: unmeant === 'how' ? change : null,
    isApart: areNamesApart(items),
    reply: replyIn(read),
    isRefusal: unmeant === 'refused',
    ...named,
    not,
    refersToExisting:
      intent.names('subscription') || intent.names('that') || wants('remove', 'subscriptions'),
    isAdded: wants('add') || replacedIn(items, intent).length > 0 || (chosen.word === 'edit' && isAlso),
    isRemoved: wants('remove'),
    from: period.from?.epochMilliseconds ?? null,
    to: (deadline ?? period.to)?.epochMilliseconds ?? null,
    startsAt: starts?.epochMilliseconds ?? null,
    isOver,
    settings: wants('settings') || isQuiet || replyLanguage !== null ? readSettings(items, nameIndex) : {},
    destination: destinationOf(items),
    handle: called?.first.typed.toLowerCase() ?? null,
    isAll,
    isEither: isEither(items),
    unclear,
    unclearDay:
      unclearDay === null
        ? null
        : { ...unclearDay, days: unclearDay.days.map(({ epochMilliseconds }) => epochMilliseconds) },
    corrected,
    ask: chosen.ask || unclear.length > 0 || unclearDay !== null,
    isPlain:
      (items[1]?.named !== null || !has(items[1], 'filler', 'noun:news')) &&
      !(items.length > 2 && has(items.at(-1), 'please')),
    continuesLast: has(items[0], 'and') && items.length > 1,
    openingLength: items[0]?.words.length ?? 0,
    hasUnreadRhythm: [...left].some(
      (item) => item.named === null && has(item, 'each') && !has(item, 'filler', 'all'),
    ),
    confidence:
      items.length === 0
        ? 0
        : 1 -
          (unknown + [...left].filter((item) => isUnread(item) && !isPlace(item, intent)).length) /
            items.length,
  }
}

/** A change that is only spoken of is explained, or what exists is shown. */
function wordOf(unmeant: Unmeant | null, isAsking: boolean): Partial<Pick<Wish, 'word' | 'confirm' | 'ask'>> {
  if (unmeant === null) return {}
  const plain = { confirm: false, ask: false }
  if (unmeant === 'how') return { word: 'help', ...plain }
  if (unmeant === 'asked') return { word: 'subscriptions', ...plain }
  // "Don't unsubscribe me, show me Iraq".
  return isAsking ? plain : { word: 'chat', ...plain }
}

function replyIn(items: readonly Item[]): Wish['reply'] {
  const own = items.filter((item) => !has(item, 'please', 'ask:thanks'))
  const isReply = (reply: 'yes' | 'no'): boolean => own.length > 0 && own.every((item) => has(item, reply))
  if (isReply('yes')) return 'yes'
  return isReply('no') ? 'no' : null
}

/** Returns whether everything that is named is joined by "or". */
const isEither = (items: readonly Item[]): boolean =>
  anyHas(items, 'or') && items.every((item) => !has(item, 'and') || has(item, 'or'))

/** "Follow 1": the number is a place in the last answer. */
const isPlace = ({ first }: Item, { ordinal }: Intent): boolean => ordinal !== null && first.kind === 'number'

/** A number, or a word about time, that belongs to nothing. */
const isUnread = (item: Item): boolean =>
  item.first.kind === 'number' ||
  (item.named === null && has(item, 'each', 'daily', 'weekly', 'hourly', 'weekdays', 'weekends'))

function destinationOf(items: readonly Item[]): Wish['destination'] {
  for (const item of items) if (item.first.kind === 'channel') return { channel: item.first.typed }
  if (anyHas(items, 'here')) return 'here'
  // "A mí" (to me) without its accent is "my": "añade Chile a mi resumen".
  const isToMe = (item: Item, at: number): boolean =>
    has(item, 'me') && !has(item, 'filler') && !has(items[at + 1], 'noun:subscription')
  return items.some(isToMe) ? 'me' : null
}
