# The words of signatures.
