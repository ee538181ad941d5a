import { describe, expect, it } from 'vitest'
import { compareSides } from '../../src/briefings/compare-sides.ts'
import type { Figure, Saying } from '../../src/records/finding.ts'
import type { KeptFinding } from '../../src/records/ports/findings.ts'
import type { PlacedArticle } from '../../src/records/story.ts'
import { aSourceOf } from '../fakes/a-source-of.ts'
import { anArticle } from '../storage/a-read.ts'

const SOURCES = [
  aSourceOf('herald', 'SY', 'state'),
  aSourceOf('morning', 'SY', 'state'),
  aSourceOf('gazette', 'GB', 'private'),
  aSourceOf('courier', 'GB', 'private'),
  aSourceOf('mirror', 'GB', 'private'),
  aSourceOf('standard', 'GB', 'private'),
]

/** A report of a raid. */
const aReport = (
  sourceId: string,
  title: string,
  text: string,
  own: Partial<PlacedArticle> & { readonly language?: string } = {},
): PlacedArticle => ({
  ...anArticle({ id: `of-${sourceId}`, sourceId, title, text }, { language: own.language ?? 'en' }),
  storyId: 'raid',
  storylineId: 'raid',
  copyOf: null,
  agency: null,
  ...own,
})

const RAID = [
  aReport(
    'herald',
    'Forces neutralise terrorists near Palmyra',
    'Army units struck a hideout at dawn. The general praised them.',
  ),
  aReport('morning', 'Terrorists hit in desert raid', 'Army units carried out the raid on Monday.'),
  aReport(
    'gazette',
    'Syrian troops kill fighters near Palmyra',
    'Residents saw helicopters over the desert.',
  ),
  aReport('courier', 'Fighters killed in Syrian desert raid', 'Monitors counted the dead on Monday.'),
  aReport('mirror', 'Dozens dead after raid near Palmyra', 'A raid on fighters left dozens dead.'),
  aReport('standard', 'Raid near Palmyra leaves dozens dead', 'Helicopters were seen near the town.'),
]

const inArticle = (
  sourceId: string,
  finding: KeptFinding['finding'],
  reports: readonly PlacedArticle[] = RAID,
): KeptFinding => {
  const article = reports.find((one) => one.sourceId === sourceId)
  if (article === undefined) throw new Error(sourceId)
  return { finding, article: { ...article, datedAt: article.seenAt } }
}

const killed = (value: number): Figure => ({
  kind: 'figure',
  start: 0,
  end: 1,
  names: [],
  what: 'killed',
  value,
  low: null,
  high: null,
  qualifier: null,
  unit: null,
  words: `It counts ${value} dead.`,
})

const says = (name: string | null): Saying => ({
  kind: 'saying',
  start: 0,
  end: 1,
  names: name === null ? [] : [name],
  speaker: {
    words: name ?? 'he',
    name,
    role: null,
    namedBy: name === null ? null : 'name',
    side: 'official',
  },
  verb: 'said',
  claim: ['It is over.'],
  form: 'direct',
})

const about = (reports: readonly PlacedArticle[], findings: readonly KeptFinding[] = []) =>
  compareSides(reports, SOURCES, findings).map(
    ({ country, ownership, reports, figures, sayings, words }) => ({
      side: `${country} ${ownership}`,
      outlets: reports.map(({ article }) => article.sourceId).toSorted(),
      figures: figures.map(({ finding }) => finding.value),
      speakers: sayings.map(({ finding }) => finding.speaker.name),
      words: words.map(({ words, quotation }) => [words.join(' '), quotation]),
    }),
  )

const inStead = (
  reports: readonly PlacedArticle[],
  sourceId: string,
  own: Partial<PlacedArticle>,
): readonly PlacedArticle[] =>
  reports.map((report) => (report.sourceId === sourceId ? { ...report, ...own } : report))

/** One outlet puts a word of the army in quotation marks. */
const QUOTING = inStead(RAID, 'mirror', {
  text: 'A raid on “terrorists” near Palmyra left dozens dead.',
}).filter(({ sourceId }) => sourceId !== 'morning')

