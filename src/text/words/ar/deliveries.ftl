# The words of deliveries.
deliveries-mail-delivered = سُلّمت الرسالة التي وقّعتها منظمتكم.
deliveries-mail-delivered-to = سُلّمت الرسالة التي وقّعتها منظمتكم إلى { $whom }.
deliveries-mail-subject = سُلّمت: { $title }
deliveries-mail-attached = النسخة النهائية، مع القائمة كما سُلّمت، مرفقة بهذا البريد.
deliveries-mail-files = كل ملفات التسليم
deliveries-mail-sha256 = يُعرَف هذا التسليم ببصمته (SHA-256): { $sha256 }
deliveries-deliver = تسليم الرسالة
deliveries-choose-one = اختاروا أحد الأمرين.
deliveries-changes-again = تغيّرت القائمة مرارًا أثناء إعدادها للورق. أغلقوا باب التوقيع، أو حاولوا مرة أخرى بعد لحظة.
deliveries-draft = لا يمكن تسليم مسوّدة. افتحوا باب التوقيع أولًا.
deliveries-is-retracted = هذه الرسالة مسحوبة.
deliveries-is-suspended = علّق مشغّل هذا الموقع هذه الرسالة.
deliveries-already = سُلّمت هذه الرسالة أصلًا. والرسالة تُسلَّم مرة واحدة.
deliveries-nobody-signed-refused = لم يوقّع أحد هذه الرسالة بعد. والرسالة تُسلَّم مرة واحدة، فانتظروا موقّعيها، أو أدرجوا من وافقوا بالبريد.
deliveries-changed = تغيّرت القائمة أثناء إعدادها للورق. حاولوا مرة أخرى.
deliveries-answer-from-missing = من الذي أجاب؟
deliveries-answer-text-missing = بماذا أجاب؟
deliveries-answer-day-wrong = يُكتب اليوم هكذا: 2026-12-14، ولا يكون في المستقبل.
deliveries-not-delivered = لم يُسلَّم بعد ما يمكن أن يُجاب عنه.
deliveries-retracted-no-more = هذه الرسالة مسحوبة، فلا تُسلَّم.
deliveries-about = يُثبّت التسليم النص والقائمة وأرقامها، ويُعدّها بصيغ PDF وDOCX ونص عادي وCSV وJSON، مع غلاف للمرسَل إليه. وتصل النسخة النهائية بالبريد إلى كل من وقّع، وإلى كل منظمة على عنوانها. ويجري ذلك مرة واحدة.
deliveries-look-first = اعرضوها أولًا كما هي: { $pdf }، { $docx }.
deliveries-nobody-signed = لم يوقّع أحد هذه الرسالة بعد، فلا شيء يُسلَّم.
deliveries-boxes = ليست هذه العلامات في خطوط ملف PDF، ويظهر مكان كل منها مربع: { $signs }. أما في الملفات الأخرى فهي كما كُتبت.
deliveries-boxes-others = { $count ->
    [zero] وغيرها
    [one] وعلامة أخرى
    [two] وعلامتان أخريان
    [few] و{ $count } علامات أخرى
    [many] و{ $count } علامة أخرى
   *[other] و{ $count } علامة أخرى
}
deliveries-delivered-to = سُلّمت إلى
deliveries-delivered-to-hint = يظهر على الغلاف. أما المرسَل إليهم فمذكورون في الرسالة.
deliveries-cover-words = كلمات للغلاف
deliveries-signing = التوقيع
deliveries-signing-ends = ينتهي مع التسليم
deliveries-signing-goes-on = يستمر: يظهر الموقّعون اللاحقون تحت «وقّعت بعد التسليم»
deliveries-name-and-another = { $before }، { $name }
deliveries-names-withheld = { $count ->
    [zero] بلا أسماء محجوبة
    [one] جهة واحدة محجوبة الاسم
    [two] جهتان محجوبتا الاسم
    [few] { $count } جهات محجوبة الأسماء
    [many] { $count } جهة محجوبة الأسماء
   *[other] { $count } جهة محجوبة الأسماء
}
deliveries-names-and-withheld = { $names }، و{ $withheld }
deliveries-unanswered = { $count ->
    [zero] أجابت المنظمات كلها عن النص المعدَّل.
    [one] لم تجب منظمة واحدة عن النص المعدَّل.
    [two] لم تجب منظمتان عن النص المعدَّل.
    [few] لم تجب { $count } منظمات عن النص المعدَّل.
    [many] لم تجب { $count } منظمةً عن النص المعدَّل.
   *[other] لم تجب { $count } منظمة عن النص المعدَّل.
}
deliveries-unanswered-ends = التسليم ينهي السؤال، وتسري قاعدة السكوت فورًا.
deliveries-unanswered-ends-although = التسليم ينهي السؤال، وتسري قاعدة السكوت فورًا، مع أن هناك وقتًا حتى { $time }.
deliveries-leaving = ليست في القائمة المسلَّمة، وتُبلَّغ بذلك بالبريد: { $names }.
deliveries-staying = في القائمة مع علامة بأنها وقّعت صيغة سابقة: { $names }.
deliveries-wait = لانتظارها سلّموا الرسالة لاحقًا، أو { $remind }.
deliveries-wait-remind = ذكّروها
deliveries-who-got-it = من تسلّمها، ومن خرج منذ ذلك
deliveries-correct-answer = تصحيح الجواب
deliveries-has-answered = أجاب المرسَل إليه
deliveries-who-answered = من أجاب
deliveries-answered-on = في
deliveries-the-answer = الجواب
deliveries-the-answer-hint = يستطيع قراءته كل من يحق له قراءة الرسالة.
deliveries-record-answer = تسجيل الجواب
deliveries-copies = من تسلّم الرسالة
deliveries-left = من خرج منذ ذلك
deliveries-left-nobody = لم يسحب أحد توقيعه منذ التسليم.
deliveries-left-about = يبقى ما سُلّم كما هو. أبلغوا من فضلكم المذكورين أدناه بمن خرج.
deliveries-left-suspended = عُلّقت في { $time }؛ { $decide }
deliveries-left-decide = القرار لكم
deliveries-left-withdrew = سحبت توقيعها في { $time }
deliveries-handed-over = سُلّمت
deliveries-handed-over-on = في { $time }.
deliveries-handed-over-on-to = في { $time }، إلى { $whom }.
deliveries-addressed-to = الرسالة موجَّهة إلى:
deliveries-copies-by-mail = النسخ النهائية بالبريد
deliveries-copies-not-kept = لم يعد محفوظًا إلى من أُرسلت.
deliveries-copies-files = ملفات كان بإمكان كل من يحق له رؤية الرسالة أن يأخذها
