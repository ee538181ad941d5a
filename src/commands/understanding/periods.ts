import { hourAt } from './clocks.ts'
import { hourAlone, hourOf } from './deadline-hours.ts'
import { has, numberOf, pairOf, type ReadTo, unitOf, valueOf } from './item-signs.ts'
import type { Item } from './items.ts'
import type { Unit } from './compile-lexicon.ts'
import { readDate, readDayAlone, readWrittenDay } from './dates.ts'
import { stretchAt } from './moments.ts'
import { daysFrom, endOf, type Moment, nextWeekday, type Stretch } from './stretch.ts'

/** From when to when somebody asks; null where it is not said. */
export interface Period {
  readonly from: Moment | null
  readonly to: Moment | null
}

/** Finds the period that a sentence names and removes its items from `left`. */
export function takePeriod(items: readonly Item[], left: Set<Item>, here: Moment): Period {
  let from: Moment | null = null
  let to: Moment | null = null
  for (let at = 0; at < items.length;) {
    const item = items[at]
    const read = item !== undefined && left.has(item) ? periodAt(items, at, here) : null
    // What is already read as an hour is no length of time: "rather 18h".
    const last = read === null ? undefined : items[read.next - 1]
    if (read === null || last === undefined || !left.has(last)) {
      at++
      continue
    }
    from ??= read.value.from
    to ??= read.value.to
    for (const used of items.slice(at, read.next)) left.delete(used)
    at = read.next
  }
  const isOver = to !== null && to.epochMilliseconds <= here.epochMilliseconds
  return { from, to: isOver ? to : null }
}

function periodAt(items: readonly Item[], at: number, here: Moment): ReadTo<Period> | null {
  const item = items[at]
  const leads = has(item, 'since', 'between')
  const range = rangeAt(items, leads ? at + 1 : at, leads, here)
  if (range !== null) return range
  if (has(item, 'since')) {
    const since = momentAt(items, at + 1, here)
    // "news from yesterday" is about that day only; "since yesterday" is not.
    const isOfDay = has(item, 'between') && valueOf(items[at + 1], 'time') === 'yesterday'
    if (since !== null)
      return {
        value: { from: since.value.from, to: isOfDay ? since.value.to : null },
        next: skip(items, since.next, 'since-behind'),
      }
  }
  if (has(item, 'until')) {
    const until = stretchAt(items, at + 1, here)
    if (until !== null)
      return { value: { from: null, to: until.value.to ?? until.value.from }, next: until.next }
  }
  const plain = stretchAt(items, at, here)
  if (plain === null) return null
  const { value, next } = plain
  if (has(items[next], 'since-behind')) return { value: { from: value.from, to: null }, next: next + 1 }
  if (has(items[next], 'until-behind'))
    return { value: { from: null, to: value.to ?? value.from }, next: next + 1 }
  return { value: { from: value.from, to: value.to }, next }
}

const skip = (items: readonly Item[], at: number, sign: 'since-behind'): number =>
  has(items[at], sign) ? at + 1 : at

/** Reads the moment in "since yesterday", "since 8:00", "seit 3 Tagen". */
function momentAt(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const stretch = stretchAt(items, at, here)
  if (stretch !== null) return stretch
  const said = has(items[at], 'at', 'clock:before') ? 1 : 0
  const time = hourAt(items[at + said], said === 1)
  if (time === null) return null
  const today = here.withPlainTime(time)
  const isOver = Temporal.ZonedDateTime.compare(today, here) <= 0
  return { value: { from: isOver ? today : today.subtract({ days: 1 }), to: null }, next: at + said + 1 }
}

/**
 * Reads "monday to wednesday", "1 to 5 march", "march 1-5", "pazartesiden çarşambaya kadar", "pazartesi ile
 * salı arasında".
 */
