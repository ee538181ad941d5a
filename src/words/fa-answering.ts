import type { AnsweringTexts } from './catalogues.ts'

export const faAnswering: AnsweringTexts = {
  'answer.failed': 'انجام نشد. دوباره امتحان کنید؛ جزئیات در گزارش‌های بات است.',
  'answer.oldButton': 'بات دیگر این دکمه را نمی‌شناسد. دوباره بپرسید: دکمه‌های تازه همراه پاسخ می‌آیند.',
  'answer.formLate': 'فرم به‌موقع باز نشد. دوباره آن را بخواهید، یا در یک خط بنویسید: {example}',
  'answer.noLink': 'در این پیام نشانی وب نیست.',
  'answer.wait': 'یک لحظه …',
  'answer.corrected': 'در بالا اصلاح شد: {titles}',
  'permission.host':
    'همهٔ فضاهای کاری منبع‌های یکسانی می‌خوانند؛ تنها گردانندگان این بات می‌توانند آن‌ها را تغییر دهند.',
}
