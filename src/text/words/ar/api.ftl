# The words of api.
