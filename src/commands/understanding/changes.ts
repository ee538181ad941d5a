import { isUnknown, MOST_UNKNOWN } from './bare-sayings.ts'
import type { Item } from './items.ts'
import { clocksAt, saysHour } from './clocks.ts'
import { anyHas, has, numberOf, valueOf } from './item-signs.ts'
import { matchPhrase } from './lexicon.ts'
import type { Intent } from './read-intent.ts'
import type { AskedSchedule } from './schedule.ts'
import type { Word } from './sentence.ts'
import type { AskedWord } from './wish.ts'

/** "Start my briefings again": whatever the verb, what exists is to be resumed. */
export const isStartedAgain = (
  items: readonly Item[],
  { known, schedule }: { readonly known: boolean; readonly schedule: AskedSchedule | null },
): boolean =>
  anyHas(items, 'again') &&
  anyHas(items, 'mine', 'all', 'noun:alerts') &&
  anyHas(items, 'noun:subscription', 'ask:subscriptions') &&
  !known &&
  schedule === null &&
  items.filter(isUnknown).length <= MOST_UNKNOWN

/**
 * "No notifications this weekend", "plus d'alertes" (no more alerts): messages are refused, and nothing is
 * named.
 */
export const isRefused = (items: readonly Item[]): boolean =>
  items.every(({ named }) => named === null) &&
  items.some((item, at) => has(item, 'except-before', 'not-before') && isSent(items, at + 1, 1)) &&
  items.filter(isUnknown).length === 0

const isSent = (items: readonly Item[], at: number, step: number): boolean => {
  const item = items[at]
  if (has(item, 'noun:alerts', 'noun:subscription')) return true
  return has(item, 'filler', 'noun:news') && isSent(items, at + step, step)
}

/**
 * "Send the Iran digest on weekdays only", "my Türkei digest bitte auf 18 Uhr": an existing one is to come at
 * another time.
 */
export const isMoved = (
  items: readonly Item[],
  { wants }: Intent,
  schedule: AskedSchedule | null,
  isAgain: boolean,
): boolean => {
  if (schedule === null || asksAboutPast(items) || wants('subscribe', 'alert', 'add', 'why')) return false
  const isOfOurs = anyHas(items, 'noun:subscription')
  const isOnly = anyHas(items, 'only')
  const isMine = !isAgain && !wants('send') && anyHas(items, 'mine')
  return isOfOurs && (isOnly || (isMine && items.some(({ named }) => named !== null)))
}

/** "9:30 instead of 8", "8 yerine 9:30", "не в 8, а в 9:30": one hour for another, whatever the verb. */
export const isHourReplaced = (items: readonly Item[]): boolean =>
  !asksAboutPast(items) &&
  items.some((item, at) => {
    const isOutside = (from: number, next: number) =>
      saysHour(items.slice(0, from)) || saysHour(items.slice(next))
    if (has(item, 'instead-behind')) return numberOf(items[at - 1]) !== null && isOutside(at - 1, at + 1)
    if (!has(item, 'instead-before')) return false
    const old = numberOf(items[at + 1]) === null ? clocksAt(items, at + 1, true)?.next : at + 2
    return old !== undefined && isOutside(at, old)
  })

/**
 * Returns the refused hour of "don't send it at 8 but at 9:30", "no me lo mandes a las 8 sino a las 9:30":
 * the items that refuse it, the hour and its day. Empty where no other hour follows. A name or a subscription
 * in between is not included. A verb that ends things moves nothing ("cancel the one at 8").
 */
export function refusedHour(items: readonly Item[], language: string): readonly Item[] {
  for (const [from, item] of items.entries()) {
    const isSending = isNegated(item, language)
    if (!isSending && !has(item, 'instead-before')) continue
    const between: Item[] = []
    for (let at = from + 1; at < items.length && between.length <= MOST_BEFORE_HOUR; at++) {
      const clocks = clocksAt(items, at, false)
      if (clocks !== null) {
        const rest = items.slice(clocks.next)
        if (!saysHour(rest) || rest.some((one) => has(one, 'until'))) break
        const old = between.filter((one) => isUnknown(one) || valueOf(one, 'weekday') !== null)
        return [item, ...old, ...items.slice(at, clocks.next)]
      }
      const next = items[at]
      if (next === undefined || has(next, 'until', 'since', 'between', 'and')) break
      // "Iran at 8, not Turkey, Yemen at 9:30".
      if (next.named !== null && !isSending) break
      between.push(next)
    }
  }
  return []
}

