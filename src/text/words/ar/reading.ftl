# قائمة رسالة عامة: البحث فيها وتقليبها وشرحها.
reading-skip-to-list = انتقل إلى القائمة
reading-signatories-of = الجهات الموقّعة: { $title }
reading-find-in-list = البحث في القائمة
reading-name = الاسم أو الاختصار
reading-find = بحث
reading-narrow = بحسب البلد والمجموعة وطريقة التحقق
reading-country = البلد
reading-group = المجموعة
reading-verified = طريقة التحقق
reading-any = الكل
reading-shown = المعروض: { $found } من { $count }
reading-whole-list = القائمة كاملة
reading-nobody = لا اسم مطابق في هذه القائمة.
reading-withheld-not-found = لا يشمل البحث الأسماء المحجوبة.
reading-headings = مجموعات القائمة
reading-pages = صفحات القائمة
reading-page = الصفحة { $number } من { $of }
reading-previous = السابقة
reading-next = التالية
reading-print-whole = طباعة القائمة كاملة (PDF)
reading-continued = (تتمة)
reading-elsewhere = ترد أسماء جديدة في صفحات أخرى من هذه القائمة.
reading-link-here = رابط إلى هذه الجهة الموقّعة
reading-have-signed = { $count ->
    [zero] لم توقّع أي منظمة.
    [one] وقّعت منظمة واحدة.
    [two] وقّعت منظمتان.
    [few] وقّعت { $shown } منظمات.
    [many] وقّعت { $shown } منظمةً.
   *[other] وقّعت { $shown } منظمة.
}
reading-how-operator = اطّلع مشغّل الموقع على حقيقة المنظمة وتثبّت منها.
reading-how-vouched = أكّد تحالف تنتمي إليه المنظمة أنها عضو فيه.
reading-how-domain = أكّدت المنظمة عنوان بريد إلكتروني على نطاق موقعها.
reading-how-email = أكّدت المنظمة عنوان البريد الإلكتروني الذي سجّلت به.
reading-how-listed = أدرجها منسّقو الرسالة استنادًا إلى بريد إلكتروني أو قائمة سابقة، ولم توقّع هنا.
reading-draft-confidential = نرجو إبقاءها سرّية. ستصلكم رسالة بريد عندما يصبح التوقيع ممكنًا.
reading-comment-on-draft = التعليق على المسوّدة
reading-coordinate-it = تنسيقها
reading-confidential = نرجو إبقاءها سرّية.
reading-or-see-signature = أو الاطلاع على التوقيع الذي قدّمته.
reading-press-link-over = انتهت صلاحيته أو أُلغي. اطلبوا رابطًا آخر ممن أعطاكم إياه.
reading-signed-so-far = { $count ->
    [zero] لم توقّع أي منظمة حتى الآن. وتُعلن الأسماء حين تُنشر الرسالة.
    [one] وقّعت منظمة واحدة حتى الآن. وتُعلن الأسماء حين تُنشر الرسالة.
    [two] وقّعت منظمتان حتى الآن. وتُعلن الأسماء حين تُنشر الرسالة.
    [few] وقّعت { $count } منظمات حتى الآن. وتُعلن الأسماء حين تُنشر الرسالة.
    [many] وقّعت { $count } منظمةً حتى الآن. وتُعلن الأسماء حين تُنشر الرسالة.
   *[other] وقّعت { $count } منظمة حتى الآن. وتُعلن الأسماء حين تُنشر الرسالة.
}
