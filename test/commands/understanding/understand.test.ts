import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../src/commands/reading/parse-input.ts'
import { understand } from '../../../src/commands/understanding/understand.ts'
import { aNewsroom } from '../../fakes/newsroom.ts'

const { view } = await aNewsroom()
const { nameIndex } = view

/** Thursday, 8 in the morning. */
const NOW = Date.parse('2026-03-12T08:00:00+03:00')
const ZONE = 'Europe/Istanbul'

function meant(typed: string, now = NOW, zone = ZONE) {
  const cleaned = cleanText(typed)
  return understand(cleaned.status === 'clean' ? cleaned.text : '', { nameIndex, now, zone })
}

const local = (at: number | null): string =>
  at === null
    ? '…'
    : Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(ZONE)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .slice(5)

/** Returns the period that a text means, in local time. */
function period(text: string): string {
  const { from, to } = meant(text)
  return `${local(from)} ${local(to)}`
}

describe('an hour that is refused for another one', () => {
  it.each([
    ["don't send it at 8 but at 9:30", ['09:30']],
    ["don't post it at 7, post it at 7:45 please", ['07:45']],
    ['no me lo mandes a las 8 sino a las 9:30', ['09:30']],
    ['не присылай в 8, а в 9:30', ['09:30']],
    ['لا ترسله الساعة 8 بل الساعة 9:30', ['09:30']],
  ])('is moved: %s', (typed, at) => {
    expect(meant(typed)).toMatchObject({ word: 'edit', schedule: { at } })
  })

  it.each([
    ['stop the 8:00 briefing, there is one on Yemen at 9:30', 'unsubscribe'],
    ["don't send it from 22:00 on, not until 07:00", 'pause'],
    ["don't send at 22:00 until 07:00", 'pause'],
  ])('is not what ends by its own verb, or goes until an hour: %s', (typed, word) => {
    expect(meant(typed).word).toBe(word)
  })
})

describe('the time that a sentence names', () => {
  it.each([
    ['syria yesterday', '03-11T00:00 03-12T00:00'],
    ['was geschah am 10/3/2026 in syrien', '03-10T00:00 03-11T00:00'],
    ['syria on the 10th', '03-10T00:00 03-11T00:00'],
    ['syria on the 20th', '02-20T00:00 02-21T00:00'],
    ['syria in 2025', '01-01T00:00 01-01T00:00'],
    ['syria since yesterday', '03-11T00:00 …'],
    ['syria this morning', '03-12T05:00 …'],
    ['what happened last night in syria', '03-11T18:00 03-12T06:00'],
    ['syria from monday to wednesday', '03-09T00:00 03-12T00:00'],
    ['syria between monday and wednesday', '03-09T00:00 03-12T00:00'],
    ['syria 1-5 march', '03-01T00:00 03-06T00:00'],
    ['syria on 9 march', '03-09T00:00 03-10T00:00'],
    ['syria, last 3 days', '03-09T08:00 …'],
    ['syria in the past week', '03-05T00:00 …'],
    ['syria this week', '03-09T00:00 …'],
    ['syria since 8pm', '03-11T20:00 …'],
    ['syria in february', '02-01T00:00 03-01T00:00'],
    ['Suriye dün akşamdan beri', '03-11T18:00 …'],
    ['Suriye pazartesiden çarşambaya kadar', '03-09T00:00 03-12T00:00'],
    ['Suriye son üç gün', '03-09T08:00 …'],
    ['سوريا خلال آخر يومين', '03-10T08:00 …'],
    ['سوريا من ١ إلى ٥ مارس', '03-01T00:00 03-06T00:00'],
    ['سوریه ۱۵ اسفند', '03-06T00:00 03-07T00:00'],
    ['سوریه از جمعه تا حالا', '03-06T00:00 …'],
    ['la Syrie du 2 au 6 mars', '03-02T00:00 03-07T00:00'],
    ['Syrie, ces 4 derniers jours', '03-08T08:00 …'],
    ['Syrien seit letztem Freitag', '03-06T00:00 …'],
    ['Syrien vom 9. März', '03-09T00:00 03-10T00:00'],
    ['сирия с понедельника', '03-09T00:00 …'],
    ['сирия за последние два дня', '03-10T08:00 …'],
    ['Siria desde anoche', '03-11T18:00 …'],
    ['Siria del 5 de marzo', '03-05T00:00 03-06T00:00'],
  ])('is read: %s', (text, expected) => {
    expect(period(text)).toBe(expected)
    expect(meant(text).countries).toEqual(['SY'])
  })
})

