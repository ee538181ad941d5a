import type { TimeTexts } from './catalogues.ts'

export const faTimes: TimeTexts = {
  'mistake.time': '{typed} ساعتی از روز نیست. آن را مانند 08:00، 17:30 یا 8pm بنویسید.',
  'mistake.future':
    '{typed} هنوز نیامده و خبرها در گذشته جسته می‌شوند. {option}:24h، {option}:yesterday یا {option}:friday را بیازمایید.',
  'mistake.tooEarly':
    '{typed} بیش از {days, number} روز پیش است و هیچ پرسشی دورتر نمی‌رود. {option}:2w یا {option}:24h را بیازمایید.',
  'mistake.tooEarlyToBrief':
    'بولتن حداکثر {days, number} روز گذشته را می‌گوید. «search واژه‌ها since:…» خبرهای قدیمی‌تر را می‌یابد.',
  'mistake.rhythm':
    'نمی‌دانم {typed} یعنی هر چند وقت. daily، weekdays، weekends، روزهای هفته مانند «monday and friday»، hourly یا alert بنویسید.',
  'mistake.zone':
    '{typed} منطقهٔ زمانی نیست. آن را مانند Europe/Istanbul بنویسید، شهری بزرگ در آن را نام ببرید یا فاصله‌اش از UTC را بنویسید: ‎UTC+3‎.',
  'mistake.zoneSeveral': '{typed} می‌تواند چند منطقهٔ زمانی باشد. آنچه را می‌خواهید بنویسید: {names}.',
  'mistake.zoneNear': '{typed} منطقهٔ زمانی نیست؛ منظورتان {names} است؟',
  'mistake.quiet': '{typed} ساعت سکوت نیست. آن را مانند ‎22:00-07:00‎ یا «off» بنویسید.',
  'when.daily': 'هر روز ساعت {times} ({zone})',
  'when.weekdays': 'دوشنبه تا جمعه ساعت {times} ({zone})',
  'when.weekends': 'شنبه و یکشنبه ساعت {times} ({zone})',
  'when.weekly': 'هر {day} ساعت {times} ({zone})',
  'when.days': 'هر {days} ساعت {times} ({zone})',
  'when.hourly': 'هر ساعت ({zone})',
  'when.alert':
    'همین که {outlets, plural, one {# رسانه خبر را گزارش کند} other {# رسانهٔ مستقل خبر را گزارش کنند}}، حداکثر {perHour, plural, one {# بار} other {# بار}} در ساعت',
  'when.quiet': '{when}؛ سکوت از {from} تا {to} ({zone})',
  'subscribe.noTimes':
    '«{when}» ساعت نمی‌پذیرد. «at» را بردارید، یا به جای آن روزها را بنویسید: daily، weekdays، weekends یا monday and thursday.',
  'subscribe.outlets':
    '«outlets» برای هشدارهاست و این «{when}» می‌شود. «alert» بنویسید یا «outlets» را بردارید.',
  'subscribe.tooManyTimes': 'حداکثر {most, number} بار در روز؛ برای بیشتر از آن «hourly» هست.',
  'rhythm.daily': 'هر روز',
  'rhythm.weekdays': 'دوشنبه تا جمعه',
  'rhythm.weekends': 'شنبه و یکشنبه',
  'rhythm.weekly': 'هر {day}',
  'rhythm.hourly': 'هر ساعت',
  'rhythm.alert': 'همین که چند رسانه گزارش دهند',
}
