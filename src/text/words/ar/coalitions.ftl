# The words of coalitions.
