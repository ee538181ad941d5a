import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readKeys, seal, type SealingKey, unseal } from '../../../../adapters/slack/transport/seal.ts'
import { anyCharacter } from '../../../fakes/any-character.ts'

const aKey = (): SealingKey => {
  const [key] = readKeys(randomBytes(32).toString('base64')) ?? []
  if (key === undefined) throw new Error('no key')
  return key
}

describe('seal', () => {
  const [older, newer] = [aKey(), aKey()]

  it('gives back any text, with whichever key sealed it', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), fc.string(), fc.boolean(), (text, name, isOld) => {
        const key = isOld ? older : newer
        // A lone surrogate has no UTF-8 form.
        fc.pre(text.isWellFormed() && name.isWellFormed())
        expect(unseal(seal(text, name, key), name, [newer, older])).toEqual({
          status: 'open',
          text,
          keyId: key.id,
        })
      }),
    )
  })

  it('never seals the same text the same way, nor shows any of it', () => {
    const [one, other] = [seal('xoxb-secret', 'T1', newer), seal('xoxb-secret', 'T1', newer)]
    expect(one).not.toBe(other)
    expect(one).not.toContain('secret')
  })

  it('stays shut without its key, under another name, and when any character was changed', () => {
    const sealed = seal('xoxb-secret', 'T1', older)
    expect(unseal(sealed, 'T1', [newer])).toEqual({ status: 'shut', reason: 'no-key' })
    expect(unseal(sealed, 'T2', [older])).toEqual({ status: 'shut', reason: 'changed' })
    for (const at of sealed.matchAll(/[A-Za-z0-9_-]/gu)) {
      const changed = `${sealed.slice(0, at.index)}${at[0] === 'A' ? 'Q' : 'A'}${sealed.slice(at.index + 1)}`
      const opened = unseal(changed, 'T1', [older, newer])
      // The last letter of a part may contain unused bits of base64; then nothing was changed.
      expect(opened.status === 'shut' || opened.text === 'xoxb-secret').toBe(true)
    }
    expect(unseal(`${sealed.slice(0, -3)}AAA`, 'T1', [older])).toEqual({ status: 'shut', reason: 'changed' })
  })

  it('is not upset by what was never sealed', () => {
    for (const text of ['', '.', '...', `${older.id}.`, `${older.id}.a.b.c`, '{"token":"xoxb"}'])
      expect(unseal(text, 'T1', [older])).toMatchObject({ status: 'shut' })
  })
})

describe('readKeys', () => {
  it('reads several, the first of which seals', () => {
    const texts = [randomBytes(32), randomBytes(32)].map((bytes) => bytes.toString('base64'))
    expect(readKeys(texts.join(', '))).toHaveLength(2)
  })

  it.each([
    ['', 'none'],
    ['abc', 'a short one'],
    [randomBytes(31).toString('base64'), 'one of 31 bytes'],
    [`${randomBytes(32).toString('base64')},x`, 'a short second one'],
  ])('refuses %j: %s', (text) => {
    expect(readKeys(text)).toBe(null)
  })
})
