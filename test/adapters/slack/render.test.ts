import { describe, expect, it } from 'vitest'
import { validateMessage } from '../../fakes/slack/validate-message.ts'
import { renderMessage, type DrawOptions, type SlackMessage } from '../../../adapters/slack/render.ts'
import type { Message } from '../../../src/records/message.ts'
import { SPOKEN } from '../../../src/language/languages.ts'
import { aNoticeOnChannels } from '../../fakes/a-notice-on-channels.ts'
import { aBriefingIn, topicNameIn } from '../../fakes/briefing-in.ts'
import { aShortenedSentence, aSentence, anOutlet, aStory } from '../../fakes/briefed-story.ts'
import { aBriefing, TOPIC_NAMES } from '../../fakes/briefings.ts'
import { aSearchHit, aSource } from '../../fakes/findings.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'
import { messageAsText } from './as-text.ts'

const secret = 'sample'
const options: DrawOptions = { secret, topicName: (code) => TOPIC_NAMES.get(code) }

const partsOf = ({ main, thread }: SlackMessage) => [main, ...thread]

const asText = (message: Message, own: Partial<DrawOptions> = {}): string =>
  messageAsText(renderMessage(message, { ...options, ...own }), secret)

const storiesOf = (region: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    aStory({ id: `${region}${index + 1}`, headline: `Story ${index + 1} of the ${region}` }),
  )

/** A long briefing: two regions with more stories than the main message can hold. */
const aLongBriefing = (): Message => ({
  kind: 'briefing',
  briefing: aBriefing({
    sections: [
      { region: 'levant', name: 'Levant', stories: storiesOf('levant', 6), leftOut: 2 },
      { region: 'caucasus', name: 'Caucasus', stories: storiesOf('caucasus', 3), leftOut: 0 },
    ],
  }),
})

describe('a followed story', () => {
  it('leads with what is new, in the message and in its notification', () => {
    const message: Message = {
      kind: 'briefing',
      briefing: aBriefing({
        title: 'What is new: Quake kills 12',
        sections: [
          {
            region: 'levant',
            name: 'Levant',
            stories: [aStory({ headline: 'Toll of quake rises to 19' })],
            leftOut: 0,
          },
        ],
        timeline: { entries: [], earlier: 0 },
      }),
    }
    const { main } = renderMessage(message, options)
    expect(main.text).toBe('Toll of quake rises to 19\nWhat is new: Quake kills 12')
    expect(main.blocks[0]?.type).toBe('context')
  })
})

