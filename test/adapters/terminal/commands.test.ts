import { describe, expect, it } from 'vitest'
import { answerLine, complete } from '../../../adapters/terminal/commands.ts'
import { anAsker } from '../../fakes/asker.ts'
import { echoing } from '../../fakes/commands.ts'

const asker = anAsker({ channel: 'terminal' })
const commands = echoing(async (words, channel) => {
  if (words === 'sources') throw new Error('the disk is full')
  return { kind: 'notice', level: 'info', text: `${words}|${channel}`, language: 'en' }
})

const textOf = async (line: string) => {
  const answer = await answerLine(line, commands, asker)
  return answer.status === 'answered' && answer.message.kind === 'notice'
    ? answer.message.text
    : answer.status
}

describe('answerLine', () => {
  it.each([
    ['/news search two words', 'search two words|terminal'],
    ['search two words ', 'search two words|terminal'],
    ['story', 'story|terminal'],
    ['/newsletter', '/newsletter|terminal'],
    ['/news', 'nothing'],
    ['   ', 'nothing'],
    ['exit', 'exit'],
    ['/news quit', 'exit'],
  ])('answers %j with %j', async (line, expected) => {
    expect(await textOf(line)).toBe(expected)
  })

  it('answers a command that fails with the reason', async () => {
    expect(await textOf('sources')).toContain('“sources” could not be answered: the disk is full')
  })
})

describe('complete', () => {
  it.each([
    ['s', ['search ', 'story ', 'sources list '], 's'],
    ['/news se', ['search '], 'se'],
    ['ex', ['exit '], 'ex'],
    ['search kab', [], 'search kab'],
  ])('completes %j', (line, names, typed) => {
    expect(complete(line, commands)).toEqual([names, typed])
  })
})
