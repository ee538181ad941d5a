import { describe, expect, it, vi } from 'vitest'
import { allCommands } from '../../src/commands/all-commands.ts'
import { MOST_PER_CHANNEL, MOST_PER_OWNER } from '../../src/subscriptions/limits.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { anAsker } from '../fakes/asker.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { lobby, made } from '../fakes/subscribing.ts'

describe('subscribe', () => {
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

  it('answers with the first briefing and remembers it as told', async () => {
    const { ask, store } = await aNewsroom()
    const message = await ask('subscribe syria')
    expect(message).toMatchObject({
      kind: 'subscription',
      change: 'made',
      first: { sections: [{ stories: [{ id: 'sbridge' }] }] },
      actions: [{ label: 'action.test' }, { label: 'action.unsubscribe' }, { label: 'action.undo' }],
    })
    expect([...(await store.told('slack:desk')).keys()]).toEqual(['sbridge'])
    const states = await store.toldStates(['slack:desk', 'slack:other'], 0)
    expect([...(states.get('slack:desk')?.keys() ?? [])]).toEqual(['sbridge'])
  })

  it('reads ten thousand stories at most for it, and only such as may fit', async () => {
    const newsroom = await aNewsroom()
    const read = vi.spyOn(newsroom.store, 'storyHeads')
    await made('syria weekly', newsroom)
    expect(read.mock.calls).toEqual([
      [expect.objectContaining({ most: 10_000, about: { countries: ['SY'] }, to: EVENING })],
    ])
  })

  it('sends the first briefing to where it speaks when that is elsewhere, and tells nothing in the channel', async () => {
    const { ask, store } = await aNewsroom()
    const message = await ask('subscribe syria to me')
    expect(message).toMatchObject({ first: null, instead: 'sent-there', subscription: { to: 'direct' } })
    expect((await store.told('slack:desk')).size).toBe(0)
    const claim = { now: EVENING, leaseMs: 1_000, limit: 10, except: [] }
    expect(await store.claim(claim)).toMatchObject([
      {
        destination: 'slack:@T1/ada',
        message: { kind: 'briefing', briefing: { sections: [{ stories: [{ id: 'sbridge' }] }] } },
      },
    ])
    expect([...(await store.told('slack:@T1/ada')).keys()]).toEqual(['sbridge'])
  })

  it('wakes nobody elsewhere in quiet hours', async () => {
    const { ask, store } = await aNewsroom()
    const message = await ask('subscribe syria to me quiet 17:00-19:00')
    expect(message).not.toHaveProperty('instead')
    expect(await store.deliveries(0)).toEqual([])
  })

  it('tells at once what an alert would have told in the last day, and remembers it', async () => {
    const { ask, store } = await aNewsroom()
    expect(await ask('subscribe syria or sudan alert outlets:2')).toMatchObject({
      first: { sections: [{ stories: [{ id: 'sbridge' }] }] },
    })
    expect([...(await store.told('slack:desk')).keys()]).toEqual(['sbridge'])
  })

  it('says so when nothing would have alerted', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('subscribe sudan alert outlets:2')).toMatchObject({
      first: null,
      instead: 'nothing-yet',
    })
  })

  it.each([
    ['to #lobby', { manages: true }],
    ['in #lobby at 9', { manages: true }],
    ['<#C7|lobby>', { manages: true }],
    ['to:#lobby', { manages: false, isAdmin: true }],
    ['at 8 in #lobby', { manages: true }],
  ])('speaks in the channel of “syria %s”', async (text, { manages, ...own }) => {
    const { ask, store } = await aNewsroom()
    const message = await ask(`subscribe syria ${text}`, { ...own, findChannel: lobby(manages) })
    expect(message).toMatchObject({ subscription: { to: 'elsewhere', channel: '#lobby' } })
    expect(await store.subscriptions()).toMatchObject([{ to: 'slack:T1/C7', owner: 'slack:T1/ada' }])
  })

  it('does not speak in a channel that nobody allowed it, nor in one that is not there', async () => {
    const { told, store } = await aNewsroom()
    expect(await told('subscribe syria to #lobby', { findChannel: lobby(false) })).toBe(
      'Only who manages #lobby, or an admin, may let me speak there. Use the command in that channel itself.',
    )
    expect(await told('subscribe syria to #nowhere', { findChannel: lobby(true) })).toBe(
      'I know no channel “#nowhere” here. Name one that you and I are both in.',
    )
    expect(await told('subscribe syria to #lobby')).toContain('I know no channel “#lobby” here.')
    expect(await told('settings zone:UTC to #lobby', { findChannel: lobby(false) })).toContain(
      'Only who manages',
    )
    expect(await store.subscriptions()).toEqual([])
    expect(await store.preferences('slack:T1/C7')).toBeNull()
  })

  it('never gives an id again', async () => {
    const newsroom = await aNewsroom()
    const first = await made('syria', newsroom)
    await newsroom.ask('unsubscribe')

    const again = `${first.id}kkkk`
      .split('')
      .map((letter) => 'bcdfghjkmnpqrstvwxz23456789'.indexOf(letter) / 27 + 0.001)
    const commands = allCommands(newsroom.view, () => again.shift() ?? 0)
    const message = await commands.answer(commands.read('subscribe turkey'), anAsker())
    expect(message).toMatchObject({ kind: 'subscription', subscription: { id: 'kkkk' } })
  })

  it('does not follow the same twice, however often the button is pressed', async () => {
    const { ask, told, store } = await aNewsroom()
    await ask('subscribe syria weekdays at 8')
    expect(await told('subscribe weekdays country:SY at 08:00')).toContain('This is followed already: Syria')
    expect(await store.subscriptions()).toHaveLength(1)
  })

  it('keeps one of two that are asked for at the same moment, and no more than fit in a place', async () => {
    const { ask, store } = await aNewsroom()
    const twice = await Promise.all([ask('subscribe syria'), ask('subscribe syria')])
    expect(twice.map(({ kind }) => kind).toSorted()).toEqual(['notice', 'subscription'])
    const hours = Array.from({ length: 24 }, (_, hour) => `subscribe turkey daily at ${hour}:15`)
    const answers = await Promise.all(hours.map((text) => ask(text)))
    expect(answers.filter(({ kind }) => kind === 'subscription')).toHaveLength(MOST_PER_CHANNEL - 1)
    expect(await store.subscriptions()).toHaveLength(MOST_PER_CHANNEL)
  })

  it('takes zone and language from the settings of the channel, and leaves quiet hours there', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('settings zone:Asia/Tokyo quiet:23-6', { managesChannel: true })
    expect(await made('syria', newsroom)).toMatchObject({
      zone: 'Asia/Tokyo',
      quiet: null,
    })
    expect(await made('syria quiet off in utc', newsroom)).toMatchObject({ quiet: 'off', zone: 'UTC' })
  })

  it('keeps quiet hours of its own where it is told some', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('settings zone:Asia/Tokyo quiet:23-6', { managesChannel: true })
    expect(await made('iraq at 08:00 in utc quiet 1-2', newsroom)).toMatchObject({
      zone: 'UTC',
      quiet: { from: '01:00', to: '02:00' },
    })
  })

  it.each([
    ['channel', MOST_PER_CHANNEL, { to: 'slack:desk' }, 'At most 20 subscriptions speak in one place.'],
    ['person', MOST_PER_OWNER, { owner: 'slack:T1/ada' }, 'You have 50 subscriptions'],
  ])('has a limit for each %s', async (_of, most, own, text) => {
    const { told, store } = await aNewsroom()
    for (let number = 0; number < most; number++)
      await store.keepSubscription(aSubscription({ id: `s${number}`, title: `${number}`, ...own }))
    expect(await told('subscribe syria')).toContain(text)
    expect(await store.subscriptions()).toHaveLength(most)
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
