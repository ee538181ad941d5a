import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { optionsFor } from '../../../adapters/terminal/output.ts'

const output = (isTTY: boolean, columns?: number) =>
  Object.assign(new PassThrough(), { isTTY, ...(columns === undefined ? {} : { columns }) })

describe('optionsFor', () => {
  it.each([
    ['a terminal', true, {}, true],
    ['a pipe', false, {}, false],
    ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['a terminal with an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['a pipe with FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
    ['a terminal with FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR against NO_COLOR', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
  ])('decides on colour for %s', (_what, isTTY, env, expected) => {
    expect(optionsFor(output(isTTY), env).colour).toBe(expected)
  })

  it.each([
    [undefined, 80],
    [20, 40],
    [72, 72],
    [240, 100],
  ])('makes of %s columns %i', (columns, expected) => {
    expect(optionsFor(output(true, columns), {}).width).toBe(expected)
  })

  it('prints addresses where nothing can be clicked', () => {
    expect(optionsFor(output(false), {}).links).toBe('text')
  })
})
