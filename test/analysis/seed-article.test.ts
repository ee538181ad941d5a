import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { analyse } from '../../src/analysis/analyse.ts'
import { createTagger } from '../../src/tagging/create-tagger.ts'

const file = path.resolve('../shared/data/articles/iran-turkey-foreign-ministers.jsonl')
const row = z.object({ title: z.string(), text: z.string(), time: z.string() })

describe.skipIf(!existsSync(file))(
  'what the article on two foreign ministers says (needs ../shared/data)',
  () => {
    const article = existsSync(file)
      ? row.parse(JSON.parse(readFileSync(file, 'utf8').split('\n')[0] ?? ''))
      : { title: '', text: '', time: '2024-12-02' }
    const { findings } = analyse(createTagger(), {
      title: article.title,
      text: article.text,
      language: 'en',
      writtenAt: Date.parse(article.time),
    })
    const claimsOf = (name: string): readonly string[] =>
      findings.flatMap((one) =>
        one.kind === 'saying' && one.speaker.name === name ? [one.claim.join(' ')] : [],
      )

    it('has four claims of one minister and more, and two of the other', () => {
      expect(claimsOf('Abbas Araghchi').length).toBeGreaterThanOrEqual(4)
      expect(claimsOf('Abbas Araghchi').join('\n')).toContain('moves by terrorist groups in Syria')
      expect(claimsOf('Hakan Fidan').length).toBeGreaterThanOrEqual(2)
    })

    it('has both tolls, that of a day as state television counts it', () => {
      const tolls = findings.flatMap((one) =>
        one.kind === 'figure' ? [[one.what, one.value, one.qualifier, one.countedBy ?? '']] : [],
      )
      expect(tolls).toContainEqual(['killed', 320, 'about', 'Syria’s state television'])
      expect(tolls).toContainEqual(['killed', 1300, 'about', ''])
    })

    it('has the council that is to meet, and the press conference of that Monday', () => {
      const coming = findings.flatMap((one) => (one.kind === 'coming' ? [one] : []))
      expect(coming.map(({ when }) => when)).toEqual(['2024-12-02', '2025'])
      expect(coming[0]?.words).toContain('press conference')
    })
  },
)
