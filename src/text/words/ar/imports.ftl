# The words of imports.
imports-title = استيراد رسالة
imports-lead = تصبح رسالة موجودة بموقّعيها مسوّدة تنسّقونها. وترون ما فُهم منها سطرًا سطرًا قبل أن يُؤخذ منها أي شيء. ولا يراها أحد سواكم.
imports-paste = ألصقوا الرسالة مع قائمتها
imports-file = أو اختاروا ملفًا
imports-file-hint = نص عادي أو Markdown أو CSV أو DOCX، بما لا يتجاوز 10 ميغابايت.
imports-read = قراءتها
imports-too-large = أكثر مما يُقبل دفعة واحدة
imports-too-large-title = هذا أكثر مما يُقبل دفعة واحدة
imports-too-large-text = يمكن استيراد 10 ميغابايت على الأكثر، ولم يُحفظ شيء. ورسالة عليها ألف توقيع لا تبلغ إلا جزءًا من مئة من ذلك: فاختاروا الرسالة وحدها من دون صورها.
imports-too-large-again = اختيار ملف آخر
imports-file-too-large = يتجاوز هذا الملف 10 ميغابايت. اختاروا الرسالة وحدها من دون صورها.
imports-too-many = عدد موقّعيها { $count }؛ ولا يمكن استيراد أكثر من { $most } دفعة واحدة.
imports-take-over-too-many = لا يمكن أخذ أكثر من { $most } من الموقّعين.
imports-unreadable-empty = لا نص فيه. اختاروا ملفًا أو ألصقوا الرسالة.
imports-unreadable-no-text = هذا ليس نصًّا تمكن قراءته. احفظوه نصًّا عاديًا أو CSV أو DOCX وحاولوا مرة أخرى.
imports-unreadable-no-docx = هذا ليس مستند DOCX، أو أنه تالف. افتحوه في برنامج تحرير نصوص واحفظوه بصيغة DOCX من جديد، أو ألصقوا النص.
imports-unreadable-too-long = نصّه أطول من نص أي رسالة: يمكن قراءة ميغابايتين من النص و20 ألف سطر على الأكثر.
imports-unreadable-other = لا تمكن قراءة ملف PDF أو DOC قديم. افتحوه وانسخوا النص وألصقوه، أو احفظوه بصيغة DOCX.
# What was understood.
imports-understood = ما فُهم
imports-doubts-none = لا شكوك
imports-doubts = الشكوك: { $count }
imports-line = السطر { $line }
imports-to-draft = إلى المسوّدة
imports-take-over = أخذها مسوّدةً
imports-taken-over = هي مسوّدة من قبل. وما تصحّحونه في المسوّدة لا يغيّر هذه الصفحة.
imports-lines-title = سطرًا سطرًا
imports-forget = حذف هذا الاستيراد
imports-left-out = ما لا يُؤخذ
imports-left-out-individuals = { $count ->
    [zero] لا أفراد
    [one] فرد واحد
    [two] فردان
    [few] { $count } أفراد
    [many] { $count } فردًا
   *[other] { $count } فرد
}: المنظمات وحدها هي الجهات الموقّعة.
imports-left-out-withheld = { $count ->
    [zero] لا أسماء محجوبة.
    [one] اسم واحد محجوب: لا يُحفظ، ولا تحسبه القائمة.
    [two] اسمان محجوبان: لا يُحفظان، ولا تحسبهما القائمة.
    [few] { $count } أسماء محجوبة: لا تُحفظ، ولا تحسبها القائمة.
    [many] { $count } اسمًا محجوبًا: لا تُحفظ، ولا تحسبها القائمة.
   *[other] { $count } اسم محجوب: لا تُحفظ، ولا تحسبها القائمة.
}
imports-left-out-lines = { $count ->
    [zero] لا أسطر خارج الرسالة.
    [one] سطر واحد هو ملاحظة أو ليس من الرسالة.
    [two] سطران هما ملاحظتان أو ليسا من الرسالة.
    [few] { $count } أسطر هي ملاحظات أو ليست من الرسالة.
    [many] { $count } سطرًا هي ملاحظات أو ليست من الرسالة.
   *[other] { $count } سطر هي ملاحظات أو ليست من الرسالة.
}
imports-kept = يبقى الأصل هنا، سطرًا سطرًا، مدة { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
} بعد آخر تعديل لكم.
imports-undo-line = التراجع عن تصحيح السطر { $line }
imports-undo-text = التراجع عن تصحيح النص
imports-fact-title = العنوان
imports-fact-addressees = المرسَل إليهم
imports-fact-place-and-date = المكان والتاريخ
imports-fact-language = اللغة
imports-fact-signatories = الموقّعون
imports-fact-groups = المجموعات
imports-none-found = لم يُعثر على شيء
imports-claimed = { $count } (تذكر الرسالة { $claimed })
imports-and-withheld = { $signatories }، والمحجوب { $withheld }
imports-group = { $name }: { $count }
imports-group-individuals = { $name }: { $count } (أفراد، لا يُؤخذون)
imports-without-heading = بلا عنوان
imports-correct-text = تصحيح العنوان والمرسَل إليهم والتاريخ واللغة والنص
imports-line-heading = { $role }: { $name }
imports-line-group = { $role }، وتبدأ المجموعة { $name }
imports-line-group-unnamed = { $role }، وتبدأ مجموعة بلا عنوان
imports-correct = تصحيح
imports-correct-line = تصحيح السطر { $line }
imports-correct-entry = تصحيح { $name }
imports-role-title = العنوان
imports-role-dateline = المكان والتاريخ
imports-role-addressee = المرسَل إليه
imports-role-body = النص
imports-role-heading = عنوان في القائمة
imports-role-entry = جهة موقّعة
imports-role-continuation = تتمة الجهة الموقّعة أعلاه
imports-role-note = ملاحظة
imports-role-ignored = ليس من الرسالة
# The letter's own parts, and one line, to be corrected.
imports-text-title = نص الرسالة
imports-text-language = لغة النص
imports-save = حفظ
imports-back = رجوع
imports-a-signatory = جهة موقّعة
imports-a-heading = عنوان في القائمة
imports-a-note = ملاحظة
imports-line-is = هذا السطر: { $role }. غيّروه إلى:
imports-printed = كما طُبع: { $text }
imports-lines = الأسطر
imports-all-lines = العودة إلى كل الأسطر
imports-next-doubt = الشك التالي: السطر { $line }
imports-other-kind-or-group = مجموعته، أو نوع آخر من الأسطر
imports-other-kind = نوع آخر من الأسطر
imports-this-line-is = هذا السطر هو
imports-begins-group = تبدأ مجموعة بهذه الجهة الموقّعة
imports-group-name = اسم المجموعة
imports-group-acronym = مختصر المجموعة
imports-individuals = تحته أفراد لا يُؤخذون
imports-country-none = لا شيء
imports-group-above = التي أعلاه
imports-first-word = اختاروا كلمته الأولى
imports-name = الاسم
imports-acronym = المختصر
imports-number = الرقم
imports-country = البلد
imports-in-group = المجموعة
imports-representative = الممثّل
imports-no-signatory = ليست جهة موقّعة
imports-two = هاتان جهتان
imports-second = تبدأ الثانية بـ
imports-split = الفصل بينهما
imports-title-missing = تحتاج الرسالة إلى عنوان.
imports-not-in-list = اختاروا من القائمة.
imports-name-missing = تحتاج الجهة الموقّعة إلى اسم.
imports-number-too-long = لا يزيد الرقم على خمس خانات.
imports-second-missing = اختاروا الكلمة التي تبدأ بها الجهة الموقّعة الثانية.
imports-draft-already = هذا الاستيراد مسوّدة من قبل. صحّحوه هناك.
# What stands in the log of a letter.
imports-log-listed = أُدرج { $count }
imports-log-individuals = { $said }؛ لم يُؤخذ { $count ->
    [zero] أي فرد
    [one] فرد واحد
    [two] فردان
    [few] { $count } أفراد
    [many] { $count } فردًا
   *[other] { $count } فرد
}
imports-log-withheld = { $said }؛ لم يُؤخذ { $count ->
    [zero] أي اسم محجوب
    [one] اسم محجوب واحد
    [two] اسمان محجوبان
    [few] { $count } أسماء محجوبة
    [many] { $count } اسمًا محجوبًا
   *[other] { $count } اسم محجوب
}
# Doubts.
imports-doubt-individuals = { $count ->
    [zero] لا أسماء لأفراد
    [one] اسم واحد لفرد
    [two] اسمان لفردين
    [few] { $count } أسماء لأفراد
    [many] { $count } اسمًا لأفراد
   *[other] { $count } اسم لأفراد
}؛ الأفراد ليسوا جهات موقّعة هنا ولا يُؤخذون.
imports-doubt-no-list = لم يُعثر على قائمة موقّعين.
imports-doubt-several = { $count ->
    [zero] لا جهة موقّعة
    [one] جهة موقّعة واحدة
    [two] جهتان موقّعتان
    [few] { $count } جهات موقّعة
    [many] { $count } جهةً موقّعة
   *[other] { $count } جهة موقّعة
} في هذا السطر.
imports-doubt-continuation = قد يكون هذا السطر تتمة لما فوقه، أو قائمًا بذاته.
imports-doubt-lost-heading = يبدو أن عنوانًا ناقص هنا: فالقائمة تبدأ من جديد أو فيها فجوة.
imports-doubt-heading-elsewhere = العنوان ناقص هنا؛ وعُثر على اسم المجموعة في السطر { $line }.
imports-doubt-withheld = { $count ->
    [zero] لا أسماء محجوبة.
    [one] اسم محجوب. يُحسب هنا ولا يُدخل.
    [two] اسمان محجوبان. يُحسبان هنا ولا يُدخلان.
    [few] { $count } أسماء محجوبة. تُحسب هنا ولا تُدخل.
    [many] { $count } اسمًا محجوبًا. تُحسب هنا ولا تُدخل.
   *[other] { $count } اسم محجوب. تُحسب هنا ولا تُدخل.
}
imports-doubt-person = قد يكون هذا شخصًا لا منظمة.
imports-doubt-heading = قد يكون هذا عنوان مجموعة، أو جهة موقّعة.
imports-doubt-gap = الرقم { $number } ناقص قبل { $next }.
imports-doubt-gaps = الأرقام من { $first } إلى { $last } ناقصة قبل { $next }.
imports-doubt-repeated = الرقم { $number } مكرّر.
imports-doubt-order = الرقم { $number } يأتي بعد { $last }.
imports-doubt-no-number = هذه الجهة الموقّعة بلا رقم، ولغيرها في مجموعتها أرقام.
imports-doubt-count = تذكر الرسالة { $claimed }، وعُثر على { $found }.
imports-doubt-group-count = يذكر العنوان { $claimed }، وعُثر تحته على { $found }.
imports-doubt-no-name = لا يوجد اسم.
imports-doubt-country = «{ $printed }» ليس بلدًا نعرفه.
imports-doubt-no-country = لمعظم الجهات الموقّعة بلد؛ وتعذّرت قراءة بلد هذه.
imports-doubt-duplicate = الاسم نفسه في السطر { $line }.
