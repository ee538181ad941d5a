import { ChannelType, PermissionFlagsBits } from 'discord.js'
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createMessagePictures } from '../../../src/pictures/message-pictures.ts'
import type { Message } from '../../../src/records/message.ts'
import { aBriefing } from '../../fakes/briefings.ts'
import { chatTools } from '../../fakes/chat-tools.ts'
import { NO_COMMANDS } from '../../fakes/commands.ts'
import { DESK, GUILD, openDiscordBench, type DiscordBench } from '../../fakes/discord/discord-bench.ts'
import { APPLICATION, BOT_PERMISSIONS, type FakeChannel } from '../../fakes/discord/discord-guild.ts'
import { everyDay, keepSeason } from '../../briefings/trends/a-season.ts'
import { aNewsroomOfTolls } from '../../fakes/a-newsroom-of-tolls.ts'
import { answerTo, asking } from '../../fakes/discord/asking.ts'
import { refusal } from '../../fakes/discord/discord-refusals.ts'
import { newsroomOnDiscord } from '../../fakes/discord/newsroom-on-discord.ts'
import { aNewsroom, type FakeNewsroom } from '../../fakes/newsroom.ts'
import { aDrawing, warmDrawing } from '../../fakes/a-drawing.ts'
import { aPost } from '../../fakes/posting.ts'
import { patiently } from '../../patiently.ts'

const withMap: Message = { kind: 'briefing', briefing: aBriefing({ pictures: true }) }
const without: Message = { kind: 'briefing', briefing: aBriefing() }
const place = `${GUILD}/${DESK}`

let bench: DiscordBench | null = null
beforeAll(warmDrawing)
// Simulates a process that loaded another undici before that of discord.js.
const before = getGlobalDispatcher()
const first = new Agent()
beforeAll(() => setGlobalDispatcher(first))
afterAll(async () => {
  setGlobalDispatcher(before)
  await first.close()
})
afterEach(async () => {
  await bench?.close()
  bench = null
})

async function connected(channel: Partial<FakeChannel> = {}): Promise<DiscordBench> {
  const channels = [{ id: DESK, name: 'desk', ...channel }]
  const tools = { drawPictures: createMessagePictures({ draw: aDrawing }) }
  bench = await openDiscordBench({ guilds: [{ id: GUILD, channels }], tools })
  await bench.adapter.start(NO_COMMANDS)
  return bench
}

/** Returns the files attached to posts, in order. */
const hanging = ({ discord }: DiscordBench) =>
  discord.requests.filter(({ method }) => method === 'POST').flatMap(({ files = [] }) => files)

describe('a briefing with pictures in Discord', () => {
  it('has a map on its first message, read out with its figures, and says below the title what to know of it', async () => {
    const { adapter, discord } = await connected()
    await adapter.post(place, withMap, aPost('map'))
    const first = discord.requests.find(({ path }) => path === `/channels/${DESK}/messages`)
    expect(first?.body).toMatchObject({
      content: expect.stringContaining('Borders as Natural Earth draws them'),
      attachments: [
        { id: '0', filename: 'map.png', description: expect.stringContaining('independent report') },
      ],
      embeds: expect.anything(),
    })
    expect(first?.files?.map(({ field, file }) => [field, file.name, file.type])).toEqual([
      ['files[0]', 'map.png', 'image/png'],
    ])
  })

  it('hangs once, whatever else is posted', async () => {
    const opened = await connected()
    await opened.adapter.post(place, withMap, aPost('map'))
    expect(hanging(opened)).toHaveLength(1)
  })

  it('hangs on the message that a post of a forum begins with', async () => {
    const opened = await connected({ type: ChannelType.GuildForum })
    await opened.adapter.post(place, withMap, aPost('map'))
    const begun = opened.discord.requests.find(({ path }) => path === `/channels/${DESK}/threads`)
    expect(begun?.body).toMatchObject({ message: { attachments: [{ filename: 'map.png' }] } })
    expect(hanging(opened)).toHaveLength(1)
  })

  it('goes without where nobody asked for one, where files are not allowed, and where none could be drawn', async () => {
    const plain = await connected()
    await plain.adapter.post(place, without, aPost('plain'))
    expect(hanging(plain)).toEqual([])
    await plain.close()
    const denied = await connected({ denied: PermissionFlagsBits.AttachFiles })
    await denied.adapter.post(place, withMap, aPost('denied'))
    expect(hanging(denied)).toEqual([])
    await denied.close()
    bench = await openDiscordBench({ tools: { drawPictures: () => Promise.reject(new Error('no thread')) } })
    await bench.adapter.start(NO_COMMANDS)
    const { messageIds } = await bench.adapter.post(place, withMap, aPost('broken'))
    expect(messageIds).not.toEqual([])
    expect(bench.tools.logged.map(({ text }) => text)).toContain('a message goes out without its pictures')
  })

  it('keeps its map when it is corrected', async () => {
    const opened = await connected()
    const receipt = await opened.adapter.post(place, withMap, aPost('map'))
    await opened.adapter.update(receipt, withMap, aPost('edit'))
    const edits = opened.discord.requests.filter(({ method }) => method === 'PATCH')
    expect(edits.length).toBeGreaterThan(0)
    expect(edits[0]?.body).toMatchObject({ content: expect.stringContaining('Borders as Natural Earth') })
    // Discord keeps attachments that an edit does not name.
    expect(edits.every(({ body }) => !JSON.stringify(body).includes('"attachments"'))).toBe(true)
  })
})

