skip-to-letter = انتقل إلى الرسالة
addressed-to = إلى
organizations = { $count ->
    [zero] لا منظمات
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $shown } منظمات
    [many] { $shown } منظمةً
   *[other] { $shown } منظمة
}
signatories = الموقّعون
no-signatories = لم توقّع أي منظمة بعد.
open-without-deadline = باب التوقيع مفتوح
open-until = باب التوقيع مفتوح حتى { $time }
closed-since = أُغلق باب التوقيع في { $time }
sign = وقّعوا باسم منظمتكم
withheld = { $count ->
    [zero] دون أسماء محجوبة
    [one] ومنظمة واحدة حُجب اسمها حفاظًا على سلامتها
    [two] ومنظمتان حُجب اسماهما حفاظًا على سلامتهما
    [few] و{ $shown } منظمات حُجبت أسماؤها حفاظًا على سلامتها
    [many] و{ $shown } منظمةً حُجبت أسماؤها حفاظًا على سلامتها
   *[other] و{ $shown } منظمة حُجبت أسماؤها حفاظًا على سلامتها
}
withheld-only = { $count ->
    [zero] لا أسماء محجوبة
    [one] منظمة واحدة حُجب اسمها حفاظًا على سلامتها
    [two] منظمتان حُجب اسماهما حفاظًا على سلامتهما
    [few] { $shown } منظمات حُجبت أسماؤها حفاظًا على سلامتها
    [many] { $shown } منظمةً حُجبت أسماؤها حفاظًا على سلامتها
   *[other] { $shown } منظمة حُجبت أسماؤها حفاظًا على سلامتها
}
verified-email = تم التحقق بالبريد الإلكتروني
verified-domain = تم التحقق بنطاق موقعها
verified-vouched = أكّدها تحالفها
verified-operator = تحقّق منها المشغّل
outside-coalitions = منظمات أخرى
revision = الصيغة { $number }، نُشرت في { $date }
fingerprint = بصمة النص (SHA-256)
how-verified = كيف يجري التحقق من الموقّعين
how-verified-text = أكّدت كل منظمة عنوان البريد الإلكتروني الذي سجّلت به، ووقّع باسمها شخص صرّح بأنه مخوَّل بذلك. عبارة «{ $method }» بجانب الاسم تبيّن طريقة التحقق من المنظمة.
machine-readable = هذه الرسالة للبرامج
announce-signed = وقّعت { $name }.
letters = الرسائل
your-desk = مكتبكم
about = عن هذا الموقع
privacy = الخصوصية
signed-after-delivery = وقّعت بعد التسليم
late-signatories = موقّعون لاحقون
observers = مراقبون
listed-not-confirmed = مدرجة، ولم تؤكّد المنظمة بعد
on-behalf-of = { $count ->
    [zero] باسم { $shown } عضو
    [one] باسم عضو واحد
    [two] باسم عضوين
    [few] باسم { $shown } أعضاء
    [many] باسم { $shown } عضوًا
   *[other] باسم { $shown } عضو
}
embargo-until = محظور النشر حتى { $time }
embargo = محظور النشر إلى حين نشر الرسالة
retracted-on = سُحبت هذه الرسالة في { $date }
history = تاريخ النص
history-of = تاريخ النص: { $title }
revision-number = الصيغة { $number }
first-text = النص الأول
editorial = تصحيح لغوي لا يغيّر المعنى
substantive = تعديل جوهري يغيّر المعنى
signed-this = { $count ->
    [zero] لا منظمات موقّعة على هذا النص
    [one] منظمة واحدة موقّعة على هذا النص
    [two] منظمتان موقّعتان على هذا النص
    [few] { $shown } منظمات موقّعة على هذا النص
    [many] { $shown } منظمةً موقّعة على هذا النص
   *[other] { $shown } منظمة موقّعة على هذا النص
}
kept-this = { $count ->
    [zero] لم تُبقِ أي منها توقيعًا على نص سابق
    [one] أبقت واحدة منها توقيعها بعد أن وقّعت نصًا سابقًا
    [two] أبقت اثنتان منها توقيعهما بعد أن وقّعتا نصًا سابقًا
    [few] أبقت { $shown } منها توقيعها بعد أن وقّعت نصًا سابقًا
    [many] أبقت { $shown } منها توقيعها بعد أن وقّعت نصًا سابقًا
   *[other] أبقت { $shown } منها توقيعها بعد أن وقّعت نصًا سابقًا
}
read-this-text = اقرأ هذا النص
what-changed = ما الذي تغيّر، كلمةً كلمة
same-text = النصّان متطابقان.
from-to = من الصيغة { $from } إلى الصيغة { $to }
back-to-letter = العودة إلى الرسالة
history-published = نُشرت الرسالة
history-closed = أُغلق باب التوقيع
history-delivered = سُلّمت الرسالة
history-withdrew = سحبت { $name } توقيعها
history-withdrew-withheld = سحبت منظمة محجوبة الاسم توقيعها
files-withheld = لم تعد الملفات المسلَّمة متاحة هنا: حُجب فيها اسم بعد التسليم حفاظًا على السلامة.
deadline-moved = نُقل الموعد النهائي إلى { $time }
deadline-lifted = أُلغي الموعد النهائي
signed-revision = وقّعت الصيغة { $number }
signed-by = وقّعتها { $organizations }
signed-by-of = وقّعتها { $organizations } من { $coalitions }
coalitions = { $count ->
    [zero] { $shown } تحالف
    [one] تحالف واحد
    [two] تحالفين
    [few] { $shown } تحالفات
    [many] { $shown } تحالفًا
   *[other] { $shown } تحالف
}
listed-among = { $count ->
    [zero] لا منظمة منها مدرجة دون تأكيد.
    [one] إحداها أدرجها المنسّقون ولم تؤكّد هنا بعد.
    [two] اثنتان منها أدرجهما المنسّقون ولم تؤكّدا هنا بعد.
    [few] { $shown } منها أدرجها المنسّقون ولم تؤكّد هنا بعد.
    [many] { $shown } منها أدرجها المنسّقون ولم تؤكّد هنا بعد.
   *[other] { $shown } منها أدرجها المنسّقون ولم تؤكّد هنا بعد.
}
delivered-on = سُلّمت في { $date }
delivered-on-to = سُلّمت في { $date } إلى { $whom }
text-revision = الصيغة { $number } من النص، بصمتها (SHA-256)
delivery-fingerprint = بصمة التسليم (SHA-256)
check-at = للتحقق
delivery = التسليم
delivery-files = الملفات المسلَّمة
answer-of = جواب { $whom }، ورد في { $date }
as-it-stood = النص والقائمة كما هما منذ { $time }
take-along = الرسالة وقائمتها بصيغة
file-pack = كل الملفات في ملف واحد
file-letter = الرسالة مع غلافها
file-cover = الغلاف وحده
file-docx = لبرامج تحرير النصوص
file-text = نص عادي
file-list = القائمة في جدول
file-data = للبرامج
file-sums = بصمة كل ملف (SHA-256)
a-coalition = تحالف
another-coalition = تحالف آخر
a-country = بلد
another-country = بلد آخر
an-organization = منظمة
another-organization = منظمة أخرى
link-until = يعمل هذا الرابط حتى { $time }.
suspended-on = علّق مشغّل هذا الموقع هذه الرسالة في { $date }
history-suspended = { $name }: أُزيل من القائمة بعد أن علّقه مشغّل هذا الموقع
history-restored = { $name }: عاد إلى القائمة
report-letter = الإبلاغ عن هذه الرسالة
check-list = كيف يمكن التحقق من هذه القائمة
check-what = منذ نشر هذه الرسالة يُدوَّن كل تغيير يراه القرّاء في سجل لا يمكن إلا أن يطول: النص، وكل توقيع، وكل انسحاب، والتسليم. ومن يحتفظ بنقطة تحقق من السجل يستطيع لاحقًا أن يثبت أن شيئًا مما سبقها لم يتغير.
check-now = السجل في هذه اللحظة
check-leaves = { $count ->
    [zero] لا قيود فيه. وهذه نقطة التحقق الموقّعة:
    [one] فيه قيد واحد. وهذه نقطة التحقق الموقّعة:
    [two] فيه قيدان. وهذه نقطة التحقق الموقّعة:
    [few] فيه { $shown } قيود. وهذه نقطة التحقق الموقّعة:
    [many] فيه { $shown } قيدًا. وهذه نقطة التحقق الموقّعة:
   *[other] فيه { $shown } قيد. وهذه نقطة التحقق الموقّعة:
}
check-keep = الاحتفاظ بنقطة التحقق
check-why-keep = السطر الطويل هو بصمة كل ما في السجل. احفظها أو اطبعها أو أرسلها إلى غيرك: فكلما كثر من يملكها صعب على أيٍّ كان أن يعيد كتابة السجل.
check-how = كيف يجري التحقق
check-step-later = اطلب لاحقًا الدليل على أن السجل يبدأ بما في نقطتك. فإن أعيدت كتابته فلا دليل.
check-step-receipt = تجد كل منظمة موقّعة إيصالها على مكتبها، ويمكن التحقق منه دون سؤال أي خادوم:
check-step-leaves = يستطيع أي شخص أن يقرأ السجل كله ويحسب بصمته:
check-key = مفتاح هذا السجل، للبرامج:
check-more = مفاتيح هذا الموقع، وكل ذلك بالتفصيل
check-limits = ما لا يثبته هذا
check-limits-text = لا يثبت أن التوقيع صدر عمّن يحق له ذلك: فكيفية التحقق من كل منظمة مذكورة بجانب اسمها. ولا يقول السجل شيئًا عن الوقت الذي سبق النشر.
check-withheld = الأسماء المحجوبة حفاظًا على سلامة أصحابها، أو الممحوّة، تظهر في السجل بصمةً مختومة لا يقرؤها أحد، وهي معدودة كغيرها.
check-latest = آخر ما جرى
leaf-begun = يبدأ السجل، وكانت الرسالة منشورة من قبل
leaf-revised = للنص صيغة جديدة
leaf-signed = وقّعت { $name }
leaf-listed = أدرج المنسّقون { $name }
leaf-kept = أبقت { $name } توقيعها
leaf-relisted = { $name }: تغيّر السطر
leaf-withdrew = لم تعد { $name } في القائمة
leaf-suspended = عُلّق توقيع { $name }
leaf-restored = عادت { $name } إلى القائمة
leaf-retracted = سُحبت الرسالة
leaf-nameless = جهة لا يظهر اسمها
