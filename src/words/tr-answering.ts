import type { AnsweringTexts } from './catalogues.ts'

export const trAnswering: AnsweringTexts = {
  'answer.failed': 'Bu olmadı. Yeniden deneyin; ayrıntılar botun günlüğünde.',
  'answer.oldButton': 'Bot bu düğmeyi artık tanımıyor. Yeniden sorun: yanıtla birlikte yenileri gelir.',
  'answer.formLate': 'Form zamanında açılamadı. Yeniden isteyin ya da tek satırda yazın: {example}',
  'answer.noLink': 'Bu mesajda bir web adresi yok.',
  'answer.wait': 'Bir saniye …',
  'answer.corrected': 'Yukarıda düzeltildi: {titles}',
  'permission.stranger':
    'Bu bot başka bir çalışma alanına hizmet ediyor, burada yanıt veremez. Onu işletenler sizin alanınıza da açabilir.',
  'permission.host':
    'Bütün çalışma alanları aynı kaynakları okur; onları yalnızca botu işletenler değiştirebilir.',
}
