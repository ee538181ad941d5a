import { describe, expect, it } from 'vitest'
import { allCommands } from '../../src/commands/all-commands.ts'
import type { Asker } from '../../src/chat/command.ts'
import { anAsker } from '../fakes/asker.ts'
import { aNewsroom } from '../fakes/newsroom.ts'

/** A user who asks one process and then another one on the same store. */
async function twoProcesses() {
  const { view, ask: askOne, pass } = await aNewsroom()
  const other = allCommands(view)
  return {
    askOne,
    askOther: (text: string, asker: Partial<Asker> = {}) => other.answer(other.read(text), anAsker(asker)),
    pass,
  }
}

describe('who comes back to an answer of another process', () => {
  it('is shown the story that is meant, and why it was told', async () => {
    const { askOne, askOther } = await twoProcesses()
    await askOne('what happened in syria today?')
    expect(await askOther('tell me more about the first one')).toMatchObject({
      kind: 'story',
      story: { headline: 'Bridge over the Euphrates opens to lorries' },
    })
    expect(await askOne('why this one?')).toMatchObject({ kind: 'trace' })
    expect(await askOther('more')).toMatchObject({ kind: 'notice' })
  })

  it('is not taken for somebody else', async () => {
    const { askOne, askOther } = await twoProcesses()
    await askOne('what happened in syria today?')
    expect(await askOther('the first one', { user: 'somebody else' })).toMatchObject({ kind: 'notice' })
  })

  it('has to ask again after a working day', async () => {
    const { askOne, askOther, pass } = await twoProcesses()
    await askOne('what happened in syria today?')
    pass(9 * 3_600_000)
    expect(await askOther('the first one')).toMatchObject({ kind: 'notice' })
  })
})
