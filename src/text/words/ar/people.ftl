# The words of people.
people-language = اللغة
people-language-hint = بها تخاطبكم الصفحات ورسائل البريد.
people-language-save = استخدام هذه اللغة
people-language-not-spoken = هذه اللغة غير متاحة هنا. اختاروا واحدة من القائمة.
