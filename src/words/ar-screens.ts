import type { ScreenTexts } from './catalogues.ts'

export const arScreens: ScreenTexts = {
  // Threads and tables
  'action.share': 'مشاركة في القناة',
  'thread.begins': 'في سلسلة الردود:',
  'thread.more':
    '{count, plural, zero {ولا أخبار أخرى} one {وخبر آخر} two {وخبران آخران} few {و# أخبار أخرى} many {و# خبرًا آخر} other {و# خبر آخر}}',
  'story.column.outlet': 'الوسيلة',
  'story.column.time': 'الوقت',
  'story.column.report': 'ما نشرته',
}
