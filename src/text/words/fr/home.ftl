# The words of home.
