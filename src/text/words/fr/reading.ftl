# The words of reading.
