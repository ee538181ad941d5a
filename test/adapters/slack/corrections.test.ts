import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../../src/records/message.ts'
import { aChange } from '../../fakes/briefed-story.ts'
import { aBriefing } from '../../fakes/briefings.ts'
import { aKeptPost, aPost } from '../../fakes/posting.ts'
import { openSlack, type FakeSlack } from '../../fakes/slack/open-slack.ts'
import { GENERAL, lostAnswer, refusal, TEAM } from '../../fakes/slack/web-api.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'
import { hurry } from '../../hurry.ts'

let slack: FakeSlack
beforeEach(async () => {
  // A channel accepts a message a second.
  hurry(20)
  slack = await openSlack()
})
afterEach(() => slack.close())

const channel = `${TEAM}/${GENERAL}`

/** Returns the briefing with its first story corrected. */
function corrected(): Message {
  const briefing = aBriefing()
  const [section, ...others] = briefing.sections
  const [story, ...rest] = section?.stories ?? []
  if (section === undefined || story === undefined) throw new Error('the briefing is empty')
  const changed = { ...story, changes: [...story.changes, aChange()] }
  return {
    kind: 'briefing',
    briefing: { ...briefing, sections: [{ ...section, stories: [changed, ...rest] }, ...others] },
  }
}

const headline = () => aBriefing().sections[0]?.stories[0]?.headline ?? ''
const inThread = async () =>
  (await slack.web.shown(GENERAL)).filter(({ thread_ts }) => thread_ts !== undefined)

/** Returns the shown texts without those about corrections. */
const parts = async () =>
  (await slack.web.shown(GENERAL)).map(({ text }) => text).filter((text) => !text.includes('Corrected above'))

/** A briefing with two sections of this many stories. */
const long = (stories: number): Message => {
  const briefing = aWorstDay()
  return {
    kind: 'briefing',
    briefing: {
      ...briefing,
      sections: briefing.sections.map((section) => ({
        ...section,
        stories: section.stories.slice(0, stories),
      })),
    },
  }
}

describe('a correction in Slack', () => {
  it('edits the message, and says in its thread which story was corrected', async () => {
    const receipt = await slack.adapter.post(channel, { kind: 'briefing', briefing: aBriefing() }, aPost())
    await slack.adapter.update(receipt, corrected(), aPost('edit'))
    expect(slack.web.of('chat.update')).toMatchObject([{ args: { ts: receipt.messageIds[0] } }])
    const [note, ...more] = await inThread()
    expect(more).toEqual([])
    expect(note?.text).toContain('Corrected above')
    expect(note?.text).toContain(headline())
    expect(note?.text).toContain('“Eleven people were hurt” → “Fourteen people were hurt”')
  })

  it('that is made again, because its answer was lost, is told once', async () => {
    const receipt = await slack.adapter.post(channel, { kind: 'briefing', briefing: aBriefing() }, aPost())
    slack.web.breakNext('chat.update', lostAnswer)
    const edit = aKeptPost('edit')
    const update = () => slack.adapter.update(receipt, corrected(), edit.again())
    await expect(update()).rejects.toMatchObject({ code: 'unavailable' })
    await update()
    await update()
    expect(await inThread()).toHaveLength(1)
  })

  it('of a message that somebody deleted is nobody’s fault', async () => {
    const receipt = await slack.adapter.post(channel, { kind: 'briefing', briefing: aBriefing() }, aPost())
    slack.web.breakNext('chat.update', refusal('message_not_found'))
    await expect(slack.adapter.update(receipt, corrected(), aPost('edit'))).resolves.toBeUndefined()
  })

  it('that takes more parts than before adds them once, and empties those that are too many', async () => {
    const receipt = await slack.adapter.post(channel, long(4), aPost())
    await slack.adapter.update(receipt, long(14), aPost('edit'))
    const grown = (await parts()).length
    expect(grown).toBeGreaterThan(receipt.messageIds.length)
    await slack.adapter.update(receipt, long(14), aPost('edit'))
    expect(await parts()).toHaveLength(grown)
    await slack.adapter.update(receipt, long(4), aPost('edit'))
    const shrunk = await parts()
    expect(shrunk).toHaveLength(grown)
    expect(shrunk.filter((text) => text === '…')).toHaveLength(grown - receipt.messageIds.length)
  })
})