describe('when something is to be told', () => {
  it.each([
    ['send me syria every weekday at 7:30', { days: 'weekdays', at: ['07:30'] }],
    ['syria on mondays and fridays at noon', { days: 'weekly:mon,fri', at: ['12:00'] }],
    [
      'follow syria twice a day at 8 and 20:00 karachi time',
      { at: ['08:00', '20:00'], zone: 'Asia/Karachi' },
    ],
    ['send me a monthly briefing on syria on the 15th', { days: 'monthly:15' }],
    ["her sabah 8'de Suriye", { days: 'daily', at: ['08:00'] }],
    ['iki saatte bir Suriye', { hourly: 2 }],
    ['اشترك في سوريا يوميا الساعة 8', { days: 'daily', at: ['08:00'] }],
    ['أرسل لي سوريا كل أحد الساعة السابعة مساء', { days: 'weekly:sun', at: ['19:00'] }],
    ['شنبه‌ها ساعت ۱۸ سوریه', { days: 'weekly:sat', at: ['18:00'] }],
    ['la Syrie tous les jours à 8h30', { days: 'daily', at: ['08:30'] }],
    ['schick mir werktags um halb acht Syrien', { days: 'weekdays', at: ['07:30'] }],
    ['каждую пятницу в 9 вечера сирия', { days: 'weekly:fri', at: ['21:00'] }],
    ['Siria todos los días a las 8 y media de la tarde', { days: 'daily', at: ['20:30'] }],
    ['tell me when 3 outlets report a quake in syria', { alert: true, outlets: 3 }],
  ])('is read: %s', (text, expected) => {
    const { word, countries, schedule } = meant(text)
    expect({ word, countries }).toEqual({ word: 'subscribe', countries: ['SY'] })
    expect(schedule).toMatchObject(expected)
  })
})

describe('the time to come that a sentence names', () => {
  it.each([
    ["what's on next week", '03-16T00:00 03-23T00:00'],
    ["what's coming up tomorrow", '03-13T00:00 03-14T00:00'],
    ["what's planned this weekend", '03-14T00:00 03-16T00:00'],
    ["what's scheduled until friday", '03-12T08:00 03-14T00:00'],
    ["what's ahead in the next 3 days", '03-12T08:00 03-15T08:00'],
    ["what's coming up from 20 to 25 march", '03-20T00:00 03-26T00:00'],
    ["what's on in may", '05-01T00:00 06-01T00:00'],
    ["what's on 9 march", '03-09T00:00 03-10T00:00'],
    ['haftaya neler var', '03-16T00:00 03-23T00:00'],
    ['هفته آینده چه خبره', '03-16T00:00 03-23T00:00'],
    ['was gibt es morgen in syrien', '03-13T00:00 03-14T00:00'],
    ['önümüzdeki hafta neler olacak', '03-16T00:00 03-23T00:00'],
    ['ما المتوقع الأسبوع القادم', '03-16T00:00 03-23T00:00'],
    ['هفته آینده چه در پیش است', '03-16T00:00 03-23T00:00'],
    ["qu'est-ce qui est prévu la semaine prochaine", '03-16T00:00 03-23T00:00'],
    ['was steht nächste woche an', '03-16T00:00 03-23T00:00'],
    ['что предстоит на следующей неделе', '03-16T00:00 03-23T00:00'],
    ['qué hay previsto la semana que viene', '03-16T00:00 03-23T00:00'],
  ])('is read ahead: %s', (text, expected) => {
    expect(meant(text).word).toBe('upcoming')
    expect(period(text)).toBe(expected)
  })

  it('ends a rest where the week begins', () => {
    expect(local(meant('pause until next week').to)).toBe('03-16T00:00')
  })
})

describe('what verbs that nobody listed say', () => {
  it.each([
    ['yodel if there is a coup in mali', 'subscribe'],
    ['hükümet düşerse haber uçur', 'subscribe'],
    ['frobnicate the time to half past nine', 'edit'],
    ['frobnicate until the 20th of march', 'pause'],
    ['where did the third come from', 'story'],
    ['the second wave', 'search'],
    ['also bolt health onto the yemen briefing', 'edit'],
    ['which iranian papers do you read', 'sources'],
  ])('is told by what stands beside them: %s', (text, word) => {
    expect(meant(text).word).toBe(word)
  })

  it.each([
    ['every day at twenty one thirty', '21:30'],
    ['tous les jours à vingt-et-une heures trente', '21:30'],
    ['jeden Tag um einundzwanzig Uhr dreißig', '21:30'],
    ['todos los días a las ocho y veinte', '08:20'],
    ['каждый день в полдесятого вечера', '21:30'],
  ])('reads hours and minutes in words: %s', (text, time) => {
    expect(meant(`syria ${text}`).schedule?.at).toEqual([time])
  })
})

