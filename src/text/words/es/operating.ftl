# The words of operating.
