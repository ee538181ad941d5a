import type { TimeTexts } from './catalogues.ts'

export const deTimes: TimeTexts = {
  'mistake.time': '{typed} ist keine Uhrzeit. Schreiben Sie 08:00, 17:30 oder 8pm.',
  'mistake.future':
    '{typed} kommt erst noch, und Nachrichten werden in der Vergangenheit gesucht. Versuchen Sie {option}:24h, {option}:yesterday oder {option}:friday.',
  'mistake.tooEarly':
    '{typed} ist mehr als {days, number} Tage her; weiter zurück reicht keine Frage. Versuchen Sie {option}:2w oder {option}:24h.',
  'mistake.tooEarlyToBrief':
    'Ein Briefing erzählt höchstens die letzten {days, number} Tage. „search WÖRTER since:…“ findet Älteres.',
  'mistake.rhythm':
    'Wie oft {typed} ist, weiß ich nicht. Schreiben Sie daily, weekdays, weekends, Wochentage wie „monday and friday“, hourly oder alert.',
  'mistake.zone':
    '{typed} ist keine Zeitzone. Schreiben Sie Europe/Istanbul, nennen Sie eine große Stadt darin, oder den Abstand zu UTC: UTC+3.',
  'mistake.zoneSeveral': '{typed} kann mehrere Zeitzonen meinen. Schreiben Sie, welche: {names}.',
  'mistake.zoneNear': '{typed} ist keine Zeitzone; meinten Sie {names}?',
  'mistake.quiet': '{typed} sind keine Ruhezeiten. Schreiben Sie 22:00-07:00 oder „off“.',
  'when.daily': 'täglich um {times} ({zone})',
  'when.weekdays': 'montags bis freitags um {times} ({zone})',
  'when.weekends': 'samstags und sonntags um {times} ({zone})',
  'when.weekly': 'jeden {day} um {times} ({zone})',
  'when.days': 'jeden {days} um {times} ({zone})',
  'when.hourly': 'stündlich ({zone})',
  'when.alert':
    'sobald {outlets, plural, one {ein Medium berichtet} other {# unabhängige Medien berichten}}, höchstens {perHour, plural, one {einmal} other {#-mal}} je Stunde',
  'when.quiet': '{when}; Ruhe von {from} bis {to} ({zone})',
  'subscribe.noTimes':
    '„{when}“ hat keine Uhrzeiten. Lassen Sie „at“ weg, oder nennen Sie stattdessen Tage: daily, weekdays, weekends oder monday and thursday.',
  'subscribe.outlets':
    '„outlets“ gilt für Eilmeldungen, und dies wäre „{when}“. Schreiben Sie „alert“, oder lassen Sie „outlets“ weg.',
  'subscribe.tooManyTimes': 'Höchstens {most, number}-mal am Tag; für mehr gibt es „hourly“.',
  'rhythm.daily': 'Täglich',
  'rhythm.weekdays': 'Montag bis Freitag',
  'rhythm.weekends': 'Samstag und Sonntag',
  'rhythm.weekly': 'Jeden {day}',
  'rhythm.hourly': 'Stündlich',
  'rhythm.alert': 'Sobald mehrere Medien berichten',
}
