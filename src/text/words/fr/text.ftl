# What is wrong with a filled form, wherever it is.
text-too-long = Ceci compte { $length ->
    [one] { $length } caractère
   *[other] { $length } caractères
} ; le maximum est de { $longest }.
