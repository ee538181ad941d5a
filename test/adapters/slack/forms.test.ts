import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { chatTools } from '../../fakes/chat-tools.ts'
import { aNewsroom, type FakeNewsroom } from '../../fakes/newsroom.ts'
import { pressed, submitted, typing } from '../../fakes/slack/interactions.ts'
import { openSlack, type FakeSlack } from '../../fakes/slack/open-slack.ts'
import { ADA, GENERAL, RANDOM, refusal, TEAM } from '../../fakes/slack/web-api.ts'

let newsroom: FakeNewsroom
let slack: FakeSlack
beforeEach(async () => {
  newsroom = await aNewsroom()
  slack = await openSlack({ commands: allCommands(newsroom.view), tools: await chatTools(newsroom.store) })
  // The emulator opens a form only with a trigger of its own.
  slack.web.answer('views.open', () => ({ ok: true, view: { id: 'V77' } }))
  slack.web.answer('views.update', () => ({ ok: true, view: { id: 'V77' } }))
})
afterEach(async () => {
  await slack.close()
  await newsroom.store.close()
})

const aView = z.object({
  private_metadata: z.string().default(''),
  blocks: z.array(z.looseObject({ type: z.string() })),
})

/** The form as it was last drawn. */
async function form() {
  await expect.poll(() => slack.web.of('views.update').length).toBeGreaterThan(0)
  const view = aView.parse(slack.web.of('views.update').at(-1)?.args['view'])
  return { id: 'V77', ...view }
}

const chosen = (...values: readonly string[]) => ({
  type: 'multi_external_select',
  selected_options: values.map((value) => ({ value, text: { type: 'plain_text', text: value } })),
})
const one = (value: string) => ({ type: 'static_select', selected_option: { value } })

const fill = (values: Readonly<Record<string, object>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { [name]: value }]))

