import { describe, expect, it } from 'vitest'
import { chosen, fill, newsroomWithForms, one } from '../../fakes/slack/filling-forms.ts'
import { pressed, submitted } from '../../fakes/slack/interactions.ts'
import { ADA, RANDOM, TEAM } from '../../fakes/slack/web-api.ts'

const bot = newsroomWithForms()

const pages = () => bot.slack.web.of('views.publish')

const page = async (count: number) => {
  await expect.poll(() => pages().length).toBe(count)
  return JSON.stringify(pages().at(-1)?.args['view'])
}

describe('the Home tab', () => {
  const opened = { type: 'app_home_opened', user: ADA, channel: 'D1', tab: 'home', event_ts: '1' }
  it('shows one’s own subscriptions wherever they speak, and acts on them', async () => {
    await bot.slack.command('subscribe syria daily at 8')
    await bot.slack.command('subscribe sudan daily at 9 to me')
    await bot.slack.responses.until(2)
    await bot.slack.event(opened)
    const first = await page(1)
    expect(pages()[0]?.args).toMatchObject({ user_id: ADA })
    expect(first).toContain('Syria')
    expect(first).toContain('Sudan')
    const value = /"value":"([^"]+:pause [^"]+)"/u.exec(first)?.[1]
    await bot.slack.interact(pressed({ type: 'button', action_id: 'command:2', value }, { isHome: true }))
    expect(await page(2)).toMatch(/:resume /u)
    const states = (await bot.newsroom.store.subscriptions()).map(({ state }) => state)
    expect(states.toSorted()).toEqual(['active', 'paused'])
    expect(bot.slack.web.of('chat.postMessage')).toEqual([])
  })

  it('lets what is not reachable be tried again', async () => {
    await bot.slack.command('subscribe syria daily at 8')
    await bot.slack.responses.until(1)
    const { store } = bot.newsroom
    const [to = ''] = (await store.subscriptions()).map((subscription) => subscription.to)
    await store.loseDestination(to, 0, { reason: 'deleted', notices: [] })
    await bot.slack.event(opened)
    const first = await page(1)
    expect(first).toContain('Unreachable since')
    const value = /"value":"([^"]+:resume [^"]+)"/u.exec(first)?.[1]
    await bot.slack.interact(pressed({ type: 'button', action_id: 'command:2', value }, { isHome: true }))
    expect(await page(2)).toMatch(/:pause /u)
    expect(await store.destinations()).toEqual(new Map())
  })

  it('tells in a direct message what does not fit there', async () => {
    await bot.slack.command('subscribe syria daily at 8')
    await bot.slack.responses.until(1)
    await bot.slack.event(opened)
    const value = /"value":"([^"]+:test [^"]+)"/u.exec(await page(1))?.[1]
    await bot.slack.interact(pressed({ type: 'button', action_id: 'command:1', value }, { isHome: true }))
    await expect.poll(() => bot.slack.web.of('chat.postMessage').length).toBeGreaterThan(0)
    expect(String(bot.slack.web.of('chat.postMessage')[0]?.args['channel'])).toMatch(/^D/u)
  })

  it('shows the subscriptions of a channel that is chosen', async () => {
    await bot.slack.command('subscribe syria daily at 8', { channel_id: RANDOM, user_id: 'U000000002' })
    await bot.slack.responses.until(1)
    await bot.slack.event(opened)
    expect(await page(1)).not.toContain('Syria')
    const choice = { type: 'conversations_select', action_id: 'channel', selected_conversation: RANDOM }
    await bot.slack.interact(pressed(choice, { isHome: true }))
    expect(await page(2)).toContain('Syria')
  })

  it('opens the form for a new subscription, and shows it afterwards', async () => {
    await bot.slack.event(opened)
    await page(1)
    await bot.slack.interact(pressed({ type: 'button', action_id: 'subscribe' }, { isHome: true }))
    await bot.slack.interact(submitted(await bot.form(), fill({ country: chosen('SD') })))
    expect(await page(2)).toContain('Sudan')
    expect(await bot.newsroom.store.subscriptions()).toMatchObject([{ to: `slack:@${TEAM}/${ADA}` }])
  })

  it('is drawn for nobody who opens the other tab', async () => {
    await bot.slack.event({ ...opened, tab: 'messages' })
    await bot.slack.event(opened)
    expect(await page(1)).toContain('"type":"home"')
  })

  it('changes one’s own settings in a form, and tells what is wrong at its field', async () => {
    await bot.slack.event(opened)
    expect(await page(1)).toContain('What I can do')
    await bot.slack.interact(pressed({ type: 'button', action_id: 'settings' }, { isHome: true }))
    const view = await bot.form()
    const send = (from: string | null, to: string | null) =>
      bot.slack.interact({
        ...submitted(
          view,
          {
            zone: { zone: one('Africa/Khartoum') },
            speak: { speak: one('en') },
            reads: { reads: chosen('ar', 'en') },
            'quiet-from': { from: { type: 'timepicker', selected_time: from } },
            'quiet-to': { to: { type: 'timepicker', selected_time: to } },
          },
          ADA,
          'settings',
        ),
      })
    expect((await send('22:00', null)).body).toContain('"quiet-to"')
    await send('22:00', '06:30')
    expect(await page(2)).toContain('Africa/Khartoum')
    expect(await bot.newsroom.store.preferences(`slack:${TEAM}/${ADA}`)).toMatchObject({
      zone: 'Africa/Khartoum',
      reads: ['ar', 'en'],
      quiet: { from: '22:00', to: '06:30' },
    })
    await send(null, null)
    await page(3)
    expect(await bot.newsroom.store.preferences(`slack:${TEAM}/${ADA}`)).toMatchObject({ quiet: null })
  })

  it('names the channel once, over what speaks there', async () => {
    await bot.slack.command('subscribe syria daily at 8', { channel_id: RANDOM })
    await bot.slack.command('subscribe sudan daily at 8', { channel_id: RANDOM })
    await bot.slack.responses.until(2)
    await bot.slack.event(opened)
    expect((await page(1)).match(new RegExp(`"channel_id":"${RANDOM}"`, 'gu'))).toHaveLength(1)
  })
})
