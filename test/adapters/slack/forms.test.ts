import { describe, expect, it } from 'vitest'
import { chosen, fill, newsroomWithForms, one } from '../../fakes/slack/filling-forms.ts'
import { pressed, submitted } from '../../fakes/slack/interactions.ts'
import { GENERAL, refusal, TEAM } from '../../fakes/slack/web-api.ts'

const bot = newsroomWithForms()

const made = async () => (await bot.newsroom.store.subscriptions())[0]

describe('the form of a subscription', () => {
  it('opens at once, and is filled with what Slack knows of the person', async () => {
    await bot.slack.command('subscribe', { trigger_id: 'trigger-form' })
    const view = await bot.form()
    expect(bot.slack.web.of('views.open')[0]?.args).toMatchObject({ trigger_id: 'trigger-form' })
    expect(JSON.stringify(view)).toContain('Europe/Istanbul')
    const order = bot.slack.web.calls.map(({ method }) => method)
    expect(order.indexOf('views.open')).toBeLessThan(order.indexOf('users.info'))
  })

  it('begins with the zone of the channel where it has one, whatever that of the person is', async () => {
    await bot.newsroom.store.keepPreferences(`slack:${TEAM}/${GENERAL}`, {
      zone: 'Asia/Tokyo',
      language: null,
      quiet: null,
    })
    await bot.slack.command('subscribe')
    const zone = (await bot.form()).blocks.find((block) => block['block_id'] === 'zone')
    expect(zone).toMatchObject({ element: { initial_option: { value: 'Asia/Tokyo' } } })
  })

  it('begins with the zone of the person while the store does not say more', async () => {
    bot.newsroom.store.preferences = () => Promise.withResolvers<null>().promise
    await bot.slack.command('subscribe')
    const zone = (await bot.form()).blocks.find((block) => block['block_id'] === 'zone')
    expect(zone).toMatchObject({ element: { initial_option: { value: 'Europe/Istanbul' } } })
  })

  it('opens while the store hangs', async () => {
    bot.newsroom.store.recordEvent = () => Promise.withResolvers<boolean>().promise
    await bot.slack.command('subscribe')
    expect((await bot.form()).blocks.length).toBeGreaterThan(3)
  })

  it('follows what was chosen, in the channel where it was opened', async () => {
    await bot.slack.command('subscribe')
    const values = fill({
      country: chosen('SY'),
      when: chosen('weekly:mon', 'weekly:thu'),
      at: chosen('07:30'),
      zone: one('Asia/Amman'),
    })
    expect(await bot.slack.interact(submitted(await bot.form(), values))).toEqual({ status: 200, body: '' })
    expect(await bot.slack.responses.until(1)).toMatchObject([
      { response_type: 'in_channel', text: expect.stringContaining('You now follow') },
    ])
    expect(await bot.newsroom.store.subscriptions()).toMatchObject([
      {
        to: `slack:${TEAM}/${GENERAL}`,
        countries: ['SY'],
        at: ['07:30'],
        days: 'weekly:mon,thu',
        zone: 'Asia/Amman',
      },
    ])
  })

  it('says at the field what is wrong there, and keeps nothing', async () => {
    await bot.slack.command('subscribe')
    const values = fill({
      country: chosen('SY'),
      keywords: { type: 'plain_text_input', value: 'grain AND (' },
      zone: one('Atlantis'),
    })
    const { status, body } = await bot.slack.interact(submitted(await bot.form(), values))
    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual({
      response_action: 'errors',
      errors: { keywords: expect.stringContaining('keywords'), zone: expect.stringContaining('Atlantis') },
    })
    expect(await bot.newsroom.store.subscriptions()).toEqual([])
  })

  it('asks what to follow when nothing was chosen', async () => {
    await bot.slack.command('subscribe')
    const { body } = await bot.slack.interact(submitted(await bot.form(), fill({ when: chosen('daily') })))
    expect(JSON.parse(body)).toMatchObject({
      response_action: 'errors',
      errors: { region: expect.stringContaining('What do you want to follow?') },
    })
  })

  it('that is sent twice by one delivery follows once', async () => {
    await bot.slack.command('subscribe')
    const sent = submitted(await bot.form(), fill({ country: chosen('SY') }))
    await bot.slack.interact(sent)
    await bot.slack.interact(sent)
    await bot.slack.responses.until(1)
    await bot.slack.interact(submitted(await bot.form(), fill({ country: chosen('SD') })))
    await bot.slack.responses.until(2)
    expect(await bot.newsroom.store.subscriptions()).toHaveLength(2)
  })

  it('is explained in words when the trigger is too old', async () => {
    bot.slack.web.breakNext('views.open', refusal('expired_trigger_id'))
    await bot.slack.command('subscribe')
    expect(await bot.slack.responses.until(1)).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining('/news subscribe') },
    ])
  })

  it('that was closed before it was drawn is no failure', async () => {
    bot.slack.web.breakNext('views.update', refusal('not_found'))
    await bot.slack.command('subscribe')
    await expect.poll(() => bot.slack.web.of('views.update').length).toBe(1)
    await bot.slack.command('help')
    expect((await bot.slack.responses.until(1))[0]?.text).toBe('What you can ask')
    expect(bot.slack.tools.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('that is open already is not called too late when the same press comes twice', async () => {
    bot.slack.web.breakNext('views.open', refusal('exchanged_trigger_id'))
    await bot.slack.command('subscribe')
    await expect.poll(() => bot.slack.web.of('views.open').length).toBe(1)
    await bot.slack.command('subscribe syria daily at 8')
    expect(await bot.slack.responses.until(1)).toMatchObject([{ response_type: 'in_channel' }])
  })

  it('is opened for a change by the button of a subscription, and changes it', async () => {
    await bot.slack.command('subscribe syria daily at 8')
    await bot.slack.responses.until(1)
    await bot.slack.command('subscriptions')
    const list = JSON.stringify((await bot.slack.responses.until(2)).at(-1)?.blocks)
    const value = /"action_id":"edit".*?"value":"([^"]+)"/u.exec(list)?.[1]
    await bot.slack.interact(
      pressed({ type: 'button', action_id: 'edit', value }, { responseUrl: bot.slack.responses.url() }),
    )
    const view = await bot.form()
    expect(JSON.stringify(view)).toContain('Syria')
    await bot.slack.interact(submitted(view, fill({ at: chosen('09:15') })))
    await bot.slack.responses.until(3)
    expect(await bot.newsroom.store.subscriptions()).toMatchObject([{ countries: ['SY'], at: ['09:15'] }])
  })
})

