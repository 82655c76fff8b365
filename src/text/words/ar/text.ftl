# What is wrong with a filled form, wherever it is.
text-too-long = { $length ->
    [zero] لا أحرف هنا
    [one] هنا حرف واحد
    [two] هنا حرفان
    [few] هنا { $length } أحرف
    [many] هنا { $length } حرفًا
   *[other] هنا { $length } حرف
}؛ والحد الأقصى { $longest }.
