import type { PlaceTexts } from './catalogues.ts'

export const arPlaces: PlaceTexts = {
  'place.news': 'موجزات من وسائل الإعلام في العالم، ووراء كل جملة مصدرها.',
  'place.lookUp': 'ماذا نعرف عن هذا؟',
  'place.what': 'ماذا تتابع',
  'place.missing':
    'لا يُسمح لي بعدُ بالكتابة في {channel}. امنحني الأذونات التالية في إعدادات القناة: {permissions}، ثم اطلب مجددًا.',
  'place.back':
    'لقد عدت. أُوقف مؤقتًا في غيابي {count, plural, zero {# اشتراك} one {اشتراك واحد} two {اشتراكان} few {# اشتراكات} many {# اشتراكًا} other {# اشتراك}}: الأمر ”subscriptions“ يسرد الاشتراكات، و”resume“ يعيد تشغيل أحدها.',
  'place.late': 'وصلني سؤالك متأخرًا فلم أستطع الرد عليه هناك. اسأل مجددًا من فضلك.',
  'place.rest':
    'هناك أكثر مما يتسع له المكان (بقي {count, plural, zero {# رسالة} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}}). اسألني في رسالة خاصة لتقرأ كل شيء.',
}
