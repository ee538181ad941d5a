import { describe, expect, it } from 'vitest'
import { renderMessage, type DrawOptions } from '../../../adapters/discord/render.ts'
import type { Message } from '../../../src/records/message.ts'
import { SPOKEN } from '../../../src/language/languages.ts'
import { aNoticeOnChannels } from '../../fakes/a-notice-on-channels.ts'
import { aBriefingIn, topicNameIn } from '../../fakes/briefing-in.ts'
import { anOutlet, aStory } from '../../fakes/briefed-story.ts'
import { aBriefing, TOPIC_NAMES } from '../../fakes/briefings.ts'
import { aSource } from '../../fakes/findings.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'
import { messageAsText } from './as-text.ts'
import { faultsOf, partsOf } from './parts.ts'

const options: DrawOptions = { secret: 'a secret of tests', topicName: (code) => TOPIC_NAMES.get(code) }

describe('renderMessage', () => {
  it.each(Object.values(MESSAGES))('draws $kind as reviewed', async (message: Message) => {
    const drawn = renderMessage(message, options)
    await expect(`${JSON.stringify(drawn, null, 2)}\n`).toMatchFileSnapshot(`rendered/${message.kind}.json`)
    await expect(messageAsText(drawn, options.secret)).toMatchFileSnapshot(`rendered/${message.kind}.txt`)
  })

  it.each(Object.values(MESSAGES))('draws $kind so that Discord takes it', (message: Message) => {
    expect(partsOf(renderMessage(message, options)).flatMap(faultsOf)).toEqual([])
  })

  it('draws the worst day as reviewed', async () => {
    const drawn = renderMessage({ kind: 'briefing', briefing: aWorstDay() }, options)
    await expect(messageAsText(drawn, options.secret)).toMatchFileSnapshot('rendered/worst-day.txt')
  })

  it.each(SPOKEN)('tells the briefing to a reader of %s as reviewed', async (language) => {
    const drawn = renderMessage(
      { kind: 'briefing', briefing: aBriefingIn(language) },
      { ...options, topicName: topicNameIn },
    )
    await expect(messageAsText(drawn, options.secret)).toMatchFileSnapshot(
      `rendered/languages/briefing.${language}.txt`,
    )
  })

  it('ends a headline of any length behind a word in menus, and parts no sign in the name of a thread', () => {
    const stories = [aStory({ headline: `Grain ${'and flour '.repeat(60)}` }), aStory({ id: 'another' })]
    const sections = [{ region: 'world', name: 'World', stories, leftOut: 0 }]
    const { main } = renderMessage({ kind: 'briefing', briefing: aBriefing({ sections }) }, options)
    const label = /"label":"(1\. Grain [^"]*)"/u.exec(JSON.stringify(main))?.[1] ?? ''
    expect(label).toMatch(/ (?:and|flour)…$/u)
    expect(label.length).toBeLessThanOrEqual(100)
    const family = '👨‍👩‍👧‍👦'
    const long = { ...aWorstDay(), title: `Grain ${family.repeat(20)}` }
    const { thread } = renderMessage({ kind: 'briefing', briefing: long }, options)
    expect(thread?.name).toBe(`Grain ${family.repeat(8)}…`)
  })

  it('says what went wrong as reviewed', async () => {
    const message: Message = {
      kind: 'notice',
      level: 'error',
      text: 'The store does not answer.\nTry again in a minute.',
      language: 'en',
      actions: [{ label: 'action.subscriptions', command: 'subscriptions' }],
    }
    await expect(messageAsText(renderMessage(message, options), options.secret)).toMatchFileSnapshot(
      'rendered/error.txt',
    )
  })

  it('names the channel that a notice is about, and no other that its text names', () => {
    const text = 'I no longer post to discord:1/23: <#45> and discord:1/67.'
    const drawn = renderMessage(
      { ...MESSAGES.notice, text, channels: ['discord:1/23'], actions: [] },
      options,
    )
    expect(JSON.stringify(drawn)).toContain(
      String.raw`I no longer post to <#23>: \\<#45\\> and discord:1/67.`,
    )
  })

  it.each(['en', 'fa'])('tells of many lost channels at once, with what to press (%s)', async (language) => {
    const channels = Array.from({ length: 12 }, (_, index) => `discord:1/2${index}`)
    const drawn = renderMessage(aNoticeOnChannels(channels, language), options)
    await expect(messageAsText(drawn, options.secret)).toMatchFileSnapshot(
      `rendered/lost-channels.${language}.txt`,
    )
  })

  it('has a button to try again where a subscription is not reachable', () => {
    const [card] = MESSAGES.subscriptions.subscriptions
    if (card === undefined) throw new Error('no subscription is listed')
    const lost = { ...card, nextAt: null, unreachableSince: 0 }
    const drawn = (own: Partial<typeof card>) => {
      const message = { ...MESSAGES.subscriptions, subscriptions: [{ ...lost, ...own }] }
      return messageAsText(renderMessage(message, options), options.secret)
    }
    expect(drawn({ resumable: true })).toContain('resume k4f2')
    expect(drawn({})).not.toContain('resume k4f2]')
  })

  it('names the sources that need care before the others, and says how many more there are', () => {
    const sources = Array.from({ length: 100 }, (_, index) =>
      aSource({
        sourceId: `o${index}`,
        name: `Outlet ${index}`,
        finding: index === 99 ? { kind: 'gone' } : null,
      }),
    )
    const text = messageAsText(renderMessage({ ...MESSAGES.sources, sources }, options), options.secret)
    expect(text.indexOf('Outlet 99')).toBeLessThan(text.indexOf('Outlet 0'))
    expect(text).not.toContain('Outlet 60 ')
    expect(text).toContain('40 more sources are not shown')
  })

  it('puts the outlets of a long briefing into a thread, or under their stories where there can be none', () => {
    const briefing = aBriefing({
      sections: [
        {
          region: 'r',
          name: 'Region',
          stories: Array.from({ length: 12 }, (_, index) =>
            aStory({ id: `s${index}`, outlets: [anOutlet(), anOutlet({ name: 'Open Atlas' })] }),
          ),
          leftOut: 0,
        },
      ],
    })
    const [threaded, plain] = [true, false].map((threads) =>
      renderMessage({ kind: 'briefing', briefing }, { ...options, threads }),
    )
    expect(JSON.stringify(threaded?.main)).not.toContain('Open Atlas')
    expect(JSON.stringify(threaded?.thread)).toContain('Open Atlas')
    expect(JSON.stringify(plain?.main)).toContain('Open Atlas')
    expect(plain?.thread).toBeNull()
  })

  it('begins with the three strongest headlines, shortened, whatever its first region has', () => {
    const headlines = ['Grain ship leaves', 'Dam opens', 'Bridge closed', `Talks ${'and talks '.repeat(30)}`]
    const [first = '', second = '', third = '', fourth = ''] = headlines
    const opening = (sections: readonly ReturnType<typeof sectionOf>[]) => {
      const drawn = renderMessage({ kind: 'briefing', briefing: aBriefing({ sections }) }, options)
      return messageAsText(drawn, options.secret).split('\n')[2]
    }
    expect(opening([sectionOf('West', [first, second]), sectionOf('East', [third])])).toBe(
      `**${first}** · **${third}** · **${second}**`,
    )
    expect(opening([sectionOf('West', [fourth, second])])).toMatch(
      /^\*\*Talks (?:and talks )+(?:and|and talks)…\*\* · \*\*Dam opens\*\*$/u,
    )
  })

  it('begins one story alone with its headline, which leads to the report that bears it', () => {
    const outlets = [anOutlet(), anOutlet({ title: 'Dam opens', url: 'https://dam.example/opens' })]
    const stories = [aStory({ headline: 'Dam opens', mark: 'new', outlets })]
    const briefing = aBriefing({ sections: [{ region: 'r', name: 'Region', stories, leftOut: 0 }] })
    const { main } = renderMessage({ kind: 'briefing', briefing }, options)
    expect(main).toHaveLength(1)
    expect(JSON.stringify(main)).toMatch(
      /"content":"### NEW · \[Dam opens\]\(https:\/\/dam\.example\/opens\)/u,
    )
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not an address', null])(
    'makes no link of %s',
    (url) => {
      const briefing = aBriefing({
        sections: [
          { region: 'r', name: 'Region', stories: [aStory({ outlets: [anOutlet({ url })] })], leftOut: 0 },
        ],
      })
      expect(JSON.stringify(renderMessage({ kind: 'briefing', briefing }, options).main)).not.toContain('](')
    },
  )
})

/** A region that has stories with these headlines. */
const sectionOf = (name: string, those: readonly string[]) => ({
  region: name,
  name,
  stories: those.map((headline) => aStory({ id: headline.slice(0, 9), headline })),
  leftOut: 0,
})
