import { describe, expect, it } from 'vitest'
import { describeEdit } from '../../src/briefings/describe-edit.ts'

const text =
  'The river rose overnight. Twelve people were rescued in the old town. Schools stay closed on Monday.'

describe('describeEdit', () => {
  it('tells a changed headline', () => {
    const edit = describeEdit({ title: 'Quake kills 12', text }, { title: 'Quake kills 9', text }, 'en')
    expect(edit).toEqual({ kind: 'edit', before: 'Quake kills 12', after: 'Quake kills 9' })
  })

  it('tells the sentence that changed, not the whole text', () => {
    const after = text.replace('Twelve people were rescued', 'Nine people were rescued')
    expect(describeEdit({ title: 'Flood', text }, { title: 'Flood', text: after }, 'en')).toEqual({
      kind: 'edit',
      before: 'Twelve people were rescued in the old town.',
      after: 'Nine people were rescued in the old town.',
    })
  })

  it.each([
    ['English', 'Correction: an earlier version gave another number.'],
    ['French', 'Rectificatif : une version précédente donnait un autre chiffre.'],
    ['Turkish', 'Düzeltme: Haberin önceki halinde başka bir sayı yer alıyordu.'],
    ['Arabic', 'تصحيح: ذكرت نسخة سابقة رقما آخر.'],
  ])('calls it a correction where the outlet does, in %s', (_language, note) => {
    const after = `${text.replace('Twelve', 'Nine')} ${note}`
    expect(describeEdit({ title: 'Flood', text }, { title: 'Flood', text: after }, 'en')?.kind).toBe(
      'correction',
    )
  })

  it.each([
    ['typography', 'Flood: "old town" cut off', 'Flood: “old town” cut off'],
    ['case', 'Flood Cuts Off Old Town', 'Flood cuts off old town'],
    ["an agency's resend label", 'Flood cuts off old town', 'UPDATE 1-Flood cuts off old town'],
  ])('is silent about %s', (_what, before, after) => {
    expect(describeEdit({ title: before, text }, { title: after, text }, 'en')).toBeNull()
  })

  it('takes added paragraphs for news, not for an edit', () => {
    expect(
      describeEdit(
        { title: 'Flood', text },
        { title: 'Flood', text: `${text} The bridge at the mill has reopened to carts.` },
        'en',
      ),
    ).toBeNull()
  })
})
