# What every mail has.
mail-dear = تحية طيبة { $name}،
mail-or-open = أو افتحوا هذا العنوان:
mail-signed = Undersigned: منظمات تضع أسماءها معًا تحت نص واحد.
mail-page = البريد
mail-page-lead = لم يُضبط خادم بريد، لذلك يبقى البريد هنا. ولا يرى هذه الصفحة سوى هذا الجهاز.
mail-page-none = لا شيء بعد.
mail-page-to = إلى { $whom } · { $time }
mail-page-attached = مع ملف مرفق.
