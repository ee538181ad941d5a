import { describe, expect, it } from 'vitest'
import { answerLine, complete } from '../../../adapters/terminal/commands.ts'
import type { Command } from '../../../src/chat/command.ts'

const asker = { zone: 'Europe/Istanbul', language: 'en', channel: 'terminal' }

const echo = (name: string): Command => ({
  name,
  help: { words: name, summary: `${name}.`, examples: [] },
  run: async (words, { channel }) => ({
    kind: 'notice',
    level: 'info',
    text: `${name}|${words}|${channel}`,
    language: 'en',
  }),
})
const broken: Command = {
  ...echo('sources'),
  run: async () => {
    throw new Error('the disk is full')
  },
}
const commands = [echo('search'), echo('story'), broken]

const textOf = async (line: string) => {
  const answer = await answerLine(line, commands, asker)
  return answer.status === 'answered' && answer.message.kind === 'notice'
    ? answer.message.text
    : answer.status
}

describe('answerLine', () => {
  it.each([
    ['/news search two  words', 'search|two  words|terminal'],
    ['search two words ', 'search|two words|terminal'],
    ['  SEARCH x', 'search|x|terminal'],
    ['story', 'story||terminal'],
    ['/news', 'nothing'],
    ['   ', 'nothing'],
    ['exit', 'exit'],
    ['/news quit', 'exit'],
  ])('answers %j with %j', async (line, expected) => {
    expect(await textOf(line)).toBe(expected)
  })

  it('names the known words when it does not know one', async () => {
    expect(await textOf('serch x')).toBe(
      'There is no “serch” here. Known words: search, story, sources, help, exit.',
    )
  })

  it('answers a command that fails with the reason', async () => {
    expect(await textOf('sources')).toContain('“sources” could not be answered: the disk is full')
  })

  it('lists the commands for help, even where no command does', async () => {
    const answer = await answerLine('help', commands, asker)
    expect(answer).toMatchObject({
      status: 'answered',
      message: {
        kind: 'help',
        commands: [{ words: 'search' }, { words: 'story' }, { words: 'sources' }, { words: 'exit' }],
      },
    })
  })
})

describe('complete', () => {
  it.each([
    ['s', ['search ', 'story ', 'sources '], 's'],
    ['/news se', ['search '], 'se'],
    ['ex', ['exit '], 'ex'],
    ['search kab', [], 'search kab'],
  ])('completes %j', (line, names, typed) => {
    expect(complete(line, commands)).toEqual([names, typed])
  })
})
