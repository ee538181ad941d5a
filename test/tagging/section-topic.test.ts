import { describe, expect, it } from 'vitest'
import type { Topic } from '../../src/tagging/topic.ts'
import { createSectionReader, withSection } from '../../src/tagging/topics/section-topic.ts'

const topics: readonly Topic[] = [
  {
    id: 'sport',
    code: 'medtop:15000000',
    names: { en: 'Sport' },
    aliases: ['football', 'спорт'],
    weight: 0.4,
  },
  { id: 'economy', code: 'medtop:04000000', names: { en: 'Economy' }, aliases: ['business'] },
  { id: 'science', code: 'medtop:13000000', names: { en: 'Science' }, aliases: ['technology'] },
  { id: 'trade', code: 'medtop:20000344', names: { en: 'Trade' }, aliases: [] },
]
const sectionOf = createSectionReader(topics)

describe('the section of an article', () => {
  it('is read from a part of its address, in any language', () => {
    expect(sectionOf('https://example.org/Sport/2026/a-trade-deal')?.code).toBe('medtop:15000000')
    expect(sectionOf('https://example.org/uk/football/derby')?.code).toBe('medtop:15000000')
    expect(sectionOf('https://business.example.org/a')?.code).toBe('medtop:04000000')
    expect(sectionOf(`https://example.org/${encodeURIComponent('спорт')}/a`)?.code).toBe('medtop:15000000')
  })

  it('is not the name of the article or of the site, nor a narrow topic', () => {
    expect(sectionOf('https://example.org/news/sport')).toBeNull()
    expect(sectionOf('https://sport.example/news/a')).toBeNull()
    expect(sectionOf('https://example.org/trade/a')).toBeNull()
  })

  it('is none where the address cannot be read', () => {
    expect(sectionOf(null)).toBeNull()
    expect(sectionOf('https://example.org/%E0%A4/a')).toBeNull()
    expect(sectionOf('nowhere')).toBeNull()
  })

  it('outweighs what the text says where it is a light one', () => {
    const trade = [{ code: 'medtop:04000000', score: 0.76 } as const]
    expect(withSection(trade, sectionOf('https://example.org/sport/a'))).toEqual([
      { code: 'medtop:15000000', score: 0.7 },
      { code: 'medtop:04000000', score: 0.38 },
    ])
  })

  it('stands beside what the text says where it is not, which counts less where it says nothing of it', () => {
    const war = [{ code: 'medtop:16000000', score: 0.9 } as const]
    expect(withSection(war, sectionOf('https://example.org/business/a'))).toEqual([
      { code: 'medtop:16000000', score: 0.54 },
      { code: 'medtop:04000000', score: 0.5 },
    ])
    const sanctions = [...war, { code: 'medtop:04000000', score: 0.3 } as const]
    expect(withSection(sanctions, sectionOf('https://example.org/business/a'))).toEqual([
      { code: 'medtop:16000000', score: 0.9 },
      { code: 'medtop:04000000', score: 0.5 },
    ])
    expect(withSection(war, null)).toEqual(war)
  })

  it('alone makes no science of what an outlet files under technology', () => {
    expect(withSection([], sectionOf('https://example.org/technology/a'))).toEqual([
      { code: 'medtop:13000000', score: 0.35 },
    ])
  })
})