function rangeAt(items: readonly Item[], at: number, leads: boolean, here: Moment): ReadTo<Period> | null {
  const first = stretchAt(items, at, here)
  const day = numberOf(items[at])
  const behind = first === null ? at + 1 : first.next
  const isJoined = joins(items[behind], leads)
  const second = stretchAt(items, behind + (isJoined ? 1 : 0), here)
  if (first === null) {
    // The month of a bare day follows the other day.
    const from = day === null || !isJoined ? null : second?.value.month?.(day)
    return from == null || second === null
      ? null
      : { value: { from: from.from, to: second.value.to }, next: second.next }
  }
  const isNow = isJoined && valueOf(items[behind + 1], 'time') === 'now'
  if (isNow) return { value: { from: first.value.from, to: null }, next: behind + 2 }
  if (second === null) {
    const last = isJoined ? numberOf(items[behind + 1]) : null
    const to = last === null ? null : first.value.month?.(last)
    return to == null ? null : { value: { from: first.value.from, to: to.to }, next: behind + 2 }
  }
  const closing = has(items[second.next], 'until-behind', 'between-behind')
  if (!isJoined && !closing) return null
  return {
    value: { from: first.value.from, to: notBefore(first.value.from, second.value.to) },
    next: second.next + (closing ? 1 : 0),
  }
}

/**
 * "Tuesday to Thursday", said on a Thursday: the second day follows the first, instead of being a week before
 * it.
 */
const notBefore = (from: Moment, to: Moment | null): Moment | null =>
  to !== null && to.epochMilliseconds <= from.epochMilliseconds ? daysFrom(to, 7) : to

const joins = (item: Item | undefined, leads: boolean): boolean =>
  item?.first.kind === 'dash' ||
  has(item, 'through', 'until') ||
  (leads && has(item, 'and')) ||
  has(item, 'and')

/**
 * Finds the day on which something is to begin ("from tomorrow", "starting next Monday") and removes its items
 * from `left`. "From Monday to Friday" are days.
 */
export function takeStart(items: readonly Item[], left: Set<Item>, here: Moment): Moment | null {
  for (const [at, item] of items.entries()) {
    if (!left.has(item)) continue
    const isLed = has(item, 'starting')
    const coming = comingAt(items, isLed ? at + 1 : at, here)
    if (coming === null || coming.value.isLength) continue
    const isClosed = has(items[coming.next], 'starting-behind')
    const isRange = joins(items[coming.next], true) && valueOf(items[coming.next + 1], 'weekday') !== null
    if ((!isLed && !isClosed) || isRange) continue
    for (const used of items.slice(at, coming.next + (isClosed ? 1 : 0))) left.delete(used)
    return coming.value.at
  }
  return null
}

/**
 * Finds the moment until which something is to pause or go on, the next such day, and removes its items from
 * `left`. With `isRest`, a length of time alone counts as well.
 */
export function takeDeadline(
  items: readonly Item[],
  left: Set<Item>,
  here: Moment,
  isRest: boolean,
): Moment | null {
  for (const [at, item] of items.entries()) {
    if (!left.has(item)) continue
    const isLed = has(item, 'until')
    const from = isLed ? at + 1 : at
    // "Leave me alone until": the phrase contains the word "until".
    const isBehind = !isLed && has(items[at - 1], 'ask:pause') && (items[at - 1]?.words.length ?? 0) > 1
    const coming = comingAt(items, from, here)
    const isLength = coming?.value.isLength === true
    const day = coming === null ? null : { value: coming.value.at, next: coming.next }
    const found = !isRest || isLength ? day : day === null ? hourAlone(items, from, here) : hourOf(items, day)
    if (found === null) continue
    // "Daily for two weeks", "iki hafta boyunca her gün".
    const isLasting =
      isLength && (has(items[from - 1], 'lasting') || has(items[found.next], 'lasting-behind'))
    const isClosed = has(items[found.next], 'until-behind') || has(items[found.next], 'lasting-behind')
    if (!isLed && !isBehind && !isClosed && !isLasting && !(isRest && isLength)) continue
    for (const used of items.slice(at, found.next + (isClosed ? 1 : 0))) left.delete(used)
    return found.value
  }
  return null
}

/**
 * Returns the future day or hour that these items name; null where they name none, or something else as well.
 */
export function deadlineIn(items: readonly Item[], here: Moment): Moment | null {
  const from = has(items[0], 'until') ? 1 : 0
  const coming = comingAt(items, from, here)
  const found =
    coming === null
      ? hourAlone(items, from, here)
      : hourOf(items, { value: coming.value.at, next: coming.next })
  const end = has(items.at(-1), 'until-behind') ? items.length - 1 : items.length
  return found?.next === end ? found.value : null
}

