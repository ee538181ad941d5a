import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Asker } from '../../src/chat/command.ts'
import type { Message } from '../../src/records/message.ts'
import { openSampleNewsroom, type SampleNewsroom } from '../fakes/sample-newsroom.ts'

let sample: SampleNewsroom

/** Reading four days of ten outlets takes some seconds, on a busy machine a minute. */
const FOUR_DAYS_MS = 120_000

beforeAll(async () => {
  sample = await openSampleNewsroom('2026-03-09T00:00:00Z')
  for (let hour = 0; hour < 78; hour++) {
    await sample.bot.read()
    sample.pass(3_600_000)
  }
}, FOUR_DAYS_MS)
afterAll(() => sample.close())

/** A user who talks to the bot in a place of their own. */
function aPerson(user: string, change: Partial<Asker> = {}) {
  const channel = `slack:${user}`
  const own = { user, channel, isAdmin: true, managesChannel: true, zone: 'Europe/Istanbul', ...change }
  return (text: string) => sample.ask(text, own)
}

const textOf = (answer: Message): string => (answer.kind === 'notice' ? answer.text : `(${answer.kind})`)
const titlesOf = (answer: Message): readonly string[] =>
  answer.kind === 'search' ? answer.results.hits.map(({ title }) => title) : []
const cardOf = (answer: Message) => (answer.kind === 'subscription' ? answer.subscription : null)

describe('somebody who has never read the help', () => {
  it('is not told that nothing is new where a search finds it', async () => {
    const ask = aPerson('truce')
    expect(titlesOf(await ask("what's the latest on the truce in yemen?"))).toContain(
      'Yemen truce prolonged by 60 days after Muscat talks',
    )
  })

  it('learns that there is newer, where nothing was in the time they asked for', async () => {
    const ask = aPerson('weekend')
    const answer = await ask('did anything happen in chad over the weekend')
    expect(answer).toMatchObject({
      briefing: { sections: [], keptOut: { laterAt: expect.any(Number) } },
      actions: [{ label: 'action.later' }],
    })
  })

  it.each([
    ['ru', 'холера чад'],
    ['de', 'was sagt die zentralbank in kasachstan'],
    ['es', 'noticias del trigo'],
    ['ru', 'цены на пшеницу'],
  ])('asks in %s, in which nothing is written: %s', async (language, text) => {
    const answer = await aPerson(language, { language })(text)
    expect(answer.kind === 'search' && answer.results.hits[0]).toMatchObject({ translated: true })
  })

  it('sees a hit in their own language where one says what they look for', async () => {
    const answer = await aPerson('fr', { language: 'fr' })('des infos sur le choléra depuis dimanche')
    expect(answer).toMatchObject({ results: { hits: [{ language: 'fr' }] } })
  })

  it('may misspell a name: what is found without it is shown, and said so', async () => {
    const answer = await aPerson('slip')('umm qaser strike')
    expect(answer).toMatchObject({
      results: {
        hits: [{ title: 'Dockers suspend strike at Iraqi port of Umm Qasr after pay deal' }],
        note: 'Nothing matches all of it; this was found without “qaser”.',
      },
    })
  })

  it('calls a story by words', async () => {
    const ask = aPerson('words')
    expect(textOf(await ask('mute the van earthquake'))).toMatch(/Search ends in Van/u)
    expect(await ask('facts figures cholera')).toMatchObject({
      results: { query: 'Cholera vaccine reaches Chad as cases climb to 71' },
    })
    expect(await ask('mute the flood')).toMatchObject({
      text: 'That could be several stories. Which one?',
      actions: [{ command: expect.stringMatching(/^mute story:/u) }, {}],
    })
  })

  it('reads the figures of a story under a headline in their language', async () => {
    expect(await aPerson('figures', { language: 'fr' })('facts figures choléra')).toMatchObject({
      results: { query: 'Le Tchad confirme une flambée de choléra autour du lac Tchad' },
    })
  })

  it('asks for facts without knowing which there are', async () => {
    expect(titlesOf(await aPerson('facts')('facts about the cholera outbreak in chad'))).toHaveLength(1)
  })

  it('asks what is to come', async () => {
    expect(await aPerson('coming')('whats on next week')).toMatchObject({ results: { about: 'upcoming' } })
    expect(await aPerson('termine', { language: 'de' })('was steht an in tschad')).toMatchObject({
      results: { about: 'upcoming', query: 'Tschad' },
    })
  })

  it('says since a day that Arabic calls a day', async () => {
    const answer = await aPerson('ar', { language: 'ar' })('ما الجديد في ميناء أم قصر منذ يوم الاثنين')
    expect(answer).toMatchObject({ kind: 'search', results: { hits: [{ language: 'ar' }] } })
  })

  it('is told that a sentence was not understood, and greeted where they greet', async () => {
    const ask = aPerson('unclear')
    expect(textOf(await ask('at 9'))).toMatch(/^I did not understand that/u)
    expect(textOf(await ask('hi!'))).toMatch(/^Hello/u)
  })
})

describe('whoever has just subscribed', () => {
  it('adds one thing and takes out another in one sentence', async () => {
    const ask = aPerson('both')
    await ask('send me iraq and syria news every weekday at 7:30')
    const card = cardOf(await ask('add water and take out sports'))
    expect(card?.filter).toBe('Iraq or Syria; and containing water; without Sport')
  })

  it.each([
    ['fr', 'abonne-moi au sahel tous les lundis à 9h', 'plutôt à 18h30', '18:30'],
    ['es', 'mándame noticias de perú cada viernes a las 8', 'mejor a las 9', '09:00'],
    ['de', 'schick mir jeden werktag um acht nachrichten über nahost', 'lieber erst um neun', '09:00'],
  ])('would rather have another hour, in %s', async (language, first, then, time) => {
    const ask = aPerson(`hour-${language}`, { language })
    await ask(first)
    expect(cardOf(await ask(then))?.when).toContain(time)
  })

  it('is asked whether “cancel” is of the change or of all', async () => {
    const ask = aPerson('annule', { language: 'fr' })
    await ask('abonne-moi au sahel tous les lundis à 9h')
    await ask('rajoute la santé')
    expect(await ask('annule')).toMatchObject({
      actions: [{ command: 'undo' }, { command: expect.stringMatching(/^unsubscribe /u) }],
    })
  })
})