describe('alerts by their noun', () => {
  it.each([
    'earthquake alerts for syria',
    'i want an earthquake alert for turkey',
    'deprem uyarısı istiyorum türkiye için',
    'türkiye deprem uyarıları',
    'bitte erdbebenwarnungen für die türkei',
  ])('are set up inside a sentence: %s', (text) => {
    expect(meant(text)).toMatchObject({
      word: 'subscribe',
      topics: ['disaster'],
      words: [],
      schedule: { alert: true },
    })
  })

  it.each(['tsunami alert in japan', 'missile alerts in kharkiv', 'japonya tsunami uyarısı'])(
    'are news where one was given: %s',
    (text) => {
      expect(meant(text).word).toBe('search')
    },
  )

  it('end where that is wished', () => {
    expect(meant('stop the earthquake alerts for syria').word).toBe('unsubscribe')
  })
})

describe('what is wished of something that stands', () => {
  it('is added by a verb that closes the sentence', () => {
    expect(meant('sporu da ekle')).toMatchObject({ word: 'edit', isAdded: true, topics: ['sport'] })
    expect(meant('ورزش رو هم اضافه کن')).toMatchObject({ word: 'edit', isAdded: true, topics: ['sport'] })
  })

  it('ends what is not wanted, where nothing else is named', () => {
    expect(meant('دیگه خبرهای لبنان رو نمی‌خوام')).toMatchObject({
      word: 'unsubscribe',
      countries: ['LB'],
      not: null,
    })
  })

  it.each([
    "don't send me anything for a week",
    'ничего не присылай неделю',
    'schick mir eine woche lang nichts',
  ])('rests as long as it says: %s', (text) => {
    const { word, to } = meant(text)
    expect([word, local(to)]).toEqual(['pause', '03-19T08:00'])
  })

  it('rests two of them where Arabic says so by an ending, behind a small word too', () => {
    expect(local(meant('لا تزعجني لمدة يومين').to)).toBe('03-14T08:00')
  })

  it('is no question why something happened', () => {
    expect(meant('¿por qué subió el dólar?').word).toBe('search')
    expect(meant('¿por qué me llega esto?').word).toBe('why')
    expect(meant('bunu neden gönderdin').word).toBe('why')
  })
})

describe('what a sentence is about', () => {
  it('knows a part of a country, and asks for news of the country', () => {
    expect(meant('what about gaza')).toMatchObject({ areas: ['gaza'], countries: ['PS'], places: [] })
    expect(meant('what about syria').areas).toEqual([])
  })

  it('knows bodies by their short names in the language of the sentence', () => {
    expect(meant('nouvelles du HCR').organisations).toEqual(['UNHCR'])
    expect(meant('новости про хуситов').organisations).toEqual(['Houthis'])
    expect(meant('noticias de onu').organisations).toEqual(['UN'])
  })

  it('takes towns, groups and bodies from the tables of the tagger', () => {
    expect(meant('anything on hezbollah and opec from basra').organisations).toEqual(['Hezbollah', 'OPEC'])
    expect(meant('anything on hezbollah and opec from basra').places).toEqual(['basra'])
  })

  it('looks for the words that are left, those that belong together as one', () => {
    expect(meant('find articles about the price of wheat in egypt')).toMatchObject({
      word: 'search',
      words: ['price of wheat'],
      countries: ['EG'],
    })
  })

  it('mends a slip of the hand where nothing else can be meant', () => {
    expect(meant('yemn news')).toMatchObject({
      countries: ['YE'],
      corrected: [{ typed: 'yemn', name: 'Yemen' }],
    })
    expect(meant('la grève').countries).toEqual([])
  })

  it('leaves out what somebody does not want', () => {
    expect(meant('syria without sport').not).toMatchObject({ topics: ['sport'] })
    expect(meant('spor hariç Suriye').not).toMatchObject({ topics: ['sport'] })
    expect(meant('search wheat not egypt').not).toMatchObject({ countries: ['EG'] })
    expect(meant('find me wheat -egypt').not).toMatchObject({ countries: ['EG'] })
    expect(meant('did egypt not sign').not).toBeNull()
    expect(meant('Syria, Egypt, no sport')).toMatchObject({
      countries: ['SY', 'EG'],
      not: { topics: ['sport'] },
    })
  })

  it('asks which one where a name means two', () => {
    expect(meant('congo news')).toMatchObject({ ask: true, unclear: [{ typed: 'congo' }] })
  })

  it('wants what ends much to be confirmed', () => {
    expect(meant('unsubscribe from everything')).toMatchObject({ word: 'unsubscribe', confirm: true })
    expect(meant('löscht alles')).toMatchObject({ word: 'forget', confirm: true })
  })
})