const ownVoice = (reports: readonly PlacedArticle[], findings: readonly KeptFinding[] = []) =>
  compareSides(reports, SOURCES, findings).flatMap((side) =>
    side.ownVoice.map(({ word, report, quotation, distant }) => [
      report.article.sourceId,
      word,
      quotation,
      distant,
    ]),
  )

describe('the sides of a story', () => {
  it('are its outlets by country and ownership, that of most outlets first, each with headline and lead', () => {
    expect(about(RAID).map(({ side, outlets }) => [side, outlets])).toEqual([
      ['GB private', ['courier', 'gazette', 'mirror', 'standard']],
      ['SY state', ['herald', 'morning']],
    ])
    expect(compareSides(RAID, SOURCES, [])[1]?.reports.map(({ lead }) => lead)).toEqual(
      expect.arrayContaining(['Army units struck a hideout at dawn.']),
    )
  })

  it('are led by what stands behind a dateline', () => {
    const [first] = compareSides(
      [
        aReport(
          'herald',
          'Raid near Palmyra',
          'PALMYRA, Syria (Morning Wire) – Units struck a hideout at dawn.',
        ),
      ],
      SOURCES,
      [],
    )
    expect(first?.reports.map(({ lead }) => lead)).toEqual(['Units struck a hideout at dawn.'])
  })

  it('have the words that two of their headlines or leads use and nobody else', () => {
    expect(about(RAID).map(({ words }) => words)).toEqual([
      [],
      [
        ['terrorists', 'Forces neutralise terrorists near Palmyra'],
        ['units', 'Army units struck a hideout at dawn.'],
      ],
    ])
  })

  it('have no words of their own where the other side has too few reports in their language, or copies', () => {
    expect(about(RAID.slice(0, 4)).flatMap(({ words }) => words)).toEqual([])
    const german = RAID.map((report) =>
      report.sourceId === 'mirror' ? { ...report, tags: { ...report.tags, language: 'de' } } : report,
    )
    expect(about(german).at(1)?.words).toEqual([])
    const copied = RAID.map((report) =>
      report.sourceId === 'mirror' ? { ...report, copyOf: 'of-courier' } : report,
    )
    expect(about(copied).at(1)?.words).toEqual([])
  })

  it('have no word that the other side has far below its headline', () => {
    const quoting = RAID.map((report) =>
      report.sourceId === 'mirror'
        ? { ...report, text: `${report.text}\n\nDamascus calls them terrorists.` }
        : report,
    )
    expect(
      about(quoting)
        .at(1)
        ?.words.map(([words]) => words),
    ).toEqual(['units'])
  })

  it('have no word of one outlet, however often it writes it, and none that only stands with a capital', () => {
    const alone = RAID.map((report) =>
      report.sourceId === 'morning' ? { ...report, sourceId: 'herald' } : report,
    )
    expect(about(alone).flatMap(({ words }) => words)).toEqual([])
    const dated = RAID.map((report) =>
      report.sourceId === 'herald' ? { ...report, title: 'Army strikes on Monday near Palmyra' } : report,
    ).map((report) =>
      report.sourceId === 'courier' ? { ...report, text: 'Monitors counted the dead.' } : report,
    )
    expect(about(dated).flatMap(({ words }) => words.map(([one]) => one))).toEqual(['units'])
  })

  it('have the figures that nobody else tells', () => {
    const told = [
      inArticle('herald', killed(30)),
      inArticle('gazette', killed(12)),
      inArticle('courier', killed(12)),
    ]
    expect(about(RAID, told).map(({ figures }) => figures)).toEqual([[12], [30]])
    const agreed = [...told, inArticle('mirror', killed(30))]
    expect(about(RAID, agreed).map(({ figures }) => figures)).toEqual([[12], []])
  })

  it('have no figure of their own that others tell for something else, or may tell in another language', () => {
    const told = [inArticle('herald', killed(30))]
    const other = RAID.map((report) =>
      report.sourceId === 'courier' ? { ...report, text: 'Helicopters flew along route 30.' } : report,
    )
    expect(about(other, told).flatMap(({ figures }) => figures)).toEqual([])
    const arabic = RAID.map((report) =>
      report.sourceId === 'courier' ? { ...report, tags: { ...report.tags, language: 'ar' } } : report,
    )
    expect(about(arabic, told).flatMap(({ figures }) => figures)).toEqual([])
    expect(
      about(arabic, [...told, inArticle('courier', killed(12), arabic)]).map(({ figures }) => figures),
    ).toEqual([[12], [30]])
  })

  it('have the speakers with a name whom nobody else names', () => {
    const told = [inArticle('herald', says('Ali Mansour')), inArticle('morning', says(null))]
    expect(about(RAID, told).map(({ speakers }) => speakers)).toEqual([[], ['Ali Mansour']])
    const naming = RAID.map((report) =>
      report.sourceId === 'courier' ? { ...report, text: 'General Mansour had visited the town.' } : report,
    )
    expect(about(naming, told).map(({ speakers }) => speakers)).toEqual([[], []])
  })

  it('have no speaker of their own where another language may write the name in another way', () => {
    const arabic = RAID.map((report) =>
      report.sourceId === 'courier' ? { ...report, tags: { ...report.tags, language: 'ar' } } : report,
    )
    expect(about(arabic, [inArticle('herald', says('Ali Mansour'))]).at(1)?.speakers).toEqual([])
  })

  it('have the words as their own that another outlet keeps in quotation marks, in a sentence that names nobody', () => {
    expect(ownVoice(QUOTING)).toEqual([
      ['herald', 'terrorists', 'Forces neutralise terrorists near Palmyra', ['mirror']],
    ])
    const named = inStead(QUOTING, 'mirror', {
      text: 'The army said it had killed “terrorists” near Palmyra.',
    })
    expect(ownVoice(named)).toEqual([])
    const elsewhere = inStead(QUOTING, 'herald', { title: 'Army neutralises thieves and terrorists at home' })
    expect(ownVoice(elsewhere)).toEqual([])
    const longer = inStead(QUOTING, 'mirror', {
      text: 'A raid on “terrorists and thieves” near Palmyra left dozens dead.',
    })
    expect(ownVoice(longer)).toEqual([])
  })

  it('have no word as their own that they quote or put into a claim somewhere, or that is a name', () => {
    const both = inStead(QUOTING, 'herald', { text: 'The general vowed to strike “terrorists and thieves”.' })
    expect(ownVoice(both)).toEqual([])
    const claimed = inStead(QUOTING, 'herald', { title: 'They are terrorists near Palmyra' })
    const claim = { ...says('Ali Mansour'), start: 0, end: 32 }
    expect(ownVoice(claimed, [inArticle('herald', claim, claimed)])).toEqual([])
    expect(ownVoice(claimed)).toHaveLength(1)
    const copied = QUOTING.map((report) =>
      report.sourceId === 'mirror' ? { ...report, copyOf: 'of-courier' } : report,
    )
    expect(ownVoice(copied)).toEqual([])
    const organisations = [{ name: 'terrorists', confidence: 1 }]
    const called = QUOTING.map((report) => ({ ...report, tags: { ...report.tags, organisations } }))
    expect(ownVoice(called)).toEqual([])
  })

  it('have no word as their own in letters that come in one case, which tell no names from words', () => {
    const arabic = [
      aReport('herald', 'الجيش يقتل إرهابيين قرب تدمر', 'نفذت القوات الغارة فجرا.', { language: 'ar' }),
      aReport('mirror', 'قتل «إرهابيين» قرب تدمر', 'شوهدت مروحيات قرب المدينة.', { language: 'ar' }),
    ]
    expect(ownVoice(arabic)).toEqual([])
  })

  it('are nothing to tell apart where there is one, and no outlet that is read no more is a side', () => {
    const own = [inArticle('herald', killed(30)), inArticle('herald', says('Ali Mansour'))]
    expect(about(RAID.slice(0, 2), own)).toEqual([
      { side: 'SY state', outlets: ['herald', 'morning'], figures: [], speakers: [], words: [] },
    ])
    expect(about([aReport('gone', 'Raid near Palmyra', '')])).toEqual([])
  })
})
