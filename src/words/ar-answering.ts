import type { AnsweringTexts } from './catalogues.ts'

export const arAnswering: AnsweringTexts = {
  'answer.failed': 'لم ينجح ذلك. حاول مرة أخرى؛ التفاصيل في سجل البوت.',
  'answer.oldButton': 'لم يعد البوت يعرف هذا الزر. اسأل من جديد: تأتي مع الجواب أزرار جديدة.',
  'answer.formLate': 'لم يُفتح النموذج في الوقت المناسب. اطلبه مرة أخرى أو اكتبه في سطر واحد: {example}',
  'answer.noLink': 'لا يوجد عنوان ويب في هذه الرسالة.',
  'answer.wait': 'لحظة من فضلك …',
  'answer.corrected': 'صُحّح أعلاه: {titles}',
  'permission.stranger':
    'يخدم هذا البوت مساحة عمل أخرى ولا يستطيع الرد هنا. بوسع من يشغّلونه أن يفتحوه لمساحتكم.',
  'permission.host': 'تقرأ كل مساحات العمل المصادر نفسها، فلا يغيّرها إلا من يشغّلون هذا البوت.',
}
