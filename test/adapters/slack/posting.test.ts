import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../../src/records/message.ts'
import { aBriefing } from '../../fakes/briefings.ts'
import { aKeptPost, aPost } from '../../fakes/posting.ts'
import { openSlack, type FakeSlack } from '../../fakes/slack/open-slack.ts'
import { GENERAL, lostAnswer, RANDOM, refusal, TEAM, tooFast } from '../../fakes/slack/web-api.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'
import { hurry } from '../../hurry.ts'

const notice = (text: string): Message => ({ kind: 'notice', level: 'info', text, language: 'en' })
/** A message of three or four parts. */
const long = (): Message => {
  const briefing = aWorstDay()
  const sections = briefing.sections.map((section) => ({ ...section, stories: section.stories.slice(0, 12) }))
  return { kind: 'briefing', briefing: { ...briefing, sections } }
}
const channel = `${TEAM}/${GENERAL}`

const failure = (posting: Promise<unknown>) =>
  posting.then(
    () => null,
    (error: unknown) => error,
  )

describe('posting in Slack', () => {
  let slack: FakeSlack
  beforeEach(async () => {
    slack = await openSlack()
  })
  afterEach(async () => {
    await slack.close()
  })

  const posts = () => slack.web.of('chat.postMessage').map(({ args }) => args)
  const postTo = (to: string) => failure(slack.adapter.post(`${TEAM}/${to}`, notice('hello'), aPost(to)))

  it(
    'puts what a briefing has to say beyond its top into its thread, in order',
    { timeout: 60_000 },
    async () => {
      hurry(20)
      const { messageIds } = await slack.adapter.post(channel, long(), aPost())
      const shown = await slack.web.shown(GENERAL)
      expect(shown.map(({ ts }) => ts)).toEqual(messageIds)
      expect(messageIds.length).toBeGreaterThan(2)
      const [first, ...rest] = shown
      expect(rest.every(({ thread_ts }) => thread_ts === first?.ts)).toBe(true)
    },
  )

  it(
    'goes on in the thread of a message that is named, and below it where one person reads',
    { timeout: 60_000 },
    async () => {
      hurry(20)
      const under = await slack.adapter.post(channel, notice('hello'), aPost('first'))
      await slack.adapter.post(channel, long(), { ...aPost('second'), under })
      const [first, ...rest] = await slack.web.shown(GENERAL)
      expect(rest.length).toBeGreaterThan(2)
      expect(rest.every(({ thread_ts }) => thread_ts === first?.ts)).toBe(true)
      const direct = await slack.adapter.directChannel(`${TEAM}/U000000001`)
      const opening = await slack.adapter.post(direct, notice('hello'), aPost('third'))
      const before = posts().length
      await slack.adapter.post(direct, notice('hello'), { ...aPost('fourth'), under: opening })
      expect(posts().slice(before)[0]).not.toHaveProperty('thread_ts')
    },
  )

  it('shows no preview of any link', async () => {
    await slack.adapter.post(channel, { kind: 'briefing', briefing: aBriefing() }, aPost())
    expect(
      posts().every((args) => args['unfurl_links'] === 'false' && args['unfurl_media'] === 'false'),
    ).toBe(true)
  })

  it('takes a bare channel where one token serves one workspace', async () => {
    const receipt = await slack.adapter.post(GENERAL, notice('hello'), aPost())
    expect(receipt.channel).toBe(GENERAL)
    await slack.adapter.update(receipt, notice('hello again'), aPost('edit'))
    expect((await slack.web.shown(GENERAL)).map(({ text }) => text)).toEqual([
      expect.stringContaining('hello again'),
    ])
  })

  it('remembers the id of a channel that is named by its name', async () => {
    const receipt = await slack.adapter.post('general', notice('hello'), aPost())
    expect(receipt.channel).toBe(GENERAL)
  })

  it('writes to one person what belongs together one below the other', { timeout: 60_000 }, async () => {
    hurry(20)
    const direct = await slack.adapter.directChannel(`${TEAM}/U000000001`)
    await slack.adapter.post(direct, long(), aPost())
    expect(posts().length).toBeGreaterThan(2)
    expect(posts().filter((args) => 'thread_ts' in args)).toEqual([])
  })

  describe('where it is not a member', () => {
    it('joins a public channel and posts', async () => {
      slack.web.breakNext('chat.postMessage', refusal('not_in_channel'))
      await slack.adapter.post(`${TEAM}/${RANDOM}`, notice('hello'), aPost())
      expect(slack.web.of('conversations.join')).toMatchObject([{ args: { channel: RANDOM } }])
      expect(await slack.web.shown(RANDOM)).toHaveLength(1)
    })

    it('asks to be invited where it cannot join', async () => {
      slack.web.breakNext('chat.postMessage', refusal('not_in_channel'))
      slack.web.breakNext('conversations.join', refusal('method_not_supported_for_channel_type'))
      expect(await failure(slack.adapter.post(channel, notice('hello'), aPost()))).toMatchObject({
        code: 'not-allowed',
        remedy: 'invite',
        message: expect.stringContaining('/invite'),
      })
      expect(posts()).toHaveLength(1)
    })
  })

  describe('when the thread cannot be finished', () => {
    // A channel accepts a message a second.
    beforeEach(() => hurry(20))

    it('waits where Slack asks to, and goes on', { timeout: 60_000 }, async () => {
      const whole = (await slack.adapter.post(`${TEAM}/${RANDOM}`, long(), aPost('other'))).messageIds.length
      let seen = 0
      slack.web.breakNext('chat.postMessage', () => {
        seen += 1
        slack.web.breakNext('chat.postMessage', tooFast(1))
        return null
      })
      const { messageIds } = await slack.adapter.post(channel, long(), aPost())
      expect(seen).toBe(1)
      expect(messageIds).toHaveLength(whole)
      expect(await slack.web.shown(GENERAL)).toHaveLength(whole)
    })

    it('goes on in the next try where it stopped, also after a restart', { timeout: 60_000 }, async () => {
      slack.web.breakNext('chat.postMessage', () => {
        slack.web.breakNext('chat.postMessage', refusal('service_unavailable'))
        return null
      })
      const post = aKeptPost()
      expect(await failure(slack.adapter.post(channel, long(), post.again()))).toMatchObject({
        code: 'unavailable',
        mayHaveArrived: false,
      })
      expect(await slack.web.shown(GENERAL)).toHaveLength(1)
      const again = await openSlack({ tools: slack.tools, web: slack.web })
      const { messageIds } = await again.adapter.post(channel, long(), post.again())
      await again.adapter.post(channel, notice('the next'), aPost('next'))
      await again.close()
      const shown = await slack.web.shown(GENERAL)
      expect(shown).toHaveLength(messageIds.length + 1)
      expect(shown.slice(0, -1).map(({ ts }) => ts)).toEqual(messageIds)
    })

    it(
      'says so when nobody knows whether a part arrived, and posts those behind it',
      { timeout: 60_000 },
      async () => {
        const whole = (await slack.adapter.post(`${TEAM}/${RANDOM}`, long(), aPost('other'))).messageIds
          .length
        slack.web.breakNext('chat.postMessage', () => {
          slack.web.breakNext('chat.postMessage', lostAnswer)
          return null
        })
        expect(await failure(slack.adapter.post(channel, long(), aPost()))).toMatchObject({
          code: 'unavailable',
          mayHaveArrived: true,
          message: expect.stringContaining(`${whole - 1} of ${whole} parts`),
        })
        expect(await slack.web.shown(GENERAL)).toHaveLength(whole)
      },
    )

    it(
      'goes on behind the parts that arrived when the bot was killed between two',
      { timeout: 60_000 },
      async () => {
        const killed = aKeptPost('row', { killAt: (parts) => parts[0]?.state === 'arrived' })
        await failure(slack.adapter.post(channel, long(), killed.again()))
        expect(await slack.web.shown(GENERAL)).toHaveLength(1)
        const { messageIds } = await slack.adapter.post(channel, long(), killed.again())
        expect((await slack.web.shown(GENERAL)).map(({ ts }) => ts)).toEqual(messageIds)
        expect(killed.parts().map(({ state }) => state)).toEqual(messageIds.map(() => 'arrived'))
      },
    )

    it(
      'passes over the one part that was on the wire then, and posts those behind it',
      { timeout: 60_000 },
      async () => {
        const killed = aKeptPost('row', { killAt: (parts) => parts[1]?.state === 'doubtful' })
        await failure(slack.adapter.post(channel, long(), killed.again()))
        const { messageIds } = await slack.adapter.post(channel, long(), killed.again())
        const shown = await slack.web.shown(GENERAL)
        expect(shown).toHaveLength(messageIds.length + 1)
        expect(
          killed
            .parts()
            .map(({ state }) => state)
            .filter((state) => state === 'doubtful'),
        ).toHaveLength(1)
      },
    )

    it(
      'posts no thread below a message of which nobody knows whether it arrived',
      { timeout: 60_000 },
      async () => {
        slack.web.breakNext('chat.postMessage', lostAnswer)
        expect(await failure(slack.adapter.post(channel, long(), aPost()))).toMatchObject({
          code: 'unavailable',
          mayHaveArrived: true,
        })
        expect(posts()).toHaveLength(1)
      },
    )
  })

  it('does not let a channel wait for another', async () => {
    const flood = Promise.all(
      Array.from({ length: 5 }, (_, n) => slack.adapter.post(channel, notice(`flood ${n}`), aPost(`f${n}`))),
    )
    await slack.adapter.post(`${TEAM}/${RANDOM}`, notice('calm'), aPost())
    const before = posts().map(({ text }) => text)
    expect(before).toContainEqual(expect.stringContaining('calm'))
    expect(before).not.toContainEqual(expect.stringContaining('flood 4'))
    await flood
  })

  describe('in a whole workspace', () => {
    beforeEach(() => {
      slack.web.answer('chat.postMessage', ({ args }) => ({ ok: true, ts: '1.1', channel: args['channel'] }))
    })

    it('sends no more at once than Slack takes: the others come again in their turn', async () => {
      const ended = await Promise.all(Array.from({ length: 80 }, (_, n) => postTo(`C${n}`)))
      const late = ended.filter((error) => error !== null)
      expect(late.length).toBeGreaterThan(10)
      expect(late).toEqual(
        late.map(() =>
          expect.objectContaining({
            code: 'rate-limited',
            retryAfterMs: expect.any(Number),
            mayHaveArrived: false,
          }),
        ),
      )
      expect(posts()).toHaveLength(80 - late.length)
    })

    it('lets all its channels wait when Slack asks one to that had rested', async () => {
      slack.web.breakNext('chat.postMessage', tooFast(20))
      expect(await postTo('C1')).toMatchObject({ code: 'rate-limited', retryAfterMs: 20_000 })
      expect(await postTo('C2')).toMatchObject({ code: 'rate-limited' })
      expect(posts()).toHaveLength(1)
    })

    it('lets one channel wait that was written to just now, and no other', async () => {
      await postTo('C1')
      slack.web.breakNext('chat.postMessage', tooFast(20))
      expect(await postTo('C1')).toMatchObject({ code: 'rate-limited' })
      expect(await postTo('C2')).toBeNull()
    })
  })

  it('sends nothing that Slack would not take, and says what is wrong', async () => {
    expect(await failure(slack.adapter.post(channel, notice(''), aPost()))).toMatchObject({
      code: 'rejected',
      message: expect.stringContaining('blocks'),
    })
    expect(posts()).toEqual([])
  })
})
