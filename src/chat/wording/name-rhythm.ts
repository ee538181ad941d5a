import { dayOfMonth, hoursOf, isOfDays, type Rhythm, WEEK, weekdaysOf } from '../../subscriptions/days.ts'
import { dayName, joinNames } from '../../words/names.ts'
import { say } from '../../words/say.ts'

/** Names a rhythm as a choice, in a language (BCP 47): "Every day", "Every Monday and Friday". */
export function nameRhythm(rhythm: Rhythm, language: string): string {
  switch (rhythm) {
    case 'daily':
    case 'weekdays':
    case 'weekends':
    case 'hourly':
    case 'alert':
      return say(`rhythm.${rhythm}`, language)
    default: {
      const hours = hoursOf(rhythm)
      if (hours !== null) return say('rhythm.everyHours', language, { hours })
      if (!isOfDays(rhythm)) return say('rhythm.alert', language)
      const day = dayOfMonth(rhythm)
      if (day !== null) return say('rhythm.monthly', language, { day })
      const days = weekdaysOf(rhythm).map((day) => dayName(WEEK.indexOf(day) + 1, language))
      return say('rhythm.weekly', language, { day: joinNames(days, language).join('') })
    }
  }
}
