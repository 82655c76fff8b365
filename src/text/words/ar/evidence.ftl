# The words of evidence.
evidence-verification-title = كيف يجري التحقق من قائمة ومن إيصال
evidence-verification-lead = لستم مضطرين إلى تصديق هذا الموقع. فما يقوله عمّن وقّع، وعلى ماذا، ومتى، يمكن التحقق منه.
evidence-log-title = سجل الرسالة
evidence-log = منذ نشر الرسالة يُدوَّن كل تغيير يراه قرّاؤها في سجل خاص بها: صيغ النص ببصماتها (SHA-256)، وكل توقيع، وكل سحب لتوقيع، والتسليم. والسجل شجرة ميركل كما في Certificate Transparency (RFC 9162): تُحسب بصمة الورقة بعد بايت قيمته صفر، وبصمة كل بصمتين معًا بعد بايت قيمته واحد. وبعد كل تغيير يوقّع الموقع حجم الشجرة وجذرها: وهذه هي نقطة التحقق.
evidence-log-keep = احتفظوا بنقطة تحقق من صفحة «كيف يمكن التحقق من هذه القائمة» الخاصة بالرسالة. ومتى شئتم، اطلبوا الدليل على أن سجل اليوم يبدأ بما في نقطتكم. فإن كان شيء مما قبلها قد غُيّر أو أُضيف أو حُذف، فلا وجود لمثل هذا الدليل.
evidence-names-title = الأسماء في السجل
evidence-names = لا تذكر الورقة اسم المنظمة، بل تلتزم به: بصمة SHA-256 لـ 32 بايتًا عشوائيًا وللسطر في صيغته القانونية (RFC 8785). ففي الأسماء المعلنة تُذكر تلك البايتات والسطر إلى جانب الورقة، ليتمكن أي شخص من التحقق منها. أما الاسم المحجوب حفاظًا على السلامة فلا تُذكر معه، وإذا وجب محو اسم فإنها تُتلف. وتبقى الورقة وكل دليل كما هما.
evidence-receipts-title = الإيصالات
evidence-receipts-what = تحصل كل منظمة توقّع على إيصال فيه: اسمها، والرسالة، والنص بعينه ببصمته (SHA-256)، والوقت، وعدد الأسماء التي كانت في القائمة معها. ويوقّع الموقع الصيغة القانونية للإيصال. ومتى نُشرت الرسالة حمل الإيصال الدليل على أنه في السجل.
evidence-receipts-program = البرنامج الذي يشغّل هذا الموقع يتحقق من الإيصالات دون سؤال أي خادوم:
evidence-receipts-own-program = كل ذلك مكتوب وفق معايير معلنة، فيمكنكم التحقق ببرنامج من عندكم؛ وفي شيفرته المصدرية برنامج بلغة Python من بضع صفحات لا يستعمل شيئًا مما عندنا.
evidence-addresses-title = العناوين
evidence-address-checkpoint = أحدث نقطة تحقق، وهي مذكّرة موقّعة (C2SP tlog-checkpoint).
evidence-address-leaves = الأوراق كما تُحسب بصماتها تمامًا، وما يكشفها.
evidence-address-inclusion = أن ورقةً ما موجودة في الشجرة التي بهذا الحجم.
evidence-address-consistency = أن الشجرة الكبرى تبدأ بالصغرى.
evidence-address-keys = المفاتيح، مجموعةً وفق RFC 7517.
evidence-keys-title = مفاتيح هذا الموقع
evidence-keys = Ed25519. تبقى هنا المفاتيح التي لم تعد توقّع، لأن ما وقّعته يبقى موقّعًا.
evidence-key-until = من { $from } حتى { $until }
evidence-key-now = منذ { $from }، ويوقّع حاليًا
evidence-key-thumbprint = البصمة { $id }
evidence-limits-title = ما لا يثبته هذا
evidence-limits = لا يثبت أن التوقيع صدر عمّن يحق له ذلك: فكيفية التحقق من كل منظمة مذكورة بجانب اسمها. ولا يثبت أن شيئًا لم يحدث قبل نشر الرسالة: فعن تلك المدة لا يقول السجل شيئًا، وهذا مقصود. والسجل الذي لم يحتفظ أحد بنقطة تحقق منه يمكن أن يُكتب كله من جديد. فاحتفظوا بواحدة.
# Receipts of somebody's organizations.
evidence-receipts-all = كل الإيصالات
evidence-receipts-lead = لكل توقيع من توقيعات منظماتكم: ما وُقّع ومتى، في ملف { $check }.
evidence-receipts-check = يستطيع أي شخص التحقق منه
evidence-receipts-none = لا إيصالات بعد. يصدر أولها حالما توقّع منظمتكم.
evidence-receipts-download = تنزيل
evidence-receipts-download-of = تنزيل الإيصال: { $title }
evidence-receipt = إيصال
evidence-receipt-signed = وضعت { $name } اسمها تحت «{ $title }».
evidence-receipt-kept = أبقت { $name } اسمها تحت «{ $title }».
evidence-receipt-when = متى
evidence-receipt-letter = الرسالة
evidence-receipt-text = النص
evidence-receipt-text-is = الصيغة { $number }، بصمتها (SHA-256) { $hash }
evidence-receipt-position = الموضع
evidence-receipt-position-is = { $count ->
    [zero] لم يكن في القائمة معه أي اسم.
    [one] كان في القائمة معه اسم واحد.
    [two] كان في القائمة معه اسمان.
    [few] كان في القائمة معه { $count } أسماء.
    [many] كان في القائمة معه { $count } اسمًا.
   *[other] كان في القائمة معه { $count } اسم.
}
evidence-receipt-listed = في القائمة
evidence-receipt-awaits = ليس بعد: ينتظر أحد المنسّقين.
evidence-receipt-withheld = محسوب؛ والاسم محجوب حفاظًا على السلامة.
evidence-receipt-by-name = بالاسم.
evidence-receipt-in-log = في السجل
evidence-receipt-leaf = الورقة { $index }.
evidence-receipt-list = كيف يجري التحقق من القائمة
evidence-receipt-no-log = ليس بعد. يبدأ السجل حين تُنشر الرسالة، وعندئذ تحمل هذه الصفحة والملف الدليل، ما لم يُسحب التوقيع أو يُعطَ من جديد قبل ذلك.
evidence-receipt-key = وُقّع بالمفتاح
evidence-receipt-download = تنزيل الإيصال
evidence-receipt-check = كيف يجري التحقق منه
evidence-receipt-keep-safe = في الإيصال اسم المنظمة. فاحتفظوا به حيث لا يقرؤه سواكم.
evidence-receipt-others = إيصالات أخرى لهذا التوقيع
evidence-receipt-event = للحدث { $event }
# What programs are told that ask for what is not there.
evidence-no-leaves = from وlimit عددان صحيحان، وlimit لا يقل عن 1.
evidence-no-inclusion = leaf وsize عددان صحيحان؛ وleaf أصغر من size، وsize لا يتجاوز طول السجل.
evidence-no-consistency = from وto عددان صحيحان؛ وfrom لا يقل عن 1 ولا يتجاوز to، وto لا يتجاوز طول السجل.
