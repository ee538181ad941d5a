/** What is said about days, times and zones; a part of `en`. */
export const enTimes = {
  'mistake.time': '{typed} is no time of day. Write it as 08:00, 17:30 or 8pm.',
  'mistake.future':
    '{typed} is still to come, and news is looked for in the past. Try {option}:24h, {option}:yesterday or {option}:friday.',
  'mistake.tooEarly':
    '{typed} is more than {days, number} days ago; no question reaches further back. Try {option}:2w or {option}:24h.',
  'mistake.tooEarlyToBrief':
    'A briefing tells at most the last {days, number} days. “search WORDS since:…” finds what is older.',
  'mistake.rhythm':
    'I don’t know how often {typed} is. Write daily, weekdays, weekends, days of the week such as “monday and friday”, hourly or alert.',
  'mistake.zone':
    '{typed} is no time zone. Write it as Europe/Istanbul, name a large city in it, or say how far it is from UTC: UTC+3.',
  'mistake.zoneSeveral': '{typed} can mean several time zones. Write the one you mean: {names}.',
  'mistake.zoneNear': '{typed} is no time zone; did you mean {names}?',
  'mistake.quiet': '{typed} are no quiet hours. Write them as 22:00-07:00, or “off”.',
  'when.daily': 'daily at {times} ({zone})',
  'when.weekdays': 'Monday to Friday at {times} ({zone})',
  'when.weekends': 'Saturday and Sunday at {times} ({zone})',
  'when.weekly': 'every {day} at {times} ({zone})',
  'when.days': 'every {days} at {times} ({zone})',
  'when.hourly': 'every hour ({zone})',
  'when.alert':
    'as soon as {outlets, plural, one {an outlet reports it} other {# independent outlets report it}}, at most {perHour, plural, one {once} other {# times}} an hour',
  'when.quiet': '{when}; quiet from {from} to {to} ({zone})',
  'subscribe.noTimes':
    '“{when}” has no times of day. Leave out “at”, or name days in its place: daily, weekdays, weekends, or monday and thursday.',
  'subscribe.outlets':
    '“outlets” is for alerts, and this would be “{when}”. Write “alert”, or leave “outlets” out.',
  'subscribe.tooManyTimes': 'At most {most, number} times a day; “hourly” is for more.',
  'rhythm.daily': 'Every day',
  'rhythm.weekdays': 'Monday to Friday',
  'rhythm.weekends': 'Saturday and Sunday',
  'rhythm.weekly': 'Every {day}',
  'rhythm.hourly': 'Every hour',
  'rhythm.alert': 'As soon as several outlets report it',
} as const
