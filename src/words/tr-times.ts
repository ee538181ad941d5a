import type { TimeTexts } from './catalogues.ts'

export const trTimes: TimeTexts = {
  'mistake.time': '{typed} bir saat değil. 08:00, 17:30 ya da 8pm gibi yazın.',
  'mistake.future':
    '{typed} henüz gelmedi; haberler geçmişte aranır. {option}:24h, {option}:yesterday ya da {option}:friday yazın.',
  'mistake.tooEarly':
    '{typed} {days, number} günden daha eski; hiçbir soru daha geriye gitmez. {option}:2w ya da {option}:24h yazın.',
  'mistake.tooEarlyToBrief':
    'Bir bülten en çok son {days, number} günü anlatır. “search SÖZCÜKLER since:…” daha eskileri bulur.',
  'mistake.rhythm':
    '{typed} bir sıklık olarak anlaşılmadı. daily, weekdays, weekends, “monday and friday” gibi haftanın günlerini, hourly ya da alert yazın.',
  'mistake.zone':
    '{typed} bir saat dilimi değil. Europe/Istanbul gibi yazın, oradaki büyük bir şehri anın ya da UTC’ye uzaklığını yazın: UTC+3.',
  'mistake.zoneSeveral': '{typed} birkaç saat dilimi olabilir. İstediğinizi yazın: {names}.',
  'mistake.zoneNear': '{typed} bir saat dilimi değil; şunu mu demek istediniz: {names}?',
  'mistake.quiet': '{typed} sessiz saat olarak anlaşılmadı. 22:00-07:00 gibi ya da “off” yazın.',
  'when.daily': 'her gün {times} ({zone})',
  'when.weekdays': 'pazartesiden cumaya {times} ({zone})',
  'when.weekends': 'cumartesi ve pazar {times} ({zone})',
  'when.weekly': 'her {day} {times} ({zone})',
  'when.days': 'her {days} {times} ({zone})',
  'when.hourly': 'saat başı ({zone})',
  'when.alert':
    '{outlets, plural, one {bir yayın haberi verir vermez} other {# bağımsız yayın haberi verir vermez}}, saatte en çok {perHour, plural, one {bir kez} other {# kez}}',
  'when.quiet': '{when}; {from}–{to} arası sessiz ({zone})',
  'subscribe.noTimes':
    '“{when}” için saat verilmez. “at” kısmını çıkarın ya da onun yerine günleri yazın: daily, weekdays, weekends ya da monday and thursday.',
  'subscribe.outlets':
    '“outlets” uyarılar içindir; bu ise “{when}” olurdu. “alert” yazın ya da “outlets” kısmını çıkarın.',
  'subscribe.tooManyTimes': 'Günde en çok {most, number} saat olabilir; daha fazlası için “hourly” var.',
  'rhythm.daily': 'Her gün',
  'rhythm.weekdays': 'Pazartesiden cumaya',
  'rhythm.weekends': 'Cumartesi ve pazar',
  'rhythm.weekly': 'Her {day}',
  'rhythm.hourly': 'Her saat',
  'rhythm.alert': 'Birkaç yayın organı yazar yazmaz',
}