describe('a form of a subscription that is there', () => {
  const asText =
    'subscribe syria conflict person:"Ada Lovelace" keywords:bridge monday friday at 8:00 and 18:00'
  const opened = async () => {
    await bot.slack.command(asText)
    await bot.slack.responses.until(1)
    await bot.slack.command('subscriptions')
    const list = JSON.stringify((await bot.slack.responses.until(2)).at(-1)?.blocks)
    const value = /"action_id":"edit".*?"value":"([^"]+)"/u.exec(list)?.[1]
    await bot.slack.interact(
      pressed({ type: 'button', action_id: 'edit', value }, { responseUrl: bot.slack.responses.url() }),
    )
    return bot.form()
  }
  const begun = {
    country: chosen('SY'),
    topic: chosen('conflict'),
    keywords: { type: 'plain_text_input', value: 'bridge' },
    when: chosen('weekly:mon', 'weekly:fri'),
    at: chosen('08:00', '18:00'),
    zone: chosen('Europe/Istanbul'),
  }

  it('begins with what it was made of', async () => {
    const text = JSON.stringify(await opened())
    for (const value of ['SY', 'conflict', 'weekly:mon', 'weekly:fri', '08:00', '18:00', 'Europe/Istanbul'])
      expect(text).toMatch(new RegExp(`"initial_options?":[^\\]}]*.*"value":"${value}"`, 'u'))
    expect(text).toContain('"initial_value":"bridge"')
  })

  it('changes nothing when it is sent as it was', async () => {
    const view = await opened()
    const before = await made()
    await bot.slack.interact(submitted(view, fill(begun)))
    await bot.slack.responses.until(3)
    expect(await made()).toEqual(before)
  })

  it('takes out what was emptied, and keeps the rest', async () => {
    const view = await opened()
    await bot.slack.interact(
      submitted(
        view,
        fill({
          ...begun,
          person: chosen('Ada Lovelace'),
          topic: chosen(),
          keywords: { type: 'plain_text_input', value: null },
        }),
      ),
    )
    await bot.slack.responses.until(3)
    const after = await made()
    expect(after).toMatchObject({ countries: ['SY'], people: ['Ada Lovelace'] })
    expect([after?.topics ?? [], after?.expression ?? null]).toEqual([[], null])
  })
})
