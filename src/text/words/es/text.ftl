# What is wrong with a filled form, wherever it is.
text-too-long = Tiene { $length ->
    [one] { $length } carácter
   *[other] { $length } caracteres
}; caben como máximo { $longest }.
