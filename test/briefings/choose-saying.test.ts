import { describe, expect, it } from 'vitest'
import { composeBriefing } from '../../src/briefings/compose-briefing.ts'
import { correctBriefing } from '../../src/briefings/correct-briefing.ts'
import { tellSentences } from '../../src/chat/wording/story.ts'
import type { Saying } from '../../src/records/finding.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { aRead, anArticle, HOUR, toKeep } from '../storage/a-read.ts'

const CLAIM = 'Nobody who lives beside the river will be asked to leave their home'
const TEXT =
  'The council approved the dam on the Khabur river on Tuesday. Engineers begin in May.\n\n' +
  `“${CLAIM},” said Minister Lina Haddad.`

const aSaying = (own: Partial<Saying> = {}, speaker: Partial<Saying['speaker']> = {}): Saying => ({
  kind: 'saying',
  start: 0,
  end: 1,
  names: ['Lina Haddad'],
  verb: 'said',
  claim: [`“${CLAIM},”`],
  form: 'direct',
  ...own,
  speaker: {
    words: 'Minister Lina Haddad',
    name: 'Lina Haddad',
    role: 'Minister',
    namedBy: 'name',
    side: 'official',
    ...speaker,
  },
})

/** Composes a briefing on a dam reported by this many outlets, one of which has this statement. */
async function brief(saying: Saying, { outlets = 2, text = TEXT } = {}) {
  const { store, view } = await aNewsroom()
  for (const [nth, sourceId] of ['levant-post', 'nile-wire'].slice(0, outlets).entries()) {
    const at = EVENING - (nth + 1) * HOUR
    const article = anArticle(
      {
        id: `khabur-${nth}`,
        sourceId,
        title: 'Council approves dam on the Khabur river',
        text: nth === 0 ? text : 'The council approved a dam on the Khabur river, which farmers had opposed.',
        url: `https://${sourceId}.example/khabur`,
        publishedAt: at,
        seenAt: at,
      },
      { countries: [{ code: 'SY', score: 1, focus: true }] },
    )
    await store.keepRead({
      ...aRead([], { sourceId }),
      articles: [{ ...toKeep(article, { storyId: 'skhabur' }), findings: nth === 0 ? [saying] : [] }],
    })
  }
  const period = { from: EVENING - 24 * HOUR, now: EVENING, onlyMoved: false }
  const { briefing } = await composeBriefing(aSubscription({ stories: 10 }), period, store, view.settings)
  const story = briefing.sections.flatMap(({ stories }) => stories).find(({ id }) => id === 'skhabur')
  if (story === undefined) throw new Error('not told')
  return { briefing, story, store }
}

const lastLine = (story: Awaited<ReturnType<typeof brief>>['story']): string =>
  (tellSentences(story, { number: String, language: 'en' }).at(-1) ?? []).map(({ text }) => text).join('')

