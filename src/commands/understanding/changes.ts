import { isUnknown, MOST_UNKNOWN } from './bare-sayings.ts'
import type { Item } from './items.ts'
import { clocksAt, saysHour } from './clocks.ts'
import { has, numberOf, valueOf } from './item-signs.ts'
import type { Intent } from './read-intent.ts'
import type { AskedSchedule } from './schedule.ts'
import type { AskedWord } from './wish.ts'

/** "Start my briefings again": whatever the verb, what stands is to go on. */
export const isStartedAgain = (
  items: readonly Item[],
  { known, schedule }: { readonly known: boolean; readonly schedule: AskedSchedule | null },
): boolean =>
  items.some((item) => has(item, 'again')) &&
  items.some((item) => has(item, 'mine', 'all', 'noun:alerts')) &&
  items.some((item) => has(item, 'noun:subscription', 'ask:subscriptions')) &&
  !known &&
  schedule === null &&
  items.filter(isUnknown).length <= MOST_UNKNOWN

/** "No notifications this weekend", "plus d'alertes": what is sent is refused, and nothing is named. */
export const isRefused = (items: readonly Item[]): boolean =>
  items.every(({ named }) => named === null) &&
  items.some((item, at) => has(item, 'except-before', 'not-before') && isSent(items, at + 1, 1)) &&
  items.filter(isUnknown).length === 0

const isSent = (items: readonly Item[], at: number, step: number): boolean => {
  const item = items[at]
  if (has(item, 'noun:alerts', 'noun:subscription')) return true
  return has(item, 'filler', 'noun:news') && isSent(items, at + step, step)
}

/** "Send the Iran digest on weekdays only", "my Türkei digest bitte auf 18 Uhr": one that stands is to come at another time. */
export const isMoved = (
  items: readonly Item[],
  { wants }: Intent,
  schedule: AskedSchedule | null,
  isAgain: boolean,
): boolean => {
  if (schedule === null || isTold(items) || wants('subscribe', 'alert', 'add', 'why')) return false
  const isOfOurs = items.some((item) => has(item, 'noun:subscription'))
  const isOnly = items.some((item) => has(item, 'only'))
  const isMine = !isAgain && !wants('send') && items.some((item) => has(item, 'mine'))
  return isOfOurs && (isOnly || (isMine && items.some(({ named }) => named !== null)))
}

/** "9:30 instead of 8", "8 yerine 9:30", "не в 8, а в 9:30": one hour for another, whatever verb says so. */
export const isHourReplaced = (items: readonly Item[]): boolean =>
  !isTold(items) &&
  items.some((item, at) => {
    const isOutside = (from: number, next: number) =>
      saysHour(items.slice(0, from)) || saysHour(items.slice(next))
    if (has(item, 'instead-behind')) return numberOf(items[at - 1]) !== null && isOutside(at - 1, at + 1)
    if (!has(item, 'instead-before')) return false
    const old = numberOf(items[at + 1]) === null ? clocksAt(items, at + 1, true)?.next : at + 2
    return old !== undefined && isOutside(at, old)
  })

/** "What was in my Iraq briefing at 8 yesterday?": what came is asked about, and nothing is to change. */
export const isTold = (items: readonly Item[]): boolean =>
  has(items[0], 'which', 'ask:why') ||
  items.some(
    (item) => has(item, 'past', 'ago', 'since', 'since-behind', 'ask:open') || valueOf(item, 'time') !== null,
  )

/** "Why did my briefing not come at 8?", "it did not arrive today": nothing is to be moved. */
export const isComplaint = (items: readonly Item[]): boolean =>
  has(items[0], 'ask:why') || (items.some((item) => has(item, 'not', 'not-before')) && isTold(items))

/** "Read this paper too: https://…", "add the BBC to your sources": what is read is to change. Null where it is not. */
export function feedChange(
  items: readonly Item[],
  { wants, names }: Intent,
): Extract<AskedWord, 'sources add' | 'sources remove'> | null {
  const isAddress = items.some(({ first }) => first.kind === 'address')
  const isOutlet = items.some((item) => has(item, 'outlets', 'ask:sources'))
  const isNamed = wants('sources') || isSourceNamed(items)
  if (!isAddress && (!isOutlet || !isNamed || names('subscription'))) return null
  if (wants('remove', 'unsubscribe', 'stop', 'mute')) return 'sources remove'
  // "Follow https://…" is a story by the address of a report.
  const isTaken =
    wants('add') || (isOutlet && (wants('subscribe') || items.some((item) => has(item, 'also'))))
  return isTaken ? 'sources add' : null
}

const isSourceNamed = (items: readonly Item[]): boolean =>
  items.some(
    ({ named }) =>
      named?.kind === 'organisation' ||
      (named?.kind === 'terms' && named.terms.some(({ kind }) => kind === 'source')),
  )
