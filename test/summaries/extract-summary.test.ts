import { describe } from 'vitest'
import { extract } from '../../src/summaries/summarise.ts'
import { itSummarises } from '../contracts/summarise.ts'

describe('summaries in the outlets’ own sentences', () => {
  itSummarises(() => extract)
})