describe('the form of a subscription', () => {
  it('opens at once, and is filled with what Slack knows of the person', async () => {
    await slack.command('subscribe', { trigger_id: 'trigger-form' })
    const view = await form()
    expect(slack.web.of('views.open')[0]?.args).toMatchObject({ trigger_id: 'trigger-form' })
    expect(JSON.stringify(view)).toContain('Europe/Istanbul')
    const order = slack.web.calls.map(({ method }) => method)
    expect(order.indexOf('views.open')).toBeLessThan(order.indexOf('users.info'))
  })

  it('opens while the store hangs', async () => {
    newsroom.store.hear = () => Promise.withResolvers<boolean>().promise
    await slack.command('subscribe')
    expect((await form()).blocks.length).toBeGreaterThan(3)
  })

  it('follows what was chosen, in the channel where it was opened', async () => {
    await slack.command('subscribe')
    const values = fill({
      country: chosen('SY'),
      when: chosen('weekly:mon', 'weekly:thu'),
      at: chosen('07:30'),
      zone: one('Asia/Amman'),
    })
    expect(await slack.interact(submitted(await form(), values))).toEqual({ status: 200, body: '' })
    expect(await slack.responses.until(1)).toMatchObject([
      { response_type: 'in_channel', text: expect.stringContaining('You follow') },
    ])
    expect(await newsroom.store.subscriptions()).toMatchObject([
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
    await slack.command('subscribe')
    const values = fill({
      country: chosen('SY'),
      keywords: { type: 'plain_text_input', value: 'grain AND (' },
      zone: one('Atlantis'),
    })
    const { status, body } = await slack.interact(submitted(await form(), values))
    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual({
      response_action: 'errors',
      errors: { keywords: expect.stringContaining('keywords'), zone: expect.stringContaining('Atlantis') },
    })
    expect(await newsroom.store.subscriptions()).toEqual([])
  })

  it('asks what to follow when nothing was chosen', async () => {
    await slack.command('subscribe')
    const { body } = await slack.interact(submitted(await form(), fill({ when: chosen('daily') })))
    expect(JSON.parse(body)).toMatchObject({
      response_action: 'errors',
      errors: { region: expect.stringContaining('What do you want to follow?') },
    })
  })

  it('that is sent twice by one delivery follows once', async () => {
    await slack.command('subscribe')
    const sent = submitted(await form(), fill({ country: chosen('SY') }))
    await slack.interact(sent)
    await slack.interact(sent)
    await slack.responses.until(1)
    await slack.interact(submitted(await form(), fill({ country: chosen('SD') })))
    await slack.responses.until(2)
    expect(await newsroom.store.subscriptions()).toHaveLength(2)
  })

  it('is explained in words when the trigger is too old', async () => {
    slack.web.breakNext('views.open', refusal('expired_trigger_id'))
    await slack.command('subscribe')
    expect(await slack.responses.until(1)).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining('/news subscribe') },
    ])
  })

  it('that was closed before it was drawn is no failure', async () => {
    slack.web.breakNext('views.update', refusal('not_found'))
    await slack.command('subscribe')
    await expect.poll(() => slack.web.of('views.update').length).toBe(1)
    await slack.command('help')
    expect((await slack.responses.until(1))[0]?.text).toBe('What you can ask')
    expect(slack.tools.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('that is open already is not called too late when the same press comes twice', async () => {
    slack.web.breakNext('views.open', refusal('exchanged_trigger_id'))
    await slack.command('subscribe')
    await expect.poll(() => slack.web.of('views.open').length).toBe(1)
    await slack.command('subscribe syria daily at 8')
    expect(await slack.responses.until(1)).toMatchObject([{ response_type: 'in_channel' }])
  })

  it('is opened for a change by the button of a subscription, and changes it', async () => {
    await slack.command('subscribe syria daily at 8')
    await slack.responses.until(1)
    await slack.command('subscriptions')
    const list = JSON.stringify((await slack.responses.until(2)).at(-1)?.blocks)
    const value = /"action_id":"edit".*?"value":"([^"]+)"/u.exec(list)?.[1]
    await slack.interact(
      pressed({ type: 'button', action_id: 'edit', value }, { responseUrl: slack.responses.url() }),
    )
    const view = await form()
    expect(JSON.stringify(view)).toContain('Syria')
    await slack.interact(submitted(view, fill({ at: chosen('09:15') })))
    await slack.responses.until(3)
    expect(await newsroom.store.subscriptions()).toMatchObject([{ countries: ['SY'], at: ['09:15'] }])
  })
})

const made = async () => (await newsroom.store.subscriptions())[0]

describe('a form of a subscription that is there', () => {
  const asText =
    'subscribe syria conflict person:"Ada Lovelace" keywords:bridge monday friday at 8:00 and 18:00'
  const opened = async () => {
    await slack.command(asText)
    await slack.responses.until(1)
    await slack.command('subscriptions')
    const list = JSON.stringify((await slack.responses.until(2)).at(-1)?.blocks)
    const value = /"action_id":"edit".*?"value":"([^"]+)"/u.exec(list)?.[1]
    await slack.interact(
      pressed({ type: 'button', action_id: 'edit', value }, { responseUrl: slack.responses.url() }),
    )
    return form()
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
    await slack.interact(submitted(view, fill(begun)))
    await slack.responses.until(3)
    expect(await made()).toEqual(before)
  })

  it('takes out what was emptied, and keeps what it has no field for', async () => {
    const view = await opened()
    await slack.interact(
      submitted(
        view,
        fill({ ...begun, topic: chosen(), keywords: { type: 'plain_text_input', value: null } }),
      ),
    )
    await slack.responses.until(3)
    const after = await made()
    expect(after).toMatchObject({ countries: ['SY'], people: ['Ada Lovelace'] })
    expect([after?.topics ?? [], after?.expression ?? null]).toEqual([[], null])
  })
})

