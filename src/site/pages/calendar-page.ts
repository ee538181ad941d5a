import { html } from 'hono/html'
import { dayName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import { localeOf } from '../../words/locale.ts'
import type { Html } from '../html.ts'
import type { View } from '../view.ts'

/**
 * Draws a month with the number of reports of each day, linked to that day's news. There is no link to months
 * after `today`.
 */
export function drawCalendar(
  month: Temporal.PlainYearMonth,
  counts: readonly number[],
  today: Temporal.PlainDate,
  view: View,
): Html {
  const { language, href } = view
  const first = month.toPlainDate({ day: 1 })
  const start = firstDayOf(language)
  const blanks = Array.from(
    { length: (first.dayOfWeek - start + 7) % 7 },
    () => html`<li aria-hidden="true"></li>`,
  )
  const days = counts.map((count, index) => drawDay(first.add({ days: index }), count, view))
  const weekdays = Array.from({ length: 7 }, (_, index) =>
    dayName(((start - 1 + index) % 7) + 1, language, 'short'),
  )
  const before = month.subtract({ months: 1 })
  const after = month.add({ months: 1 })
  const isLast = Temporal.PlainYearMonth.compare(month, today.toPlainYearMonth()) >= 0
  return html`<h1>${nameMonth(month, language)}</h1>
    <p>
      <a rel="prev" href="${href(`/calendar/${before.toString()}`)}">${nameMonth(before, language)}</a>${
        isLast
          ? ''
          : html` ·
              <a rel="next" href="${href(`/calendar/${after.toString()}`)}">${nameMonth(after, language)}</a>`
      }
    </p>
    <ul class="calendar" aria-hidden="true">
      ${weekdays.map((name) => html`<li class="quiet">${name}</li>`)}
    </ul>
    <ol class="calendar">
      ${blanks}${days}
    </ol>`
}

function drawDay(day: Temporal.PlainDate, count: number, { language, number, href }: View): Html {
  const date = number(day.day)
  if (count === 0) return html`<li><span>${date}</span></li>`
  const told = say('sources.articles', language, { count })
  const label = `${nameDay(day, language)}: ${told}`
  return html`<li>
    <a href="${href(`/days/${day.toString()}`)}" title="${label}">${date}<small>${number(count)}</small></a>
  </li>`
}

const atNoon = (date: Temporal.PlainDate): number =>
  date.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds

// Uses the Gregorian calendar in every language, because the days of the archive do.
const write = (date: Temporal.PlainDate, language: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(localeOf(language).tag, {
    calendar: 'gregory',
    timeZone: 'UTC',
    ...options,
  }).format(atNoon(date))

const nameMonth = (month: Temporal.PlainYearMonth, language: string): string =>
  write(month.toPlainDate({ day: 15 }), language, { month: 'long', year: 'numeric' })

/** Formats a day as "Tuesday, 10 March 2026". */
export const nameDay = (day: Temporal.PlainDate, language: string): string =>
  write(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** First day of the week (1 for Monday) in a language, according to CLDR. */
const firstDayOf = (language: string): number =>
  new Intl.Locale(localeOf(language).tag).getWeekInfo().firstDay
