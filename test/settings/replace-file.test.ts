import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { replaceFile } from '../../src/settings/replace-file.ts'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'

let directory: string
let file: string
beforeEach(() => {
  directory = aTemporaryDirectory()
  file = join(directory, 'sources.yaml')
})

const modeOf = (path: string): number => statSync(path).mode & 0o777

describe('replaceFile', () => {
  it('leaves nothing but the file, with the rights it had', () => {
    writeFileSync(file, 'old')
    chmodSync(file, 0o640)
    replaceFile(file, 'new')
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(modeOf(file)).toBe(0o640)
    expect(readdirSync(directory)).toEqual(['sources.yaml'])
  })

  it('closes one that others could read, where that is asked', () => {
    writeFileSync(file, 'old')
    chmodSync(file, 0o644)
    replaceFile(file, 'new', { mode: 0o600 })
    expect(modeOf(file)).toBe(0o600)
  })

  it('writes through nothing that somebody has put where it works', () => {
    const prey = join(directory, 'prey')
    writeFileSync(prey, 'of somebody else')
    symlinkSync(prey, `${file}.new`)
    replaceFile(file, 'new')
    expect(readFileSync(prey, 'utf8')).toBe('of somebody else')
    expect(readFileSync(file, 'utf8')).toBe('new')
  })

  it('leaves a link a link, and replaces what it leads to where that is', () => {
    mkdirSync(join(directory, 'secrets'))
    const target = join(directory, 'secrets', 'env')
    writeFileSync(target, 'old')
    symlinkSync('secrets/env', join(directory, 'between'))
    symlinkSync('between', file)
    replaceFile(file, 'new')
    expect(lstatSync(file).isSymbolicLink()).toBe(true)
    expect(lstatSync(target).isFile()).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe('new')
    expect(readdirSync(join(directory, 'secrets'))).toEqual(['env'])
  })

  it('makes what a link leads to where it is not there yet', () => {
    symlinkSync('elsewhere', file)
    replaceFile(file, 'new', { mode: 0o600 })
    expect(lstatSync(file).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(directory, 'elsewhere'), 'utf8')).toBe('new')
    expect(modeOf(join(directory, 'elsewhere'))).toBe(0o600)
  })

  it('replaces no device and no directory, and leaves nothing beside them', () => {
    mkdirSync(file)
    symlinkSync('/dev/null', join(directory, 'env'))
    for (const path of [file, join(directory, 'env')])
      expect(() => replaceFile(path, 'new', { mode: 0o600 })).toThrow('is no file')
    expect(readdirSync(directory).toSorted()).toEqual(['env', 'sources.yaml'])
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })
})
