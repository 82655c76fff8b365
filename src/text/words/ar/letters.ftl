# The words of letters.
