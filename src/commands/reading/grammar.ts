import { foldTerm } from '../vocabulary.ts'

/** The small words between the names, by what they mean. */
export type Meaning =
  | 'since'
  | 'until'
  | 'at'
  | 'in'
  | 'through'
  | 'and'
  | 'or'
  | 'filler'
  | 'please'
  | 'outlets'
  | 'here'
  | 'me'
  | 'all'
  | 'off'
  | 'today'
  | 'yesterday'
  | 'last-week'
  | 'noon'
  | 'midnight'
  | 'daily'
  | 'twice-a-day'
  | 'often-a-day'
  | 'weekdays'
  | 'weekends'
  | 'weekly'
  | 'hourly'
  | 'alert'
  | 'mon'
  | 'tue'
  | 'wed'
  | 'thu'
  | 'fri'
  | 'sat'
  | 'sun'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'weeks'

/**
 * How people say them in English, Turkish, Arabic, Persian, French and German; parted by commas. Where a word means two
 * things (Persian "شنبه") the more common one is meant.
 */
const WORDS: Readonly<Record<Meaning, string>> = {
  since: 'since, from, seit, depuis, itibaren, منذ, از',
  until: 'until, till, bis, jusqu, kadar, حتى, تا',
  at: 'at, um, à, saat, الساعة, ساعت',
  in: 'in, time in, dans, en, على توقيت, به وقت',
  through: 'to, through, thru, till, until, bis, au, à, إلى, حتى, تا',
  and: 'and, or, und, oder, et, ou, ve, veya, و, أو, یا, и, или, і, та, або, y, o',
  or: 'or, oder, ou, veya, أو, یا, или, або, o',
  filler:
    'to, about, with, on, of, for, the, news, mit, avec, ile, مع, با, über, zu, zum, nachrichten, sur, pour, les, des, nouvelles, hakkında, için, haberleri, عن, اخبار, درباره, برای',
  please:
    "please, thanks, thank you, bitte, danke, s'il vous plaît, svp, merci, lütfen, teşekkürler, من فضلك, شكرا, لطفا, ممنون",
  outlets:
    'outlet, outlets, independent outlets, sources, medien, medium, unabhängige medien, médias, média, médias indépendants, yayın, bağımsız yayın, وسائل, وسائل مستقلة, رسانه, رسانه مستقل',
  here: 'here, this channel, hier, ici, burada, buraya, هنا, اینجا',
  me: 'me, dm, direct message, as a direct message, in a direct message, mir, moi, bana, لي, به من',
  all: 'all, everything, everyone, alle, alles, tout, tous, hepsi, tümü, الكل, همه',
  off: 'off, none, never, no, aus, keine, aucun, kapalı, yok, ایقاف, بدون, خاموش',
  today: "today, heute, aujourd'hui, bugün, اليوم, امروز",
  yesterday: 'yesterday, gestern, hier, dün, dünden, أمس, دیروز',
  'last-week':
    'last week, letzte woche, letzter woche, la semaine dernière, geçen hafta, الأسبوع الماضي, هفته گذشته',
  noon: 'noon, midday, mittag, midi, öğlen, الظهر, ظهر',
  midnight: 'midnight, mitternacht, minuit, gece yarısı, منتصف الليل, نیمه شب',
  daily:
    'daily, every day, each day, every morning, every evening, täglich, jeden tag, jeden morgen, quotidien, chaque jour, chaque matin, tous les jours, günlük, her gün, her sabah, يوميا, كل يوم, روزانه, هر روز',
  'twice-a-day':
    'twice a day, twice daily, two times a day, zweimal am tag, zweimal täglich, deux fois par jour, günde iki kez, günde iki defa, مرتين في اليوم, مرتين يوميا, روزی دو بار, دو بار در روز',
  'often-a-day':
    'several times a day, three times a day, mehrmals am tag, mehrmals täglich, dreimal am tag, plusieurs fois par jour, trois fois par jour, günde birkaç kez, günde üç kez, عدة مرات في اليوم, ثلاث مرات في اليوم, چند بار در روز, روزی چند بار, روزی سه بار',
  weekdays:
    'weekdays, weekday, every weekday, on weekdays, working days, workdays, werktags, wochentags, en semaine, jours ouvrés, hafta içi, hafta içi her gün, أيام العمل, ايام الاسبوع, روزهای کاری, روزهای هفته',
  weekends:
    'weekends, weekend, on weekends, every weekend, at the weekend, wochenende, am wochenende, wochenends, le week-end, week-ends, hafta sonu, نهاية الأسبوع, عطلة نهاية الأسبوع, آخر هفته',
  weekly:
    'weekly, every week, once a week, wöchentlich, jede woche, hebdomadaire, chaque semaine, haftalık, her hafta, أسبوعيا, كل أسبوع, هفتگی, هر هفته',
  hourly:
    'hourly, every hour, each hour, stündlich, jede stunde, chaque heure, toutes les heures, saatlik, her saat, كل ساعة, هر ساعت, ساعتی',
  alert:
    'alert, alerts, as an alert, at once, immediately, breaking, alarm, eilmeldung, eilmeldungen, sofort, alerte, alertes, immédiatement, uyarı, anında, son dakika, تنبيه, عاجل, هشدار, فوری',
  mon: 'mon, monday, mondays, every monday, on mondays, montag, montags, jeden montag, lundi, lundis, chaque lundi, pazartesi, her pazartesi, الاثنين, كل اثنين, دوشنبه',
  tue: 'tue, tues, tuesday, tuesdays, every tuesday, on tuesdays, dienstag, dienstags, jeden dienstag, mardi, mardis, chaque mardi, salı, her salı, الثلاثاء, كل ثلاثاء, سه شنبه, سه‌شنبه',
  wed: 'wed, wednesday, wednesdays, every wednesday, on wednesdays, mittwoch, mittwochs, jeden mittwoch, mercredi, mercredis, chaque mercredi, çarşamba, her çarşamba, الأربعاء, كل أربعاء, چهارشنبه',
  thu: 'thu, thur, thurs, thursday, thursdays, every thursday, on thursdays, donnerstag, donnerstags, jeden donnerstag, jeudi, jeudis, chaque jeudi, perşembe, her perşembe, الخميس, كل خميس, پنجشنبه, پنج‌شنبه',
  fri: 'fri, friday, fridays, every friday, on fridays, freitag, freitags, jeden freitag, vendredi, vendredis, chaque vendredi, cuma, her cuma, الجمعة, كل جمعة, جمعه',
  sat: 'sat, saturday, saturdays, every saturday, on saturdays, samstag, samstags, sonnabend, jeden samstag, samedi, samedis, chaque samedi, cumartesi, her cumartesi, السبت, كل سبت, شنبه',
  sun: 'sun, sunday, sundays, every sunday, on sundays, sonntag, sonntags, jeden sonntag, dimanche, dimanches, chaque dimanche, pazar, her pazar, الأحد, كل أحد, یکشنبه, یک‌شنبه',
  minutes: 'm, min, mins, minute, minutes, minuten, dakika, دقيقة, دقائق, دقیقه',
  hours: 'h, hr, hrs, hour, hours, std, stunde, stunden, heure, heures, saat, ساعة, ساعات, ساعت',
  days: 'd, day, days, tag, tage, tagen, jour, jours, j, gün, يوم, أيام, روز',
  weeks: 'w, week, weeks, woche, wochen, semaine, semaines, hafta, أسبوع, أسابيع, هفته',
}

