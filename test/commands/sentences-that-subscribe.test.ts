import { describe, expect, it } from 'vitest'
import { aNewsroom } from '../fakes/newsroom.ts'

describe('a subscription in a sentence', () => {
  it('leaves out the countries of a region', async () => {
    const { ask, store } = await aNewsroom()
    await ask('everything except the middle east every day at 8')
    const [made] = await store.subscriptions({ states: ['active'] })
    expect(made?.withoutCountries).toEqual(expect.arrayContaining(['SY', 'IQ', 'LB']))
  })

  it('is made for a day of each week, and not read as the time since that day', async () => {
    const { ask, store } = await aNewsroom()
    await ask('sudan every monday at 9')
    expect(await store.subscriptions({ states: ['active'] })).toMatchObject([{ countries: ['SD'] }])
  })

  it('rests with all others where what is refused is whatever speaks', async () => {
    const { ask, store } = await aNewsroom()
    await ask('sudan daily at 8')
    await ask('jordan daily at 9')
    await ask('no notifications this weekend')
    expect(await store.subscriptions({ states: ['paused'] })).toHaveLength(2)
  })

  it('has one thing in place of another', async () => {
    const { ask } = await aNewsroom()
    await ask('send me sudan every morning')
    expect(await ask('replace sudan with jordan')).toMatchObject({ subscription: { filter: 'Jordan' } })
  })

  it('is not what a source is called', async () => {
    const { told } = await aNewsroom()
    const admin = { isAdmin: true }
    expect(await told('stop reading https://kiosk.example/feed', admin)).toMatch(
      /^I don’t read a source called/u,
    )
    expect(await told('read this paper too: https://kiosk.example/feed', admin)).toMatch(/needs “country”/u)
  })

  it('loses a region that it had, but not all that it tells', async () => {
    const { ask, told } = await aNewsroom()
    await ask('send me sudan and the middle east every morning')
    expect(await ask('drop the middle east from it')).toMatchObject({ subscription: { filter: 'Sudan' } })
    expect(await told('drop sudan from it')).toMatch(/^What do you want to follow/u)
  })

  it('is not ended where it was excepted', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria daily')
    await ask('unsubscribe from everything except syria')
    expect(await store.subscriptions({ states: ['active'] })).toHaveLength(1)
  })

  it('goes out on all days but those that are left out', async () => {
    const { ask, store } = await aNewsroom()
    await ask('sudan every day except sunday at 8')
    const [made] = await store.subscriptions({ states: ['active'] })
    expect(made).toMatchObject({ days: 'weekly:mon,tue,wed,thu,fri,sat', at: ['08:00'] })
    await ask("don't send me the sudan briefing on mondays")
    const [changed] = await store.subscriptions({ states: ['active'] })
    expect(changed).toMatchObject({ days: 'weekly:tue,wed,thu,fri,sat', at: ['08:00'] })
  })

  it('keeps at least one of its days', async () => {
    const { ask, told, store } = await aNewsroom()
    await ask('sudan on sundays at 8')
    expect(await told('skip sundays for my sudan briefing')).toMatch(/nothing would be left/u)
    await ask('tell me at once about jordan')
    expect(await told("don't send me the jordan alerts on sundays")).toMatch(/no days of the week/u)
    const days = (await store.subscriptions({ states: ['active'] })).map((one) => one.days)
    expect(days.toSorted()).toEqual(['daily', 'weekly:sun'])
  })

  it('is made once for each group of days that has hours of its own', async () => {
    const { ask, store } = await aNewsroom()
    expect(await ask('sudan every day at 8 but on weekends at 10')).toMatchObject({
      kind: 'notice',
      actions: [
        { command: 'subscribe country:SD when:weekdays at:08:00' },
        { command: 'subscribe country:SD when:weekends at:10:00' },
      ],
    })
    await ask('subscribe country:SD when:weekly:mon when:weekly:tue at:08:00')
    const [made] = await store.subscriptions({ states: ['active'] })
    expect(made).toMatchObject({ days: 'weekly:mon,tue' })
    const apart = await ask('sudan on weekdays at 7 and jordan on sundays at 18')
    expect(apart).toMatchObject({ kind: 'notice', actions: [] })
  })

  it.each([
    "don't unsubscribe sudan",
    'please do not cancel my sudan briefing',
    "I don't want to stop the sudan briefing",
    'bitte den Sudan nicht abbestellen',
    'bestell den Sudan nicht ab',
    'n’arrête pas le Soudan',
    'no canceles mi resumen de Sudán',
    'не отменяй подписку на Судан',
    'Sudan aboneliğimi iptal etme',
    'لا تلغ اشتراك السودان',
    'اشتراک سودان رو لغو نکن',
    'how do I unsubscribe from sudan?',
    'why did you stop sudan?',
    'did you pause sudan?',
    'wie bestelle ich den Sudan ab?',
    'как отписаться от Судана?',
  ])('stays as it is where a change is refused, or only asked about: %s', async (sentence) => {
    const { ask, store } = await aNewsroom()
    await ask('sudan every day at 8')
    await ask(sentence)
    expect(await store.subscriptions({})).toMatchObject([{ state: 'active', countries: ['SD'] }])
  })

  it('rests until the day on which it begins, and tells nothing before', async () => {
    const { ask, store } = await aNewsroom()
    expect(await ask('sudan daily at 8 starting next monday')).toMatchObject({
      first: null,
      subscription: { resumesAt: expect.any(Number) },
    })
    expect(await store.subscriptions({})).toMatchObject([{ state: 'paused', days: 'daily' }])
  })

  it('is not made for a time that is over, or as seldom as no other', async () => {
    const { told, store } = await aNewsroom()
    expect(await told('sudan daily until yesterday')).toMatch(/is not a day in the future/u)
    expect(await told('sudan on the first monday of each month')).toMatch(/don’t know how often/u)
    expect(await told('sudan every 3 days')).toMatch(/don’t know how often/u)
    expect(await told('subscribe sudan every 3 days')).toMatch(/don’t know how often/u)
    expect(await told('subscribe sudan weekdays at 7 and sundays at 18')).toMatch(
      /same hours on all its days/u,
    )
    expect(await store.subscriptions({})).toEqual([])
  })

  it('asks which day is meant where the month may stand first', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('what happened in sudan on 3/2/2026')).toMatchObject({
      kind: 'notice',
      text: expect.stringMatching(/can mean/u),
      actions: [
        { command: expect.stringMatching(/2026-02-0[12]/u) },
        { command: expect.stringMatching(/2026-03-0[12]/u) },
      ],
    })
  })

  it('is explained to whoever asks how it is ended', async () => {
    const { ask, told } = await aNewsroom()
    await ask('sudan every day at 8')
    expect(await ask('how do I unsubscribe from sudan?')).toMatchObject({
      kind: 'help',
      commands: [{ summary: 'End a subscription.' }],
    })
    expect(await told("don't unsubscribe sudan")).toBe('Nothing was changed.')
    expect(await ask('why did you stop sudan?')).toMatchObject({ kind: 'subscriptions' })
  })

  it('is asked for by a button that says all of it', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('send me congo every morning without sport')).toMatchObject({
      kind: 'notice',
      actions: [
        { command: 'subscribe country:CG without:sport when:daily at:08:00' },
        { command: 'subscribe country:CD without:sport when:daily at:08:00' },
      ],
    })
  })

  it('is found by what it is about', async () => {
    const { ask } = await aNewsroom()
    await ask('subscribe syria daily')
    await ask('subscribe sudan daily')
    expect(await ask('move the sudan briefing to 10:30')).toMatchObject({
      subscription: { title: 'Sudan', when: 'daily at 10:30 (Europe/Istanbul)' },
    })
    expect(await ask('stop sending me the syria briefing')).toMatchObject({
      change: 'ended',
      subscription: { title: 'Syria' },
    })
  })

  it('is asked for where nothing says which one ends', async () => {
    const { ask, told } = await aNewsroom()
    await ask('send me syria every morning')
    await ask('send me sudan every evening')
    expect(await told('cancel please')).toMatch(/^Which one\?/u)
    expect(await ask('cancélalo')).toMatchObject({ change: 'ended', subscription: { title: 'Sudan' } })
  })

  it('wakes by itself', async () => {
    const { ask, told } = await aNewsroom()
    await ask('subscribe syria daily')
    expect(await told('pause it until monday')).toMatch(/Paused until Mon, Mar 16/u)
  })

  it('ends with all others once that is confirmed', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria daily')
    await ask('subscribe sudan daily')
    const asked = await ask('unsubscribe from everything')
    expect(asked).toMatchObject({
      kind: 'notice',
      actions: [{ command: 'unsubscribe which:all confirm:everything' }, {}],
    })
    expect(await store.subscriptions({ states: ['active'] })).toHaveLength(2)
    await ask('unsubscribe which:all confirm:everything')
    expect(await store.subscriptions({ states: ['active'] })).toEqual([])
  })

  it('ends with all others where a typed yes confirms it, and only as long as that was the last question', async () => {
    const { ask, told, store } = await aNewsroom()
    await ask('sudan daily')
    await ask('jordan daily')
    await ask('unsubscribe all')
    expect(await told('no thanks')).toBe('Nothing was changed.')
    await told('yes')
    expect(await store.subscriptions({ states: ['active'] })).toHaveLength(2)
    await ask('unsubscribe all')
    await ask('help')
    await told('yes')
    expect(await store.subscriptions({ states: ['active'] })).toHaveLength(2)
    await ask('unsubscribe all')
    await ask('evet', { user: 'bob' })
    expect(await store.subscriptions({ states: ['active'] })).toHaveLength(2)
    expect(await told('yes please')).toMatch(/^Ended/u)
    expect(await store.subscriptions({ states: ['active'] })).toEqual([])
  })

  it('speaks as often as there is room for', async () => {
    const { ask, told } = await aNewsroom()
    expect(await ask('every 6 hours syria please')).toMatchObject({
      subscription: { when: 'every 6 hours, when there is something new (Europe/Istanbul)' },
    })
    expect(await told('every 15 hours sudan please')).toMatch(/I don’t know how often/u)
  })
})

describe('settings in a sentence', () => {
  it('are set', async () => {
    const { ask } = await aNewsroom()
    const manager = { managesChannel: true }
    expect(await ask('my time zone is Cairo', manager)).toMatchObject({ settings: { zone: 'Africa/Cairo' } })
    expect(await ask('no messages between 23:00 and 7:00', manager)).toMatchObject({
      settings: { quiet: { from: '23:00', to: '07:00' } },
    })
    expect(await ask('answer in German', manager)).toMatchObject({ settings: { speaks: 'de' } })
  })
})
