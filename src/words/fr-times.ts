import type { TimeTexts } from './catalogues.ts'

export const frTimes: TimeTexts = {
  'mistake.time': '{typed} n’est pas une heure. Écrivez 08:00, 17:30 ou 8pm.',
  'mistake.future':
    '{typed} est encore à venir, et les nouvelles se cherchent dans le passé. Essayez {option}:24h, {option}:yesterday ou {option}:friday.',
  'mistake.tooEarly':
    '{typed} remonte à plus de {days, number} jours ; aucune question ne va plus loin. Essayez {option}:2w ou {option}:24h.',
  'mistake.tooEarlyToBrief':
    'Un bulletin raconte au plus les {days, number} derniers jours. « search MOTS since:… » trouve ce qui est plus ancien.',
  'mistake.rhythm':
    'J’ignore quel rythme désigne {typed}. Écrivez daily, weekdays, weekends, des jours comme « monday and friday », hourly ou alert.',
  'mistake.zone':
    '{typed} n’est pas un fuseau horaire. Écrivez Europe/Istanbul, nommez une grande ville, ou donnez l’écart avec UTC : UTC+3.',
  'mistake.zoneSeveral': '{typed} peut désigner plusieurs fuseaux. Écrivez celui que vous voulez : {names}.',
  'mistake.zoneNear': '{typed} n’est pas un fuseau horaire ; vouliez-vous dire {names} ?',
  'mistake.quiet': '{typed} ne désigne pas des heures calmes. Écrivez 22:00-07:00, ou « off ».',
  'when.daily': 'chaque jour à {times} ({zone})',
  'when.weekdays': 'du lundi au vendredi à {times} ({zone})',
  'when.weekends': 'samedi et dimanche à {times} ({zone})',
  'when.weekly': 'chaque {day} à {times} ({zone})',
  'when.days': 'chaque {days} à {times} ({zone})',
  'when.hourly': 'chaque heure ({zone})',
  'when.alert':
    'dès que {outlets, plural, one {# média le rapporte} many {# médias indépendants le rapportent} other {# médias indépendants le rapportent}}, au plus {perHour, plural, one {# fois} many {# fois} other {# fois}} par heure',
  'when.quiet': '{when} ; calme de {from} à {to} ({zone})',
  'subscribe.noTimes':
    '« {when} » ne prend pas d’heures. Retirez « at », ou nommez plutôt des jours : daily, weekdays, weekends, ou monday and thursday.',
  'subscribe.outlets':
    '« outlets » ne sert qu’aux alertes, et ceci serait « {when} ». Écrivez « alert », ou retirez « outlets ».',
  'subscribe.tooManyTimes': 'Au plus {most, number} fois par jour ; au-delà, il y a « hourly ».',
  'rhythm.daily': 'Chaque jour',
  'rhythm.weekdays': 'Du lundi au vendredi',
  'rhythm.weekends': 'Samedi et dimanche',
  'rhythm.weekly': 'Chaque {day}',
  'rhythm.hourly': 'Chaque heure',
  'rhythm.alert': 'Dès que plusieurs médias en parlent',
}
