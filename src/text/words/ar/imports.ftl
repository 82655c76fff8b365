# The words of imports.
