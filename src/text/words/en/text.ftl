# What is wrong with a filled form, wherever it is.
text-too-long = This has { $length ->
    [one] { $length } character
   *[other] { $length } characters
}; at most { $longest } fit.