async function answering(newsroom: FakeNewsroom) {
  const opened = await newsroomOnDiscord({
    newsroom,
    tools: { drawPictures: createMessagePictures({ draw: aDrawing }) },
  })
  bench = { ...opened, tools: await chatTools() }
  return opened
}
const filesOf = ({ discord }: Pick<DiscordBench, 'discord'>) =>
  discord.requests.flatMap(({ files = [] }) => files.map(({ file }) => file.name))

describe('an answer with pictures in Discord', () => {
  it('shows how the tolls of a story went under their table, with all numbers to be read out', async () => {
    const opened = await answering(await aNewsroomOfTolls([12, 19, 23]))
    const { messages, text } = await answerTo(
      asking(opened.discord).news('facts figures', { story: 'swall' }),
    )
    expect(messages).toHaveLength(1)
    expect(text).toContain('"media":{"url":"attachment://tolls.png"}')
    expect(text).toMatch(/"description":"Outlets’ figures over time\. Dead: 12 \(/u)
    expect(text).toContain('"attachments":[{"id":"0","filename":"tolls.png"')
    expect(filesOf(opened)).toEqual(['tolls.png'])
  })

  it('shows days before what is usual, and where it was, each in its whole width', async () => {
    const newsroom = await aNewsroom()
    await keepSeason(newsroom.store, everyDay({ 'levant-post': 5 }, { from: 60 }))
    await keepSeason(newsroom.store, [{ source: 'nile-wire', daysAgo: 5, reports: 20, country: 'EG' }])
    const opened = await answering(newsroom)
    const asked = asking(opened.discord).news('facts trends', { what: 'middle east' })
    const { text } = await answerTo(asked)
    expect(text.match(/"media":/gu)).toHaveLength(2)
    expect(text).toContain('Borders as Natural Earth draws them')
    expect(filesOf(opened)).toEqual(['trend.png', 'map.png'])
  })

  it('shows them below a sentence that mentions the bot, too', async () => {
    const opened = await answering(await aNewsroomOfTolls([12, 19, 23]))
    asking(opened.discord).write(`<@${APPLICATION}> facts figures swall`)
    await patiently(() => expect(filesOf(opened)).toEqual(['tolls.png']))
  })

  it('goes without where files are not allowed, and where Discord takes none', async () => {
    const opened = await answering(await aNewsroomOfTolls([12, 19, 23]))
    const { discord } = opened
    const botPermissions = BOT_PERMISSIONS & ~PermissionFlagsBits.AttachFiles
    const denied = await answerTo(
      asking(discord, { botPermissions }).news('facts figures', { story: 'swall' }),
    )
    expect(denied.text).not.toContain('attachment')
    expect(filesOf(opened)).toEqual([])
    discord.breakNext(/^PATCH \/webhooks\//u, refusal('invalidBody'))
    const refused = await answerTo(asking(discord).news('facts figures', { story: 'swall' }))
    expect(refused.text).not.toContain('attachment')
    expect(refused.text).toContain('Wall falls')
  })
})
