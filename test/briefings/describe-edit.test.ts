import { describe, expect, it } from 'vitest'
import { describeEdit } from '../../src/briefings/describe-edit.ts'

const text =
  'The river rose overnight. Twelve people were rescued in the old town. Schools stay closed on Monday.'

describe('describeEdit', () => {
  it('tells a changed headline', () => {
    const edit = describeEdit({ title: 'Quake kills 12', text }, { title: 'Quake kills 9', text }, 'en')
    expect(edit).toEqual({
      kind: 'edit',
      rewritten: [{ before: 'Quake kills 12', after: 'Quake kills 9' }],
      note: null,
    })
  })

  it('tells the sentence that changed, not the whole text', () => {
    const after = text.replace('Twelve people were rescued', 'Nine people were rescued')
    expect(describeEdit({ title: 'Flood', text }, { title: 'Flood', text: after }, 'en')).toEqual({
      kind: 'edit',
      rewritten: [
        {
          before: 'Twelve people were rescued in the old town.',
          after: 'Nine people were rescued in the old town.',
        },
      ],
      note: null,
    })
  })

  it('tells headline and sentence where each changed in words of its own', () => {
    const before = { title: 'Twelve rescued from flood', text }
    const after = { title: 'Nine rescued from flood', text: text.replace('Monday', 'Tuesday') }
    expect(describeEdit(before, after, 'en')?.rewritten.map((one) => one.after)).toEqual([
      'Nine rescued from flood',
      'Schools stay closed on Tuesday.',
    ])
  })

  it('tells a change once that headline and sentence share', () => {
    const before = { title: 'Twelve rescued from flood', text }
    const after = { title: 'Nine rescued from flood', text: text.replace('Twelve', 'Nine') }
    expect(describeEdit(before, after, 'en')?.rewritten.map((one) => one.after)).toEqual([
      'Nine rescued from flood',
    ])
  })

  it.each([
    ['number', 'The mayor said the bridge had been closed for 3 days.', '5 days.', '3 days.'],
    ['denial', 'The mayor said the bridge had not been closed.', 'had not been', 'had been'],
    ['name', 'The mayor, Ali Deniz, said the bridge had been closed.', 'Deniz', 'Demir'],
  ])('tells of two rewritten sentences the one with another %s', (_what, telling, old, now) => {
    const opening = 'The river rose overnight and flooded all of the old town.'
    const edit = describeEdit(
      { title: 'Flood', text: `${opening} ${telling.replace(now, old)}` },
      {
        title: 'Flood',
        text: `${opening.replace('rose overnight', 'climbed quickly')} ${telling.replace(old, now)}`,
      },
      'en',
    )
    expect(edit?.rewritten.map(({ after }) => after)).toEqual([telling.replace(old, now)])
  })

  it('keeps the sentence in which the outlet owns up to it, and is none for a text that only speaks of one', () => {
    const note = 'Correction: an earlier version gave another number.'
    const owned = describeEdit({ title: 'Flood', text }, { title: 'Flood', text: `${text} ${note}` }, 'en')
    expect(owned).toEqual({ kind: 'correction', rewritten: [], note })
    const spoken = 'The agency corrected its forecast on Sunday.'
    expect(
      describeEdit({ title: 'Flood', text }, { title: 'Flood', text: `${text} ${spoken}` }, 'en'),
    ).toBeNull()
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
    ['a misspelling', 'Goverment closes schools in old town', 'Government closes schools in old town'],
    ['small words', 'Flood cuts off the old town', 'Flood cuts off old town'],
    ["an agency's resend label", 'Flood cuts off old town', 'UPDATE 1-Flood cuts off old town'],
    ['the hour before a headline', '17:10 Flood cuts off old town', '17:25 Flood cuts off old town'],
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
