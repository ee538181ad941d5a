import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allCommands } from '../../src/commands/all-commands.ts'
import { SPOKEN } from '../../src/language/languages.ts'
import { anAsker } from '../fakes/asker.ts'
import { aNewsroom } from '../fakes/newsroom.ts'

const { view } = await aNewsroom()
const commands = allCommands(view)
const names = commands.all.map(({ name }) => name)

/** Discord counts only the longest translation of a text. */
const longest = (text: (language: string) => string): string =>
  SPOKEN.map(text).reduce((one, other) => (other.length > one.length ? other : one), '')

/** Commands that only buttons carry need not be typed. */
const isOffered = ({ isForButtons }: { readonly isForButtons?: true }): boolean => isForButtons !== true

describe('the commands as data', () => {
  it('are the words of /news', () => {
    expect(names).toEqual([
      'subscribe',
      'briefing',
      'search',
      'said',
      'story',
      'catchup',
      'why',
      'facts figures',
      'facts compare',
      'facts upcoming',
      'facts trends',
      'follow',
      'unfollow',
      'subscriptions',
      'edit',
      'test',
      'pause',
      'resume',
      'unsubscribe',
      'join',
      'undo',
      'mute',
      'unmute',
      'correct',
      'corrections',
      'settings',
      'web',
      'sources list',
      'sources health',
      'sources add',
      'sources remove',
      'forget',
      'help',
    ])
  })

  // discord-api-docs, interactions/application-commands.mdx: subcommands, options, names, descriptions,
  // choices
  it('fit into one command of Discord, in every language we speak', () => {
    const groups = Map.groupBy(commands.all.filter(isOffered), ({ name }) => name.split(' ')[0] ?? name)
    expect(groups.size).toBeLessThanOrEqual(25)
    for (const [group, members] of groups)
      expect(members.every(({ name }) => (name === group) === (members.length === 1))).toBe(true)
    for (const language of SPOKEN) {
      for (const { name, options, help } of commands.all) {
        const { summary } = help(language)
        expect(`${name}: ${summary}`).toMatch(/^[^:]+: .{1,100}$/u)
        expect(options.length).toBeLessThanOrEqual(25)
        for (const option of options) {
          const text = option.help(language)
          expect(`${option.name}: ${text}`).toMatch(/^[^:]+: .{1,100}$/u)
          expect(option.name).toMatch(/^[a-z-]{1,32}$/u)
          expect(option.choices.length).toBeLessThanOrEqual(25)
        }
      }
    }
  })

  it('stay within the eight thousand characters of one command of Discord', () => {
    const texts = commands.all
      .filter(isOffered)
      .flatMap(({ name, options, help }) => [
        name,
        longest((language) => help(language).summary),
        ...options
          .filter(isOffered)
          .flatMap((option) => [
            option.name,
            longest(option.help),
            ...option.choices.flatMap((choice) => [choice, choice]),
          ]),
      ])
    expect(texts.join('').length).toBeLessThanOrEqual(8_000)
  })

  it('name required options first, and each option once', () => {
    for (const { name, options } of commands.all) {
      const required = options.map((option) => option.required)
      expect([name, ...required]).toEqual([name, ...required.toSorted((a, b) => Number(b) - Number(a))])
      expect([name, new Set(options.map((option) => option.name)).size]).toEqual([name, options.length])
    }
  })

  it('give examples that can be typed as they stand', async () => {
    const { ask } = await aNewsroom()
    for (const command of commands.all) {
      for (const example of command.help('en').examples) {
        const request = commands.read(example)
        expect([example, request.command.name, request.mistakes.length]).toEqual([example, command.name, 0])
        // Each by a different user, because one of them changes the language.
        const answer = await ask(example, { user: example, isAdmin: true, managesChannel: true })
        // Ids and sources of the examples are invented; everything else in them is real.
        const text = answer.kind === 'notice' && answer.level === 'warning' ? answer.text : ''
        expect(`${example}: ${text}`).toMatch(
          /: $|no subscription|Which one|know the story|no feed|read a source|no correction|somebody else/u,
        )
      }
    }
  })

  it('check typed options as they check text', async () => {
    const command = commands.all.find(({ name }) => name === 'briefing')
    if (command === undefined) throw new Error('there is a briefing')
    const answer = (options: Record<string, string[]>) =>
      commands.answer({ command, options: new Map(Object.entries(options)), mistakes: [] }, anAsker())
    expect(await answer({ what: ['syria'], country: ['TR, Sudan'] })).toMatchObject({
      kind: 'briefing',
      briefing: { title: 'Syria · Türkiye · Sudan' },
    })
    expect(await answer({ what: ['x'.repeat(10_000)] })).toMatchObject({ kind: 'notice', level: 'warning' })
    expect(await answer({ what: ['sy\u202eria'], since: ['never'] })).toMatchObject({ kind: 'notice' })
    expect(await answer({ hack: ['1'] })).toMatchObject({ kind: 'notice', level: 'warning' })
  })

  it('answer any options of any platform without a fault', async () => {
    const name = fc.oneof(
      fc.constantFrom(
        ...new Set(commands.all.flatMap(({ options }) => options.map((option) => option.name))),
      ),
      fc.constantFrom('__proto__', 'constructor', 'toString', ''),
    )
    const value = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('syria', 'all', '8', 'Europe/Istanbul', 'alert', '__proto__', 'https://a.example/'),
    )
    const { view: own } = await aNewsroom()
    const others = allCommands(own)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...others.all),
        fc.array(fc.tuple(name, fc.array(value, { maxLength: 3 })), { maxLength: 5 }),
        async (command, options) => {
          const message = await others.answer(
            { command, options: new Map(options), mistakes: [] },
            anAsker({ isAdmin: true, managesChannel: true }),
          )
          expect(message.kind).not.toBe('')
        },
      ),
      { numRuns: 150 },
    )
  }, 30_000)

  it('answer somebody whose platform tells an unknown zone and language', async () => {
    const { ask } = await aNewsroom()
    const asker = { zone: 'Mars/Olympus', language: '__' }
    expect(await ask('briefing', asker)).toMatchObject({ briefing: { zone: 'UTC', language: 'en' } })
  })
})

