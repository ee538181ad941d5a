import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createMessagePictures } from '../../../src/pictures/message-pictures.ts'
import { allCommands } from '../../../src/commands/all-commands.ts'
import type { Message } from '../../../src/records/message.ts'
import { everyDay, keepSeason } from '../../briefings/trends/a-season.ts'
import { aNewsroomOfTolls } from '../../fakes/a-newsroom-of-tolls.ts'
import { aDrawing, warmDrawing } from '../../fakes/a-drawing.ts'
import { aBriefing } from '../../fakes/briefings.ts'
import { chatTools } from '../../fakes/chat-tools.ts'
import { aNewsroom, type FakeNewsroom } from '../../fakes/newsroom.ts'
import { aPost } from '../../fakes/posting.ts'
import { openSlack, type FakeSlack } from '../../fakes/slack/open-slack.ts'
import { GENERAL, refusal, TEAM } from '../../fakes/slack/web-api.ts'
import { patiently } from '../../patiently.ts'

const withMap: Message = { kind: 'briefing', briefing: aBriefing({ pictures: true }) }
const channel = `${TEAM}/${GENERAL}`

let slack: FakeSlack | null = null
beforeAll(warmDrawing)
afterEach(async () => {
  await slack?.close()
  slack = null
})

async function opened(): Promise<FakeSlack> {
  const tools = { ...(await chatTools()), drawPictures: createMessagePictures({ draw: aDrawing }) }
  slack = await openSlack({ tools })
  return slack
}

const called = ({ web }: FakeSlack, method: string) => web.of(method).map(({ args }) => args)
const blocksOf = (args: Readonly<Record<string, unknown>> | undefined): string =>
  JSON.stringify(args?.['blocks'] ?? null)

describe('a briefing with pictures in Slack', () => {
  it('shows a map that Slack was given first and that stands nowhere else, with its figures and what to know of it', async () => {
    const { adapter, ...rest } = await opened()
    await adapter.post(channel, withMap, aPost('map'))
    const all = { adapter, ...rest }
    const [asked] = called(all, 'files.getUploadURLExternal')
    expect(asked).toMatchObject({
      filename: 'map.png',
      alt_text: expect.stringContaining('independent report'),
    })
    const [completed] = called(all, 'files.completeUploadExternal')
    expect(completed).not.toHaveProperty('channel_id')
    const [post] = called(all, 'chat.postMessage')
    expect(blocksOf(post)).toMatch(/\{\\?"type\\?":\\?"image\\?",\\?"slack_file\\?":\{\\?"id\\?":\\?"F/u)
    expect(blocksOf(post)).toContain('Borders as Natural Earth draws them')
  })

  it('shows it again when it is corrected', async () => {
    const all = await opened()
    const receipt = await all.adapter.post(channel, withMap, aPost('map'))
    await all.adapter.update(receipt, withMap, aPost('edit'))
    expect(blocksOf(called(all, 'chat.update')[0])).toContain('slack_file')
  })

  it('goes without where nobody asked for one, and where the installation may not give files', async () => {
    const all = await opened()
    await all.adapter.post(channel, { kind: 'briefing', briefing: aBriefing() }, aPost('plain'))
    expect(called(all, 'files.getUploadURLExternal')).toEqual([])
    all.web.breakNext('files.getUploadURLExternal', refusal('missing_scope'))
    await all.adapter.post(channel, withMap, aPost('no-scope'))
    expect(called(all, 'chat.postMessage').map(blocksOf).join('')).not.toContain('slack_file')
    expect(all.tools.logged.map(({ text }) => text)).toContain(
      'Slack did not take a picture; the message goes out without it',
    )
  })

  it('goes without where Slack has not looked at the file yet', async () => {
    const all = await opened()
    all.web.breakNext('chat.postMessage', refusal('invalid_blocks'))
    const { messageIds } = await all.adapter.post(channel, withMap, aPost('early'))
    const [refused, shown] = called(all, 'chat.postMessage').map(blocksOf)
    expect(refused).toContain('slack_file')
    expect(shown).not.toContain('slack_file')
    expect(messageIds).toHaveLength((await all.web.shown(GENERAL)).length)
  })
})

async function answering(newsroom: FakeNewsroom): Promise<FakeSlack> {
  const tools = {
    ...(await chatTools(newsroom.store)),
    drawPictures: createMessagePictures({ draw: aDrawing }),
  }
  slack = await openSlack({ tools, commands: allCommands(newsroom.view) })
  return slack
}

describe('an answer with pictures in Slack', () => {
  it('shows how the tolls of a story went under their table, with all numbers to be read out', async () => {
    const all = await answering(await aNewsroomOfTolls([12, 19, 23]))
    await all.command('facts figures swall')
    const [given] = await all.responses.until(1)
    expect(given?.response_type).toBe('in_channel')
    const blocks = JSON.stringify(given?.blocks)
    expect(blocks).toMatch(
      /"slack_file":\{"id":"F[^}]*\},"alt_text":"Outlets’ figures over time\. Dead: 12 \(/u,
    )
    expect(called(all, 'files.getUploadURLExternal')).toMatchObject([{ filename: 'tolls.png' }])
  })

  it('shows days before what is usual, and where it was, to who asked alone', async () => {
    const newsroom = await aNewsroom()
    await keepSeason(newsroom.store, everyDay({ 'levant-post': 5 }, { from: 60 }))
    await keepSeason(newsroom.store, [{ source: 'nile-wire', daysAgo: 5, reports: 20, country: 'EG' }])
    const all = await answering(newsroom)
    await all.command('facts trends middle east')
    const [given] = await all.responses.until(1)
    expect(given?.response_type).toBe('ephemeral')
    expect(JSON.stringify(given?.blocks).match(/"slack_file"/gu)).toHaveLength(2)
    expect(called(all, 'files.getUploadURLExternal').map(({ filename }) => filename)).toEqual([
      'trend.png',
      'map.png',
    ])
    expect(JSON.stringify(given?.blocks)).toContain('Borders as Natural Earth draws them')
  })

  it('has none where all told one number, and goes without where Slack takes no file', async () => {
    const steady = await answering(await aNewsroomOfTolls([12, 12, 12]))
    await steady.command('facts figures swall')
    await steady.responses.until(1)
    expect(called(steady, 'files.getUploadURLExternal')).toEqual([])
    await steady.close()
    const all = await answering(await aNewsroomOfTolls([12, 19, 23]))
    all.web.breakNext('files.getUploadURLExternal', refusal('missing_scope'))
    await all.command('facts figures swall')
    const [given] = await all.responses.until(1)
    expect(JSON.stringify(given?.blocks)).not.toContain('slack_file')
    expect(given?.text).toContain('Wall falls')
  })

  it('comes without them where Slack has not looked at the file yet', async () => {
    const all = await answering(await aNewsroomOfTolls([12, 19, 23]))
    all.web.breakNext('chat.postMessage', refusal('invalid_blocks'))
    await all.command('facts figures swall', { response_url: all.responses.url({ isExpired: true }) })
    await patiently(() => expect(called(all, 'chat.postMessage')).toHaveLength(2))
    const [refused, shown] = called(all, 'chat.postMessage').map(blocksOf)
    expect(refused).toContain('slack_file')
    expect(shown).not.toContain('picture-')
    expect(shown).toContain('23')
    expect(all.tools.logged.filter(({ level }) => level === 'error')).toEqual([])
  })
})
