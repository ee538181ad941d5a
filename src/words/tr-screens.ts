import type { ScreenTexts } from './catalogues.ts'

export const trScreens: ScreenTexts = {
  // Threads and tables
  'action.share': 'Kanalda paylaş',
  'thread.begins': 'Mesaj dizisinde:',
  'thread.more': '{count, plural, one {ve # haber daha} other {ve # haber daha}}',
  'story.column.outlet': 'Yayın organı',
  'story.column.time': 'Zaman',
  'story.column.report': 'Ne yazdı',
}
