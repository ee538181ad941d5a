import { describe } from 'vitest'
import { extract } from '../../src/summaries/summarise.ts'
import { itSummarises } from '../contracts/summarize.ts'

describe('summaries in the outlets’ own sentences', () => {
  itSummarises(() => extract)
})