describe('renderMessage', () => {
  it.each(Object.values(MESSAGES))('draws $kind as reviewed', async (message: Message) => {
    const drawn = renderMessage(message, options)
    expect(partsOf(drawn).flatMap(validateMessage)).toEqual([])
    await expect(`${JSON.stringify(drawn, null, 2)}\n`).toMatchFileSnapshot(`rendered/${message.kind}.json`)
    await expect(messageAsText(drawn, secret)).toMatchFileSnapshot(`rendered/${message.kind}.txt`)
  })

  it('draws an error as reviewed', async () => {
    const text =
      'I don’t know the region “mars”; did you mean “Marshall Islands”?\n“help” lists what you can ask.'
    const drawn = renderMessage({ kind: 'notice', level: 'error', text, language: 'en' }, options)
    await expect(messageAsText(drawn, secret)).toMatchFileSnapshot('rendered/error.txt')
  })

  it('tells a long morning in the thread as reviewed', async () => {
    await expect(asText(aLongBriefing())).toMatchFileSnapshot('rendered/long-briefing.txt')
  })

  it('tells the worst day as reviewed', async () => {
    await expect(asText({ kind: 'briefing', briefing: aWorstDay() })).toMatchFileSnapshot(
      'rendered/worst-day.txt',
    )
  })

  it.each(SPOKEN)('tells the briefing to a reader of %s as reviewed', async (language) => {
    const briefing: Message = { kind: 'briefing', briefing: aBriefingIn(language) }
    await expect(asText(briefing, { topicName: topicNameIn })).toMatchFileSnapshot(
      `rendered/languages/${language}.txt`,
    )
  })

  it.each(SPOKEN)('keeps every limit in %s', (language) => {
    const drawn = Object.values(MESSAGES).map((message): Message =>
      message.kind === 'briefing'
        ? { ...message, briefing: aBriefingIn(language) }
        : { ...message, language },
    )
    expect(
      drawn.flatMap((message) => partsOf(renderMessage(message, options))).flatMap(validateMessage),
    ).toEqual([])
  })

  it('puts the strongest story of each region into the message', () => {
    const { main } = renderMessage(aLongBriefing(), options)
    const buttons = JSON.stringify(main.blocks)
    const told = ['levant1', 'levant2', 'levant3', 'caucasus1', 'caucasus2'].filter((id) =>
      buttons.includes(`:story ${id}"`),
    )
    expect(told).toEqual(['levant1', 'levant2', 'levant3', 'caucasus1', 'caucasus2'])
    expect(buttons).not.toContain(':story levant4"')
  })

  it('answers in the thread as seldom as it can: a region has a message of its own where they do not fit into one', () => {
    const sections = ['levant', 'caucasus', 'gulf'].map((name) => ({
      region: name,
      name,
      stories: storiesOf(name, 6),
      leftOut: 0,
    }))
    const drawn = (count: number) =>
      renderMessage(
        { kind: 'briefing', briefing: aBriefing({ sections: sections.slice(0, count) }) },
        options,
      )
    expect(drawn(2).thread.map(({ text }) => text)).toEqual(['levant · caucasus'])
    expect(drawn(3).thread.map(({ text }) => text)).toEqual(['levant · caucasus', 'gulf'])
  })

  it('tells a briefing for one person alone in its order, since it has no thread', () => {
    const drawn = asText(aLongBriefing(), { share: 'catchup' })
    const told = [...drawn.matchAll(/→ story (\w+)/gu)].map(([, id]) => id)
    expect(told.join(' ')).toBe(
      'levant1 levant2 levant3 levant4 levant5 levant6 caucasus1 caucasus2 caucasus3',
    )
    expect(drawn).not.toContain('In the thread')
  })

  it('leaves long stories to the thread, so that the message keeps its end', () => {
    const long = aSentence({ text: 'The harbour stays closed. '.repeat(140) })
    const stories = storiesOf('levant', 6).map((story) => ({ ...story, sentences: [long] }))
    const briefing = aBriefing({ sections: [{ region: 'levant', name: 'Levant', stories, leftOut: 0 }] })
    const { main, thread } = renderMessage({ kind: 'briefing', briefing }, options)
    expect(JSON.stringify(main.blocks.at(-1))).toContain('Not read: Radio Oasis')
    expect(thread.map(({ text }) => text)).toEqual(['Levant', 'Levant'])
  })

  it('notifies with the title and the strongest headlines', () => {
    expect(renderMessage(aLongBriefing(), options).main.text).toBe(
      'Western Asia, every morning\nStory 1 of the levant\nStory 1 of the caucasus',
    )
  })

  it('labels the sentences that a model chose', () => {
    const story = aStory({ sentences: [aShortenedSentence()] })
    const briefing = aBriefing({ sections: [{ region: 'r', name: 'Region', stories: [story], leftOut: 0 }] })
    const drawn = asText({ kind: 'briefing', briefing })
    expect(drawn).toContain('|[1]> (chosen and shortened by a model)')
    expect(drawn).toContain('every word is the outlets’')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'slack://channel?id=C1', 'not an address', null])(
    'makes no link of %s',
    (url) => {
      const story = aStory({ outlets: [anOutlet({ url })] })
      const briefing = aBriefing({
        sections: [{ region: 'r', name: 'Region', stories: [story], leftOut: 0 }],
      })
      const json = JSON.stringify(renderMessage({ kind: 'briefing', briefing }, options))
      expect(json).not.toContain('"link"')
      expect(json).not.toMatch(/alert|slack:|data:/u)
    },
  )

  it('keeps the text of a link whose address is too long', () => {
    const url = `https://open-atlas.example/${'a'.repeat(3000)}`
    const story = aStory({ outlets: [anOutlet({ url, name: 'Open Atlas' })] })
    const briefing = aBriefing({ sections: [{ region: 'r', name: 'Region', stories: [story], leftOut: 0 }] })
    const json = JSON.stringify(renderMessage({ kind: 'briefing', briefing }, options))
    expect(json).toContain('Open Atlas')
    expect(json).not.toContain('aaaa')
  })

  it('announces what had no room in the message by what it says, not by the whole message again', () => {
    const stories = storiesOf('levant', 9).map((story) => ({
      ...story,
      headline: story.headline.padEnd(900, ' x'),
    }))
    const failed = (['timeout', 'gone', 'not-a-feed', 'server-error'] as const).flatMap((kind) =>
      Array.from({ length: 12 }, (_, index) => ({
        sourceId: `${kind}-${index}`,
        name: `${kind} ${index} `.padEnd(160, 'y'),
        kind,
        reason: '',
      })),
    )
    const briefing = aBriefing({
      sections: [{ region: 'levant', name: 'Levant', stories, leftOut: 0 }],
      coverage: { sources: 90, answered: 42, failed },
    })
    const { main, thread } = renderMessage({ kind: 'briefing', briefing }, options)
    const [rest] = thread
    expect(main.text).toContain('Western Asia, every morning')
    expect(rest?.text).toMatch(/^42 of 90 sources answered/u)
    expect(rest?.text).not.toContain('Western Asia, every morning')
    expect(partsOf({ main, thread }).flatMap(validateMessage)).toEqual([])
  })

  it('offers to share a private answer, behind what else can be done', () => {
    const drawn = renderMessage(
      { ...MESSAGES.search, actions: [{ label: 'action.more', command: 'search van page:2' }] },
      { ...options, share: 'a1' },
    )
    expect(drawn.main.blocks.at(-1)).toMatchObject({
      type: 'actions',
      elements: [
        { text: { text: 'More' }, action_id: 'command:0' },
        { text: { text: 'Share to channel' }, action_id: 'share', value: 'a1' },
      ],
    })
  })

  it('names the channel that a notice is about, and no other that its text names', () => {
    const text = 'I no longer post to slack:T1/C1: <#C2> & slack:T1/C3.'
    const drawn = asText({ ...MESSAGES.notice, level: 'info', text, channels: ['slack:T1/C1'] })
    expect(drawn).toBe(
      'MESSAGE, notified as: I no longer post to <#C1>: &lt;#C2&gt; &amp; slack:T1/C3.\n\nI no longer post to <#C1>: <#C2> & slack:T1/C3.\n\n',
    )
  })

  it.each(['en', 'fa'])('tells of many lost channels at once, with what to press (%s)', async (language) => {
    const channels = Array.from({ length: 12 }, (_, index) => `slack:T1/C${index}`)
    await expect(asText(aNoticeOnChannels(channels, language))).toMatchFileSnapshot(
      `rendered/lost-channels.${language}.txt`,
    )
  })

  it('has a button to try again where a subscription is not reachable', () => {
    const [card] = MESSAGES.subscriptions.subscriptions
    if (card === undefined) throw new Error('no subscription is listed')
    const lost = { ...card, nextAt: null, unreachableSince: 0 }
    const drawn = (own: Partial<typeof card>) =>
      asText({ ...MESSAGES.subscriptions, subscriptions: [{ ...lost, ...own }] })
    expect(drawn({ resumable: true })).toContain('[Resume → resume k4f2]')
    expect(drawn({})).toContain('[Pause → pause k4f2]')
  })

  it('puts what does not fit beside three buttons into a menu', () => {
    const actions = (['more', 'test', 'pause', 'resume', 'unsubscribe'] as const).map((name) => ({
      label: `action.${name}` as const,
      command: `help ${name}`,
    }))
    const drawn = asText({ ...MESSAGES.notice, actions })
    expect(drawn).toContain(
      '[More → help more] [Try it → help test] [Pause → help pause] [⋯ Resume → help resume; Unsubscribe → help unsubscribe]',
    )
  })

  it('shows the sources that somebody should look at first, and counts those it does not show', () => {
    const failing = aSource({ sourceId: 'steppe', finding: { kind: 'gone' }, state: 'gone' })
    const sources = [
      ...Array.from({ length: 130 }, (_, index) => aSource({ sourceId: `well-${index}` })),
      failing,
    ]
    const drawn = asText({ ...MESSAGES.sources, sources })
    expect(drawn.indexOf('id steppe')).toBeLessThan(drawn.indexOf('id well-0'))
    expect(drawn).toContain('id well-98 ')
    expect(drawn).not.toContain('id well-99 ')
    expect(drawn).toContain('31 more sources are not shown.')
  })

  it('leads from a hit to its story once, whatever number of hits it has', () => {
    const hits = [aSearchHit(), aSearchHit({ articleId: 'a-van-2' }), aSearchHit({ storyId: 's2' })]
    const drawn = asText({ ...MESSAGES.search, results: { query: 'van', hits, more: false } })
    expect(drawn).toContain('⌄ 1. Fourteen hurt in earthquake near Van → story s81xm; 3. Fourteen')
  })
})
