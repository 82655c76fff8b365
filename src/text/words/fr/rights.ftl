# The words of rights.
