# كلمات نقل الرسالة المنشورة إلى صفحات الآخرين وبرامجهم وتقويماتهم.
carrying-share = المشاركة والتنزيل
carrying-share-title = مشاركة: { $title }
carrying-link = إرسالها إلى آخرين
carrying-link-address = عنوان هذه الرسالة
carrying-share-here = المشاركة من هذا الجهاز
carrying-by-mail = البريد الإلكتروني
carrying-services = هذه روابط عادية إلى خدمات جهات أخرى. لا شيء منها في هذه الصفحة، ولا تعلم هذه الجهات شيئًا ما لم تتبعوا أحد الروابط.
carrying-embed = في صفحتكم
carrying-embed-what = إطار فيه العنوان وعدد الموقّعين والطريق إلى الرسالة. يبقى محدَّثًا من تلقاء نفسه، ولا يضع ملفات تعريف ارتباط ولا يحصي أحدًا.
carrying-embed-look = عرض الإطار وحده
carrying-embed-script = سطر واحد يضبط ارتفاعه بنفسه
carrying-embed-frame = إطار بلا أي نص برمجي
carrying-badge = العدد على شكل شارة
carrying-badge-what = صورة صغيرة تبيّن عدد الموقّعين كما هو في هذه اللحظة.
carrying-files = على شكل ملف
carrying-file-pdf = للطباعة وللقراءة بصوت مسموع
carrying-file-docx = لمعالج النصوص
carrying-file-text = نص عادي
carrying-file-markdown = نص بعلامات التنسيق
carrying-file-list = القائمة على شكل جدول
carrying-file-json = الرسالة وقائمتها للبرامج
carrying-file-schema = وصف هذا الشكل لمن يكتب برنامجًا
carrying-file-card = الصورة التي تظهر بجانب الروابط
carrying-feeds = متابعة المستجدات
carrying-feed-signatories = خلاصة بمن يوقّع ومن يسحب توقيعه
carrying-new-letters = رسائل مفتوحة جديدة
carrying-calendar = الموعد النهائي لتقويمكم
carrying-deadline-of = آخر موعد للتوقيع: { $title }
carrying-copy = نسخ
carrying-copied = تم النسخ
carrying-read-letter = اقرأوا الرسالة
carrying-more-names = { $count ->
    [zero] ولا منظمات أخرى
    [one] ومنظمة واحدة أخرى
    [two] ومنظمتان أخريان
    [few] و{ $count } منظمات أخرى
    [many] و{ $count } منظمة أخرى
   *[other] و{ $count } منظمة أخرى
}
carrying-more-headings = { $count ->
    [zero] ولا عناوين أخرى
    [one] وعنوان واحد آخر
    [two] وعنوانان آخران
    [few] و{ $count } عناوين أخرى
    [many] و{ $count } عنوانًا آخر
   *[other] و{ $count } عنوان آخر
}
carrying-oembed-size = المقاس عدد من النقاط أكبر من الصفر.
carrying-oembed-address = عنوان الرسالة ناقص.