describe('check', () => {
  const subscribe = commands.all.find(({ name }) => name === 'subscribe')
  const check = (given: Record<string, string>, asker = anAsker()) => {
    if (subscribe === undefined) throw new Error('there is no subscribe')
    const options = new Map(Object.entries(given).map(([name, value]) => [name, [value]]))
    return commands.validate(subscribe, options, asker)
  }

  it('finds nothing where all is well', () => {
    expect(check({ what: 'syria', at: '07:30', zone: 'Europe/Istanbul' })).toEqual(new Map())
  })

  it('names each option that is wrong, in the language of the asker', () => {
    const wrong = check({ what: 'syria', at: '25:99', zone: 'Atlantis' }, anAsker({ language: 'de' }))
    expect([...wrong.keys()]).toEqual(['at', 'zone'])
    expect(wrong.get('at')).toMatch(/25:99.*Uhrzeit/u)
  })
})

describe('suggest', () => {
  it.each([
    ['briefing', 'what', 'syr', 'Syria – country = Syria'],
    ['briefing', 'what', 'conflict mid', 'conflict Middle East – region = conflict "Middle East"'],
    ['briefing', 'country', 'تركي', 'Türkiye = TR'],
    ['briefing', 'region', 'mid', 'Middle East = middle-east'],
    ['search', 'language', 'tür', 'Turkish = tr'],
    ['search', 'source', 'nile', 'Nile Wire = nile-wire'],
    ['subscribe', 'zone', 'ist', 'Europe/Istanbul'],
    ['subscribe', 'zone', '', 'Europe/Istanbul'],
    ['subscribe', 'at', '7:30', '07:30'],
    ['subscribe', 'when', 'week', 'Monday to Friday = weekdays'],
    ['subscribe', 'when', 'mon and fri', 'Every Monday and Friday = weekly:mon,fri'],
    ['subscribe', 'quiet', '', '22:00-07:00'],
    ['help', 'command', 'sub', 'subscribe'],
  ])('%s %s “%s” offers %s first', async (command, option, typed, first) => {
    expect((await suggest(command, option, typed))[0]).toBe(first)
  })

  it('suggests a zone once that has several names', async () => {
    expect(await suggest('subscribe', 'zone', 'bag')).toEqual(['Asia/Baghdad'])
  })

  it('offers at most twenty-five, none too long for a menu', async () => {
    const typed = ['', 'a', 'e', 'x'.repeat(5_000), '"', '\u202e', 'ا']
    for (const command of commands.all) {
      for (const { name } of command.options) {
        for (const text of typed) {
          const found = await commands.suggest(command, name, text, anAsker())
          expect(found.length).toBeLessThanOrEqual(25)
          expect(found.every(({ label, value }) => label.length <= 100 && value.length <= 100)).toBe(true)
        }
      }
    }
  })

  it('looks at each name once only, however much it could offer', async () => {
    let looks = 0
    const terms = new Map(view.nameIndex.terms)
    terms[Symbol.iterator] = () =>
      view.nameIndex.terms.entries().map((term) => {
        looks++
        return term
      })
    const counted = allCommands({ ...view, nameIndex: { ...view.nameIndex, terms } })
    const command = counted.all.find(({ name }) => name === 'briefing')
    if (command === undefined) throw new Error('there is no briefing')
    expect(await counted.suggest(command, 'what', 'a', anAsker())).toHaveLength(25)
    expect(looks).toBe(terms.size)
  })

  it('reads the first hundred characters of what is typed', async () => {
    expect(await suggest('subscribe', 'zone', `ist${' '.repeat(97)}${'x'.repeat(1_000_000)}`)).toEqual(
      await suggest('subscribe', 'zone', 'ist'),
    )
  })
})

const suggest = async (name: string, option: string, typed: string): Promise<string[]> => {
  const command = commands.all.find((other) => other.name === name)
  if (command === undefined) throw new Error(`there is no ${name}`)
  const found = await commands.suggest(command, option, typed, anAsker())
  return found.map(({ label, value }) => (label === value ? value : `${label} = ${value}`))
}
