import type { TimeTexts } from './catalogues.ts'

export const arTimes: TimeTexts = {
  'mistake.time': '{typed} ليس وقتًا من اليوم. اكتبه هكذا: 08:00 أو 17:30 أو 8pm.',
  'mistake.future':
    '{typed} لم يأت بعد، والأخبار تُبحث في الماضي. جرّب {option}:24h أو {option}:yesterday أو {option}:friday.',
  'mistake.tooEarly':
    '{typed} قبل أكثر من {days, number} يوم، ولا يصل أي سؤال إلى أبعد من ذلك. جرّب {option}:2w أو {option}:24h.',
  'mistake.tooEarlyToBrief':
    'لا يروي الموجز إلا آخر {days, number} يومًا. «search كلمات since:…» يجد ما هو أقدم.',
  'mistake.rhythm':
    'لا أعرف كم مرة تعني {typed}. اكتب daily أو weekdays أو weekends أو أيامًا من الأسبوع مثل «monday and friday» أو hourly أو alert.',
  'mistake.zone':
    '{typed} ليست منطقة زمنية. اكتبها هكذا: Europe/Istanbul، أو سمِّ مدينة كبيرة فيها، أو اكتب بُعدها عن UTC: ‎UTC+3‎.',
  'mistake.zoneSeveral': 'قد تعني {typed} عدة مناطق زمنية. اكتب التي تقصدها: {names}.',
  'mistake.zoneNear': '{typed} ليست منطقة زمنية؛ هل تقصد {names}؟',
  'mistake.quiet': '{typed} ليست ساعات هدوء. اكتبها هكذا: ‎22:00-07:00‎، أو «off».',
  'when.daily': 'كل يوم الساعة {times} ({zone})',
  'when.weekdays': 'من الاثنين إلى الجمعة الساعة {times} ({zone})',
  'when.weekends': 'السبت والأحد الساعة {times} ({zone})',
  'when.weekly': 'يوم {day} من كل أسبوع، الساعة {times} ({zone})',
  'when.days': 'كل أسبوع: {days}، الساعة {times} ({zone})',
  'when.hourly': 'كل ساعة ({zone})',
  'when.alert':
    'حالما {outlets, plural, zero {يُروى} one {ترويه وسيلة إعلام} two {ترويه وسيلتان مستقلتان} few {ترويه # وسائل مستقلة} many {ترويه # وسيلة مستقلة} other {ترويه # وسيلة مستقلة}}، بحد أقصى {perHour, plural, zero {# مرة} one {مرة واحدة} two {مرتين} few {# مرات} many {# مرة} other {# مرة}} في الساعة',
  'when.quiet': '{when}؛ هدوء من {from} إلى {to} ({zone})',
  'subscribe.noTimes':
    'لا أوقات مع «{when}». احذف «at»، أو اكتب مكانه الأيام: daily أو weekdays أو weekends أو monday and thursday.',
  'subscribe.outlets': '«outlets» للتنبيهات، وهذا سيكون «{when}». اكتب «alert» أو احذف «outlets».',
  'subscribe.tooManyTimes': 'الحد الأقصى في اليوم {most, number}؛ وما زاد فله «hourly».',
  'rhythm.daily': 'كل يوم',
  'rhythm.weekdays': 'من الاثنين إلى الجمعة',
  'rhythm.weekends': 'السبت والأحد',
  'rhythm.weekly': 'يوم {day} من كل أسبوع',
  'rhythm.hourly': 'كل ساعة',
  'rhythm.alert': 'حالما تنشره عدة وسائل',
}
