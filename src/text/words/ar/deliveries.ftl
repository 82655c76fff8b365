# The words of deliveries.
