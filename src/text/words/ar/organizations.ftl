# The words of organizations.
# Why an organization is flagged.
organizations-flag-name = اسمها يُقرأ أو يبدو كاسم الأخرى.
organizations-flag-short = اسمها المختصر هو اسم الأخرى أو أوائل حروفها.
organizations-flag-domain = موقعها الإلكتروني أو عنوانها ضمن نطاق الأخرى.
organizations-flag-scripts = كلمة في اسمها تخلط حروفًا من كتابات مختلفة.
organizations-flag-concealed = كُتب اسمها برموز لا يراها أحد.
