import { afterAll, describe, expect, it } from 'vitest'
import { analyseHere } from '../../src/analysis/analyse-here.ts'
import { analyseBeside } from '../../src/analysis/open-analysis.ts'

const options = {
  names: [{ name: 'Harbour Union of Vik', kind: 'organisation', aliases: ['HUV'] }],
} as const
const articles = [
  { title: 'Floods in Iran', text: 'Rivers rose in Shiraz and Isfahan on Monday, officials in Tehran said.' },
  { title: 'HUV calls a strike', text: 'Dockers in Norway stop work on Friday.', sourceCountry: 'NO' },
  { title: 'Élections en France', text: 'Le premier tour aura lieu dimanche à Paris et à Lyon.' },
]

describe('tagging beside', () => {
  const beside = analyseBeside(options)
  const here = analyseHere(options)
  afterAll(() => beside.close())

  it('gives the tags, terms and explanations that are given here, in the order of the articles', async () => {
    const texts = await here.read(articles)
    expect(texts.map(({ tags }) => tags.countries[0]?.code)).toEqual(['IR', 'NO', 'FR'])
    expect(await beside.read(articles)).toEqual(texts)
    for (const article of articles) expect(await beside.explain(article)).toEqual(await here.explain(article))
  })

  it('gives each of many reads that come at once its own answer', async () => {
    const reads = [...articles, ...articles].map((article) => [article])
    const answers = await Promise.all(reads.map((read) => beside.read(read)))
    expect(answers).toEqual(await Promise.all(reads.map((read) => here.read(read))))
  })

  it('says so where nothing comes back, and goes on', async () => {
    const uncopyable = { title: 'Floods', text: '', callback: () => undefined }
    await expect(beside.read([uncopyable])).rejects.toThrow('Articles could not be tagged.')
    expect(await beside.read(articles)).toHaveLength(3)
  })
})