describe('under the sentences of a story', () => {
  it('stands what an official says in it, word by word, with the outlet that quotes it', async () => {
    const { story } = await brief(aSaying())
    expect(lastLine(story)).toMatch(
      /^Lina Haddad \(Minister\): “Nobody who lives .* leave their home” \[\d\]$/u,
    )
    const said = story.sentences.at(-1)
    expect(TEXT.slice(said?.start, said?.end)).toBe(CLAIM)
    expect(story.outlets[said?.outlet ?? -1]?.sourceId).toBe('levant-post')
  })

  it.each([
    ['is told by the outlet in its own words', aSaying({ form: 'indirect' })],
    [
      'stands in pieces',
      aSaying({ claim: ['Nobody who lives beside the river', 'will be asked to leave.'] }),
    ],
    ['is a slogan', aSaying({ claim: ['Nobody who lives'] })],
    ['is a piece of a sentence', aSaying({ claim: ['“who lives beside the river will be asked to leave”'] })],
    ['was said by a passer-by', aSaying({}, { side: 'other' })],
    ['was said by the head of a body alone', aSaying({}, { words: 'head of the Senate', name: 'Senate' })],
    ['was said by a “she” named elsewhere', aSaying({}, { namedBy: 'pronoun', words: 'she' })],
    [
      'stands in no version that is told',
      aSaying({ claim: ['Everybody who lives beside the river may stay.'] }),
    ],
  ])('stands nothing that %s', async (_, saying) => {
    const { story } = await brief(saying)
    expect(story.sentences.every(({ saidBy }) => saidBy === undefined)).toBe(true)
  })

  it('names by name alone whom a sentence above has introduced', async () => {
    const text = TEXT.replace('Engineers begin', 'Water minister Lina Haddad opposed it, and engineers begin')
    const { story } = await brief(aSaying(), { text })
    expect(lastLine(story)).toMatch(/^Lina Haddad: “Nobody/u)
  })

  it.each([
    ['has no office that readers are told', aSaying({}, { role: null })],
    ['has a sentence for an office', aSaying({}, { role: 'court that let the minister of water go' })],
  ])('quotes nobody who %s', async (_, saying) => {
    const { story } = await brief(saying)
    expect(story.sentences.every(({ saidBy }) => saidBy === undefined)).toBe(true)
  })

  it('quotes an official who says “we” in words that no line above has', async () => {
    const claim = 'We have never believed that anybody can act as the police of a whole country'
    const { story } = await brief(aSaying({ claim: [`“${claim},”`] }), { text: TEXT.replace(CLAIM, claim) })
    expect(lastLine(story)).toContain(claim)
  })

  it('quotes nothing that the lines above it say together', async () => {
    const claim = 'The minister and farmers opposed it, and the river stayed high in our valley'
    const text = TEXT.replace('Engineers begin', 'Water minister Lina Haddad opposed it, and engineers begin')
    const { story } = await brief(aSaying({ claim: [`“${claim},”`] }), { text: text.replace(CLAIM, claim) })
    expect(story.sentences.map(({ text: told }) => told).join(' ')).toContain('opposed it')
    expect(story.sentences.every(({ saidBy }) => saidBy === undefined)).toBe(true)
  })

  it('quotes no number that is told already', async () => {
    const claim = CLAIM.replace('Nobody', 'None of the 140')
    // Within a longer quotation, so that no sentence above tells it whole.
    const text = TEXT.replace(CLAIM, `It is safe. ${claim}. It will hold`).replace(
      'dam on',
      'dam near 140 farms on',
    )
    const { story } = await brief(aSaying({ claim: [`“${claim},”`] }), { text })
    expect(story.sentences[0]?.text).toContain('140 farms')
    expect(story.sentences.every(({ saidBy }) => saidBy === undefined)).toBe(true)
  })

  it('stands no piece of a sentence in single quotation marks', async () => {
    const claim = ['‘who lives beside the river will be asked to leave their home,’']
    const text = TEXT.replace(/“.*”/u, `Of those ${claim[0]}`)
    const { story } = await brief(aSaying({ claim }), { text })
    expect(story.sentences.every(({ saidBy }) => saidBy === undefined)).toBe(true)
  })

  it('stands nothing where one outlet tells it, or a sentence has it already', async () => {
    const alone = await brief(aSaying(), { outlets: 1 })
    const told = await brief(aSaying(), {
      text: `Council approves dam on the Khabur river: ${CLAIM}. ${TEXT}`,
    })
    for (const { story } of [alone, told])
      expect(story.sentences.every(({ saidBy }) => saidBy === undefined)).toBe(true)
  })

  it('stands what its outlet quotes: rewritten there it goes, and no whole sentence has its place', async () => {
    const { briefing, story } = await brief(aSaying())
    const before = story.sentences.length
    const rewritten = TEXT.replace('Nobody who lives', 'Hardly anybody who lives')
    const versions = [TEXT, rewritten].map((text, nth) => ({
      version: nth + 1,
      title: 'Council approves dam on the Khabur river',
      text,
      seenAt: EVENING + nth,
    }))
    const corrected = correctBriefing(briefing, { articleId: 'khabur-0', sourceId: 'levant-post', versions })
    const after = corrected.sections.flatMap(({ stories }) => stories).find(({ id }) => id === 'skhabur')
    expect(after?.sentences).toHaveLength(before - 1)
    expect(after?.changes.map(({ after }) => after).join('')).toContain('Hardly anybody')
    expect(after?.sentences.every(({ saidBy }) => saidBy === undefined)).toBe(true)
  })
})
