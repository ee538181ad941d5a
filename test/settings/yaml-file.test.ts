import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readYamlFile } from '../../src/settings/yaml-file.ts'

it('reads the same text as values of their own, and knows its lines each time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-yaml-'))
  const path = join(folder, 'regions.yaml')
  writeFileSync(path, 'regions:\n  - id: levant\n')
  const read = () => readYamlFile(path, 'regions.yaml')
  const [first, second, third] = [read(), read(), read()]
  const levant = { regions: [{ id: 'levant' }] }
  expect([first.value, second.value]).toEqual([levant, levant])
  // Whoever changes what was read changes it for nobody else.
  for (const one of [first, second]) Object.assign(one.value ?? {}, { regions: null })
  expect([third.value, read().value]).toEqual([levant, levant])
  expect([second.lineOf(['regions', 0]), read().lineOf(['regions', 0])]).toEqual([2, 2])
  rmSync(folder, { recursive: true })
})
