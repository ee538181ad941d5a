import { describe, expect, it } from 'vitest'
import { renderMessage, type RenderOptions } from '../../../adapters/terminal/render.ts'
import type { Message } from '../../../src/records/message.ts'
import { aBriefingIn, topicNameIn } from '../../fakes/briefing-in.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { SPOKEN } from '../../../src/language/languages.ts'

const plain: RenderOptions = { width: 80, colour: false, links: 'none', topicName: topicNameIn }

describe.each(SPOKEN)('to a reader of %s', (language) => {
  it('tells the briefing as reviewed', async () => {
    const drawn = renderMessage({ kind: 'briefing', briefing: aBriefingIn(language) }, plain)
    await expect(`${drawn}\n`).toMatchFileSnapshot(`expected/languages/briefing.${language}.txt`)
  })

  it('tells all other messages as reviewed', async () => {
    const { briefing: _told, ...others } = MESSAGES
    const messages = Object.values(others).map((message): Message => ({ ...message, language }))
    const drawn = messages.map((message) => renderMessage(message, plain)).join('\n\n\n')
    await expect(`${drawn}\n`).toMatchFileSnapshot(`expected/languages/messages.${language}.txt`)
  })
})

it.each(['ar', 'fa'])('begins every line at the right for a reader of %s', (language) => {
  const lines = renderMessage({ kind: 'briefing', briefing: aBriefingIn(language) }, plain).split('\n')
  expect(lines.filter((line) => line !== '' && !line.startsWith('\u200f'))).toEqual([])
})

it('speaks English to a reader whose language it does not know', () => {
  const drawn = renderMessage({ kind: 'briefing', briefing: aBriefingIn('ja') }, plain)
  expect(drawn).toContain('4 independent reports, 5 outlets')
  expect(drawn).toContain('Türkiye, Syria')
})