/** "Skip Fridays for my Iraq briefing": only days are left out, of something that exists. */
export const isWithoutDays = (
  { names, wants }: Intent,
  {
    schedule,
    items,
    namesAnything,
  }: {
    readonly schedule: AskedSchedule | null
    readonly items: readonly Item[]
    readonly namesAnything: boolean
  },
): boolean =>
  schedule !== null &&
  schedule.notOn.length > 0 &&
  schedule.days === null &&
  (anyHas(items, 'mine') || names('that') || !namesAnything) &&
  !wants('subscribe', 'alert', 'send')

/**
 * Returns whether nothing is to come on certain days of every week: "don't send me the Iraq briefing on
 * Sundays", "no alerts on weekends", "pause it on Fridays".
 */
export function refusesDays(items: readonly Item[], { wants }: Intent, language: string): boolean {
  const areDays = items.some(
    (item) =>
      (valueOf(item, 'weekday') !== null && has(item, 'every')) ||
      (has(item, 'weekends', 'weekdays') && valueOf(item, 'time') === null),
  )
  if (!areDays || asksAboutPast(items) || items.some((item) => has(item, 'until', 'until-behind')))
    return false
  if (saysHour(items) || anyHas(items, 'daily', 'weekly', 'hourly')) return false
  return wants('pause') || isRefused(items) || items.some((item) => isNegated(item, language))
}

/**
 * Returns whether a phrase that ends something does so by a small word and not by its verb: "don't send", "не
 * присылай".
 */
export const isNegated = (item: Item, language: string): boolean =>
  has(item, 'ask:unsubscribe') && item.words.length > 1 && meansSmall(item.first, language)

const meansSmall = (word: Word, language: string): boolean => {
  const signs = matchPhrase([word], 0, language)?.signs
  return signs?.has('filler') === true || signs?.has('instead-before') === true
}

/** Items before the hour in "don't send me the Iran briefing at 8 …". */
const MOST_BEFORE_HOUR = 6

/** "What was in my Iraq briefing at 8 yesterday?": asks about the past, so nothing is to change. */
export const asksAboutPast = (items: readonly Item[]): boolean =>
  has(items[0], 'which', 'ask:why') ||
  items.some(
    (item) => has(item, 'past', 'ago', 'since', 'since-behind', 'ask:open') || valueOf(item, 'time') !== null,
  )

/** "Why did my briefing not come at 8?", "it did not arrive today": nothing is to be moved. */
export const isComplaint = (items: readonly Item[]): boolean =>
  has(items[0], 'ask:why') || (anyHas(items, 'not', 'not-before') && asksAboutPast(items))

/**
 * Returns how the sources are to change: "read this paper too: https://…", "add the BBC to your sources".
 * Null where they are not.
 */
export function feedChange(
  items: readonly Item[],
  { wants, names }: Intent,
): Extract<AskedWord, 'sources add' | 'sources remove'> | null {
  const isAddress = items.some(({ first }) => first.kind === 'address')
  const isOutlet = anyHas(items, 'outlets', 'ask:sources')
  const isNamed = wants('sources') || isSourceNamed(items)
  if (!isAddress && (!isOutlet || !isNamed || names('subscription'))) return null
  if (wants('remove', 'unsubscribe', 'stop', 'mute')) return 'sources remove'
  // "Follow https://…" means the story of a report, by its address.
  const isTaken = wants('add') || (isOutlet && (wants('subscribe') || anyHas(items, 'also')))
  return isTaken ? 'sources add' : null
}

const isSourceNamed = (items: readonly Item[]): boolean =>
  items.some(
    ({ named }) =>
      named?.kind === 'organisation' ||
      (named?.kind === 'terms' && named.terms.some(({ kind }) => kind === 'source')),
  )