function comingAt(
  items: readonly Item[],
  at: number,
  here: Moment,
): ReadTo<{ readonly at: Moment; readonly isLength: boolean }> | null {
  // "hasta el lunes".
  const isArticle =
    has(items[at], 'filler') && !has(items[at], 'next', 'current') && numberOf(items[at]) === null
  if (isArticle && valueOf(items[at + 1], 'weekday') !== null) return comingAt(items, at + 1, here)
  if (has(items[at], 'end') || (has(items[at], 'filler') && has(items[at + 1], 'end')))
    return endAt(items, has(items[at], 'end') ? at + 1 : at + 2, here)
  // "Hafta sonuna kadar" (until the end of the week).
  const ended = has(items[at + 1], 'end') ? endAt(items, at, here) : null
  if (ended !== null) return { ...ended, next: at + 2 }
  const lead = has(items[at], 'next', 'current') ? 1 : 0
  const today = here.startOfDay()
  const wanted = has(items[at + lead], 'every') ? null : valueOf(items[at + lead], 'weekday')
  if (wanted !== null) {
    const next = at + lead + 1
    return onDay(nextWeekday(today, Number(wanted)), has(items[next], 'next') ? next + 1 : next)
  }
  if (has(items[at], 'next-week')) return onDay(endOf('weeks', today), at + 1)
  if (has(items[at], 'tomorrow')) return onDay(daysFrom(today, 1), at + 1)
  if (valueOf(items[at], 'time') === 'day-after') return onDay(daysFrom(today, 2), at + 1)
  if (valueOf(items[at], 'time') === 'weekend') return onDay(nextWeekday(today, 6), at + 1)
  const length = lengthAt(items, at)
  if (length !== null)
    return { value: { at: here.add({ [length.unit]: length.count }), isLength: true }, next: length.next }
  const small = has(items[at], 'filler') && numberOf(items[at]) === null ? 1 : 0
  const dated =
    readDate(items, at + small, here) ??
    readWrittenDay(items, at + small, here) ??
    readDayAlone(items, at + small, here, true)
  if (dated === null) return null
  // A date is read as the last such day; somebody who waits means the next.
  const { from, isOfYear } = dated.value
  if (from.epochMilliseconds > here.epochMilliseconds) return onDay(from, dated.next)
  return isOfYear === true ? null : onDay(from.add({ years: 1 }), dated.next)
}

const onDay = (at: Moment, next: number): NonNullable<ReturnType<typeof comingAt>> => ({
  value: { at, isLength: false },
  next,
})

/**
 * Reads "3 days", "يومين" (two days). "For a week" has no number, and "не присылай неделю" (don't send for a
 * week) not even an article.
 */
function lengthAt(
  items: readonly Item[],
  at: number,
): { readonly unit: Unit; readonly count: number; readonly next: number } | null {
  const pair = pairOf(items[at])
  if (pair !== null) return { unit: pair, count: 2, next: at + 1 }
  const alone = unitOf(items[at])
  if (alone !== null && has(items[at - 1], 'ask:pause')) return { unit: alone, count: 1, next: at + 1 }
  const count = numberOf(items[at])
  const isSmall = has(items[at], 'filler')
  const behind = isSmall ? pairOf(items[at + 1]) : null
  if (behind !== null) return { unit: behind, count: 2, next: at + 2 }
  const isOne = count === null && isSmall && !has(items[at], 'past', 'current', 'ago', 'end')
  const unit = unitOf(items[at + 1])
  const counted = isOne ? 1 : count
  return unit === null || counted === null || counted >= MOST_WAITED
    ? null
    : { unit, count: counted, next: at + 2 }
}

/** Reads "the end of april", "end of the week", "fin del mes". */
function endAt(items: readonly Item[], from: number, here: Moment): ReturnType<typeof comingAt> {
  let at = from
  while (has(items[at], 'filler', 'current') && valueOf(items[at], 'month') === null) at++
  const today = here.startOfDay()
  const unit = valueOf(items[at], 'unit')
  if (unit === 'weeks' || unit === 'months') return onDay(endOf(unit, today), at + 1)
  const month = valueOf(items[at], 'month')
  if (month === null) return null
  const end = endOf('months', today.with({ day: 1, month: Number(month) }))
  return onDay(end.epochMilliseconds > here.epochMilliseconds ? end : end.add({ years: 1 }), at + 1)
}

/** Nothing pauses for as many units, or more. */
const MOST_WAITED = 400
