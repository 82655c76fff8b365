# The words of evidence.