const meanings = new Map<string, Set<Meaning>>()
for (const [meaning, words] of typedEntries(WORDS)) {
  for (const word of words.split(',')) {
    const key = foldTerm(word)
    const there = meanings.get(key)
    if (there === undefined) meanings.set(key, new Set([meaning]))
    else there.add(meaning)
  }
}

/** Most words in one entry. */
export const LONGEST_PHRASE = Math.max(...[...meanings.keys()].map((key) => key.split(' ').length))

/** Whether words may mean this. */
export function means(words: string, meaning: Meaning): boolean {
  return meanings.get(foldTerm(words))?.has(meaning) ?? false
}

/** The one of these meanings that the words may have, or null. */
export function meaningOf<Wanted extends Meaning>(words: string, wanted: readonly Wanted[]): Wanted | null {
  const found = meanings.get(foldTerm(words))
  return found === undefined ? null : (wanted.find((meaning) => found.has(meaning)) ?? null)
}

function typedEntries(words: Readonly<Record<Meaning, string>>): [Meaning, string][] {
  const all: [Meaning, string][] = []
  for (const meaning in words) if (isMeaning(meaning, words)) all.push([meaning, words[meaning]])
  return all
}

function isMeaning(key: string, words: Readonly<Record<Meaning, string>>): key is Meaning {
  return Object.hasOwn(words, key)
}
