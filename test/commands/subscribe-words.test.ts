import { describe, expect, it } from 'vitest'
import type { Subscription } from '../../src/records/subscription.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { made } from '../fakes/subscribing.ts'

describe('the words of subscribe', () => {
  it.each<[string, Partial<Subscription>]>([
    [
      'syria weekdays at 07:30 Europe/Istanbul',
      { countries: ['SY'], days: 'weekdays', at: ['07:30'], zone: 'Europe/Istanbul' },
    ],
    [
      'to conflict in syria daily at 8 in istanbul',
      { countries: ['SY'], topics: ['conflict'], days: 'daily', at: ['08:00'], zone: 'Europe/Istanbul' },
    ],
    [
      'africa without:sport,egypt except:"north africa"',
      {
        withoutTopics: ['sport'],
        withoutCountries: ['EG', 'DZ', 'EH', 'LY', 'MA', 'TN'],
      },
    ],
    ['syria model:on', { countries: ['SY'], model: true }],
    ['syria pictures:on', { countries: ['SY'], pictures: true }],
    ['mideast', { regions: ['middle-east'], days: 'daily', at: ['08:00'], zone: 'Europe/Istanbul' }],
    ['turkey at 18:00 and 8', { countries: ['TR'], at: ['08:00', '18:00'] }],
    [
      'Türkei weekly on friday at 5pm UTC',
      { countries: ['TR'], days: 'weekly:fri', at: ['17:00'], zone: 'UTC' },
    ],
    [
      'سوریه weekends at ۹:۱۵ in tehran',
      { countries: ['SY'], days: 'weekends', at: ['09:15'], zone: 'Asia/Tehran' },
    ],
    ['syria monday and friday at 07:30', { countries: ['SY'], days: 'weekly:mon,fri', at: ['07:30'] }],
    ['syria 0730', { at: ['07:30'] }],
    ['syria 730am and 7.30pm', { at: ['07:30', '19:30'] }],
    ['syria at 1830 and 20h15', { at: ['18:30', '20:15'] }],
    ['syria 7pm UTC+3', { at: ['19:00'], zone: '+03:00' }],
    ['syria 07:30 GMT-3:30', { zone: '-03:30' }],
    ['syria 07:30 +5', { zone: '+05:00' }],
    ['syria zone:+0545', { zone: '+05:45' }],
    ['syria zone:utc−3', { zone: '-03:00' }],
    ['syria zone:UTC+00:00', { zone: 'UTC' }],
    ['syria 9am msk', { at: ['09:00'], zone: 'Europe/Moscow' }],
    ['syria at 9 in JST', { zone: 'Asia/Tokyo' }],
    ['syria mon,wed,fri 08:00', { countries: ['SY'], days: 'weekly:mon,wed,fri', at: ['08:00'] }],
    ['syria when:mon when:fri', { days: 'weekly:mon,fri' }],
    ['syria when:"monday and friday"', { days: 'weekly:mon,fri' }],
    ['syria weekdays and saturday 9:00', { days: 'weekly:mon,tue,wed,thu,fri,sat', at: ['09:00'] }],
    ['monday and turkey', { countries: ['TR'], days: 'weekly:mon' }],
    ['syria at 9 in دمشق', { at: ['09:00'], zone: 'Asia/Damascus' }],
    ['syria zone:Bağdat', { zone: 'Asia/Baghdad' }],
    ['gazze speak:türkçe', { countries: ['PS'], language: 'tr' }],
    ['syria reads:en,arabisch', { countries: ['SY'], reads: ['en', 'ar'] }],
    ['syria reads turkish speak:de', { countries: ['SY'], reads: ['tr'], language: 'de' }],
    ['غزة speak:German', { countries: ['PS'], language: 'de' }],
    ['syria weekdays twice a day', { days: 'weekdays', at: ['08:00', '18:00'] }],
    ['syria hourly quiet 22:00-07:00', { kind: 'hourly', at: [], quiet: { from: '22:00', to: '07:00' } }],
    ['syria alert', { kind: 'alert', at: [], alert: { outlets: 3, perHour: 4, cooldownHours: 12 } }],
    [
      'syria alert with 2 independent outlets',
      { kind: 'alert', alert: { outlets: 2, perHour: 4, cooldownHours: 12 } },
    ],
    ['syria 3 outlets', { kind: 'alert', alert: { outlets: 3, perHour: 4, cooldownHours: 12 } }],
    ['syria outlets:5', { kind: 'alert', alert: { outlets: 5, perHour: 4, cooldownHours: 12 } }],
    [
      'keywords:"grain AND (corridor OR deal) -wheat" alert',
      {
        expression: 'grain AND (corridor OR deal) AND NOT wheat',
        alert: { outlets: 1, perHour: 4, cooldownHours: 12 },
      },
    ],
    ['syria every evening', { days: 'daily', at: ['18:00'] }],
    ['syria every morning at 7:30', { days: 'daily', at: ['07:30'] }],
    ['syria jeden Abend um 9', { days: 'daily', at: ['21:00'] }],
    ['syria chaque soir', { days: 'daily', at: ['18:00'] }],
    ['suriye her akşam saat 8’de', { days: 'daily', at: ['20:00'] }],
    ['سوريا كل مساء', { days: 'daily', at: ['18:00'] }],
    ['سوريا كل صباح', { days: 'daily', at: ['08:00'] }],
    ['سوریه هر روز صبح', { days: 'daily', at: ['08:00'] }],
    ['سوریه هر شب ساعت ۱۰', { days: 'daily', at: ['22:00'] }],
    ['syria friday evenings', { days: 'weekly:fri', at: ['18:00'] }],
    ['syria every evening at 7 and 9', { at: ['19:00', '21:00'] }],
    ['syria every morning at 8 and 18:00', { at: ['08:00', '18:00'] }],
    ['syria when:"every evening"', { days: 'daily', at: ['18:00'] }],
    ['syria when:"every evening" at:21:30', { days: 'daily', at: ['21:30'] }],
    ['syria at 8 in the evening in tehran', { at: ['20:00'], zone: 'Asia/Tehran' }],
    ['سوريا الساعة ٨ صباحًا', { at: ['08:00'] }],
    ['syria weekdays 9', { days: 'weekdays', at: ['09:00'] }],
    ['irak her gün 9', { countries: ['IQ'], days: 'daily', at: ['09:00'] }],
    ['irak daily 9 and 18', { at: ['09:00', '18:00'] }],
    ['syria alert 3 outlets', { kind: 'alert', at: [] }],
    ['suriye pazartesileri 9’da', { days: 'weekly:mon', at: ['09:00'] }],
    ['سوریه دوشنبه‌ها ساعت ۹', { days: 'weekly:mon', at: ['09:00'] }],
    ['syria at 07:30 Damascus time', { at: ['07:30'], zone: 'Asia/Damascus' }],
    ['syria at 07:30 istanbul time weekdays', { zone: 'Europe/Istanbul', days: 'weekdays' }],
    ['iran 07:30 turkey time', { countries: ['IR'], zone: 'Europe/Istanbul' }],
    ['syrie à 7h30 heure de Damas', { at: ['07:30'], zone: 'Asia/Damascus' }],
    ["syrie à 7h30 heure d'Istanbul", { at: ['07:30'], zone: 'Europe/Istanbul' }],
    ['سوریه ساعت ۷:۳۰ به وقت تهران', { at: ['07:30'], zone: 'Asia/Tehran' }],
    [
      'syria,iraq mon,fri at 8,18:30',
      { countries: ['SY', 'IQ'], days: 'weekly:mon,fri', at: ['08:00', '18:30'] },
    ],
    ['syria/iraq', { countries: ['SY', 'IQ'], zone: 'Europe/Istanbul' }],
    ['سوريا،لبنان', { countries: ['SY', 'LB'] }],
    ['what:syria,lebanon', { countries: ['SY', 'LB'] }],
    ['suriye her gün sabah 8 akşam 6', { days: 'daily', at: ['08:00', '18:00'] }],
    ['suriye her cuma akşamı', { days: 'weekly:fri', at: ['18:00'] }],
    ['syria every evening at 8 in the evening', { at: ['20:00'] }],
    ['syria at 9 in morning', { at: ['09:00'] }],
    ['syria at 9 local time', { at: ['09:00'], zone: 'Europe/Istanbul' }],
    ['iran keywords:wheat OR rice daily', { countries: ['IR'], expression: 'wheat OR rice', days: 'daily' }],
    ['keywords:(wheat OR "rice deal") hourly', { expression: 'wheat OR "rice deal"', kind: 'hourly' }],
    ['keywords: grain AND (corridor OR deal) -oil weekdays', { days: 'weekdays' }],
    [
      'keywords:"grain deal" OR corridor syria',
      { countries: ['SY'], expression: '"grain deal" OR corridor' },
    ],
    ['keywords:NOT weather syria', { countries: ['SY'], expression: 'NOT weather' }],
    ['region:middle east daily', { regions: ['middle-east'], days: 'daily' }],
    ['topic:conflict, war and peace hourly', { topics: ['conflict'], kind: 'hourly' }],
    ['syria when:every monday at:8 pm', { days: 'weekly:mon', at: ['20:00'] }],
    ['person:"Lina Haddad" language:turkish', { people: ['Lina Haddad'], languages: ['tr'] }],
    [
      'source:nile-wire short speak:fr title:"Le Nil"',
      { sources: ['nile-wire'], stories: 5, language: 'fr', title: 'Le Nil' },
    ],
    ['erdogan', { people: ['Recep Tayyip Erdoğan'] }],
    [
      'person:عراقچی alert',
      { people: ['Abbas Araghchi'], alert: { outlets: 1, perHour: 4, cooldownHours: 12 } },
    ],
    ['syria to me', { to: 'slack:@T1/ada', owner: 'slack:T1/ada' }],
    ['all', { title: null }],
  ])('makes of “%s” what was meant', async (text, expected) => {
    expect(await made(text)).toMatchObject(expected)
  })

  it('makes a whole subscription, of the person, for the channel', async () => {
    expect(await made('syria')).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{4}$/u),
      title: null,
      owner: 'slack:T1/ada',
      to: 'slack:desk',
      kind: 'briefing',
      days: 'daily',
      at: ['08:00'],
      zone: 'Europe/Istanbul',
      language: 'en',
      countries: ['SY'],
      stories: 12,
      perSection: 4,
      quiet: null,
      alert: null,
      state: 'active',
      createdAt: EVENING,
    })
  })

  it.each([
    ['syria', 'en', 'Syria'],
    ['syria conflict', 'de', 'Syrien · Konflikte, Krieg und Frieden'],
    ['syria', 'tr', 'Suriye'],
    ['syria title:"Şam"', 'en', 'Şam'],
    ['erdogan', 'fr', 'Recep Tayyip Erdoğan'],
    ['keywords:"grain AND (corridor OR deal) -wheat"', 'en', 'grain AND (corridor OR deal) · without wheat'],
    ['all', 'en', 'All news'],
  ])('is headed, for “%s” and a reader of %s, by “%s”', async (text, language, title) => {
    const newsroom = await aNewsroom()
    await made(text, newsroom)
    expect(await newsroom.ask('subscriptions', { language })).toMatchObject({ subscriptions: [{ title }] })
  })

  it('heads what it sends in the language that it speaks', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('subscribe syria speak:de')).toMatchObject({
      subscription: { title: 'Syria' },
      first: { title: 'Syrien' },
    })
  })
})

describe('working days', () => {
  it.each([
    ['de', 'subscribe syrien werktags um 8', 'montags bis freitags'],
    ['fa', 'اشتراک سوریه روزهای کاری ساعت ۸', 'دوشنبه تا جمعه'],
    ['ar', 'اشتراك سوريا أيام العمل الساعة ٨', 'من الاثنين إلى الجمعة'],
  ])('differ from country to country, so the answer names them: %s', async (language, typed, days) => {
    const { ask } = await aNewsroom()
    const answer = await ask(typed, { language })
    expect(answer.kind === 'subscription' && answer.subscription.when).toContain(days)
  })
})
