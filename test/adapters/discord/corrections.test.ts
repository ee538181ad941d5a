import { PermissionFlagsBits } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { DESK, type DiscordBench } from '../../fakes/discord/discord-bench.ts'
import { connected, DESK_PLACE, LONG } from '../../fakes/discord/posting-on-discord.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { aPost } from '../../fakes/posting.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'

const shown = ({ discord }: Pick<DiscordBench, 'discord'>) => discord.world.shownIn(DESK)

describe('a correction', () => {
  it('replaces messages in the channel and in the thread, says there what changed, and leaves alone what people deleted', async () => {
    const { adapter, discord } = await connected()
    const receipt = await adapter.post(DESK_PLACE, LONG, aPost('long'))
    const count = discord.world.messages.length
    const deleted = receipt.messageIds.at(-1)?.split('/')[1] ?? ''
    discord.world.remove(deleted)
    await adapter.update(receipt, LONG, aPost('edit'))
    // One was deleted, and one says what was corrected.
    expect(discord.world.messages).toHaveLength(count)
    expect(JSON.stringify(discord.world.messages.at(-1))).toContain('Corrected above')
    expect(discord.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(count)
  })

  it('adds what it needs once, however often it is corrected, and makes no second message of it', async () => {
    const denied = PermissionFlagsBits.CreatePublicThreads
    const running = await connected([{ id: DESK, denied }])
    const receipt = await running.adapter.post(DESK_PLACE, MESSAGES.briefing, aPost('short'))
    await running.adapter.update(receipt, LONG, aPost('edit'))
    const grown = shown(running).length
    const [section, ...others] = aWorstDay().sections
    const renamed = {
      ...aWorstDay(),
      sections: section ? [{ ...section, name: 'Elsewhere' }, ...others] : [],
    }
    await running.adapter.update(receipt, { kind: 'briefing', briefing: renamed }, aPost('edit 2'))
    expect(shown(running)).toHaveLength(grown)
  })

  it.each([
    ['cards', MESSAGES.briefing, LONG],
    ['embeds', LONG, MESSAGES.briefing],
  ] as const)('stays %s, however long it becomes: Discord takes no other', async (form, before, after) => {
    const running = await connected()
    const receipt = await running.adapter.post(DESK_PLACE, before, aPost('short'))
    expect(shown(running).map(({ body }) => 'embeds' in body)).toEqual(
      shown(running).map(() => form === 'embeds'),
    )
    await running.adapter.update(receipt, after, aPost('edit'))
    expect(shown(running).length).toBeGreaterThan(0)
    expect(JSON.stringify(shown(running))).toContain(
      form === 'embeds' ? 'Damascus' : 'Everything, everywhere',
    )
    for (const { body } of shown(running))
      expect(Object.keys(body)).toEqual(expect.arrayContaining(form === 'embeds' ? ['embeds'] : ['flags']))
  })

  it('adds messages where it is longer, and takes away those it no longer needs', async () => {
    const denied = PermissionFlagsBits.CreatePublicThreads
    const running = await connected([{ id: DESK, denied }])
    const receipt = await running.adapter.post(DESK_PLACE, MESSAGES.briefing, aPost('short'))
    await running.adapter.update(receipt, LONG, aPost('edit'))
    const grown = shown(running).length
    expect(grown).toBeGreaterThan(2)
    const ids = shown(running).map(({ id }) => `${DESK}/${id}/cards`)
    await running.adapter.update({ ...receipt, messageIds: ids }, MESSAGES.briefing, aPost('edit'))
    expect(shown(running)).toHaveLength(1)
  })
})
