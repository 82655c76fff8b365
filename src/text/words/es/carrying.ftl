# The words of carrying.