describe('a menu that asks while one types', () => {
  it.each([
    ['region', 'middle', 'middle-east'],
    ['country', 'سوری', 'SY'],
    ['topic', 'conf', 'conflict'],
    ['zone', 'istan', 'Europe/Istanbul'],
    ['at', '7:30', '07:30'],
  ])('offers for %s and “%s” %s', async (name, typed, value) => {
    const { status, body } = await slack.interact(typing(name, typed))
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({
      options: expect.arrayContaining([expect.objectContaining({ value })]),
    })
  })

  it('offers nothing, and in time, while the store hangs', async () => {
    newsroom.store.preferences = () => Promise.withResolvers<null>().promise
    expect(await slack.interact(typing('region', 'middle'))).toEqual({ status: 200, body: '{"options":[]}' })
  })

  it('offers nothing for what there is not', async () => {
    expect(await slack.interact(typing('country', 'atlantis'))).toMatchObject({ body: '{"options":[]}' })
    expect(await slack.interact(typing('nosuchfield', 'x'))).toMatchObject({ body: '{"options":[]}' })
  })
})

const pages = () => slack.web.of('views.publish')

const page = async (count: number) => {
  await expect.poll(() => pages().length).toBe(count)
  return JSON.stringify(pages().at(-1)?.args['view'])
}

describe('the Home tab', () => {
  const opened = { type: 'app_home_opened', user: ADA, channel: 'D1', tab: 'home', event_ts: '1' }
  it('shows one’s own subscriptions wherever they speak, and acts on them', async () => {
    await slack.command('subscribe syria daily at 8')
    await slack.command('subscribe sudan daily at 9 to me')
    await slack.responses.until(2)
    await slack.event(opened)
    const first = await page(1)
    expect(pages()[0]?.args).toMatchObject({ user_id: ADA })
    expect(first).toContain('Syria')
    expect(first).toContain('Sudan')
    const value = /"value":"([^"]+:pause [^"]+)"/u.exec(first)?.[1]
    await slack.interact(pressed({ type: 'button', action_id: 'command:2', value }, { isHome: true }))
    expect(await page(2)).toMatch(/:resume /u)
    const states = (await newsroom.store.subscriptions()).map(({ state }) => state)
    expect(states.toSorted()).toEqual(['active', 'paused'])
    expect(slack.web.of('chat.postMessage')).toEqual([])
  })

  it('tells in a direct message what does not fit there', async () => {
    await slack.command('subscribe syria daily at 8')
    await slack.responses.until(1)
    await slack.event(opened)
    const value = /"value":"([^"]+:test [^"]+)"/u.exec(await page(1))?.[1]
    await slack.interact(pressed({ type: 'button', action_id: 'command:1', value }, { isHome: true }))
    await expect.poll(() => slack.web.of('chat.postMessage').length).toBeGreaterThan(0)
    expect(String(slack.web.of('chat.postMessage')[0]?.args['channel'])).toMatch(/^D/u)
  })

  it('shows the subscriptions of a channel that is chosen', async () => {
    await slack.command('subscribe syria daily at 8', { channel_id: RANDOM, user_id: 'U000000002' })
    await slack.responses.until(1)
    await slack.event(opened)
    expect(await page(1)).not.toContain('Syria')
    const choice = { type: 'conversations_select', action_id: 'channel', selected_conversation: RANDOM }
    await slack.interact(pressed(choice, { isHome: true }))
    expect(await page(2)).toContain('Syria')
  })

  it('opens the form for a new subscription, and shows it afterwards', async () => {
    await slack.event(opened)
    await page(1)
    await slack.interact(pressed({ type: 'button', action_id: 'subscribe' }, { isHome: true }))
    await slack.interact(submitted(await form(), fill({ country: chosen('SD') })))
    expect(await page(2)).toContain('Sudan')
    expect(await newsroom.store.subscriptions()).toMatchObject([{ to: `slack:@${TEAM}/${ADA}` }])
  })

  it('is drawn for nobody who opens the other tab', async () => {
    await slack.event({ ...opened, tab: 'messages' })
    await slack.event(opened)
    expect(await page(1)).toContain('"type":"home"')
  })
})
