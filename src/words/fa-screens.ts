import type { ScreenTexts } from './catalogues.ts'

export const faScreens: ScreenTexts = {
  // Threads and tables
  'action.share': 'نشان دادن در کانال',
  'thread.begins': 'در رشتهٔ پاسخ‌ها:',
  'thread.more': '{count, plural, one {و # خبر دیگر} other {و # خبر دیگر}}',
  'story.column.outlet': 'رسانه',
  'story.column.time': 'زمان',
  'story.column.report': 'چه نوشته است',
}
